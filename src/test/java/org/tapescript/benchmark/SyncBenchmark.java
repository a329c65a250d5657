package org.tapescript.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tapescript.support.ProcessCost;
import org.tapescript.support.Program;
import org.tapescript.support.Score;
import org.tapescript.support.SpokenInterview;
import org.tapescript.support.Tapes;

/**
 * Measures accuracy on any folder of tapes, and speed and memory against length, and writes docs/BENCHMARKS.md.
 *
 * <p>{@code mvn test -Pbenchmark -Dtest=SyncBenchmark -Dtapes=FOLDER}: each sub-folder holds {@code tape.*}, {@code transcript.txt} and {@code
 * truth.json}. Without {@code -Dtapes} the samples that ship with the project are measured. {@code -Dminutes=5,15,60,180,600}
 * says how long the tapes are that growth is measured on; they need Flite and FFmpeg. What users do with a figure: accuracy tells
 * how much they will have to correct, growth how long they wait after choosing a tape.
 */
@Tag("benchmark")
class SyncBenchmark {
    @Test
    void accuracyAndSpeed() throws Exception {
        StringBuilder out = new StringBuilder(
                "# Syncing\n\nWritten by `mvn test -Pbenchmark -Dtest=SyncBenchmark -Dtapes=FOLDER`. Machine: "
                        + machine()
                        + ".\n\n## Accuracy\n\n| tape | words | timed % | starts: mean ms | within 25 ms % | 50 | 100 | off > 1 s % | unspoken passages with a time |\n|---|---|---|---|---|---|---|---|---|\n");
        Path tapes = Path.of(System.getProperty("tapes", "audio-samples"));
        for (Path folder : Tapes.folders(tapes)) {
            out.append(accuracy(folder));
        }
        out.append(
                        "\n## Growth\n\nTwo voices of Flite read words of the samples in any order, so that nothing repeats itself; each length in"
                                + " a new process, decoding included.\n\n")
                .append(
                        "| minutes of tape | words | seconds of the processor | by the clock | peak resident MB |\n|---|---|---|---|---|\n");
        Path folder = Files.createTempDirectory("growth");
        for (String minutes : System.getProperty("minutes", "5,15,60").split(",")) {
            out.append(growth(folder, Integer.parseInt(minutes)));
        }
        Files.writeString(Path.of("docs/BENCHMARKS.md"), out);
    }

    private static String machine() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        String name = !Files.exists(info)
                ? System.getProperty("os.arch")
                : Files.readAllLines(info).stream()
                        .filter(l -> l.startsWith("model name"))
                        .map(l -> l.substring(l.indexOf(':') + 2))
                        .findFirst()
                        .orElse("?");
        return name + ", " + Runtime.getRuntime().availableProcessors() + " cores, Java "
                + Runtime.version().feature();
    }

    private static String accuracy(Path folder) throws IOException {
        Path project = Files.createTempFile("benchmark", ".tapescript");
        Program.Result sync =
                Program.run("sync", Tapes.tape(folder), folder.resolve("transcript.txt"), "-o", project, "--force");
        if (sync.status() != 0) {
            return "| " + folder.getFileName() + " | " + sync.message() + " |\n";
        }
        Score s = Score.of(
                folder.resolve("truth.json"),
                Program.run("export", project, "--format", "json").out());
        Files.delete(project);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.0f | %.1f | %.1f | %.1f | %.2f | %d of %d |%n",
                folder.getFileName(),
                s.spoken(),
                100.0 * s.timed() / Math.max(1, s.spoken()),
                1000 * s.mean(),
                100 * s.within(0.025),
                100 * s.within(0.05),
                100 * s.within(0.1),
                100 - 100 * s.within(1),
                s.ghosts(),
                s.unspoken());
    }

    /** Syncs an interview of so many minutes, in a new process. */
    private static String growth(Path folder, int minutes) throws Exception {
        SpokenInterview interview = SpokenInterview.of(folder, minutes);
        ProcessCost cost = ProcessCost.of(List.of(
                "./tapescript",
                "sync",
                interview.tape().toString(),
                interview.transcript().toString(),
                "-o",
                folder.resolve("out.tapescript").toString()));
        Files.delete(interview.tape());
        return String.format(
                Locale.ROOT,
                "| %d | %d | %.0f | %.0f | %d |%s%n",
                minutes,
                interview.words(),
                cost.processorSeconds(),
                cost.seconds(),
                cost.megabytes(),
                cost.status() == 0 ? "" : " (failed)");
    }
}
