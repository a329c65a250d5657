package org.tapescript.align;

import java.util.ArrayList;
import java.util.List;

/**
 * Moves words that were said twice to where they were said last. Speakers stumble, repeat a word or two and go on ("was – was a
 * rare occasion"); the text has the words once, and their useful time is the one from which the sentence runs on.
 */
final class Repeats {
    /** Most words that are repeated together. */
    private static final int MAXIMUM_WORDS = 3;
    /** Words after the repetition that are aligned again with it. */
    private static final int FOLLOWING = 2;
    /** Fewer frames of speech after a word cannot repeat it; a longer gap is no repetition either. */
    private static final int MINIMUM_SPEECH = 5;

    private static final int LONGEST = 200;
    /** The repeated words must end within this many seconds of the next word. */
    private static final double NEAR = 0.1;
    /** By how much worse the moved words may fit, in log likelihood a frame. */
    private static final double WORSE = 0.4;

    private final boolean[] speech;
    private final Timeline timeline;

    Repeats(boolean[] speech, Timeline timeline) {
        this.speech = speech;
        this.timeline = timeline;
    }

    /** Indices of the words behind which, before the word that follows in the text, speech is left over. */
    List<Integer> candidates(List<WordSpan> spans) {
        List<Integer> result = new ArrayList<>();
        for (int i = 0; i + 1 < spans.size(); i++) {
            int from = spans.get(i).end();
            int to = spans.get(i + 1).start();
            if (spans.get(i + 1).word() == spans.get(i).word() + 1
                    && to - from <= LONGEST
                    && SpeechFrames.count(speech, from, to) >= MINIMUM_SPEECH) {
                result.add(i);
            }
        }
        return result;
    }

    /**
     * The words up to {@code last} that were said again behind it, where they were said again, and those that follow; empty if none
     * were.
     */
    List<WordSpan> again(RunAligner aligner, List<WordSpan> spans, int last) {
        int from = spans.get(last).end();
        int to = spans.get(last + 1).start();
        // The words that follow take part: they may have been drawn into the repetition.
        List<WordSpan> next = contiguous(spans, last + 1, Math.min(spans.size(), last + 1 + FOLLOWING));
        int end = next.get(next.size() - 1).end() + 1;
        List<WordAlignment> nextNow = aligner.align(next, to - 1, end);
        for (int n = Math.min(MAXIMUM_WORDS, last + 1); n > 0; n--) {
            List<WordSpan> words = spans.subList(last - n + 1, last + 1);
            if (words.get(n - 1).word() - words.get(0).word() != n - 1
                    || SpeechFrames.count(speech, words.get(0).start(), from)
                            > 2 * SpeechFrames.count(speech, from, to)) {
                continue;
            }
            List<WordAlignment> now =
                    new ArrayList<>(aligner.align(words, words.get(0).start() - 1, from + 1));
            now.addAll(nextNow);
            int variants = n == 1 ? aligner.variants(words.get(0).word()) : 1;
            for (int variant = 0; variant < variants; variant++) {
                List<WordSpan> moved = new ArrayList<>();
                for (WordSpan w : words) {
                    moved.add(new WordSpan(w.word(), n == 1 ? variant : w.variant(), from, to));
                }
                moved.addAll(next);
                List<WordAlignment> later = aligner.align(moved, from - 1, end);
                if (now.size() == moved.size()
                        && later.size() == moved.size()
                        && margin(later) > margin(now) - WORSE
                        && isSaid(later.subList(0, n))
                        && later.get(n).start() - later.get(n - 1).end() <= NEAR) {
                    return placed(moved, later);
                }
            }
        }
        return List.of();
    }

    private static List<WordSpan> contiguous(List<WordSpan> spans, int from, int to) {
        int end = from + 1;
        while (end < to && spans.get(end).word() == spans.get(end - 1).word() + 1) {
            end++;
        }
        return spans.subList(from, end);
    }

    private List<WordSpan> placed(List<WordSpan> words, List<WordAlignment> later) {
        List<WordSpan> result = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            result.add(new WordSpan(
                    words.get(i).word(),
                    words.get(i).variant(),
                    timeline.frame(later.get(i).start()),
                    timeline.frame(later.get(i).end())));
        }
        return result;
    }

    /** Whether the phones have the length of phones. */
    private static boolean isSaid(List<WordAlignment> words) {
        return words.stream().noneMatch(w -> w.stretched() > 0)
                && words.stream().mapToDouble(WordAlignment::squeezed).average().orElse(1) < 0.6;
    }

    private static double margin(List<WordAlignment> words) {
        double sum = 0;
        double seconds = 0;
        for (WordAlignment w : words) {
            sum += w.margin() * (w.end() - w.start());
            seconds += w.end() - w.start();
        }
        return sum / seconds;
    }
}
