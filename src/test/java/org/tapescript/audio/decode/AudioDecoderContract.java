package org.tapescript.audio.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.support.EncodedFiles;
import org.tapescript.support.EncodedFiles.Form;

/** What every decoder owes; one says itself and the forms that it reads. */
abstract class AudioDecoderContract {
    protected static final int RATE = 16_000;

    @TempDir
    protected Path folder;

    abstract AudioDecoder decoder() throws IOException;

    abstract List<Form> forms();

    /** What was delivered of a file. */
    protected record Delivered(AudioDecoder.Info info, AudioDecoder.Outcome outcome, short[] samples) {
        List<Double> onsets() {
            return EncodedFiles.onsets(samples, RATE);
        }

        double seconds() {
            return samples.length / (double) info.channels() / RATE;
        }
    }

    protected Delivered decode(Path file) throws IOException {
        return decode(file, OptionalInt.empty());
    }

    protected Delivered decode(Path file, OptionalInt track) throws IOException {
        CancellationToken cancel = CancellationToken.none();
        AudioDecoder.Info info = decoder().probe(file, track, cancel);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AudioDecoder.Outcome outcome = decoder()
                .decode(
                        file,
                        info,
                        RATE,
                        (b, n) -> {
                            assertThat(n % (2 * info.channels()))
                                    .as("whole steps of time")
                                    .isZero();
                            out.write(b, 0, n);
                        },
                        ProgressSink.IGNORE,
                        cancel);
        short[] samples = new short[out.size() / 2];
        ByteBuffer.wrap(out.toByteArray())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return new Delivered(info, outcome, samples);
    }

    protected static void assertOnsets(Delivered delivered, double later) {
        List<Double> onsets = delivered.onsets();
        assertThat(onsets).as("bursts").hasSameSizeAs(EncodedFiles.STARTS);
        for (int i = 0; i < onsets.size(); i++) {
            // Some codecs begin with up to 50 ms of their own, and some forms cannot say so.
            assertThat(onsets.get(i)).isCloseTo(EncodedFiles.STARTS.get(i) + later, within(0.06));
        }
    }

    @TestFactory
    Stream<DynamicTest> soundIsWhereItWas() {
        return forms().stream()
                .map(form -> DynamicTest.dynamicTest(form.suffix(), () -> {
                    Delivered delivered = decode(EncodedFiles.bursts(folder, form));
                    assertThat(delivered.info().channels()).isEqualTo(1);
                    assertOnsets(delivered, 0);
                    assertThat(delivered.seconds()).isCloseTo(EncodedFiles.SECONDS, within(0.15));
                    assertThat(delivered.outcome().gaps()).isEmpty();
                }));
    }

    @Test
    void progressGrowsUpToTheEnd() throws IOException {
        Path file = EncodedFiles.bursts(folder, forms().get(0));
        AudioDecoder.Info info = decoder().probe(file, OptionalInt.empty(), CancellationToken.none());
        assertThat(info.seconds()).isCloseTo(EncodedFiles.SECONDS, within(0.1));
        List<Double> done = new ArrayList<>();
        decoder()
                .decode(
                        file,
                        info,
                        RATE,
                        (b, n) -> {},
                        (phase, seconds, total) -> done.add(seconds),
                        CancellationToken.none());
        assertThat(done).isSorted().isNotEmpty();
        assertThat(done.get(done.size() - 1)).isCloseTo(EncodedFiles.SECONDS, within(0.1));
    }

    @Test
    void whatIsNoRecordingIsRefusedInOneLine() throws IOException {
        Path text = Files.writeString(folder.resolve("text.wav"), "This is no sound. ".repeat(500));
        Path empty = Files.createFile(folder.resolve("empty.mp3"));
        for (Path file : List.of(text, empty, folder, folder.resolve("missing.wav"))) {
            assertThatThrownBy(() -> decode(file))
                    .as(file.toString())
                    .isInstanceOf(UnreadableRecordingException.class)
                    .message()
                    .doesNotContain("\n")
                    .doesNotContain(folder.toString());
        }
    }

    @Test
    void aFailingSinkEndsIt() throws IOException {
        Path file = EncodedFiles.bursts(folder, forms().get(0));
        AudioDecoder.Info info = decoder().probe(file, OptionalInt.empty(), CancellationToken.none());
        assertThatThrownBy(() -> decoder()
                        .decode(
                                file,
                                info,
                                RATE,
                                (b, n) -> {
                                    throw new IOException("No space left on device");
                                },
                                ProgressSink.IGNORE,
                                CancellationToken.none()))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void cancellingEndsItSoon() throws IOException, InterruptedException {
        Path file = EncodedFiles.bursts(folder, forms().get(0));
        CancellationToken cancel = new CancellationToken();
        AudioDecoder.Info info = decoder().probe(file, OptionalInt.empty(), cancel);
        int[] blocks = new int[1];
        assertThatThrownBy(() -> decoder()
                        .decode(
                                file,
                                info,
                                RATE,
                                (b, n) -> {
                                    blocks[0]++;
                                    cancel.cancel();
                                },
                                ProgressSink.IGNORE,
                                cancel))
                .isInstanceOf(CancellationException.class);
        assertThat(blocks[0]).isEqualTo(1);
        for (int i = 0; i < 100 && !ffmpegs().isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(ffmpegs()).isEmpty();
    }

    /** Our own, not those of programs that another test has started. */
    protected static List<ProcessHandle> ffmpegs() {
        return ProcessHandle.current()
                .children()
                .filter(p -> !p.info().command().orElse("").endsWith("/java"))
                .flatMap(p -> Stream.concat(Stream.of(p), p.descendants()))
                .filter(p -> p.info().command().orElse("").endsWith("/ffmpeg"))
                .toList();
    }

    @Test
    void aTrackThatIsNotThereIsSaid() throws IOException {
        Path file = EncodedFiles.bursts(folder, forms().get(0));
        assertThatThrownBy(() -> decode(file, OptionalInt.of(2)))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("no track 2");
    }
}
