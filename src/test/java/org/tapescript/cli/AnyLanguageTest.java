package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.support.Program;
import org.tapescript.support.SpokenText;
import org.tapescript.support.Tapes;

/** A tape in a language without a model, with a text in that language. */
@Tag("accuracy")
class AnyLanguageTest {
    private static final Path SAMPLE = Path.of("audio-samples/translated/ferry");

    @TempDir
    Path folder;

    private Program.Result sync(SpokenText spoken) throws Exception {
        Path text = Files.writeString(folder.resolve("text.txt"), spoken.text());
        return Program.run(
                "sync",
                Tapes.tape(SAMPLE),
                text,
                "--language",
                "auto",
                "--force",
                "-o",
                folder.resolve("o.tapescript"));
    }

    @Test
    void aTextThatLacksTurnsIsFoundOnItsTape() throws Exception {
        SpokenText spoken = SpokenText.of(SAMPLE.resolve("truth.json"), SpokenText.Kind.CUT);
        Program.Result run = sync(spoken);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("heard with the English model (en-us)");
        Path project = folder.resolve("o.tapescript");
        String export = Program.run("export", project, "--format", "json").out();
        List<Double> errors = spoken.errors(export);
        assertThat(SpokenText.within(errors, 0.2)).isGreaterThan(88);
        assertThat(SpokenText.within(errors, 1)).isGreaterThan(92);
        assertThat(Program.run("export", project, "--format", "ttml").out()).contains("xml:lang=\"cs\"");
    }

    /** Of so short a tape the model learns even a wrong text's words: then it is written, with a remark that cannot be overlooked. */
    @Test
    void theSameWordsInAnotherOrderAreNotTakenForTheText() throws Exception {
        Program.Result run = sync(SpokenText.of(SAMPLE.resolve("truth.json"), SpokenText.Kind.WRONG));
        if (run.status() == 0) {
            assertThat(run.out()).contains("the text may be another's");
        } else {
            assertThat(run.message()).contains("does not match");
        }
    }

    @Test
    void theTextOfTheTapeIsNotDoubted() throws Exception {
        Program.Result run = sync(SpokenText.of(SAMPLE.resolve("truth.json"), SpokenText.Kind.FULL));
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("the text may be another's");
    }
}
