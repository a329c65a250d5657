package org.tapescript.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.acoustic.MalformedModelException;
import org.tapescript.domain.OwnPronunciation;
import org.tapescript.domain.SyncBasis;
import org.tapescript.domain.SyncMethod;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.job.CancellationToken;
import org.tapescript.language.LanguagePacks;
import org.tapescript.language.MissingLanguageException;
import org.tapescript.support.Program;
import org.tapescript.support.Transcripts;

class TapeSyncTest {
    private static final List<OwnPronunciation> OWN = List.of(new OwnPronunciation("brz", "B ER Z"));

    @Test
    void aTextIsATranslationWhereThatIsSaidOrNoLanguageIsNamed() {
        assertThat(TapeSync.basis("en-us", false).method()).isEqualTo(SyncMethod.BY_WORDS);
        assertThat(TapeSync.basis("en-us", true).method()).isEqualTo(SyncMethod.BY_VOICES);
        assertThat(TapeSync.basis(LanguagePacks.NONE, false).method()).isEqualTo(SyncMethod.BY_VOICES);
    }

    @Test
    void aProjectIsSyncedAgainByWhatItWasSyncedBy() {
        SyncBasis basis = new SyncBasis("cs", SyncMethod.BY_VOICES).withLexicon(OWN);
        SyncedTranscript project = Transcripts.of(List.of("A"), "one two").withBasis(basis);
        TapeSync.Request again = TapeSync.Request.of(project, List.of(Path.of("tape.wav")));
        assertThat(again.basis()).isEqualTo(basis);
        assertThat(again.withLexicon(List.of()).basis()).isEqualTo(basis);
        List<OwnPronunciation> other = List.of(new OwnPronunciation("brz", "B R Z"));
        assertThat(again.withLexicon(other).basis()).isEqualTo(basis.withLexicon(other));
    }

    private final List<String> phases = new ArrayList<>();

    @TempDir
    Path folder;

    /** A tape that was never decoded before. */
    private Path noise() throws IOException {
        byte[] samples = new byte[64_000];
        new Random().nextBytes(samples);
        AudioFormat format = new AudioFormat(16_000, 16, 1, true, false);
        Path tape = folder.resolve("noise.wav");
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2),
                AudioFileFormat.Type.WAVE,
                tape.toFile());
        return tape;
    }

    private void sync(String language) throws IOException {
        Places places = new Places(
                List.of(folder.resolve("models")), Program.PLACES.cache(), folder.resolve("settings"), folder);
        TapeSync.Request request = new TapeSync.Request(
                List.of(noise()),
                Transcripts.of(List.of("A"), "one two").transcript(),
                TapeSync.basis(language, false),
                false,
                List.of());
        new TapeSync(places).run(request, (phase, done, of) -> phases.add(phase), CancellationToken.none());
    }

    @Test
    void aLanguageThatThereIsNotIsMissedBeforeAnythingIsDecoded() {
        assertThatThrownBy(() -> sync("no such thing")).isInstanceOf(MissingLanguageException.class);
        assertThat(phases).isEmpty();
    }

    @Test
    void whatIsWrongWithALanguageIsSaidThoughItIsLoadedBesides() throws IOException {
        Path model = Files.createDirectories(folder.resolve("models/cs"));
        Files.writeString(model.resolve("manifest.json"), "{");
        assertThatThrownBy(() -> sync("cs")).isInstanceOf(MalformedModelException.class);
        assertThat(phases).contains("Decoding");
    }
}
