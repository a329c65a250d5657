package org.tapescript.ui.common;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.tapescript.storage.AtomicFile;

/** Pictures of what a window shows. */
public final class WindowPicture {
    private static final Duration SETTLED = Duration.millis(2500);

    private WindowPicture() {}

    /** Writes a picture once the window has settled. @param done told why that failed, if it did */
    public static void writeSettled(Scene scene, Path file, Consumer<Optional<Throwable>> done) {
        PauseTransition pause = new PauseTransition(SETTLED);
        pause.setOnFinished(e -> {
            Optional<Throwable> failure = Optional.empty();
            try {
                write(scene, file);
            } catch (IOException x) {
                failure = Optional.of(x);
            }
            done.accept(failure);
        });
        pause.play();
    }

    /** Writes what a scene shows as a PNG. */
    public static void write(Scene scene, Path file) throws IOException {
        WritableImage image = scene.snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        AtomicFile.writeBytes(file, out -> ImageIO.write(copy, "png", out));
    }
}
