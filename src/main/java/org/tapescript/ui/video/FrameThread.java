package org.tapescript.ui.video;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.tapescript.job.CancellationToken;
import org.tapescript.picture.Frame;
import org.tapescript.picture.Frames;

/**
 * Has the frame of the moment that was asked for last, by a thread of its own: it decodes on from where it is if that moment lies a
 * little ahead, and begins anew elsewhere if not.
 */
final class FrameThread implements AutoCloseable {
    /** Decoding on is quicker than beginning anew for so many seconds of picture. */
    private static final double AHEAD_SECONDS = 1.5;

    /** A frame as the window shows it. @param seconds of the tape at which it begins @param argb a pixel each, from the top left */
    record Shown(double seconds, int width, int height, int[] argb) {}

    private record Wanted(double seconds, int width, int height) {}

    private final TapePicture picture;
    private final Consumer<Shown> shown;
    private final Thread thread = new Thread(this::run, "picture");
    private Wanted wanted;
    private boolean closed;
    private CancellationToken reading = new CancellationToken();

    // Of the thread alone.
    private TapePicture.Side side;
    private Frames frames;
    private int width;
    private int height;
    private Frame current;
    private Optional<Frame> next = Optional.empty();

    /** @param shown told of each frame, on this thread */
    FrameThread(TapePicture picture, Consumer<Shown> shown) {
        this.picture = picture;
        this.shown = shown;
        thread.setDaemon(true);
        thread.start();
    }

    /** Asks for the frame of a moment; what was asked for before and is not there yet is left out. */
    synchronized void ask(double seconds, int across, int down) {
        Wanted now = new Wanted(seconds, across, down);
        if (!now.equals(wanted)) {
            wanted = now;
            notifyAll();
        }
    }

    private void run() {
        Wanted done = null;
        while (true) {
            Wanted now;
            synchronized (this) {
                while (!closed && (wanted == null || wanted.equals(done))) {
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        closed = true;
                    }
                }
                if (closed) {
                    break;
                }
                now = wanted;
            }
            try {
                find(now);
            } catch (IOException | CancellationException e) {
                stop();
                if (!isClosed()) {
                    System.getLogger(FrameThread.class.getName())
                            .log(System.Logger.Level.WARNING, "Reading the picture", e);
                }
            }
            done = now;
        }
        stop();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void find(Wanted now) throws IOException {
        Optional<TapePicture.Side> here = picture.at(now.seconds);
        if (here.isEmpty() || now.width <= 0 || now.height <= 0) {
            return;
        }
        double tick = 1 / here.get().file().frameRate();
        double seconds = now.seconds - here.get().start();
        boolean on = frames != null
                && side == here.get()
                && width == now.width
                && height == now.height
                && current != null
                && seconds >= current.seconds() - tick / 10
                && seconds <= current.seconds() + AHEAD_SECONDS;
        if (!on) {
            begin(here.get(), now, seconds - 1.5 * tick);
        }
        boolean other = !on;
        while (next.isPresent() && (current == null || next.get().seconds() <= seconds + tick / 10)) {
            current = next.get();
            next = frames.next();
            other = true;
        }
        if (other && current != null) {
            shown.accept(new Shown(side.start() + current.seconds(), width, height, argb(current)));
        }
    }

    private void begin(TapePicture.Side at, Wanted now, double from) throws IOException {
        stop();
        synchronized (this) {
            if (closed) {
                throw new CancellationException();
            }
            reading = new CancellationToken();
        }
        side = at;
        width = now.width;
        height = now.height;
        frames = at.file().frames(from, width, height, reading);
        next = frames.next();
    }

    private void stop() {
        current = null;
        next = Optional.empty();
        if (frames != null) {
            try {
                frames.close();
            } catch (IOException e) {
                // It ends in any case.
            }
            frames = null;
        }
    }

    private static int[] argb(Frame frame) {
        byte[] rgb = frame.rgb();
        int[] result = new int[rgb.length / 3];
        for (int i = 0, p = 0; i < result.length; i++, p += 3) {
            result[i] = 0xff000000 | (rgb[p] & 0xff) << 16 | (rgb[p + 1] & 0xff) << 8 | rgb[p + 2] & 0xff;
        }
        return result;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            reading.cancel();
            notifyAll();
        }
    }
}
