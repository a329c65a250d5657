package org.tapescript.text.structure;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.Block;
import org.tapescript.domain.Block.Layout;
import org.tapescript.domain.Block.Style;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;
import org.tapescript.domain.ParagraphKind;

/** Says of each paragraph whether it is spoken, and if not, what it is: by its mark, what it says and where it stands. */
final class Unspoken {
    private static final Pattern CREDIT = Pattern.compile("(?iU)(?:" + String.join("|", WordLists.of("credits"))
            + ")\\h*(?:graf\\w*|by|:|：|/|©|\\(|courtesy)|©|\\b(?:getty images|reuters|ap photo|afp)\\b");
    private static final Pattern FIRST_PERSON =
            Pattern.compile("(?iU)\\b(?:" + String.join("|", WordLists.of("first-person")) + ")\\b");
    private static final Pattern FOOTNOTE =
            Pattern.compile("^(?:\\[(\\d{1,3})]|([⁰¹²³⁴-⁹]+)|(\\d{1,3})[.)]?)\\h+(?=\\p{Lu}|\\p{Lo}|[\"“«„‘])");
    private static final Pattern REFERENCE = Pattern.compile("(?<=\\S)\\[(\\d{1,3})]|(?<=\\S)([⁰¹²³⁴-⁹]+)");
    private static final Pattern INNER_STOP = Pattern.compile("[.?!…]['\"’”»)]*\\s");
    private static final int QUOTE_WORDS = 50;
    private static final int HEADING_WORDS = 14;
    /** Characters that so many words may have. */
    private static final int LONGEST_HEADING = 40 * HEADING_WORDS;

    private static final int FIRST_HEADING_WORDS = 40;
    private static final int STANDFIRST_WORDS = 90;
    /** Where more of what is unmarked ends without a full stop than this, the text goes without them. */
    private static final double OPEN_SHARE = 0.35;

    private static final double OPEN_WORDS = 0.06;
    /** Where so many turns have unmarked paragraphs, the last one may have them too. */
    private static final double CONTINUED = 0.3;

    private static final int FEWEST_CONTINUED = 5;
    private static final int LONGEST_AFTERWORD = 200;
    private static final int TEASER_DISTANCE = 20;
    private static final double AFTERWORD_SHARE = 0.15;

    private final String text;
    private final Scheme scheme;
    private final List<Passage> passages;
    private final List<String> texts;
    private final ParagraphKind[] kinds;
    private final List<Doubt> doubts;
    private final Repetition repetition;
    private final boolean shouts;
    private final Set<String> names = new HashSet<>();
    private final Set<String> references = new HashSet<>();

    private Unspoken(String text, List<Passage> passages, Scheme scheme, List<Doubt> doubts) {
        this.scheme = scheme;
        this.text = text;
        this.shouts = Sentence.shouts(text);
        this.passages = passages;
        this.doubts = doubts;
        this.texts = passages.stream().map(p -> p.place().of(text)).toList();
        this.kinds = new ParagraphKind[passages.size()];
        this.repetition = new Repetition(texts);
        passages.forEach(p -> p.mark.flatMap(Mark::name).ifPresent(n -> names.add(n.toLowerCase(Locale.ROOT))));
        Matcher m = REFERENCE.matcher(text);
        while (m.find()) {
            references.add(m.group(1) == null ? m.group(2) : m.group(1));
        }
    }

    /** What each paragraph is; those that are spoken are turns if they are marked. */
    static ParagraphKind[] kinds(String text, List<Passage> passages, Scheme scheme, List<Doubt> doubts) {
        Unspoken unspoken = new Unspoken(text, passages, scheme, doubts);
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

    private boolean isCue(int i) {
        return block(i).layout() == Layout.CUE;
    }

    private int words(int i) {
        return repetition.words(i);
    }

    /** Where the file says who speaks, it says of a heading that it is one. */
    private void beside() {
        for (int i = 0; i < kinds.length; i++) {
            ParagraphKind unmarked = switch (block(i).style()) {
                case HEADING -> ParagraphKind.HEADING;
                case CAPTION -> ParagraphKind.CAPTION;
                case QUOTE -> ParagraphKind.PULL_QUOTE;
                case PLAIN -> i == 0 ? ParagraphKind.TURN : ParagraphKind.CONTINUATION;
            };
            kinds[i] = isMarked(i) ? ParagraphKind.TURN : unmarked;
        }
    }

    static boolean isCaption(Block block, String text) {
        return block.style() == Style.CAPTION || CREDIT.matcher(text).find();
    }

    static boolean isHeadingLike(Block block, String text) {
        if (block.style() != Style.HEADING && text.length() > LONGEST_HEADING) {
            return false;
        }
        int words = Repetition.normalise(text).size();
        return block.style() == Style.HEADING
                || words <= HEADING_WORDS && !Sentence.ends(text)
                || words <= HEADING_WORDS
                        && text.equals(text.toUpperCase(Locale.ROOT))
                        && !text.equals(text.toLowerCase(Locale.ROOT));
    }

    private boolean isHeadingLike(int i) {
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
            frontMatter(first);
            backMatter(first, last);
        } else if (passages.size() > 2 && kinds[0] == null && isHeadingLike(0) && !isCue(0) && !hasTime(0)) {
            // Without any marks only a title can be told: a short first line without a full stop.
            kinds[0] = ParagraphKind.HEADING;
        }
        for (int i = 0; i < passages.size(); i++) {
            if (kinds[i] == null) {
                kinds[i] = ParagraphKind.CONTINUATION;
            }
        }
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
            boolean plain = !isMarked(i) && passages.get(i).furniture.isEmpty() && block(i).style() == Style.PLAIN;
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

    /** What a paragraph is for itself; null for what only its place can tell. */
    private ParagraphKind kind(int i, boolean marked, boolean between, boolean stops) {
        String own = texts.get(i);
        if (passages.get(i).furniture.isPresent()) {
            return passages.get(i).furniture.get() == Furniture.Kind.FOOTER
                    ? ParagraphKind.AFTERWORD
                    : ParagraphKind.OTHER;
        }
        if (isMarked(i)) {
            return ParagraphKind.TURN;
        }
        if (StageDirections.isWhole(own) || WordLists.begins("notes", own.replaceAll("^[*\\[]", ""))) {
            return ParagraphKind.NOTE;
        }
        if (isCue(i)) {
            return null;
        }
        if (isCaption(block(i), own)) {
            return ParagraphKind.CAPTION;
        }
        if (isFootnote(own)) {
            return ParagraphKind.NOTE;
        }
        if (block(i).style() == Style.HEADING) {
            return ParagraphKind.HEADING;
        }
        if (marked && isPullQuote(i, i == 0)) {
            return ParagraphKind.PULL_QUOTE;
        }
        if (marked && between && stops && isHeadingLike(i)) {
            return ParagraphKind.HEADING;
        }
        if (marked && between && stops && !Sentence.ends(own) && words(i) <= longestQuote(own)) {
            // Speech is printed with full stops; large type goes without.
            doubts.add(new Doubt(block(i).line(), DoubtCode.OPEN_PULL_QUOTE, 0.3));
            return ParagraphKind.PULL_QUOTE;
        }
        return null;
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
        if (hasTime(i) || isTeaser(source, i)) {
            return false;
        }
        if (source < 0 || title) {
            return block(i).style() == Style.QUOTE && source >= 0;
        }
        // Of two paragraphs that say the same, the marked or the longer one is the speech.
        boolean sameLength = words(source) == words(i);
        return isMarked(source) || !sameLength || source > i && Sentence.ends(texts.get(source));
    }

    /** Whether the first turn says what comes much later: programmes begin with a piece of what is to come, and both are heard. */
    private boolean isTeaser(int source, int i) {
        boolean first = source >= 0 && isMarked(source);
        for (int k = 0; k < source && first; k++) {
            first = !isMarked(k);
        }
        return first && i - source > TEASER_DISTANCE;
    }

    /** Whether a paragraph speaks of a speaker by name, as nobody does of oneself. */
    private boolean mentionsSpeaker(int i) {
        String own = texts.get(i).toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(own::contains);
    }

    private void frontMatter(int first) {
        boolean heading = false;
        boolean standfirst = false;
        int open = 0;
        for (int i = 0; i < first; i++) {
            open += kinds[i] == null ? 1 : 0;
        }
        if (first > 0
                && kinds[first - 1] == null
                && scheme.asks()
                && Sentence.asks(texts.get(first - 1))
                && !Sentence.asks(texts.get(first))) {
            // Where answers bear the marks, the first question stands before the first mark.
            kinds[first - 1] = ParagraphKind.TURN;
        }
        for (int i = 0; i < first; i++) {
            heading |= kinds[i] == ParagraphKind.HEADING;
            if (kinds[i] != null) {
                continue;
            }
            boolean brief = words(i) <= FIRST_HEADING_WORDS && !Sentence.ends(texts.get(i));
            if (!heading && (brief || isHeadingLike(i) || i == 0 && words(i) <= HEADING_WORDS && open > 1)) {
                kinds[i] = ParagraphKind.HEADING;
                heading = true;
            } else if (isHeadingLike(i)) {
                kinds[i] = ParagraphKind.HEADING;
            } else if (heading && !standfirst && words(i) <= STANDFIRST_WORDS) {
                kinds[i] = ParagraphKind.STANDFIRST;
                standfirst = true;
            } else {
                kinds[i] = ParagraphKind.INTRODUCTION;
                standfirst = true;
            }
        }
    }

    /** Whether a mark is a question, to which the answer has no mark of its own. */
    private boolean awaitsAnswer(int last) {
        return last >= 0 && (scheme.asks() || scheme == Scheme.DASH && Sentence.asks(texts.get(last)));
    }

    /** Whether so much follows the last mark that it cannot well be an afterword. */
    private boolean isLong(int from) {
        int all = 0;
        int after = 0;
        for (int i = 0; i < passages.size(); i++) {
            int words = words(i);
            all += words;
            after += i >= from && kinds[i] == null ? words : 0;
        }
        return after > LONGEST_AFTERWORD && after > AFTERWORD_SHARE * all;
    }

    /** What follows the last mark: the last turn goes on, until a heading, a credit or somebody else's voice ends it. */
    private void backMatter(int first, int last) {
        int marked = 0;
        int unmarked = 0;
        for (int i = first; i < last; i++) {
            marked += isMarked(i) ? 1 : 0;
            unmarked += kinds[i] == null ? 1 : 0;
        }
        boolean continued = unmarked >= FEWEST_CONTINUED && unmarked >= CONTINUED * marked;
        boolean late = isLong(last + 1);
        boolean over = false;
        for (int i = last + 1; i < passages.size(); i++) {
            over |= kinds[i] == ParagraphKind.HEADING && !late;
            // "[End of recording]"
            over |= kinds[i] == ParagraphKind.NOTE
                    && WordLists.begins("closings", texts.get(i).replaceAll("^[\\[(*]+", ""));
            if (kinds[i] != null) {
                continue;
            }
            boolean closes = WordLists.begins("closings", texts.get(i));
            if (i == last + 1 && !closes && awaitsAnswer(last) && Sentence.endsFully(texts.get(i))) {
                continue;
            }
            if (isHeadingLike(i) && !over && !isCue(i)) {
                kinds[i] = closes && i == passages.size() - 1 ? ParagraphKind.AFTERWORD : ParagraphKind.HEADING;
                over = !late;
            } else if (isHeadingLike(i) && i + 1 < passages.size() && !isCue(i)) {
                kinds[i] = ParagraphKind.HEADING;
            } else if (over
                    || closes
                    || !continued
                            && !late
                            && !isCue(i)
                            && (!scheme.isNamed() || mentionsSpeaker(i))
                            && !FIRST_PERSON.matcher(texts.get(i)).find()) {
                kinds[i] = ParagraphKind.AFTERWORD;
                if (!over && !closes) {
                    doubts.add(new Doubt(block(i).line(), DoubtCode.AFTERWORD_OR_TURN, 0.4));
                }
                over = true;
            } else {
                doubts.add(new Doubt(block(i).line(), DoubtCode.TURN_OR_AFTERWORD, 0.35));
            }
        }
    }
}
