package org.tapescript.audio;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.audio.decode.RecordingFault;
import org.tapescript.audio.decode.UnreadableRecordingException;

/**
 * Raw 16-bit mono samples in a file, read when they are asked for, so that hours of sound cost no memory. The system keeps what was read as
 * long as nobody else needs the room; mapped into memory, all of it would count as ours. The file is closed when nobody holds this any more.
 */
public final class PcmFile implements SampleSource {
    // Not a channel: that is closed for everybody when one thread that reads it is interrupted.
    private final RandomAccessFile file;
    private final long length;
    private final int rate;
    private byte[] bytes = new byte[0];

    private PcmFile(RandomAccessFile file, int rate) throws IOException {
        this.file = file;
        this.length = file.length() / Short.BYTES;
        this.rate = rate;
    }

    /** Opens a file of little-endian samples. @param rate of them a second */
    public static PcmFile open(Path path, int rate) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
        try {
            checkLength(path, file.length());
            return new PcmFile(file, rate);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** @throws UnreadableRecordingException if so many bytes are more than one recording may have */
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
        return length;
    }

    @Override
    public synchronized void read(long from, float[] target, int count) {
        int before = (int) Math.max(0, Math.min(count, -from));
        int inside = (int) Math.max(0, Math.min(count - before, length - from - before));
        Arrays.fill(target, 0, before, 0);
        Arrays.fill(target, before + inside, count, 0);
        if (inside == 0) {
            return;
        }
        if (bytes.length < inside * Short.BYTES) {
            bytes = new byte[inside * Short.BYTES];
        }
        try {
            file.seek((from + before) * Short.BYTES);
            file.readFully(bytes, 0, inside * Short.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ShortBuffer samples =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        for (int i = 0; i < inside; i++) {
            target[before + i] = samples.get(i);
        }
    }
}
