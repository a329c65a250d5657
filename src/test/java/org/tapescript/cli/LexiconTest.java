package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.OwnPronunciation;
import org.tapescript.project.ProjectFile;
import org.tapescript.storage.FileNames;
import org.tapescript.support.Program;
import org.tapescript.support.Tapes;

/** The user's own pronunciations, and a recording whose name is as long as a name can be. */
class LexiconTest {
    private static final Path SAMPLE = Path.of("audio-samples", "radioworks");

    @TempDir
    private Path folder;

    private static void succeeds(Object... command) {
        Program.Result result = Program.run(command);
        assertThat(result.status()).as(result.err()).isZero();
    }

    private List<OwnPronunciation> kept(Path project) throws IOException {
        return ProjectFile.read(project).transcript().basis().lexicon();
    }

    @Test
    void pronunciationsStayWithTheProject() throws IOException {
        Path original = Tapes.tape(SAMPLE);
        String name = "n".repeat(250);
        Path tape = Files.copy(original, folder.resolve(name + ".ogg"));
        Path first = Files.writeString(folder.resolve("first.dict"), "Listen L IH S AH N\nlisten(2) L IH S N\n");
        Path second = Files.writeString(folder.resolve("second.dict"), "listen T UW\ntown T AW N\n");
        succeeds("sync", tape, SAMPLE.resolve("transcript.txt"), "--lexicon", first, "--lexicon", second);
        Path project = folder.resolve(FileNames.fit(name, ".tapescript"));
        List<OwnPronunciation> all = List.of(
                new OwnPronunciation("listen", "L IH S AH N"),
                new OwnPronunciation("listen", "L IH S N"),
                new OwnPronunciation("town", "T AW N"));
        assertThat(kept(project)).isEqualTo(all);
        succeeds("attribute", project);
        assertThat(kept(project)).isEqualTo(all);
        Path export = folder.resolve("e".repeat(251) + ".srt");
        succeeds("export", project, "--format", "srt", "-o", export);
        assertThat(export).isNotEmptyFile();
    }

    @Test
    void aPhoneThatTheLanguageHasNotIsNamed() throws IOException {
        Path lexicon = Files.writeString(folder.resolve("own.dict"), "listen L IH1 S AH0 N\ntown FOO BAR\n");
        Path project = folder.resolve("p.tapescript");
        Program.Result run = Program.run(
                "sync", Tapes.tape(SAMPLE), SAMPLE.resolve("transcript.txt"), "--lexicon", lexicon, "-o", project);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.message()).contains("'FOO', in the pronunciation of 'town', is no phone of en-us; those are ");
        assertThat(project).doesNotExist();
        succeeds("sync", Tapes.tape(SAMPLE), SAMPLE.resolve("transcript.txt"), "--no-voices", "-o", project);
        for (String later : List.of("sync", "attribute")) {
            assertThat(Program.run(later, project, "--lexicon", lexicon).message())
                    .as(later)
                    .contains("'FOO', in the pronunciation of 'town', is no phone of en-us");
        }
        assertThat(kept(project)).isEmpty();
    }

    @Test
    void whatIsNoLexiconIsRefused() {
        Path text = SAMPLE.resolve("transcript.txt");
        Path project = folder.resolve("p.tapescript");
        Program.Result run = Program.run("sync", Tapes.tape(SAMPLE), text, "--lexicon", text, "-o", project);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.message()).contains(text + ", line ").contains("is no phone");
        assertThat(project).doesNotExist();
    }
}
