package org.tapescript.audio.play;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.domain.TimeSpan;

/**
 * Plays a tape and knows what is heard at this moment. Every method may be called from any thread; sound is fed by a thread of the
 * player's own.
 */
public final class Player implements AutoCloseable {
    public static final double SLOWEST = 0.5;
    public static final double FASTEST = 2;

    private final SampleSource sound;
    private final int sampleRate;
    private final AudioOutput output;
    private final Thread feeder;
    private final PlayClock clock = new PlayClock();

    private boolean closed;
    private boolean playing;
    private boolean restart;
    private double tempo = 1;
    private double volume = 1;
    private DoubleUnaryOperator gain = seconds -> 1;
    private Optional<TimeSpan> loop = Optional.empty();
    private Runnable ended = () -> {};

    /**
     * @param sound 16-bit amplitudes
     * @throws NoSoundDeviceException if there is nothing to play on
     */
    public Player(SampleSource sound, int sampleRate, AudioOutput output) throws NoSoundDeviceException {
        this.sound = sound;
        this.sampleRate = sampleRate;
        this.output = output;
        output.open(sampleRate);
        this.feeder = new Thread(this::feed, "player");
        feeder.setDaemon(true);
        feeder.start();
    }

    /** @param ended called, on the player's thread, when the end of the sound has been played */
    public synchronized void onEnded(Runnable ended) {
        this.ended = ended;
    }

    public synchronized void play() {
        playing = true;
        restart = true;
        notifyAll();
    }

    public synchronized void pause() {
        if (playing) {
            clock.stop(position());
            playing = false;
            restart = true;
            notifyAll();
        }
    }

    public synchronized boolean isPlaying() {
        return playing;
    }

    /** Goes on, or will go on, from a moment in seconds. */
    public synchronized void seek(double seconds) {
        clock.stop(Math.max(0, Math.min(length(), seconds)));
        restart = true;
        notifyAll();
    }

    /** @param tempo 1 for the tape's own, clamped to [{@value #SLOWEST}, {@value #FASTEST}] */
    public synchronized void setTempo(double tempo) {
        clock.stop(position());
        this.tempo = Math.max(SLOWEST, Math.min(FASTEST, tempo));
        restart = true;
        notifyAll();
    }

    public synchronized double tempo() {
        return tempo;
    }

    /** @param volume factor in [0, 4] on all that is heard */
    public synchronized void setVolume(double volume) {
        this.volume = Math.max(0, Math.min(4, volume));
    }

    /** @param gain a further factor by the second of the tape, so that a faint voice can be brought up */
    public synchronized void setGain(DoubleUnaryOperator gain) {
        this.gain = gain;
    }

    /** Plays a span again and again; empty for no loop. */
    public synchronized void setLoop(Optional<TimeSpan> loop) {
        this.loop = loop;
        clock.stop(position());
        restart = true;
        notifyAll();
    }

    public double length() {
        return sound.length() / (double) sampleRate;
    }

    /** Second of the tape that is heard now; where playing would go on, if nothing is heard. */
    public synchronized double position() {
        return Math.min(length(), clock.position(output.framesHeard(), sampleRate, System.nanoTime()));
    }

    private void feed() {
        TempoStretcher stretcher = null;
        double at = 0;
        byte[] bytes = new byte[0];
        while (true) {
            DoubleUnaryOperator factor;
            synchronized (this) {
                while (!closed && !playing) {
                    silence();
                    waitForChange();
                }
                if (closed) {
                    return;
                }
                if (restart) {
                    restart = false;
                    output.flush();
                    at = clock.position(0, sampleRate, System.nanoTime());
                    if (loop.isPresent()
                            && (at < loop.get().startSeconds()
                                    || at >= loop.get().endSeconds())) {
                        at = loop.get().startSeconds();
                    }
                    clock.start(at, tempo);
                    stretcher = new TempoStretcher(sound, Math.round(at * sampleRate), tempo, sampleRate);
                }
                double end = loop.map(TimeSpan::endSeconds).orElse(length());
                if (at >= end) {
                    if (loop.isPresent()) {
                        at = loop.get().startSeconds();
                        clock.jump(at);
                        stretcher = new TempoStretcher(sound, Math.round(at * sampleRate), tempo, sampleRate);
                    } else {
                        finish();
                        continue;
                    }
                }
                double v = volume;
                DoubleUnaryOperator g = gain;
                factor = seconds -> v * g.applyAsDouble(seconds);
            }
            float[] samples = stretcher.read();
            bytes = bytes.length == 2 * samples.length ? bytes : new byte[2 * samples.length];
            float by = (float) factor.applyAsDouble(at);
            for (int i = 0; i < samples.length; i++) {
                int s = Math.round(Math.max(-1, Math.min(1, samples[i] * by)) * 32767);
                bytes[2 * i] = (byte) s;
                bytes[2 * i + 1] = (byte) (s >> 8);
            }
            synchronized (this) {
                if (restart) {
                    continue;
                }
                clock.written(samples.length);
            }
            output.write(bytes, bytes.length);
            at += samples.length * stretcher.tempo() / sampleRate;
        }
    }

    /** Waits until what was written has been heard, then stops. */
    private void finish() {
        while (!restart && !closed && !clock.isHeard(output.framesHeard(), sampleRate, System.nanoTime())) {
            waitFor(10);
        }
        if (!restart && !closed) {
            playing = false;
            clock.stop(length());
            ended.run();
        }
    }

    private void silence() {
        if (restart) {
            restart = false;
            output.flush();
        }
    }

    private void waitForChange() {
        waitFor(0);
    }

    private void waitFor(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            playing = false;
            restart = true;
            notifyAll();
        }
        try {
            feeder.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        output.close();
    }
}
