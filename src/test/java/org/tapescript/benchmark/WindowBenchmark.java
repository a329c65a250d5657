package org.tapescript.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.audio.Fingerprint;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.AssignSpeaker;
import org.tapescript.job.CancellationToken;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.ProcessCost;
import org.tapescript.support.QuietOutput;
import org.tapescript.support.Transcripts;
import org.tapescript.ui.DesktopApp;
import org.tapescript.ui.common.FilePicker;
import org.tapescript.ui.mainwindow.EditorView;
import org.tapescript.ui.transcript.TranscriptView;
import org.tapescript.workflow.Places;

/**
 * How fast the window is, on an hour and on ten: {@code mvn test -Pbenchmark -Dtest=WindowBenchmark}, with a display. Writes
 * docs/BENCHMARKS-WINDOW.md. Opening: what a user waits for after choosing a project; following: whether the mark runs smoothly; a key:
 * whether typing feels immediate.
 */
@Tag("benchmark")
class WindowBenchmark {
    private static final double WORDS_PER_SECOND = 2.5;
    private static final int FOLLOW_SECONDS = 8;
    private static final int REPEATS = 120;

    private final StringBuilder out = new StringBuilder();

    @Test
    void window(@TempDir Path folder) throws Exception {
        assertThat(System.getenv("DISPLAY")).as("a display").isNotNull();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        Platform.setImplicitExit(false);
        started.await();
        out.append("# The window\n\nWritten by `mvn test -Pbenchmark -Dtest=WindowBenchmark` on ")
                .append(System.getProperty("os.name"))
                .append(", ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" cores, Java ")
                .append(System.getProperty("java.version"))
                .append(
                        ", software rendering on a virtual display.\n\n| words, turns, printed times | opened to first view, ms (first, again) |"
                                + " follow 1x, 2x: frames/s | window's thread a frame, ms p50, p99 (1x; 2x) | key typed and shown, ms p50, p99 (of these the window's thread works)"
                                + " | speaker given and shown, same | undone and shown, same | jump, same | heap used, MB | `tapescript open`, at most resident, MB |\n"
                                + "|---|---|---|---|---|---|---|---|---|---|\n");
        measure(folder.resolve("hour"), 9_000, 250, 0);
        measure(folder.resolve("timed"), 9_000, 250, 600);
        measure(folder.resolve("ten"), 100_000, 5_000, 0);
    }

    /**
     * A project on a tape of faint noise.
     *
     * @param hints words of which the transcript's file gives the time
     */
    static Path project(Path folder, int words, int turns, int hints) throws Exception {
        Files.createDirectories(folder);
        double seconds = words / WORDS_PER_SECOND;
        Path tape = folder.resolve("tape.wav");
        AudioFormat format = new AudioFormat(16_000, 16, 1, true, false);
        AudioSystem.write(
                new AudioInputStream(new Noise(), format, (long) (seconds * 16_000)),
                AudioFileFormat.Type.WAVE,
                tape.toFile());
        Random random = new Random(1);
        List<String> texts = new ArrayList<>();
        String[] vocabulary = {"the", "of", "harbour", "and", "remember", "we", "never", "winter", "lamp", "nineteen"};
        for (int t = 0; t < turns; t++) {
            StringBuilder text = new StringBuilder();
            for (int w = 0; w < words / turns; w++) {
                text.append(w == 0 ? "" : " ").append(vocabulary[random.nextInt(vocabulary.length)]);
            }
            texts.add(text.toString());
        }
        SyncedTranscript t = Transcripts.of(List.of("Interviewer", "Guest"), texts.toArray(String[]::new));
        Recording recording = new Recording(
                tape.toString(),
                Fingerprint.of(tape, CancellationToken.none()),
                1,
                Math.round(seconds * 1e6),
                "mono",
                false,
                OptionalDouble.empty());
        Path project = folder.resolve("p.tapescript");
        ProjectFile.of(new SyncedTranscript(
                        t.language(),
                        List.of(recording),
                        t.transcript().withHints(printed(t, hints)),
                        t.turns(),
                        t.untranscribed(),
                        t.speakerDoubts(),
                        t.match()))
                .write(project);
        return project;
    }

    /** A few seconds over and over, without an end: eleven hours of it at once would be more than the memory there is. */
    private static final class Noise extends InputStream {
        private final byte[] block = new byte[1 << 18];
        private int at;

        Noise() {
            Random random = new Random(1);
            for (int i = 0; i < block.length; i += 2) {
                int sample = (int) (800 * random.nextGaussian() * (1 + Math.sin(i / 40_000.0)));
                block[i] = (byte) sample;
                block[i + 1] = (byte) (sample >> 8);
            }
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            read(one, 0, 1);
            return one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int from, int length) {
            int count = Math.min(length, block.length - at);
            System.arraycopy(block, at, to, from, count);
            at = (at + count) % block.length;
            return count;
        }
    }

    private static List<Transcript.Hint> printed(SyncedTranscript t, int hints) {
        List<Word> words = t.words();
        List<Transcript.Hint> result = new ArrayList<>();
        for (int i = 0; i < hints; i++) {
            Word word = words.get(i * words.size() / hints);
            result.add(new Transcript.Hint(word.place(), word.span().orElseThrow(), false));
        }
        return result;
    }

    static <T> T fx(java.util.concurrent.Callable<T> question) throws Exception {
        java.util.concurrent.FutureTask<T> task = new java.util.concurrent.FutureTask<>(question);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }

    private void measure(Path folder, int words, int turns, int hints) throws Exception {
        Path project = project(folder, words, turns, hints);
        Places places = new Places(
                List.of(Path.of("models")),
                Path.of("target", "test-cache"),
                folder.resolve("settings.properties"),
                Path.of("audio-samples"));
        DesktopApp app = fx(() -> {
            DesktopApp made = new DesktopApp(new Stage(), places, QuietOutput::new, FilePicker.NATIVE);
            made.show(DesktopApp.Request.NONE);
            return made;
        });
        open(app, project);
        double first = open(app, project);
        double again = open(app, project);
        EditorView editor = editor();
        TranscriptView transcript =
                (TranscriptView) fx(() -> editor.lookup("#transcript").getParent());
        double[] follow = follow(editor, 1);
        double[] fast = follow(editor, 2);
        fx(() -> {
            editor.player().pause();
            return null;
        });
        Shown assign = shown(editor, i -> {
            Turn turn = editor.session().transcript().turns().get(4);
            editor.session().apply(new AssignSpeaker(turn.id(), i % 2 == 0 ? "Guest" : "Interviewer"));
        });
        Shown undo = shown(editor, i -> editor.session().undo());
        Shown jump = shown(editor, i -> {
            List<Word> all = editor.session().transcript().words();
            Word word = all.get(new Random(i).nextInt(all.size()));
            transcript.reveal(word.id());
            editor.player().seek(word.span().orElseThrow().startSeconds());
        });
        Shown key = keys(editor, transcript);
        System.gc();
        long used = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        fx(() -> {
            editor.session().save(() -> {}, e -> {});
            app.close();
            editor.getScene().getWindow().hide();
            return null;
        });
        ProcessCost alone = ProcessCost.of(List.of(
                "env",
                "TAPESCRIPT_SETTINGS=" + folder.resolve("alone.properties"),
                "./tapescript",
                "open",
                project.toString(),
                "--screenshot",
                folder.resolve("p.png").toString()));
        assertThat(alone.status()).isZero();
        out.append(String.format(
                Locale.ROOT,
                "| %d, %d, %d | %.0f, %.0f | %.0f, %.0f | %.1f, %.1f; %.1f, %.1f | %s | %s | %s | %s | %d | %d |%n",
                words,
                turns,
                hints,
                first,
                again,
                follow[0],
                fast[0],
                follow[1],
                follow[2],
                fast[1],
                fast[2],
                key,
                assign,
                undo,
                jump,
                used,
                alone.megabytes()));
        Files.writeString(Path.of("docs/BENCHMARKS-WINDOW.md"), out);
    }

    static String pair(double[] sorted) {
        return String.format(Locale.ROOT, "%.0f, %.0f", at(sorted, 0.5), at(sorted, 0.99));
    }

    static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    static EditorView editor() throws Exception {
        return fx(() -> {
            for (javafx.stage.Window window : javafx.stage.Window.getWindows()) {
                for (Node n : window.getScene().getRoot().getChildrenUnmodifiable()) {
                    if (n instanceof EditorView view) {
                        return view;
                    }
                }
            }
            return null;
        });
    }

    /** From choosing a project to its first frame, in ms. */
    private static double open(DesktopApp app, Path project) throws Exception {
        fx(() -> {
            app.home();
            return null;
        });
        long start = System.nanoTime();
        fx(() -> {
            app.open(project, DesktopApp.Request.NONE);
            return null;
        });
        while (editor() == null) {
            Thread.sleep(2);
        }
        frame();
        return (System.nanoTime() - start) / 1e6;
    }

    /** Waits until the next frame has been laid out and drawn. */
    static void frame() throws Exception {
        CountDownLatch drawn = new CountDownLatch(2);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                drawn.countDown();
                if (drawn.getCount() == 0) {
                    stop();
                }
            }
        };
        fx(() -> {
            timer.start();
            return null;
        });
        drawn.await();
    }

    /** Frames a second, and milliseconds of the window's thread a frame, median and 99th percentile. */
    private static double[] follow(EditorView editor, double tempo) throws Exception {
        double[] busy = busy(editor, 60, tempo, FOLLOW_SECONDS, () -> {});
        return new double[] {busy.length / (double) FOLLOW_SECONDS, at(busy, 0.5), at(busy, 0.99)};
    }

    /** Milliseconds of the window's thread, of each frame in a few seconds of playing, sorted; it plays on. */
    static double[] busy(EditorView editor, double from, double tempo, int seconds, Runnable eachFrame)
            throws Exception {
        List<Double> busy = new ArrayList<>();
        long[] thread = new long[1];
        long[] last = new long[1];
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                long cpu = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread[0]);
                if (last[0] > 0) {
                    busy.add((cpu - last[0]) / 1e6);
                }
                last[0] = cpu;
                eachFrame.run();
            }
        };
        fx(() -> {
            thread[0] = Thread.currentThread().getId();
            editor.player().seek(from);
            editor.player().tempoProperty().set(tempo);
            editor.player().play();
            return null;
        });
        Thread.sleep(1500);
        fx(() -> {
            timer.start();
            return null;
        });
        Thread.sleep(1000L * seconds);
        fx(() -> {
            timer.stop();
            return null;
        });
        return busy.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private interface Step {
        void run(int i) throws Exception;
    }

    /**
     * From steps to the ends of the layout pulses that show them: up to 16.7 ms of the clock's time are waiting for the pulse.
     *
     * @param clock milliseconds of each, sorted
     * @param work milliseconds of those that the window's thread worked, sorted
     */
    private record Shown(double[] clock, double[] work) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s (%.1f, %.1f)", pair(clock), at(work, 0.5), at(work, 0.99));
        }
    }

    private static Shown shown(EditorView editor, Step step) throws Exception {
        double[] clock = new double[REPEATS];
        double[] work = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            int number = i;
            CountDownLatch pulse = new CountDownLatch(1);
            long[] from = new long[2];
            long[] to = new long[2];
            Runnable[] listener = new Runnable[1];
            fx(() -> {
                listener[0] = () -> {
                    look(to);
                    editor.getScene().removePostLayoutPulseListener(listener[0]);
                    pulse.countDown();
                };
                look(from);
                step.run(number);
                editor.getScene().addPostLayoutPulseListener(listener[0]);
                Platform.requestNextPulse();
                return null;
            });
            pulse.await();
            clock[i] = (to[0] - from[0]) / 1e6;
            work[i] = (to[1] - from[1]) / 1e6;
            Thread.sleep(20);
        }
        Arrays.sort(clock);
        Arrays.sort(work);
        return new Shown(clock, work);
    }

    /** Takes down the clock and what this thread has worked, in ns. */
    private static void look(long[] now) {
        now[0] = System.nanoTime();
        now[1] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Shown keys(EditorView editor, TranscriptView transcript) throws Exception {
        fx(() -> {
            transcript.reveal(
                    editor.session().transcript().turns().get(6).words().get(0).id());
            transcript.edit();
            return null;
        });
        frame();
        Optional<Node> area = fx(() -> Optional.ofNullable(editor.lookup("#turn-editor")));
        Shown result = shown(editor, i -> ((TextArea) area.orElseThrow()).insertText(3, i % 6 == 5 ? " " : "x"));
        fx(() -> {
            transcript.finishEditing();
            return null;
        });
        return result;
    }
}
