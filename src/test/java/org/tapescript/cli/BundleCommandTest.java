package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.support.Bundled;
import org.tapescript.support.Program;

/** Bundles on the command line. */
class BundleCommandTest {
    @TempDir
    private Path folder;

    private Path project;
    private Path bundle;
    private Path elsewhere;

    @BeforeEach
    void pack() throws IOException {
        project = folder.resolve("p.tapescript");
        bundle = folder.resolve("p-bundle.tapescript");
        elsewhere = folder.resolve("elsewhere");
        Bundled.project(project, 60, Bundled.sound(folder.resolve("tape.wav"), 4000));
        Program.Result packed = Program.run("bundle", project);
        assertThat(packed.status()).as(packed.err()).isZero();
        assertThat(packed.out().strip()).isEqualTo(bundle.toString());
        assertThat(packed.message()).isEqualTo("0.0 MB: project, transcript, one recording as it is");
    }

    @Test
    void whatIsUnpackedIsAProjectAsAnyOther() {
        Program.Result unpacked = Program.run("unbundle", bundle, "--to", elsewhere);
        assertThat(unpacked.status()).as(unpacked.err()).isZero();
        Path there = elsewhere.resolve("p.tapescript");
        assertThat(unpacked.out().strip()).isEqualTo(there.toString());
        assertThat(unpacked.message()).isEqualTo("Unpacked at " + elsewhere);
        assertThat(Program.run("export", there, "--format", "srt").out())
                .isEqualTo(Program.run("export", project, "--format", "srt").out())
                .contains("-->");
        assertThat(Program.run("unbundle", bundle, "--to", elsewhere).message())
                .isEqualTo("Unpacked before, at " + elsewhere);
        assertThat(Program.run("unbundle", bundle, "--to", folder).message())
                .isEqualTo("tapescript: Unpacking " + bundle + ": " + folder
                        + " is there already; name a folder that is not");
    }

    @Test
    void commandsThatTakeAProjectSayHowABundleIsOpened() {
        for (List<String> command : List.of(
                List.of("report"),
                List.of("export", "--format", "srt"),
                List.of("attribute"),
                List.of("sync"),
                List.of("bundle"))) {
            List<Object> words = new ArrayList<>(command);
            words.add(bundle);
            Program.Result run = Program.run(words.toArray());
            assertThat(run.status()).as("%s", command).isEqualTo(1);
            assertThat(run.err().strip())
                    .contains("tapescript unbundle " + bundle)
                    .doesNotContain("\n");
        }
    }

    @Test
    void theWindowIsGivenTheBundleOrWhatWasUnpackedWhereItWasTold() {
        List<Optional<Path>> shown = new ArrayList<>();
        Console.Window window = opening -> {
            shown.add(opening.project());
            return 0;
        };
        assertThat(Program.run(window, "open", bundle).status()).isZero();
        assertThat(Program.run(window, "open", bundle, "--to", elsewhere).status())
                .isZero();
        assertThat(Program.run(window, "open", project, "--to", elsewhere).status())
                .isEqualTo(2);
        assertThat(Program.run(window, "open", bundle, "--screenshot", folder.resolve("p.png"))
                        .status())
                .isZero();
        assertThat(shown)
                .containsExactly(
                        Optional.of(bundle),
                        Optional.of(elsewhere.resolve("p.tapescript")),
                        Optional.of(folder.resolve("p-bundle/p.tapescript")));
    }

    @Test
    void whatIsDamagedIsRefusedInOneLine() throws IOException {
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[200] ^= 1;
        Files.write(bundle, bytes);
        Program.Result run = Program.run("unbundle", bundle, "--to", elsewhere);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().strip())
                .isEqualTo(
                        "tapescript: Opening the bundle " + bundle + ": tape.wav in it is damaged; have it sent again");
        assertThat(elsewhere).doesNotExist();
        assertThat(folder).isDirectoryNotContaining(f -> f.toString().endsWith(".tmp"));
        assertThat(Program.run("unbundle", project).err()).contains("it is no bundle");
    }

    @Test
    void nothingIsReplacedThatIsReadOrThatNobodySaidToReplace() throws IOException {
        byte[] before = Files.readAllBytes(bundle);
        assertThat(Program.run("bundle", project).message()).contains("say --force to replace it");
        assertThat(bundle).hasBinaryContent(before);
        assertThat(Program.run("bundle", project, "--force").status()).isZero();
        assertThat(Program.run("bundle", project, "--force", "-o", project).message())
                .contains("would be lost");
        assertThat(Program.run("bundle", project, "--force", "-o", folder.resolve("tape.wav"))
                        .message())
                .contains("would be lost");
    }
}
