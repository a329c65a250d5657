package org.tapescript.ui.waveform;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.audio.dsp.Spectrogram;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.JobRunner;
import org.tapescript.job.ProgressSink;

/** A picture of a stretch's frequencies, made beside the window; one that is no longer wanted when its turn comes is left out. */
final class SpectrogramPicture {
    private static final int BANDS = 64;

    private final SampleSource sound;
    private final JobRunner jobs;
    private final Runnable made;
    private final AtomicInteger wanted = new AtomicInteger();
    private Optional<WritableImage> image = Optional.empty();
    private double from;
    private double seconds;
    private Stretch asked = new Stretch(0, 0, 0);

    private record Stretch(double from, double seconds, int width) {}

    /** @param made told when there is another picture to draw */
    SpectrogramPicture(SampleSource sound, JobRunner jobs, Runnable made) {
        this.sound = sound;
        this.jobs = jobs;
        this.made = made;
    }

    /** Draws what there is. @param x where on the canvas a second lies */
    void draw(GraphicsContext g, double top, double bottom, DoubleUnaryOperator x) {
        image.ifPresent(picture -> {
            double left = x.applyAsDouble(from);
            double right = x.applyAsDouble(from + seconds);
            if (right > 0 && left < g.getCanvas().getWidth()) {
                g.drawImage(picture, left, top, right - left, bottom - top);
            }
        });
    }

    /** Has another stretch drawn, so many pixels wide. */
    void want(double start, double length, int width) {
        Stretch stretch = new Stretch(start, length, width);
        if (stretch.equals(asked)) {
            return;
        }
        asked = stretch;
        int number = wanted.incrementAndGet();
        jobs.run(
                (progress, cancel) -> columns(number, start, length, width, cancel),
                ProgressSink.IGNORE,
                pixels -> {
                    if (number == wanted.get() && pixels.length > 0) {
                        WritableImage picture = new WritableImage(width, BANDS);
                        picture.getPixelWriter()
                                .setPixels(0, 0, width, BANDS, PixelFormat.getByteBgraInstance(), pixels, 0, 4 * width);
                        image = Optional.of(picture);
                        from = start;
                        seconds = length;
                        made.run();
                    }
                },
                e -> System.getLogger(SpectrogramPicture.class.getName())
                        .log(System.Logger.Level.WARNING, "Drawing frequencies", e));
    }

    private byte[] columns(int number, double start, double length, int width, CancellationToken cancel) {
        Spectrogram maker = new Spectrogram(sound);
        float[] column = new float[BANDS];
        byte[] pixels = new byte[4 * width * BANDS];
        for (int px = 0; px < width; px++) {
            if (number != wanted.get() || cancel.isCancelled()) {
                return new byte[0];
            }
            maker.column(Math.round((start + (px + 0.5) * length / width) * DecodedRecording.SAMPLE_RATE), column);
            for (int band = 0; band < BANDS; band++) {
                int at = 4 * ((BANDS - 1 - band) * width + px);
                // Transparent where it is silent, so that it stands on any background.
                pixels[at] = (byte) (0x99 * column[band]);
                pixels[at + 1] = (byte) (0x66 * column[band]);
                pixels[at + 2] = (byte) (0x33 * column[band]);
                pixels[at + 3] = (byte) (255 * column[band]);
            }
        }
        return pixels;
    }
}
