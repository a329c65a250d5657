package org.tapescript.attribution;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.NameSuggestion;
import org.tapescript.domain.NameSuggestion.Where;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SpeakerShare;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/**
 * Suggests names for speakers who have none: from the text around the interview ("X recently interviewed Y"), and from how they
 * are addressed. Names are suggested, never assigned.
 */
public final class NameFinder {
    private static final String NAME = "\\p{Lu}[\\p{L}’'.-]*(?:\\h\\p{Lu}[\\p{L}’'.-]*){1,3}";
    private static final String VERB =
            "(?:interviewed|interviews|talk(?:s|ed) (?:to|with)|sp(?:eaks|oke) (?:to|with)|sat down with|met(?: with)?|asked)";
    private static final Pattern ASKS =
            Pattern.compile("(" + NAME + ")\\h(?:\\p{Ll}+\\h)?" + VERB + "\\h(" + NAME + ")");
    private static final Pattern ASKED_BY = Pattern.compile(
            "(?i:interview(?:ed)?(?: was)?(?: conducted)? by|questions(?: asked)? by)\\h(" + NAME + ")");
    private static final Pattern WITH =
            Pattern.compile("(?i:interview|conversation|talk)\\hwith\\h(?:\\p{Ll}[\\p{L}-]*\\h){0,4}(" + NAME + ")");
    /** Whom a picture shows: mostly the one who is interviewed. */
    private static final Pattern SHOWN =
            Pattern.compile("^(" + NAME + ")\\h(?:in|at|with|on|during|before|after|and|as)\\b");
    /** Spoken to: at the beginning of a sentence before a comma, or at its end behind one. */
    private static final String TITLE =
            "(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Doctor|Captain|Colonel|General|Major|Sir|Madam|"
                    + "Senator|President|Minister|Father|Sister|Judge)\\.?";

    private static final String CALLED =
            "(" + TITLE + "\\h\\p{Lu}[\\p{L}’'-]+|\\p{Lu}[\\p{L}’'-]+\\h\\p{Lu}[\\p{L}’'-]+)";
    private static final Pattern CALLED_FIRST = Pattern.compile("(?:^|[.!?…]\\h)[“\"]?" + CALLED + ",");
    private static final Pattern CALLED_LAST = Pattern.compile(",\\h" + CALLED + "[.!?…,]");

    private static final Pattern ENDS_SENTENCE = Pattern.compile("(?<!" + TITLE + ")[.!?…](?:\\h|$)");
    /** Without it, a name between commas is rather part of a list; at the head of a question it is not. */
    private static final String YOU = "\\b(?:you|your|yours|thank)\\b";

    private static final Pattern OFFICE = Pattern.compile("(?:\\p{Lu}{2,}|" + TITLE + ")\\h");

    private final SyncedTranscript transcript;
    private final Map<String, NameSuggestion> found = new LinkedHashMap<>();

    private NameFinder(SyncedTranscript transcript) {
        this.transcript = transcript;
    }

    /** Names for those speakers whom the text does not name, each with where it comes from. */
    public static List<NameSuggestion> find(SyncedTranscript transcript) {
        NameFinder finder = new NameFinder(transcript);
        finder.aroundTheInterview();
        finder.spokenTo();
        return List.copyOf(finder.found.values());
    }

    private void aroundTheInterview() {
        Optional<String> asks = asks();
        Optional<String> answers =
                bySpeech().stream().filter(s -> !s.equals(asks.orElse(""))).findFirst();
        for (Paragraph paragraph : transcript.transcript().paragraphs()) {
            if (!paragraph.kind().isSpoken()) {
                String text = paragraph.place().of(transcript.transcript().text());
                Matcher both = ASKS.matcher(text);
                if (both.find()) {
                    suggest(asks, both.group(1), paragraph.line(), Where.NOT_SPOKEN, both.group());
                    suggest(answers, both.group(2), paragraph.line(), Where.NOT_SPOKEN, both.group());
                }
                Matcher shown = SHOWN.matcher(text);
                if (paragraph.kind() == ParagraphKind.CAPTION && shown.find()) {
                    suggest(answers, shown.group(1), paragraph.line(), Where.CAPTION, shown.group());
                }
                Matcher by = ASKED_BY.matcher(text);
                if (by.find()) {
                    suggest(asks, by.group(1), paragraph.line(), Where.NOT_SPOKEN, by.group());
                }
                Matcher with = WITH.matcher(text);
                if (with.find()) {
                    suggest(answers, withoutOffice(with.group(1)), paragraph.line(), Where.NOT_SPOKEN, with.group());
                }
            }
        }
    }

    private static String withoutOffice(String name) {
        Matcher office = OFFICE.matcher(name);
        int from = 0;
        while (office.find(from) && office.start() == from && name.indexOf(' ', office.end()) > 0) {
            from = office.end();
        }
        return name.substring(from);
    }

    /** Who ends most turns with a question. */
    private Optional<String> asks() {
        Map<String, Integer> questions = new LinkedHashMap<>();
        for (Turn turn : transcript.turns()) {
            List<Word> words = turn.words();
            if (!words.isEmpty() && words.get(words.size() - 1).text().contains("?")) {
                questions.merge(turn.speaker(), 1, Integer::sum);
            }
        }
        return questions.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    /** Speakers, those first who say most. */
    private List<String> bySpeech() {
        return SpeakerShare.of(transcript).stream().map(SpeakerShare::speaker).toList();
    }

    private void spokenTo() {
        List<Turn> turns = transcript.turns();
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).words().isEmpty()) {
                continue;
            }
            Optional<String> to = listener(turns, i);
            String text = text(turns.get(i));
            for (Pattern pattern : List.of(CALLED_FIRST, CALLED_LAST)) {
                Matcher called = pattern.matcher(text);
                String sign = pattern == CALLED_FIRST ? YOU + "|\\?" : YOU;
                if (called.find() && sentence(text, called.start(1)).matches("(?is).*(?:" + sign + ").*")) {
                    suggest(to, called.group(1), turns.get(i).line(), Where.SPOKEN_TO, called.group(1));
                }
            }
        }
    }

    private static String sentence(String text, int place) {
        Matcher end = ENDS_SENTENCE.matcher(text);
        int to = end.find(place) ? end.end() : text.length();
        int from = place;
        while (from > 0 && ".!?…".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return text.substring(from, to);
    }

    /** Whom a turn speaks to: who answers, or else who spoke before. */
    private static Optional<String> listener(List<Turn> turns, int turn) {
        String speaker = turns.get(turn).speaker();
        for (int other : new int[] {turn + 1, turn - 1}) {
            if (other >= 0
                    && other < turns.size()
                    && !turns.get(other).speaker().equals(speaker)) {
                return Optional.of(turns.get(other).speaker());
            }
        }
        return Optional.empty();
    }

    private String text(Turn turn) {
        List<Word> words = turn.words();
        return transcript
                .transcript()
                .text()
                .substring(
                        words.get(0).place().start(),
                        words.get(words.size() - 1).place().end());
    }

    private void suggest(Optional<String> speaker, String name, int line, Where where, String quote) {
        if (speaker.isPresent() && isNameless(speaker.get())) {
            // With a full stop behind a title or without: one name.
            found.putIfAbsent(
                    speaker.get() + "\n" + name.replace(".", ""),
                    new NameSuggestion(speaker.get(), name, line, where, quote));
        }
    }

    /** Whether a speaker is called what this program calls those whom it knows no name of. */
    private static boolean isNameless(String speaker) {
        return speaker.matches("Interviewer|Guest|Speaker \\d+");
    }
}
