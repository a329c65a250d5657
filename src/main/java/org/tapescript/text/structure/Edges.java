package org.tapescript.text.structure;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;
import org.tapescript.domain.ParagraphKind;

/**
 * Classifies what comes before the first and after the last mark: titles, introductions and afterwords, or speech after all, such as a
 * talk before the questions or the rest of the last turn.
 */
final class Edges {
    static final Pattern FIRST_PERSON =
            Pattern.compile("(?iU)\\b(?:" + String.join("|", WordLists.of("first-person")) + ")\\b");
    private static final int MIN_NAME_LENGTH = 4;
    private static final int HEADING_WORDS = 14;
    private static final int FIRST_HEADING_WORDS = 40;
    private static final int STANDFIRST_WORDS = 90;
    /** If this share of turns has unmarked paragraphs, the last one may have them too. */
    private static final double CONTINUED = 0.3;

    private static final int MIN_CONTINUED = 5;
    private static final int MAX_AFTERWORD_WORDS = 200;
    private static final double AFTERWORD_SHARE = 0.15;
    /** More words than an introduction has, and their share of all words. */
    private static final int MIN_LECTURE_WORDS = 500;

    private static final double LECTURE = 0.5;

    private final Unspoken unspoken;
    private final Scheme scheme;
    private final List<Passage> passages;
    private final List<String> texts;
    private final ParagraphKind[] kinds;
    private final List<Doubt> doubts;
    private final Set<String> names = new HashSet<>();

    /** @param kinds as far as they are known, to which those of the edges are added */
    Edges(
            Unspoken unspoken,
            Scheme scheme,
            List<Passage> passages,
            List<String> texts,
            ParagraphKind[] kinds,
            List<Doubt> doubts) {
        this.unspoken = unspoken;
        this.scheme = scheme;
        this.passages = passages;
        this.texts = texts;
        this.kinds = kinds;
        this.doubts = doubts;
        // Letters and initials, as "A" for an answer, are in most sentences.
        passages.forEach(p -> p.mark.flatMap(Mark::name)
                .filter(n -> n.length() >= MIN_NAME_LENGTH || !hasCase(n))
                .ifPresent(n -> names.add(n.toLowerCase(Locale.ROOT))));
    }

    private static boolean hasCase(String name) {
        return name.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
    }

    /** Whether a paragraph mentions a speaker by name, which speakers do not do of themselves. */
    private boolean mentionsSpeaker(int i) {
        String own = texts.get(i).toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(own::contains);
    }

    /** Whether the text before the first mark is longer than all that follows, too long for an introduction. */
    private boolean isLecture(int first) {
        int all = 0;
        int before = 0;
        for (int i = 0; i < passages.size(); i++) {
            int words = unspoken.words(i);
            all += words;
            before += i < first && kinds[i] == null ? words : 0;
        }
        return before >= MIN_LECTURE_WORDS && before > LECTURE * all;
    }

    /** Timed cues are spoken, marked or not. */
    private void cues(int first) {
        boolean begun = false;
        for (int i = 0; i < first; i++) {
            if (kinds[i] == null && (unspoken.isCue(i) || unspoken.isTimed(i))) {
                kinds[i] = begun ? ParagraphKind.CONTINUATION : ParagraphKind.TURN;
                begun = true;
            }
        }
    }

    void front(int first) {
        cues(first);
        if (isLecture(first)) {
            lecture(first);
            return;
        }
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
            // If answers are marked, the first question precedes the first mark.
            kinds[first - 1] = ParagraphKind.TURN;
        }
        for (int i = 0; i < first; i++) {
            heading |= kinds[i] == ParagraphKind.HEADING;
            if (kinds[i] != null) {
                continue;
            }
            boolean brief = unspoken.words(i) <= FIRST_HEADING_WORDS && !Sentence.ends(texts.get(i));
            if (!heading
                    && (brief
                            || unspoken.isHeadingLike(i)
                            || i == 0 && unspoken.words(i) <= HEADING_WORDS && open > 1)) {
                kinds[i] = ParagraphKind.HEADING;
                heading = true;
            } else if (unspoken.isHeadingLike(i)) {
                kinds[i] = ParagraphKind.HEADING;
            } else if (heading && !standfirst && unspoken.words(i) <= STANDFIRST_WORDS) {
                kinds[i] = ParagraphKind.STANDFIRST;
                standfirst = true;
            } else {
                kinds[i] = ParagraphKind.INTRODUCTION;
                standfirst = true;
            }
        }
    }

    private void lecture(int first) {
        boolean begun = false;
        for (int i = 0; i < first; i++) {
            if (kinds[i] == null && !begun && unspoken.isHeadingLike(i)) {
                kinds[i] = ParagraphKind.HEADING;
            } else if (kinds[i] == null) {
                kinds[i] = begun ? ParagraphKind.CONTINUATION : ParagraphKind.TURN;
                if (!begun) {
                    doubts.add(new Doubt(passages.get(i).block().line(), DoubtCode.LECTURE, 0.5));
                }
                begun = true;
            }
        }
    }

    /** Whether the last mark is a question whose answer is unmarked. */
    private boolean awaitsAnswer(int last) {
        return last >= 0 && (scheme.asks() || scheme == Scheme.DASH && Sentence.asks(texts.get(last)));
    }

    /** Whether too much follows the last mark for it to be an afterword. */
    private boolean isLong(int from) {
        int all = 0;
        int after = 0;
        for (int i = 0; i < passages.size(); i++) {
            int words = unspoken.words(i);
            all += words;
            after += i >= from && kinds[i] == null ? words : 0;
        }
        return after > MAX_AFTERWORD_WORDS && after > AFTERWORD_SHARE * all;
    }

    /** Whether turns continue after headings, so that a heading does not end the conversation. */
    private boolean hasSections(int first, int last) {
        int sections = 0;
        for (int i = first + 1; i < last; i++) {
            sections += kinds[i - 1] == ParagraphKind.HEADING && kinds[i] == null ? 1 : 0;
        }
        return sections >= 2;
    }

    /** Text after the last mark continues the last turn until a heading, a credit or the editor's voice ends it. */
    void back(int first, int last) {
        int marked = 0;
        int unmarked = 0;
        for (int i = first; i < last; i++) {
            marked += passages.get(i).mark.isPresent() ? 1 : 0;
            unmarked += kinds[i] == null ? 1 : 0;
        }
        boolean continued = unmarked >= MIN_CONTINUED && unmarked >= CONTINUED * marked;
        boolean late = isLong(last + 1) || hasSections(first, last);
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
            if (unspoken.isHeadingLike(i) && !over && !unspoken.isCue(i)) {
                kinds[i] = closes && i == passages.size() - 1 ? ParagraphKind.AFTERWORD : ParagraphKind.HEADING;
                over = !late;
            } else if (unspoken.isHeadingLike(i) && i + 1 < passages.size() && !unspoken.isCue(i)) {
                kinds[i] = ParagraphKind.HEADING;
            } else if (over
                    || closes
                    || !continued
                            && !late
                            && !unspoken.isCue(i)
                            && (!scheme.isNamed() || mentionsSpeaker(i))
                            && !FIRST_PERSON.matcher(texts.get(i)).find()) {
                kinds[i] = ParagraphKind.AFTERWORD;
                if (!over && !closes) {
                    doubts.add(new Doubt(passages.get(i).block().line(), DoubtCode.AFTERWORD_OR_TURN, 0.4));
                }
                over = true;
            } else {
                doubts.add(new Doubt(passages.get(i).block().line(), DoubtCode.TURN_OR_AFTERWORD, 0.35));
            }
        }
    }
}
