package org.tapescript.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.OwnPronunciation;
import org.tapescript.domain.SyncBasis;
import org.tapescript.domain.SyncMethod;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.support.Transcripts;

class ProjectFileTest {
    @TempDir
    private Path folder;

    private Path written(SyncedTranscript transcript) throws IOException {
        Path file = folder.resolve("p.tapescript");
        ProjectFile.of(transcript).write(file);
        return file;
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        for (long seed = 0; seed < 50; seed++) {
            SyncedTranscript transcript = Transcripts.random(seed);
            assertThat(transcript.malformation()).as("seed %d", seed).isEmpty();
            assertThat(ProjectFile.read(written(transcript)).transcript())
                    .as("seed %d", seed)
                    .isEqualTo(transcript);
        }
    }

    @Test
    void whatItWasSyncedByIsKept() throws IOException {
        SyncBasis basis = new SyncBasis(
                "cs",
                SyncMethod.BY_VOICES,
                Optional.of("en-gb"),
                List.of(new OwnPronunciation("mlha", "M L AH HH AA"), new OwnPronunciation("mlha", "M L HH AA")));
        SyncedTranscript transcript = Transcripts.of(List.of("A"), "one two").withBasis(basis);
        assertThat(ProjectFile.read(written(transcript)).transcript()).isEqualTo(transcript);
    }

    @Test
    void aTranslationFromBeforeTheMethodWasKeptIsKnownByItsTimes() throws IOException {
        Path file = written(Transcripts.of(List.of("A"), "one two"));
        String old = Files.readString(file).replaceFirst("\"method\" : \"words\",", "");
        assertThat(old).doesNotContain("method");
        Files.writeString(file, old);
        assertThat(ProjectFile.read(file).transcript().basis().method()).isEqualTo(SyncMethod.BY_WORDS);
        Files.writeString(file, old.replace("\"aligned\"", "\"placed\""));
        assertThat(ProjectFile.read(file).transcript().basis().method()).isEqualTo(SyncMethod.BY_VOICES);
    }

    @Test
    void unknownFieldsSurvive() throws IOException {
        Path file = written(Transcripts.of(List.of("A"), "one two"));
        String changed = Files.readString(file)
                .replaceFirst("\"language\"", "\"later\" : {\"a\" : [1, 2]}, \"language\"")
                .replaceFirst("\"charStart\" : 4", "\"colour\" : \"red\", \"charStart\" : 4");
        Files.writeString(file, changed);
        ProjectFile.read(file).write(file);
        assertThat(Files.readString(file)).contains("\"later\"").contains("\"colour\" : \"red\"");
    }

    @Test
    void newerVersionIsRefused() throws IOException {
        Path file = written(Transcripts.of(List.of("A"), "one"));
        Files.writeString(file, Files.readString(file).replaceFirst("\"version\" : 1", "\"version\" : 2"));
        assertThatThrownBy(() -> ProjectFile.read(file))
                .isInstanceOf(MalformedProjectException.class)
                .hasMessageContaining("version 2");
    }

    @Test
    void damagedProjectIsRefusedWithItsLine() throws IOException {
        Path file = written(Transcripts.of(List.of("A"), "one"));
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() / 2));
        assertThatThrownBy(() -> ProjectFile.read(file))
                .isInstanceOf(MalformedProjectException.class)
                .hasMessageContaining("damaged");
        Files.writeString(file, "{\"format\":\"tapescript-project\",\"version\":1}");
        assertThatThrownBy(() -> ProjectFile.read(file)).isInstanceOf(MalformedProjectException.class);
    }
}
