package org.tapescript.batch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
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
     */
    public record Figures(
            double minutes,
            int words,
            double placedShare,
            int notFound,
            double untranscribedSeconds,
            int spots,
            int unsureSpeakers) {
        static Figures of(SyncReport report, double seconds) {
            return new Figures(
                    seconds / 60,
                    report.words(),
                    report.words() == 0 ? 0 : (report.byEvidence() + report.placed()) / (double) report.words(),
                    report.notFound(),
                    report.untranscribed().stream()
                            .mapToDouble(s -> s.seconds())
                            .sum(),
                    report.spots().size(),
                    report.speakerDoubts().size());
        }
    }

    @JsonIgnore
    public boolean isDone() {
        return problem == null;
    }
}
