package org.tapescript.audio;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.audio.decode.RecordingFault;
import org.tapescript.audio.decode.UnreadableRecordingException;

/** Raw 16-bit mono samples in a file, mapped into memory, so that hours of sound cost no heap. */
public final class PcmFile implements SampleSource {
    private final ShortBuffer samples;
    private final int rate;

    private PcmFile(ShortBuffer samples, int rate) {
        this.samples = samples;
        this.rate = rate;
    }

    /** Maps a file of little-endian samples. @param rate of them a second */
    public static PcmFile open(Path file, int rate) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            checkLength(file, channel.size());
            MappedByteBuffer map = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return new PcmFile(map.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer(), rate);
        }
    }

    /** @throws UnreadableRecordingException if so many bytes are too many to be mapped */
    static void checkLength(Path recording, long bytes) throws UnreadableRecordingException {
        if (bytes > Integer.MAX_VALUE) {
            throw new UnreadableRecordingException(recording, RecordingFault.TOO_LONG);
        }
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public long length() {
        return samples.limit();
    }

    @Override
    public void read(long from, float[] target, int count) {
        for (int i = 0; i < count; i++) {
            long at = from + i;
            target[i] = at < 0 || at >= samples.limit() ? 0 : samples.get((int) at);
        }
    }
}
