package org.tapescript.audio.play;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** The computer's own sound device, through Java Sound. */
public final class JavaSoundOutput implements AudioOutput {
    /** Long enough for a busy machine, short enough that seeking is felt as immediate. */
    private static final double BUFFER_SECONDS = 0.08;

    /**
     * Counts of samples played come once a period, which is 20 ms with Java Sound's own settings (DEFAULT_PERIOD_TIME in OpenJDK's
     * PLATFORM_API_LinuxOS_ALSA_PCM.c), so they may be late by so much; taken for half of it they are right to 10 ms either way.
     */
    private static final double HALF_PERIOD_SECONDS = 0.01;

    private SourceDataLine line;
    private long flushedAt;

    @Override
    public void open(int sampleRate) throws NoSoundDeviceException {
        try {
            AudioFormat format = new AudioFormat(sampleRate, 16, 1, true, false);
            line = AudioSystem.getSourceDataLine(format);
            line.open(format, 2 * (int) (sampleRate * BUFFER_SECONDS));
            line.start();
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            line = null;
            throw new NoSoundDeviceException("There is no sound device to play on", e);
        }
    }

    @Override
    public void write(byte[] samples, int count) {
        line.write(samples, 0, count);
    }

    @Override
    public long framesHeard() {
        SourceDataLine playing = line;
        if (playing == null) {
            return 0;
        }
        long counted = playing.getLongFramePosition() - flushedAt;
        return counted <= 0
                ? 0
                : counted + Math.round(HALF_PERIOD_SECONDS * playing.getFormat().getSampleRate());
    }

    @Override
    public void flush() {
        line.stop();
        line.flush();
        flushedAt = line.getLongFramePosition();
        line.start();
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
            line = null;
        }
    }
}
