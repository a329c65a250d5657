package org.tapescript.audio.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.job.CancellationToken;
import org.tapescript.support.Tapes;

class SoundClipTest {
    private static final Path TAPE = Tapes.tape(Path.of("audio-samples", "lighthouse"));

    @TempDir
    Path folder;

    private SoundClip clip() throws IOException {
        return new SoundClip(Path.of("target", "test-cache", "native"));
    }

    @Test
    void aStretchIsWrittenAsLongAsItIs() throws Exception {
        Path wav = folder.resolve("a.wav");
        clip().write(TAPE, 1, 10.5, 2.25, wav, CancellationToken.none());
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(wav.toFile())) {
            assertThat(sound.getFrameLength() / (double) sound.getFormat().getFrameRate())
                    .isEqualTo(2.25, org.assertj.core.data.Offset.offset(0.001));
        }
        Path mp3 = folder.resolve("b.MP3");
        clip().write(TAPE, 1, 10.5, 2.25, mp3, CancellationToken.none());
        byte[] bytes = Files.readAllBytes(mp3);
        assertThat(bytes.length).isGreaterThan(2000);
        assertThat(new String(bytes, 0, 3, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualTo("ID3");
    }

    @Test
    void whatFailsLeavesNothing() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.wav"), "no sound");
        assertThatThrownBy(() -> clip().write(bad, 1, 0, 1, folder.resolve("c.wav"), CancellationToken.none()))
                .isInstanceOf(IOException.class);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(bad);
        }
    }
}
