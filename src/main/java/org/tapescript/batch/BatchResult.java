package org.tapescript.batch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tapescript.report.SyncReport;

/**
 * How a tape went; kept beside its results, so that a later run need not do it again.
 *
 * @param inputs what it was made of: files with their sizes and dates, and what was asked for
 * @param problem why it failed; null if it did not
 * @param seconds that it took
 * @param figures of what came out; null if it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchResult(String name, String inputs, String problem, double seconds, Figures figures) {
    /**
     * Figures of a synced tape.
     *
     * @param placedShare of words placed by what is heard, in [0, 1]
     * @param untranscribedSeconds of speech that the text lacks
     * @param doubts how many of each kind
     */
    public record Figures(
            double minutes,
            int words,
            double placedShare,
            int notFound,
            double untranscribedSeconds,
            int spots,
            int unsureSpeakers,
            Map<String, Integer> doubts) {
        public Figures {
            // Results of earlier versions count no kinds.
            doubts = doubts == null ? Map.of() : new TreeMap<>(doubts);
        }

        static Figures of(SyncReport report, double seconds) {
            return new Figures(
                    seconds / 60,
                    report.words(),
                    report.words() == 0
                            ? 0
                            : (report.byEvidence() + report.byFile() + report.placed()) / (double) report.words(),
                    report.notFound(),
                    report.untranscribed().stream()
                            .mapToDouble(s -> s.seconds())
                            .sum(),
                    report.spots().size(),
                    report.speakerDoubts().size(),
                    doubts(report));
        }

        private static Map<String, Integer> doubts(SyncReport report) {
            Map<String, Integer> result = new TreeMap<>();
            report.spots().forEach(s -> count(result, "time, ", s.finding().code()));
            report.doubts().forEach(d -> count(result, "text, ", d.code()));
            if (!report.speakerDoubts().isEmpty()) {
                result.put("speaker", report.speakerDoubts().size());
            }
            return result;
        }

        private static void count(Map<String, Integer> counts, String what, Enum<?> kind) {
            counts.merge(what + kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), 1, Integer::sum);
        }
    }

    @JsonIgnore
    public boolean isDone() {
        return problem == null;
    }
}
