package org.tapescript.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tapescript.acoustic.Features;

/** Aligns a run of words phone by phone and turns the path into words with times. Not thread-safe. */
final class RunAligner {
    /** Is told which state each frame of the runs aligned belongs to. */
    interface PathListener {
        void frame(Features features, int frame, int senone);
    }

    static final PathListener IGNORE = (features, frame, senone) -> {};

    private static final int BAND = 30;
    /** A phone has at least one frame for each state. */
    private static final int SHORTEST_PHONE = 3;

    private static final int LONG_PHONE = 22;

    private final AlignmentRequest request;
    private final Timeline timeline;
    private final int[] sayable;
    private final Features features;
    private final float[] loop;
    private final PauseBias bias;
    private final PauseEdge edge;
    private final ForcedAlignment forced;
    private final PathListener listener;

    /** @param weighing whether to find out how likely words begin where they do, too */
    RunAligner(
            AlignmentRequest request,
            Timeline timeline,
            int[] sayable,
            Hearing hearing,
            float[] loop,
            PauseBias bias,
            PathListener listener,
            boolean weighing) {
        this.request = request;
        this.timeline = timeline;
        this.sayable = sayable;
        this.features = hearing.features();
        this.loop = loop;
        this.bias = bias;
        this.edge = new PauseEdge(timeline);
        this.listener = listener;
        this.forced = new ForcedAlignment(hearing.model(), hearing.fewScorer(), BAND, weighing);
    }

    /** A word on the path: the first and last of its phones. */
    private record Part(int word, List<ForcedAlignment.PhoneSpan> phones) {
        int from() {
            return phones.get(0).from();
        }

        int to() {
            return phones.get(phones.size() - 1).to();
        }
    }

    /** In how many ways a word of the graph may be said. */
    int variants(int word) {
        return request.words().get(sayable[word]).size();
    }

    /** Words of a run in order; nothing if they do not fit into those of the frames {@code [from, to)} that there are. */
    List<WordAlignment> align(List<WordSpan> spans, int from, int to) {
        List<int[]> phones = new ArrayList<>();
        for (WordSpan span : spans) {
            phones.add(request.words()
                    .get(sayable[span.word()])
                    .get(span.variant())
                    .phones());
        }
        List<ForcedAlignment.PhoneSpan> path =
                forced.align(features, spans, phones, Math.max(0, from), Math.min(features.frames(), to));
        if (listener != IGNORE) {
            path.forEach(p -> p.tell(features, listener));
        }
        List<Part> parts = parts(path);
        Map<Integer, Float> shifts = new HashMap<>();
        path.forEach(p -> shifts.put(p.from(), p.shift()));
        double[] starts = parts.stream()
                .mapToDouble(p -> timeline.seconds(p.from() + (double) shifts.get(p.from())))
                .toArray();
        double[] ends = parts.stream()
                .mapToDouble(p -> timeline.seconds(p.to() + (double) shifts.getOrDefault(p.to(), 0f)))
                .toArray();
        double[] heardStarts = starts.clone();
        double[] heardEnds = ends.clone();
        bias.correct(starts, ends);
        edge.correct(heardStarts, heardEnds, starts, ends);
        List<WordAlignment> result = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            result.add(new WordAlignment(
                    sayable[spans.get(part.word()).word()],
                    starts[i],
                    ends[i],
                    margin(part.phones()),
                    margin(part.phones().subList(0, 1)),
                    margin(part.phones()
                            .subList(part.phones().size() - 1, part.phones().size())),
                    part.phones().get(0).earlier(),
                    part.phones().get(0).later(),
                    part.phones().stream()
                                    .filter(p -> p.to() - p.from() <= SHORTEST_PHONE)
                                    .count()
                            / (double) part.phones().size(),
                    part.phones().stream()
                            .mapToInt(p -> Math.max(0, p.to() - p.from() - LONG_PHONE))
                            .sum(),
                    part.phones()));
        }
        return result;
    }

    private static List<Part> parts(List<ForcedAlignment.PhoneSpan> path) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < path.size(); ) {
            int last = i;
            while (last < path.size() && path.get(last).word() == path.get(i).word()) {
                last++;
            }
            if (path.get(i).word() >= 0) {
                parts.add(new Part(path.get(i).word(), path.subList(i, last)));
            }
            i = last;
        }
        return parts;
    }

    /** Mean log likelihood a frame beyond the phone loop's. */
    private double margin(List<ForcedAlignment.PhoneSpan> phones) {
        float sum = 0;
        int from = phones.get(0).from();
        int to = phones.get(phones.size() - 1).to();
        for (ForcedAlignment.PhoneSpan phone : phones) {
            sum += phone.score();
        }
        for (int t = from; t < to; t++) {
            sum -= loop[t];
        }
        return sum / (to - from);
    }
}
