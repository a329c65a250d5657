package org.tapescript.align;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tapescript.acoustic.SenoneScorer;

/**
 * Searches for passages that are probably not spoken (what looks like a caption, a pull quote, an afterword) wherever the tape
 * has speech between the words before and after them that no word of the text explains. Only there may such a passage turn out
 * to be spoken after all.
 */
final class PassageFinder {
    /** A passage may fit at most this much worse than the tape's words, in log likelihood a frame. */
    static final double WORSE = 1.0;
    /** A passage is spoken only if this share of its words is found. */
    private static final double SHARE = 0.75;
    /** A passage needs at least this many frames of speech a word. */
    private static final int MINIMUM_FRAMES = 10;

    private static final int MARGIN_FRAMES = 30;

    /**
     * A passage found.
     *
     * @param words indices in the request of its words that can be said
     * @param spans of those found; their word is an index into {@code words}
     */
    record Heard(int[] words, List<WordSpan> spans) {}

    private final AlignmentRequest request;
    private final Hearing hearing;
    private final float[] loop;
    private final boolean[] speech;
    private final SearchSettings settings;

    PassageFinder(AlignmentRequest request, Hearing hearing, float[] loop, boolean[] speech, SearchSettings settings) {
        this.request = request;
        this.hearing = hearing;
        this.loop = loop;
        this.speech = speech;
        this.settings = settings;
    }

    /** Speech between two words of the text, and the passages that the text has there. */
    private record Gap(int from, int to, List<AlignmentRequest.Passage> passages) {}

    /**
     * @param spans words found so far, in order
     * @param sayable for each word of the graph that {@code spans} speak of, its index in the request
     */
    List<Heard> find(List<WordSpan> spans, int[] sayable, Parallel parallel) {
        return parallel.map(gaps(spans, sayable), hearing::fewScorer, scorer -> gap -> find(scorer, gap)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Gap> gaps(List<WordSpan> spans, int[] sayable) {
        List<Gap> gaps = new ArrayList<>();
        int next = 0;
        for (AlignmentRequest.Passage passage : request.doubtful()) {
            while (next < spans.size() && sayable[spans.get(next).word()] < passage.from()) {
                next++;
            }
            int from = next == 0 ? 0 : spans.get(next - 1).end();
            int to = next == spans.size()
                    ? hearing.features().frames()
                    : spans.get(next).start();
            Gap last = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
            if (last != null && last.from == from && last.to == to) {
                last.passages.add(passage);
            } else if (to > from) {
                gaps.add(new Gap(from, to, new ArrayList<>(List.of(passage))));
            }
        }
        gaps.removeIf(gap -> SpeechFrames.count(speech, gap.from, gap.to)
                < MINIMUM_FRAMES
                        * gap.passages.stream()
                                .mapToInt(p -> p.to() - p.from())
                                .min()
                                .orElseThrow());
        return gaps;
    }

    private List<Heard> find(SenoneScorer scorer, Gap gap) {
        int[] words = gap.passages.stream()
                .flatMapToInt(p -> IntStream.range(p.from(), p.to()))
                .filter(i -> !request.words().get(i).isEmpty())
                .toArray();
        if (words.length == 0) {
            return List.of();
        }
        WordGraph graph = new WordGraph(
                hearing.model(),
                IntStream.of(words).mapToObj(request.words()::get).toList());
        List<WordSpan> found = new WordSearch(graph, hearing.features(), loop, speech, hearing.fading(), scorer)
                .align(
                        0,
                        words.length,
                        Math.max(0, gap.from - MARGIN_FRAMES),
                        Math.min(hearing.features().frames(), gap.to + MARGIN_FRAMES),
                        settings,
                        WordSearch.Corridor.OPEN);
        List<Heard> result = new ArrayList<>();
        for (AlignmentRequest.Passage passage : gap.passages) {
            List<WordSpan> own = found.stream()
                    .filter(s -> words[s.word()] >= passage.from() && words[s.word()] < passage.to())
                    .filter(s -> s.start() >= gap.from && s.end() <= gap.to)
                    .toList();
            long sayable = IntStream.of(words)
                    .filter(i -> i >= passage.from() && i < passage.to())
                    .count();
            if (sayable > 0 && own.size() >= SHARE * sayable) {
                int first = own.get(0).word();
                int last = own.get(own.size() - 1).word();
                result.add(new Heard(
                        IntStream.rangeClosed(first, last).map(i -> words[i]).toArray(),
                        own.stream().map(s -> s.as(s.word() - first)).toList()));
            }
        }
        return result;
    }
}
