package org.tapescript.audio;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.audio.decode.RecordingFault;
import org.tapescript.audio.decode.UnreadableRecordingException;

/**
 * Raw 16-bit mono samples in a file, read when they are asked for, so that hours of sound cost no memory. The system keeps what was read as
 * long as nobody else needs the room; mapped into memory, all of it would count as ours. The file is closed when nobody holds this any more.
 *
 * <p>Levels and hum are measured in stretches of a hundredth of a second and less, one behind the other, a million of an hour: a little more than is
 * asked for is read, so that not each of them asks the system.
 */
public final class PcmFile implements SampleSource {
    /** Samples that are read at least, if there are so many. */
    private static final int AHEAD = 4096;

    // Not a channel: that is closed for everybody when one thread that reads it is interrupted.
    private final RandomAccessFile file;
    private final long length;
    private final int rate;
    private byte[] bytes = new byte[AHEAD * Short.BYTES];
    /** The samples in {@link #bytes}: from which one on, and how many. */
    private long held;

    private int holding;

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
        hold(from + before, inside);
        int at = (int) (from + before - held) * Short.BYTES;
        for (int i = before; i < before + inside; i++, at += Short.BYTES) {
            target[i] = (short) ((bytes[at] & 0xff) | bytes[at + 1] << 8);
        }
    }

    /** Sees to it that samples are at hand, if they are not yet. */
    private void hold(long from, int count) {
        if (from >= held && from + count <= held + holding) {
            return;
        }
        int read = (int) Math.min(Math.max(count, AHEAD), length - from);
        if (bytes.length < read * Short.BYTES) {
            bytes = new byte[read * Short.BYTES];
        }
        holding = 0;
        try {
            file.seek(from * Short.BYTES);
            file.readFully(bytes, 0, read * Short.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        held = from;
        holding = read;
    }
}
