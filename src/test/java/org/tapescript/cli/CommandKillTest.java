package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tapescript.Launcher;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.CorrectText;
import org.tapescript.project.OpenProject;
import org.tapescript.project.ProjectFile;
import org.tapescript.project.bundle.BundleFile;
import org.tapescript.support.ChildJava;
import org.tapescript.support.Editing;
import org.tapescript.support.Kills;
import org.tapescript.support.Tapes;

/**
 * Commands are killed (SIGKILL) at random moments: no project is damaged, no edit that was never saved is lost, no child is left, and no
 * temporary file after the next start.
 */
@Execution(ExecutionMode.CONCURRENT)
class CommandKillTest {
    private static final Path SAMPLE = Path.of("audio-samples", "radioworks");
    private static final int COMMANDS = 7;
    /** How long each command takes at most, as far as is known: one that came to its end in less is killed earlier. */
    private final int[] longestMillis = {5000, 5000, 5000, 5000, 5000, 3000, 1500};

    @TempDir
    private Path folder;

    private Path cache;
    private Path project;
    private Path manifest;
    private Path packed;

    private Process start(Object... words) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(ChildJava.command(Launcher.class, List.of("-Xmx850m", "-XX:+UseSerialGC"), words));
        builder.environment().put("TAPESCRIPT_CACHE", cache.toString());
        builder.environment()
                .put("TAPESCRIPT_MODELS", Path.of("models").toAbsolutePath().toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private void runs(Object... words) throws Exception {
        Process process = start(words);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(() -> {
                    try {
                        return Files.readString(folder.resolve("said"));
                    } catch (IOException e) {
                        return e.toString();
                    }
                })
                .isZero();
    }

    private Object[] command(int which) throws IOException {
        return switch (which) {
            case 0 ->
                new Object[] {
                    "sync",
                    Tapes.tape(SAMPLE),
                    SAMPLE.resolve("transcript.txt"),
                    "-o",
                    folder.resolve("q.tapescript"),
                    "--force"
                };
            case 1 -> new Object[] {"sync", project};
            case 2 -> new Object[] {"attribute", project};
            case 3 -> new Object[] {"export", project, "--format", "pdf", "--force", "-o", folder.resolve("out.pdf")};
            case 4 -> new Object[] {"bundle", project, "--opus", "--force", "-o", folder.resolve("b.tapescript")};
            case 5 -> {
                delete(folder.resolve("unpacked"));
                yield new Object[] {"unbundle", packed, "--to", folder.resolve("unpacked")};
            }
            default -> new Object[] {"batch", manifest, "-o", folder.resolve("results"), "--force"};
        };
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void whateverMomentACommandIsKilledNothingIsLostOrLeft() throws Exception {
        cache = folder.resolve("cache");
        project = folder.resolve("p.tapescript");
        manifest = folder.resolve("manifest.csv");
        Path tape = Tapes.tape(SAMPLE).toAbsolutePath();
        Files.writeString(
                manifest,
                "name,tape,transcript,formats\na," + tape + ","
                        + SAMPLE.resolve("transcript.txt").toAbsolutePath() + ",srt\n");
        runs("sync", tape, SAMPLE.resolve("transcript.txt"), "-o", project);
        String text = edited();
        packed = folder.resolve("packed.tapescript");
        runs("bundle", project, "-o", packed);
        Random random = new Random(1 + Kills.FIRST);
        for (int kill = Kills.FIRST; kill < Kills.FIRST + Kills.COMMANDS; kill++) {
            if (random.nextBoolean()) {
                delete(cache.resolve("recordings"));
            }
            int which = kill % COMMANDS;
            long started = System.nanoTime();
            Process process = start(command(which));
            if (process.waitFor(random.nextInt(longestMillis[which]), TimeUnit.MILLISECONDS)) {
                longestMillis[which] = 1 + (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
            }
            List<ProcessHandle> children = process.descendants().toList();
            process.toHandle().destroyForcibly();
            process.waitFor();
            for (ProcessHandle child : children) {
                child.onExit().get(20, TimeUnit.SECONDS);
            }
            // Of the two that change the project, one may have come to its end: what was never saved is in it either
            // way.
            assertThat(recovered()).as("kill %d", kill).isEqualTo(text);
            // A bundle is whole or not there, packed or unpacked.
            if (Files.exists(folder.resolve("b.tapescript"))) {
                BundleFile.open(folder.resolve("b.tapescript")).close();
            }
            if (Files.exists(folder.resolve("unpacked"))) {
                assertThat(OpenProject.view(folder.resolve("unpacked/p.tapescript"), cache.resolve("journals"))
                                .file()
                                .transcript()
                                .transcript()
                                .text())
                        .isEqualTo(text);
                assertThat(folder.resolve("unpacked").resolve(tape.getFileName()))
                        .hasSameBinaryContentAs(tape);
            }
            for (Path other : List.of(folder.resolve("q.tapescript"), folder.resolve("results/a/a.tapescript"))) {
                if (Files.exists(other)) {
                    assertThat(ProjectFile.read(other).transcript().malformation())
                            .isEmpty();
                }
            }
        }
        for (int which = 0; which < COMMANDS; which++) {
            runs(command(which));
        }
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(
                            f -> f.toString().endsWith(".tmp") || f.toString().endsWith("tapescript.lock")))
                    .as("after the next start")
                    .isEmpty();
        }
    }

    /** A program for each tape, which must not work on for nobody, beside the next run. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void programsThatABatchStartedEndWithIt() throws Exception {
        cache = folder.resolve("cache");
        manifest = folder.resolve("manifest.csv");
        String files = "," + Tapes.tape(SAMPLE).toAbsolutePath() + ","
                + SAMPLE.resolve("transcript.txt").toAbsolutePath() + ",srt\n";
        Files.writeString(manifest, "name,tape,transcript,formats\na" + files + "b" + files);
        Process batch = start("batch", manifest, "-o", folder.resolve("results"), "--jobs", "2");
        List<ProcessHandle> children = List.of();
        while (children.size() < 2 && batch.isAlive()) {
            Thread.sleep(20);
            children = batch.descendants().toList();
        }
        batch.toHandle().destroyForcibly();
        batch.waitFor();
        assertThat(children).hasSizeGreaterThanOrEqualTo(2);
        for (ProcessHandle child : children) {
            // However busy the machine is: those that work on to their end leave a project.
            child.onExit().get(4, TimeUnit.MINUTES);
        }
        assertThat(folder.resolve("results/a/a.tapescript")).doesNotExist();
        assertThat(folder.resolve("results/b/b.tapescript")).doesNotExist();
    }

    /** Leaves edits in the journal, as a killed editor does; returns the text with them. */
    private String edited() throws IOException {
        try (Editing editing = new Editing(project)) {
            SyncedTranscript now = editing.now();
            for (int i = 0; i < 3; i++) {
                int at = now.words().get(5).place().start();
                editing.apply(new CorrectText(at, at, "truly "));
            }
            return editing.now().transcript().text();
        }
    }

    private String recovered() throws IOException {
        return OpenProject.view(project, cache.resolve("journals"))
                .file()
                .transcript()
                .transcript()
                .text();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
