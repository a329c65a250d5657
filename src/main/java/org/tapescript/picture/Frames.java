package org.tapescript.picture;

import java.io.IOException;
import java.util.Optional;
import org.tapescript.ffmpeg.ChildProcess;

/** Frames of a picture in order, until there are no more or it is closed. Used by one thread. */
public final class Frames implements AutoCloseable {
    private final ChildProcess process;
    private final double start;
    private final int width;
    private final int height;

    Frames(ChildProcess process, double start, int width, int height) {
        this.process = process;
        this.start = start;
        this.width = width;
        this.height = height;
    }

    /** The next frame, waiting until it is there; nothing at the end. */
    public Optional<Frame> next() throws IOException {
        Optional<String> note = process.note();
        if (note.isEmpty()) {
            return Optional.empty();
        }
        byte[] rgb = new byte[3 * width * height];
        int held = 0;
        for (int n = 0; n >= 0 && held < rgb.length; ) {
            n = process.read(rgb, held, rgb.length - held);
            held += Math.max(0, n);
        }
        return held < rgb.length
                ? Optional.empty()
                : Optional.of(new Frame(seconds(note.get()) - start, width, height, rgb));
    }

    private static double seconds(String note) throws IOException {
        String[] parts = note.trim().split("[ /]");
        try {
            return Long.parseLong(parts[0]) * (Double.parseDouble(parts[1]) / Double.parseDouble(parts[2]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IOException("FFmpeg announces its frames otherwise than expected: " + note, e);
        }
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
