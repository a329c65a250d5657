package org.tapescript.align;

import java.util.ArrayList;
import java.util.List;

/**
 * Moves words that were said twice to where they were said last. Speakers stumble, repeat a word or two and go on ("was – was a
 * rare occasion"); print has them once, and what is meant is the time from which on the sentence flows.
 */
final class Repeats {
    /** Words that are repeated together. */
    private static final int MOST_WORDS = 3;
    /** Fewer frames of speech behind a word are no repetition of it; a longer wait is none either. */
    private static final int LEAST_SPEECH = 5;

    private static final int LONGEST = 200;
    /** Seconds by which the repeated words may end before the word that follows. */
    private static final double NEAR = 0.1;
    /** By how much, a frame, the repetition may fit worse. */
    private static final double WORSE = 1.0;

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
                    && SpeechFrames.count(speech, from, to) >= LEAST_SPEECH) {
                result.add(i);
            }
        }
        return result;
    }

    /** The words up to {@code last} that were said again behind it, where they were said again; empty if none were. */
    List<WordSpan> again(RunAligner aligner, List<WordSpan> spans, int last) {
        int from = spans.get(last).end();
        int to = spans.get(last + 1).start();
        for (int n = Math.min(MOST_WORDS, last + 1); n > 0; n--) {
            List<WordSpan> words = spans.subList(last - n + 1, last + 1);
            if (words.get(n - 1).word() - words.get(0).word() != n - 1
                    || SpeechFrames.count(speech, words.get(0).start(), from)
                            > 2 * SpeechFrames.count(speech, from, to)) {
                continue;
            }
            List<WordAlignment> first = aligner.align(words, words.get(0).start() - 1, from + 1);
            for (int variant = 0;
                    variant < (n == 1 ? aligner.variants(words.get(0).word()) : 1);
                    variant++) {
                // The word that follows takes part: its beginning may have been drawn into the repetition.
                List<WordSpan> moved = new ArrayList<>();
                for (WordSpan w : words) {
                    moved.add(new WordSpan(w.word(), n == 1 ? variant : w.variant(), from, to));
                }
                WordSpan next = spans.get(last + 1);
                moved.add(next);
                List<WordAlignment> later = aligner.align(moved, from - 1, next.end() + 1);
                if (first.size() == n && later.size() == n + 1 && fits(later.subList(0, n), first) && flows(later)) {
                    return placed(moved.subList(0, n), later);
                }
            }
        }
        return List.of();
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

    private static boolean fits(List<WordAlignment> later, List<WordAlignment> first) {
        return margin(later) > margin(first) - WORSE
                && later.stream().noneMatch(w -> w.stretched() > 0)
                && later.stream().mapToDouble(WordAlignment::squeezed).average().orElse(1) < 0.6;
    }

    /** Whether the word that follows does so at once. */
    private static boolean flows(List<WordAlignment> words) {
        int n = words.size();
        return words.get(n - 1).start() - words.get(n - 2).end() <= NEAR;
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
