package org.tapescript.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tapescript.support.PeakMemory;
import org.tapescript.support.Program;
import org.tapescript.support.Score;
import org.tapescript.support.Tapes;

/**
 * Measures accuracy on any folder of tapes, and speed and memory against length, and writes docs/BENCHMARKS.md.
 *
 * <p>{@code mvn test -Pbenchmark -Dtest=SyncBenchmark -Dtapes=FOLDER}: each sub-folder holds {@code tape.*}, {@code transcript.txt} and {@code
 * truth.json}. Without {@code -Dtapes} the samples that ship with the project are measured. Lengths are made by playing the
 * samples after each other; what users do with a figure: accuracy tells how much they will have to correct, speed how long they
 * wait after choosing a tape.
 */
@Tag("benchmark")
class SyncBenchmark {
    private static final int[] MINUTES = {5, 15, 60};

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
                        "\n## Speed and memory\n\nThe samples after each other, each as a recording of its own, in a new process.\n\n")
                .append("| minutes of tape | seconds | peak resident MB |\n|---|---|---|\n");
        for (int minutes : MINUTES) {
            out.append(speed(minutes));
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

    /** Syncs about so many minutes; each repetition of a sample is marked, so that no two passages are the same. */
    private static String speed(int minutes) throws Exception {
        Path work = Files.createTempDirectory("benchmark");
        List<String> command = new ArrayList<>(List.of("./tapescript", "sync"));
        StringBuilder text = new StringBuilder();
        List<Path> samples = Tapes.folders(Path.of("audio-samples"));
        double seconds = 0;
        for (int i = 0; seconds < 60 * minutes; i++) {
            Path sample = samples.get(i % samples.size());
            seconds += new ObjectMapper()
                    .readTree(sample.resolve("truth.json").toFile())
                    .get("duration")
                    .asDouble();
            Path tape = Tapes.tape(sample);
            Path copy = work.resolve(i + "-" + tape.getFileName());
            Files.copy(tape, copy, StandardCopyOption.REPLACE_EXISTING);
            command.add(copy.toString());
            text.append(Files.readString(sample.resolve("transcript.txt")));
        }
        Path transcript = Files.writeString(work.resolve("transcript.txt"), text);
        command.addAll(List.of(
                transcript.toString(), "-o", work.resolve("out.tapescript").toString()));
        PeakMemory run = PeakMemory.of(command);
        return String.format(
                Locale.ROOT,
                "| %d | %.0f | %d |%s%n",
                minutes,
                run.seconds(),
                run.megabytes(),
                run.status() == 0 ? "" : " (failed)");
    }
}
