package org.tapescript.benchmark;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.Formats;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.SyncedSample;

/**
 * Writes a project in every format, once each as a command does: {@code mvn test -Pbenchmark -Dtest=ExportBenchmark -Dproject=FILE};
 * without a project the sample is synced and taken.
 */
@Tag("benchmark")
class ExportBenchmark {
    @Test
    void allFormats() throws Exception {
        Path project = Path.of(System.getProperty("project", ""));
        if (project.toString().isEmpty()) {
            project = SyncedSample.of(Path.of("audio-samples", "lighthouse"));
        }
        SyncedTranscript t = ProjectFile.read(project).transcript();
        double all = 0;
        StringBuilder line = new StringBuilder();
        for (String format : Formats.writable()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            long begun = System.nanoTime();
            Formats.writable(format).orElseThrow().write(t, ExportOptions.DEFAULT, out);
            double seconds = (System.nanoTime() - begun) / 1e9;
            all += seconds;
            line.append(String.format(Locale.ROOT, " %s %.2f", format, seconds));
        }
        System.out.printf(
                Locale.ROOT,
                "%.0f min, %d words: %.1f s for all formats:%s%n",
                t.seconds() / 60,
                t.words().size(),
                all,
                line);
    }
}
