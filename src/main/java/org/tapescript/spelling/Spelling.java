package org.tapescript.spelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.OwnPronunciation;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/**
 * Which words of a transcript may be misspelled. Names of speakers, words with a pronunciation of the user's and the project's own words
 * are right, and so are numbers and single letters.
 */
public final class Spelling {
    /** Letters, with apostrophes between them. */
    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{M}]+(?:['\\u2019][\\p{L}\\p{M}]+)*");

    private static final Pattern WITH_DIGIT = Pattern.compile(".*\\p{N}.*");

    /** Words that were heard more surely than this are all alike. */
    private static final double UNSURE = 0.5;

    private final SpellChecker checker;
    private final Set<String> right = new HashSet<>();

    private Spelling(SpellChecker checker, SyncedTranscript t) {
        this.checker = checker;
        t.turns().stream().map(Turn::speaker).distinct().forEach(this::allow);
        t.basis().lexicon().stream().map(OwnPronunciation::word).forEach(this::allow);
        t.notes().ownWords().forEach(this::allow);
    }

    private void allow(String text) {
        Matcher m = PART.matcher(text);
        while (m.find()) {
            right.add(key(m.group()));
        }
    }

    private static String key(String part) {
        return plain(part).toLowerCase(Locale.ROOT);
    }

    private static String plain(String part) {
        return part.replace('\u2019', '\'');
    }

    /**
     * A word, or a part of one with a hyphen, that may be misspelled.
     *
     * @param word the whole
     * @param text the part
     * @param place of the part in the text
     */
    public record Doubt(Word word, String text, CharSpan place) {}

    /** In the order of the text. */
    public static List<Doubt> doubts(SpellChecker checker, SyncedTranscript transcript) {
        Spelling spelling = new Spelling(checker, transcript);
        List<Doubt> result = new ArrayList<>();
        for (Word word : transcript.words()) {
            spelling.add(word, result);
        }
        return result;
    }

    private void add(Word word, List<Doubt> doubts) {
        if (WITH_DIGIT.matcher(word.text()).matches()) {
            return;
        }
        Matcher m = PART.matcher(word.text());
        while (m.find()) {
            String part = m.group();
            boolean breaksOff =
                    m.end() < word.text().length() && isDash(word.text().charAt(m.end())) && last(m, word);
            if (part.codePointCount(0, part.length()) > 1 && !breaksOff && !isRight(part)) {
                int start = word.place().start();
                doubts.add(new Doubt(word, part, new CharSpan(start + m.start(), start + m.end())));
            }
        }
    }

    /** A word that somebody begins and does not end is written with a hyphen behind it. */
    private static boolean last(Matcher m, Word word) {
        return word.text().codePoints().skip(m.end()).noneMatch(Character::isLetter);
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '\u2010' || c == '\u2013' || c == '\u2014';
    }

    private boolean isRight(String part) {
        String key = key(part);
        // A possessive of a name is as right as the name.
        String bare = key.endsWith("'s") ? key.substring(0, key.length() - 2) : key;
        return right.contains(key) || right.contains(bare) || checker.isRight(plain(part));
    }

    /** Those first that were not heard, or not surely; of the others, the first in the text. */
    public static List<Doubt> doubtfulFirst(List<Doubt> doubts) {
        return doubts.stream()
                .sorted(Comparator.comparingDouble(
                                (Doubt d) -> Math.min(UNSURE, d.word().confidence()))
                        .thenComparingLong(
                                d -> d.word().span().map(TimeSpan::startMicros).orElse(0L))
                        .thenComparingInt(d -> d.place().start()))
                .toList();
    }
}
