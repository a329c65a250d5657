package org.tapescript.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tapescript.benchmark.WindowBenchmark.at;
import static org.tapescript.benchmark.WindowBenchmark.editor;
import static org.tapescript.benchmark.WindowBenchmark.frame;
import static org.tapescript.benchmark.WindowBenchmark.fx;
import static org.tapescript.benchmark.WindowBenchmark.pair;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.DoubleStream;
import javafx.application.Platform;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.audio.Fingerprint;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.job.CancellationToken;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.EncodedFiles;
import org.tapescript.support.QuietOutput;
import org.tapescript.support.Transcripts;
import org.tapescript.ui.DesktopApp;
import org.tapescript.ui.common.FilePicker;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.mainwindow.EditorView;
import org.tapescript.ui.video.VideoPane;
import org.tapescript.workflow.Places;

/**
 * The window with subtitles and with a film beside the text, and a tape that is not decoded yet: {@code mvn test -Pbenchmark
 * -Dtest=ViewsBenchmark}, with a display. Writes docs/BENCHMARKS-VIEWS.md.
 */
@Tag("benchmark")
class ViewsBenchmark {
    private static final int SECONDS = 6;
    private static final int SCRUBS = 40;
    private static final long GIVE_UP_NANOS = 2_000_000_000L;
    private static final int FILM_SECONDS = 40;
    private static final double RATE = 25;

    private final StringBuilder out = new StringBuilder();

    @Test
    void views(@TempDir Path folder) throws Exception {
        assertThat(System.getenv("DISPLAY")).as("a display").isNotNull();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        Platform.setImplicitExit(false);
        started.await();
        out.append(
                        "# The window: subtitles, film, tapes not decoded yet\n\nWritten by `mvn test -Pbenchmark -Dtest=ViewsBenchmark` on ")
                .append(System.getProperty("os.name"))
                .append(", ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" cores, Java ")
                .append(System.getProperty("java.version"))
                .append(", software rendering on a virtual display.\n\n");
        Path hour = WindowBenchmark.project(folder.resolve("hour"), 9_000, 250, 0);
        DesktopApp app = app(folder);
        out.append(String.format(
                Locale.ROOT,
                "Opening an hour of 9,000 words whose sound is not decoded yet: the text is shown after %.0f ms, all is ready after %.0f ms.%n%n",
                (Object[]) undecoded(app, hour)));
        subtitles();
        close(app);
        film(folder);
        Files.writeString(Path.of("docs/BENCHMARKS-VIEWS.md"), out);
    }

    private static DesktopApp app(Path folder) throws Exception {
        Places places = new Places(
                List.of(Path.of("models")),
                folder.resolve("cache"),
                folder.resolve("settings.properties"),
                Path.of("audio-samples"));
        return fx(() -> {
            DesktopApp made = new DesktopApp(new Stage(), places, QuietOutput::new, FilePicker.NATIVE);
            made.show(DesktopApp.Request.NONE);
            return made;
        });
    }

    private static void close(DesktopApp app) throws Exception {
        EditorView editor = editor();
        fx(() -> {
            app.close();
            editor.getScene().getWindow().hide();
            return null;
        });
    }

    private static boolean isShown(String style) throws Exception {
        return fx(() -> javafx.stage.Window.getWindows().stream()
                .map(w -> w.getScene().getRoot().lookup(style))
                .anyMatch(n -> n != null && n.lookup(".list-cell .text") != null));
    }

    private static Double[] undecoded(DesktopApp app, Path project) throws Exception {
        long start = System.nanoTime();
        fx(() -> {
            app.open(project, DesktopApp.Request.NONE);
            return null;
        });
        while (!isShown("#opening-text")) {
            Thread.sleep(5);
        }
        frame();
        double text = (System.nanoTime() - start) / 1e6;
        while (editor() == null) {
            Thread.sleep(5);
        }
        frame();
        return new Double[] {text, (System.nanoTime() - start) / 1e6};
    }

    private void subtitles() throws Exception {
        EditorView editor = editor();
        fx(() -> {
            TabPane side = (TabPane) editor.lookup("#side");
            side.getTabs().stream()
                    .filter(t -> t.getText().equals(Messages.get("tab.subtitles")))
                    .forEach(side.getSelectionModel()::select);
            return null;
        });
        frame();
        out.append(
                "| subtitles beside the text, an hour | frames/s | window's thread a frame, ms p50, p99 |\n|---|---|---|\n");
        for (double tempo : new double[] {1, 2}) {
            double[] busy = play(editor, tempo, () -> {});
            out.append(String.format(
                    Locale.ROOT,
                    "| followed at %.0fx | %.0f | %.1f, %.1f |%n",
                    tempo,
                    busy.length / (double) SECONDS,
                    at(busy, 0.5),
                    at(busy, 0.99)));
        }
        out.append('\n');
    }

    private static double[] play(EditorView editor, double tempo, Runnable eachFrame) throws Exception {
        double[] busy = WindowBenchmark.busy(editor, 20, tempo, SECONDS, eachFrame);
        fx(() -> {
            editor.player().pause();
            return null;
        });
        return busy;
    }

    private void film(Path folder) throws Exception {
        Path film = EncodedFiles.make(
                folder.resolve("film.mp4"),
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=640x360:r=25:d=" + FILM_SECONDS,
                        "-f",
                        "lavfi",
                        "-i",
                        "anoisesrc=a=0.02:d=" + FILM_SECONDS,
                        "-c:v",
                        "mpeg4",
                        "-g",
                        "50",
                        "-q:v",
                        "3",
                        "-c:a",
                        "aac"));
        String[] turns = new String[FILM_SECONDS / 4];
        Arrays.fill(turns, "the lamp of the harbour and we never remember nineteen");
        SyncedTranscript t = Transcripts.of(List.of("Interviewer", "Guest"), turns);
        Path project = folder.resolve("film.tapescript");
        ProjectFile.of(new SyncedTranscript(
                        t.language(),
                        List.of(new Recording(
                                film.toString(),
                                Fingerprint.of(film, CancellationToken.none()),
                                1,
                                FILM_SECONDS * 1_000_000L,
                                "mono",
                                false,
                                OptionalDouble.empty())),
                        t.transcript(),
                        t.turns(),
                        t.untranscribed(),
                        t.speakerDoubts(),
                        t.match()))
                .write(project);
        DesktopApp app = app(folder);
        fx(() -> {
            app.open(project, DesktopApp.Request.NONE);
            return null;
        });
        while (editor() == null) {
            Thread.sleep(20);
        }
        EditorView editor = editor();
        while (fx(() -> editor.lookup("#video")) == null) {
            Thread.sleep(20);
        }
        fx(() -> {
            editor.getScene().getWindow().setWidth(1560);
            editor.getScene().getWindow().setHeight(960);
            return null;
        });
        VideoPane video = (VideoPane) fx(() -> editor.lookup("#video"));
        out.append(
                "| film of 640 x 360, 25 frames/s, beside the text | window's frames/s | film's frames shown a second |"
                        + " off the play head, ms p50, p99 | window's thread a frame, ms p50, p99 |\n|---|---|---|---|---|\n");
        for (double tempo : new double[] {0.5, 1, 2}) {
            List<Double> off = new ArrayList<>();
            double[] last = {-1};
            int[] shown = new int[1];
            double[] busy = play(editor, tempo, () -> {
                double begins = video.shownProperty().get();
                double head = editor.player().position();
                off.add(1000 * Math.max(0, Math.max(begins - head, head - begins - 1 / RATE)) / tempo);
                shown[0] += begins == last[0] ? 0 : 1;
                last[0] = begins;
            });
            double[] sorted = sorted(off);
            out.append(String.format(
                    Locale.ROOT,
                    "| followed at %.1fx | %.0f | %.1f | %s | %.1f, %.1f |%n",
                    tempo,
                    busy.length / (double) SECONDS,
                    shown[0] / (double) SECONDS,
                    pair(sorted),
                    at(busy, 0.5),
                    at(busy, 0.99)));
        }
        out.append(String.format(
                Locale.ROOT,
                "%nScrubbing: from going somewhere else to its frame, %s ms (p50, p99 of %d places).%n",
                pair(scrub(editor, video)),
                SCRUBS));
        close(app);
    }

    private static double[] scrub(EditorView editor, VideoPane video) throws Exception {
        Random random = new Random(3);
        List<Double> took = new ArrayList<>();
        for (int i = 0; i < SCRUBS; i++) {
            double to = 1 + random.nextInt(FILM_SECONDS - 3) + random.nextDouble();
            long start = System.nanoTime();
            fx(() -> {
                editor.player().seek(to);
                return null;
            });
            // A frame more or less is where the play head rounds.
            while (Math.abs(fx(() -> video.shownProperty().get()) - Math.floor(to * RATE) / RATE) > 1.1 / RATE
                    && System.nanoTime() - start < GIVE_UP_NANOS) {
                Thread.sleep(2);
            }
            took.add((System.nanoTime() - start) / 1e6);
            Thread.sleep(50);
        }
        return sorted(took);
    }

    private static double[] sorted(List<Double> values) {
        return values.stream().flatMapToDouble(DoubleStream::of).sorted().toArray();
    }
}
