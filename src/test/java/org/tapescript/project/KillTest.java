package org.tapescript.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.History;
import org.tapescript.support.Transcripts;

/**
 * An editor is killed (SIGKILL) at random moments and started again on the same project. {@code -Dkills=200} for the long run; a few
 * kills otherwise.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 6);

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void whateverMomentItIsKilledNothingDoneIsLost(@TempDir Path folder) throws Exception {
        Path project = folder.resolve("p.tapescript");
        ProjectFile.of(Transcripts.random(11)).write(project);
        Random random = new Random(1);
        int steps = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process editor = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx200m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledEditor.class.getName(),
                            project.toString(),
                            String.valueOf(kill))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String last = null;
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(editor.getInputStream(), StandardCharsets.UTF_8))) {
                int wanted = 1 + random.nextInt(400);
                for (int i = 0; i < wanted; i++) {
                    String line = said.readLine();
                    assertThat(line)
                            .as("the editor ended by itself at kill %d", kill)
                            .isNotNull();
                    last = line;
                }
                Thread.sleep(random.nextInt(20));
                // The process itself would close its output, and what was said last with it.
                editor.toHandle().destroyForcibly();
                editor.waitFor();
                // What it said before it died, it had done.
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    last = line.contains(" ") ? line : last;
                }
            }
            History history = new History(ProjectFile.read(project).transcript());
            EditJournal.replay(project, WorkFiles.beside(project).journal(), history);
            SyncedTranscript now = history.current();
            assertThat(now.malformation()).as("kill %d", kill).isEmpty();
            String[] said = last.split(" ");
            boolean same = String.valueOf(KilledEditor.digest(now)).equals(said[1]);
            // It may have done one step more than it had time to say.
            boolean oneMore = !same
                    && history.undo()
                    && String.valueOf(KilledEditor.digest(history.current())).equals(said[1]);
            assertThat(same || oneMore || undoneSince(project, said[1]))
                    .as("kill %d after step %s", kill, last)
                    .isTrue();
            steps += Integer.parseInt(said[0]) + 1;
        }
        assertThat(steps).isGreaterThan(KILLS);
    }

    /** Whether the step that it had no time to say was an undo. */
    private static boolean undoneSince(Path project, String hash) throws Exception {
        History history = new History(ProjectFile.read(project).transcript());
        EditJournal.replay(project, WorkFiles.beside(project).journal(), history);
        return history.redo()
                && String.valueOf(KilledEditor.digest(history.current())).equals(hash);
    }
}
