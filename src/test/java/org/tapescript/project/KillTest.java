package org.tapescript.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.support.ChildJava;
import org.tapescript.support.Editing;
import org.tapescript.support.Kills;
import org.tapescript.support.RandomEdits;
import org.tapescript.support.Transcripts;

/**
 * An editor without a window is killed (SIGKILL) at random moments and started again on the same project.
 */
@Execution(ExecutionMode.CONCURRENT)
class KillTest {
    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void whateverMomentItIsKilledNothingDoneIsLost(@TempDir Path folder) throws Exception {
        Path project = folder.resolve("p.tapescript");
        ProjectFile.of(Transcripts.random(11)).write(project);
        Random random = new Random(1 + Kills.FIRST);
        int steps = 0;
        for (int kill = Kills.FIRST; kill < Kills.FIRST + Kills.EDITOR; kill++) {
            Path twin = Files.createDirectories(folder.resolve("twin" + kill));
            copy(folder, twin);
            int said = killed(project, kill, random);
            SyncedTranscript now = OpenProject.view(project, folder).file().transcript();
            assertThat(now.malformation()).as("kill %d", kill).isEmpty();
            assertThat(List.of(KilledEditor.digest(now)))
                    .as("kill %d after step %d: what it said, or the step that it had no time to say", kill, said)
                    .containsAnyElementsOf(after(twin.resolve("p.tapescript"), kill, said));
            steps += said + 1;
        }
        assertThat(steps).isGreaterThan(Kills.EDITOR);
        ChildJava.report(project);
        try (Editing editing = new Editing(project)) {
            editing.save();
        }
        try (var files = Files.list(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .as("after the next start")
                    .containsExactlyInAnyOrder(
                            project, WorkFiles.beside(project).history());
        }
    }

    /** Runs an editor and kills it; returns the last step that it said it had done. */
    private static int killed(Path project, int seed, Random random) throws Exception {
        Process editor = new ProcessBuilder(ChildJava.command(KilledEditor.class, ChildJava.BRIEF, project, seed))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String last = null;
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(editor.getInputStream(), StandardCharsets.UTF_8))) {
            int wanted = 1 + random.nextInt(400);
            for (int i = 0; i < wanted; i++) {
                last = said.readLine();
                assertThat(last)
                        .as("the editor ended by itself at kill %d", seed)
                        .isNotNull();
            }
            Thread.sleep(random.nextInt(20));
            // The process itself would close its output, and what was said last with it.
            editor.toHandle().destroyForcibly();
            editor.waitFor();
            // What it said before it died, it had done.
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                last = line.endsWith(".") ? line : last;
            }
        }
        return Integer.parseInt(last.substring(0, last.length() - 1));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** What the same editor has after a step, and after the next one. */
    private static List<Integer> after(Path project, int seed, int step) throws IOException {
        List<Integer> result = new ArrayList<>();
        Random random = new Random(seed);
        RandomEdits edits = new RandomEdits(random);
        try (Editing editing = new Editing(project)) {
            for (int i = 0; i <= step + 1; i++) {
                editing.random(random, edits);
                if (i >= step) {
                    result.add(KilledEditor.digest(editing.now()));
                }
            }
        }
        return result;
    }
}
