package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.CorrectText;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.Program;

/** A project whose words were corrected by hand, synced with a revised transcript. */
@Tag("accuracy")
class RevisedTextTest {
    private static final Path SAMPLE = Path.of("audio-samples/lighthouse");

    @TempDir
    private Path folder;

    private static SyncedTranscript corrected(SyncedTranscript t, String was, String is) {
        int at = t.transcript().text().indexOf(was);
        return new CorrectText(at, at + was.length(), is).apply(t);
    }

    @Test
    void wordsCorrectedByHandAreKeptOrSaidToHaveGivenWay() throws IOException {
        Path project = folder.resolve("p.tapescript");
        Path text = SAMPLE.resolve("transcript.txt");
        Program.run("sync", SAMPLE.resolve("tape.flac"), text, "-o", project);
        ProjectFile made = ProjectFile.read(project);
        String printed = Files.readString(text);
        String[] words = made.transcript().words().stream()
                .map(w -> w.text())
                .filter(w -> w.length() > 6 && w.matches("\\p{L}+") && printed.split(w, -1).length == 2)
                .toArray(String[]::new);
        made.with(corrected(corrected(made.transcript(), words[0], "Keptbyhand"), words[1], "Gavewaybyhand"))
                .write(project);
        Path revised = Files.writeString(
                folder.resolve("revised.txt"),
                printed.replace(words[1], "Revisedword").replace(words[2], "Another"));
        Program.Result again = Program.run("sync", project, "--transcript", revised);
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.out())
                .contains("corrected by hand: 'Gavewaybyhand'; the revised text has 'Revisedword'")
                .doesNotContain("'Keptbyhand'");
        assertThat(Program.run("report", project, "--json").out())
                .contains("corrected by hand: 'Gavewaybyhand'; the revised text has 'Revisedword'");
        SyncedTranscript synced = ProjectFile.read(project).transcript();
        assertThat(synced.words()).extracting(w -> w.text()).contains("Keptbyhand", "Another", "Revisedword");
        Program.run("sync", project);
        assertThat(ProjectFile.read(project).transcript().notes().corrections())
                .as("the same text again changes nothing of it")
                .isEqualTo(synced.notes().corrections());
    }
}
