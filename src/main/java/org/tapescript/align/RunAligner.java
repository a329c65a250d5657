package org.tapescript.align;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.SenoneScorer;

/** Aligns a run of words phone by phone and turns the path into words with times. Not thread-safe. */
final class RunAligner {
    private static final int BAND = 30;

    private final AlignmentRequest request;
    private final Timeline timeline;
    private final int[] sayable;
    private final Features features;
    private final float[] loop;
    private final ForcedAlignment forced;

    RunAligner(
            AlignmentRequest request,
            Timeline timeline,
            int[] sayable,
            Features features,
            float[] loop) {
        this.request = request;
        this.sayable = sayable;
        this.features = features;
        this.loop = loop;
        this.timeline = timeline;
        AcousticModel model = request.model().acoustic();
        this.forced = new ForcedAlignment(model, new SenoneScorer(model), BAND);
    }

    /** Words of a run in order; those that do not fit into frames {@code [from, to)} are left out. */
    List<WordAlignment> align(List<WordSpan> spans, int from, int to) {
        List<int[]> phones = new ArrayList<>();
        for (WordSpan span : spans) {
            phones.add(request.words().get(sayable[span.word()]).get(span.variant()).phones());
        }
        List<ForcedAlignment.PhoneSpan> path = forced.align(features, spans, phones, from, to);
        List<WordAlignment> result = new ArrayList<>();
        for (int i = 0; i < path.size(); ) {
            int word = path.get(i).word();
            int last = i;
            float score = 0;
            while (last < path.size() && path.get(last).word() == word) {
                score += path.get(last++).score();
            }
            if (word >= 0) {
                int start = path.get(i).from();
                int end = path.get(last - 1).to();
                float yardstick = 0;
                for (int t = start; t < end; t++) {
                    yardstick += loop[t];
                }
                double margin = (score - yardstick) / (end - start);
                result.add(new WordAlignment(
                        sayable[spans.get(word).word()],
                        timeline.seconds(start),
                        timeline.seconds(end),
                        margin,
                        1 / (1 + Math.exp(-(margin + 1.5) * 2))));
            }
            i = last;
        }
        return result;
    }
}
