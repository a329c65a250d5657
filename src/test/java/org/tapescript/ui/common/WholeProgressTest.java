package org.tapescript.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeProgressTest {
    @TempDir
    Path folder;

    @Test
    void theFractionNeverFallsAndIsWholeOnlyAtTheEnd() {
        try (Settings settings = new Settings(folder.resolve("s.properties"))) {
            WholeProgress progress = new WholeProgress(settings, 0);
            double last = 0;
            String[] phases = {"Decoding", "Listening", "Aligning", "Listening", "Aligning", "Comparing voices"};
            for (String phase : phases) {
                for (double done : new double[] {0, 5, 10}) {
                    progress.report(phase, done, 10, 1);
                    assertThat(progress.fraction()).isBetween(last, 1.000001);
                    last = progress.fraction();
                }
            }
            assertThat(last).isGreaterThan(0.999999);
        }
    }

    @Test
    void thePhasesTakeWhatTheyTookTheLastTime() {
        try (Settings settings = new Settings(folder.resolve("s.properties"))) {
            WholeProgress first = new WholeProgress(settings, 0);
            assertThat(first.left(10)).isEmpty();
            first.report("Decoding", 10, 10, 10);
            first.report("Aligning", 0, 10, 10);
            first.report("Aligning", 10, 10, 100);
            first.done(100);
            WholeProgress second = new WholeProgress(settings, 0);
            second.report("Decoding", 10, 10, 10);
            assertThat(second.fraction()).isEqualTo(0.1, org.assertj.core.data.Offset.offset(1e-6));
            assertThat(second.left(10).orElseThrow()).isEqualTo(90, org.assertj.core.data.Offset.offset(1e-6));
        }
    }
}
