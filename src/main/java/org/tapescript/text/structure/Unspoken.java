package org.tapescript.text.structure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.Block;
import org.tapescript.domain.Block.Layout;
import org.tapescript.domain.Block.Style;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;
import org.tapescript.domain.ParagraphKind;

/** Classifies paragraphs as spoken or not, and what unspoken ones are, by their marks, text and position. */
final class Unspoken {
    private static final Pattern CREDIT = Pattern.compile("(?iU)(?:" + String.join("|", WordLists.of("credits"))
            + ")\\h*(?:graf\\w*|by|:|：|/|©|\\(|courtesy)|©|\\b(?:getty images|reuters|ap photo|afp)\\b");
    private static final Pattern FOOTNOTE =
            Pattern.compile("^(?:\\[(\\d{1,3})]|([⁰¹²³⁴-⁹]+)|(\\d{1,3})[.)]?)\\h+(?=\\p{Lu}|\\p{Lo}|[\"“«„‘])");
    private static final Pattern REFERENCE = Pattern.compile("\\[(\\d{1,3})]|([⁰¹²³⁴-⁹]+)");
    /** {@code [Observation]: She nods.} */
    private static final Pattern LABELLED = Pattern.compile("[*_]*\\[[^\\[\\]]{3,60}][*_]*:[*_]*\\h");

    private static final Pattern INNER_STOP = Pattern.compile("[.?!…]['\"’”»)]*\\s");
    /** What is longer says more than who took a picture. */
    private static final int MAX_CAPTION_LENGTH = 300;

    private static final int QUOTE_WORDS = 50;
    private static final int HEADING_WORDS = 14;
    /** The most characters that this many words may have. */
    private static final int MAX_HEADING_LENGTH = 40 * HEADING_WORDS;

    /** If a larger share of unmarked paragraphs lacks a final full stop, the text does not use them. */
    private static final double OPEN_SHARE = 0.35;

    private static final double NEARLY_ALL = 0.8;
    /** Italics are taken for notes if at most one paragraph in this many is set so. */
    private static final int ITALIC_PART = 4;

    private static final double OPEN_WORDS = 0.06;
    private static final int MAX_TITLES = 8;
    private static final int TEASER_DISTANCE = 20;
    private final String text;
    private final Wrapping wrapping;
    private final Scheme scheme;
    private final List<Passage> passages;
    private final List<String> texts;
    private final ParagraphKind[] kinds;
    private final List<Doubt> doubts;
    private final Repetition repetition;
    private final boolean shouts;
    private final BitSet bracketed;
    private final BitSet motions;
    private final BitSet minutes;
    private final boolean timed;
    private final boolean italics;
    private final BrokenSentences broken;
    private final Set<String> references = new HashSet<>();

    private Unspoken(String text, List<Passage> passages, Wrapping wrapping, Scheme scheme, List<Doubt> doubts) {
        this.wrapping = wrapping;
        this.scheme = scheme;
        this.text = text;
        this.shouts = Sentence.shouts(text);
        this.passages = passages;
        this.doubts = doubts;
        this.texts = passages.stream().map(p -> p.place().of(text)).toList();
        this.broken = new BrokenSentences(passages, texts);
        this.kinds = new ParagraphKind[passages.size()];
        this.repetition = new Repetition(texts);
        this.bracketed = OpenBrackets.find(texts, i -> scheme != Scheme.BESIDE && isMarked(i));
        this.motions = Motions.find(texts, this::isMarked);
        this.minutes = scheme.isNamed() && scheme != Scheme.BESIDE ? MinuteLabels.find(passages, texts) : new BitSet();
        this.timed = areTimed();
        this.italics = areItalicsRare();
        Matcher m = REFERENCE.matcher(text);
        while (m.find()) {
            // A reference touches the word before it; looking behind each place would take long.
            if (m.start() > 0 && !Character.isWhitespace(text.charAt(m.start() - 1))) {
                references.add(m.group(1) == null ? m.group(2) : m.group(1));
            }
        }
    }

    /** The kind of each paragraph; spoken ones are turns if they are marked. */
    static ParagraphKind[] kinds(
            String text, List<Passage> passages, Wrapping wrapping, Scheme scheme, List<Doubt> doubts) {
        Unspoken unspoken = new Unspoken(text, passages, wrapping, scheme, doubts);
        if (scheme == Scheme.BESIDE) {
            unspoken.beside();
        } else {
            unspoken.classify(scheme != Scheme.NONE);
        }
        return unspoken.kinds;
    }

    private boolean isMarked(int i) {
        return passages.get(i).mark.isPresent();
    }

    private Block block(int i) {
        return passages.get(i).block();
    }

    /** Whether a paragraph starts with a time, as nearly all others do. */
    boolean isTimed(int i) {
        return timed && startsWithTime(i);
    }

    private boolean areTimed() {
        int withTime = 0;
        int open = 0;
        for (int k = 0; k < passages.size(); k++) {
            boolean text = passages.get(k).furniture.isEmpty();
            open += text ? 1 : 0;
            withTime += text && startsWithTime(k) ? 1 : 0;
        }
        return withTime >= NEARLY_ALL * open;
    }

    private boolean startsWithTime(int i) {
        return MarkParser.afterTimes(text, passages.get(i).place()) > passages.get(i).start;
    }

    boolean isCue(int i) {
        return block(i).layout() == Layout.CUE;
    }

    /** How many words a paragraph has. */
    int words(int i) {
        return repetition.words(i);
    }

    /** Where the file itself names speakers, its styles tell headings, captions and quotes. */
    private void beside() {
        for (int i = 0; i < kinds.length; i++) {
            ParagraphKind unmarked = switch (block(i).style()) {
                case HEADING -> ParagraphKind.HEADING;
                case CAPTION -> ParagraphKind.CAPTION;
                case QUOTE -> ParagraphKind.PULL_QUOTE;
                default ->
                    StageDirections.isWhole(texts.get(i)) || bracketed.get(i)
                            ? ParagraphKind.NOTE
                            : i == 0 ? ParagraphKind.TURN : ParagraphKind.CONTINUATION;
            };
            kinds[i] = block(i).style().told().orElse(isMarked(i) && !bracketed.get(i) ? ParagraphKind.TURN : unmarked);
        }
    }

    static boolean isCaption(Block block, String text) {
        return block.style() == Style.CAPTION
                || text.length() <= MAX_CAPTION_LENGTH && CREDIT.matcher(text).find();
    }

    static boolean isHeadingLike(Block block, String text) {
        if (block.style() != Style.HEADING && text.length() > MAX_HEADING_LENGTH) {
            return false;
        }
        int words = Repetition.normalise(text).size();
        return block.style() == Style.HEADING
                || words <= HEADING_WORDS && !Sentence.ends(text)
                || words <= HEADING_WORDS
                        && text.equals(text.toUpperCase(Locale.ROOT))
                        && !text.equals(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isLabelled(String text) {
        return !text.isEmpty()
                && "[*_".indexOf(text.charAt(0)) >= 0
                && LABELLED.matcher(text).lookingAt();
    }

    /** {@code Act Two. No, it is not.}: a word for a part, and its number. */
    private static boolean isDivision(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("\\h+", 3);
        String number = words.length > 1 ? words[1].replaceAll("[.:,]$", "") : "";
        return words.length > 1
                && WordLists.of("divisions").contains(words[0])
                && words[1].length() > number.length()
                && (WordLists.of("numbers").contains(number) || number.matches("\\d{1,3}|[ivx]{1,6}"));
    }

    boolean isHeadingLike(int i) {
        return (!shouts || block(i).style() == Style.HEADING) && isHeadingLike(block(i), texts.get(i));
    }

    private void classify(boolean marked) {
        int first = 0;
        int last = passages.size() - 1;
        if (marked) {
            while (first < passages.size() && !isMarked(first)) {
                first++;
            }
            while (last >= 0 && !isMarked(last)) {
                last--;
            }
        }
        boolean stops = hasFullStops(first, last);
        for (int i = 0; i < passages.size(); i++) {
            kinds[i] = kind(i, marked, i > first && i < last, stops);
        }
        if (marked) {
            Edges edges = new Edges(this, scheme, passages, texts, kinds, doubts);
            edges.front(first);
            edges.back(first, last);
        } else if (passages.size() > 2 && isTitle(0)) {
            // Without marks, only titles can be recognised: short lines without full stops before long ones.
            int end = 1;
            while (end < passages.size() && end <= MAX_TITLES && isTitle(end)) {
                end++;
            }
            boolean apart = end < passages.size() && words(end) > HEADING_WORDS && Sentence.ends(texts.get(end));
            Arrays.fill(kinds, 0, apart ? end : 1, ParagraphKind.HEADING);
        }
        for (int i = 0; i < passages.size(); i++) {
            if (kinds[i] == null) {
                kinds[i] = ParagraphKind.CONTINUATION;
            }
        }
    }

    private boolean isTitle(int i) {
        return (kinds[i] == null || kinds[i] == ParagraphKind.HEADING) && isHeadingLike(i) && !isCue(i) && !hasTime(i);
    }

    /** Whether so few paragraphs are in italics that those between turns are an editor's words. */
    private boolean areItalicsRare() {
        int italic = 0;
        for (int i = 0; i < passages.size(); i++) {
            italic += isItalic(i) ? 1 : 0;
        }
        return italic > 0 && italic * ITALIC_PART <= passages.size();
    }

    /** Whether a whole short paragraph is in italics, and not in bold as well. */
    private boolean isItalic(int i) {
        Block block = block(i);
        CharSpan place = passages.get(i).place();
        return block.style() == Style.PLAIN
                && !isMarked(i)
                && words(i) <= QUOTE_WORDS
                && block.emphases().stream()
                        .anyMatch(e -> !e.bold()
                                && e.place().start() <= place.start()
                                && e.place().end() >= place.end());
    }

    private boolean hasTime(int i) {
        return passages.get(i).speech > passages.get(i).start;
    }

    /** Whether paragraphs of speech end with full stops in this text, so that what does not is none. */
    private boolean hasFullStops(int first, int last) {
        int unmarked = 0;
        int open = 0;
        int all = 0;
        int openWords = 0;
        for (int i = first; i <= last && i < passages.size(); i++) {
            int words = words(i);
            all += words;
            boolean plain =
                    !isMarked(i) && !isCue(i) && passages.get(i).furniture.isEmpty() && block(i).style() == Style.PLAIN;
            if (plain && !StageDirections.isWhole(texts.get(i)) && repetition.source(i) < 0) {
                unmarked++;
                boolean ends = Sentence.ends(texts.get(i));
                open += ends ? 0 : 1;
                openWords += ends ? 0 : words;
            }
        }
        return open <= 3 && openWords <= OPEN_SHARE * all
                || open < OPEN_SHARE * unmarked && openWords < OPEN_WORDS * all
                || openWords < 0.02 * all;
    }

    /** The kind of a paragraph judged on its own; null if only its position can tell. */
    private ParagraphKind kind(int i, boolean marked, boolean between, boolean stops) {
        String own = texts.get(i);
        if (passages.get(i).furniture.isPresent()) {
            return passages.get(i).furniture.get() == Furniture.Kind.FOOTER
                    ? ParagraphKind.AFTERWORD
                    : ParagraphKind.OTHER;
        }
        if (block(i).style().told().isPresent() || isMarked(i) && !minutes.get(i)) {
            return block(i).style().told().orElse(ParagraphKind.TURN);
        }
        if (minutes.get(i) && (isMarked(i) || between)) {
            doubts.add(new Doubt(block(i).line(), DoubtCode.MOTION, 0.3));
            return ParagraphKind.NOTE;
        }
        if (StageDirections.isWhole(own)
                || bracketed.get(i)
                || isLabelled(own)
                || WordLists.begins("notes", Emoji.without(own.replaceAll("^[*\\[]", "")))) {
            return ParagraphKind.NOTE;
        }
        if (isCue(i)) {
            return null;
        }
        if (between && motions.get(i)) {
            doubts.add(new Doubt(block(i).line(), DoubtCode.MOTION, 0.3));
            return ParagraphKind.NOTE;
        }
        if (between
                && scheme.isNamed()
                && italics
                && isItalic(i)
                && !Edges.FIRST_PERSON.matcher(own).find()) {
            doubts.add(new Doubt(block(i).line(), DoubtCode.ITALIC_NOTE, 0.25));
            return ParagraphKind.NOTE;
        }
        if (isCaption(block(i), own)) {
            return ParagraphKind.CAPTION;
        }
        if (isFootnote(own)) {
            return ParagraphKind.NOTE;
        }
        if (block(i).style() == Style.HEADING || between && words(i) <= HEADING_WORDS && isDivision(own)) {
            return ParagraphKind.HEADING;
        }
        if (runsOn(i) || between && (isAnnounced(i) || broken.isBroken(i, kinds))) {
            return null;
        }
        if (marked && isPullQuote(i, i == 0)) {
            return ParagraphKind.PULL_QUOTE;
        }
        if (marked && between && stops && isHeadingLike(i)) {
            return ParagraphKind.HEADING;
        }
        if (marked && between && stops && !Sentence.ends(own) && words(i) <= longestQuote(own)) {
            // Speech ends with full stops; pull quotes in large type often do not.
            doubts.add(new Doubt(block(i).line(), DoubtCode.OPEN_PULL_QUOTE, 0.3));
            return ParagraphKind.PULL_QUOTE;
        }
        return null;
    }

    /** Whether no blank line sets a paragraph apart in a text whose lines were cut: nothing but speech is printed so. */
    private boolean runsOn(int i) {
        Passage above = i > 0 ? passages.get(i - 1) : null;
        return above != null
                && wrapping.wrapped()
                && !wrapping.doubled()
                && above.furniture.isEmpty()
                && passages.get(i).first.isFree()
                && above.last.isFree()
                && passages.get(i).first.blanks() == 0;
    }

    /** Whether the paragraph above breaks off as what announces a list does, or a part of one. */
    private boolean isAnnounced(int i) {
        return i > 0
                && block(i).style() == Style.PLAIN
                && passages.get(i - 1).furniture.isEmpty()
                && (kinds[i - 1] == null || kinds[i - 1].isSpoken())
                && Sentence.announces(texts.get(i - 1));
    }

    /** Large type is short, and shorter still if it has several sentences. */
    private static int longestQuote(String text) {
        return INNER_STOP.matcher(text).find() ? QUOTE_WORDS / 2 : QUOTE_WORDS;
    }

    private boolean isFootnote(String own) {
        Matcher m = FOOTNOTE.matcher(own);
        if (!m.find()) {
            return false;
        }
        String number = m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3);
        return references.contains(number);
    }

    private boolean isPullQuote(int i, boolean title) {
        int source = repetition.source(i);
        if (hasTime(i) || repetition.isFormula(i) || isTeaser(source, i)) {
            return false;
        }
        if (source < 0 || title) {
            return block(i).style() == Style.QUOTE && source >= 0;
        }
        // Of two paragraphs with the same words, the marked or longer one is speech.
        boolean sameLength = words(source) == words(i);
        return isMarked(source) || !sameLength || source > i && Sentence.ends(texts.get(source));
    }

    /** Whether the first turn repeats something from much later: programmes open with a teaser, and both are spoken. */
    private boolean isTeaser(int source, int i) {
        boolean first = source >= 0 && isMarked(source);
        for (int k = 0; k < source && first; k++) {
            first = !isMarked(k);
        }
        return first && i - source > TEASER_DISTANCE;
    }
}
