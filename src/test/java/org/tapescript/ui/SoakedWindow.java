package org.tapescript.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.tapescript.audio.play.AudioOutput;
import org.tapescript.ui.common.FilePicker;
import org.tapescript.ui.mainwindow.EditorView;
import org.tapescript.workflow.Places;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The program's window in a process of its own, in which a project is open and played, to see what memory that takes. It says on standard
 * output, every now and then, how many seconds were played and how many megabytes are in use once the rubbish is out.
 */
final class SoakedWindow {
    private static final int SAYS = 12;

    private SoakedWindow() {}

    /** Time that goes faster than it is: what an hour of playing does is done in less. */
    private static final class FastOutput implements AudioOutput {
        private final double times;
        private int rate;
        private long begun = System.nanoTime();
        private long written;

        FastOutput(double times) {
            this.times = times;
        }

        @Override
        public synchronized void open(int sampleRate) {
            rate = sampleRate;
            flush();
        }

        @Override
        public void write(byte[] samples, int count) {
            synchronized (this) {
                written += count / 2;
            }
            try {
                while (written - framesHeard() > rate * 0.08 * times) {
                    Thread.sleep(1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public synchronized long framesHeard() {
            return Math.min(written, (long) ((System.nanoTime() - begun) * times * rate / 1e9));
        }

        @Override
        public synchronized void flush() {
            begun = System.nanoTime();
            written = 0;
        }

        @Override
        public void close() {}
    }

    /** @param arguments project, folder for settings and cache, seconds to play, how many times faster than they are */
    public static void main(String[] arguments) throws Exception {
        Path project = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        double seconds = Double.parseDouble(arguments[2]);
        double times = Double.parseDouble(arguments[3]);
        Platform.startup(() -> Platform.setImplicitExit(false));
        DesktopApp app = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            DesktopApp made = new DesktopApp(
                    new Stage(),
                    new Places(
                            List.of(Path.of("models")),
                            folder.resolve("cache"),
                            folder.resolve("settings.properties"),
                            Path.of("audio-samples")),
                    () -> new FastOutput(times),
                    FilePicker.NATIVE);
            made.show(DesktopApp.Request.NONE);
            made.open(project, DesktopApp.Request.NONE);
            return made;
        });
        EditorView editor = null;
        while (editor == null) {
            Thread.sleep(100);
            editor = WaitForAsyncUtils.waitForAsyncFx(60_000, app::editor).orElse(null);
        }
        EditorView open = editor;
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            open.player().seek(0);
            open.player().play();
        });
        for (int i = 1; i <= SAYS; i++) {
            Thread.sleep(Math.round(1000 * seconds / times / SAYS));
            double at =
                    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> open.player().position());
            System.gc();
            long used =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            System.out.printf(java.util.Locale.ROOT, "%.0f %.1f%n", at, used / 1e6);
        }
        // Nothing waits for the toolkit here.
        Runtime.getRuntime().halt(0);
    }
}
