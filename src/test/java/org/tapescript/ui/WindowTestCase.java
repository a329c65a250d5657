package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.audio.play.JavaSoundOutput;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.support.QuietOutput;
import org.tapescript.support.SyncedSample;
import org.tapescript.support.Tapes;
import org.tapescript.ui.common.FilePicker;
import org.tapescript.ui.common.WindowPicture;
import org.tapescript.ui.mainwindow.EditorView;
import org.tapescript.ui.transcript.TranscriptView;
import org.tapescript.workflow.Places;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A program with its window and a synced sample, driven on a real or virtual display as its user does. */
@Tag("window")
@ExtendWith(WindowRobot.class)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
abstract class WindowTestCase {
    static final Path SAMPLE = Path.of("audio-samples", "lighthouse");
    private static final Path PICTURES = Path.of("target", "window-pictures");

    @TempDir
    Path folder;

    Path project;
    Stage stage;
    DesktopApp app;

    /** Files that the user chooses next, whoever asks. */
    final Deque<Path> choices = new ArrayDeque<>();

    private final FilePicker picked = new FilePicker() {
        @Override
        public List<Path> openMany(Window owner, String title) {
            return List.of(choices.remove());
        }

        @Override
        public Optional<Path> open(Window owner, String title, Optional<Path> folder, Optional<String> extension) {
            return Optional.of(choices.remove());
        }

        @Override
        public Optional<Path> folder(Window owner, String title, Path first) {
            return Optional.of(choices.remove());
        }

        @Override
        public Optional<Path> save(Window owner, String title, Path suggested) {
            return Optional.of(choices.remove());
        }
    };

    @RegisterExtension
    final TestWatcher picture = new TestWatcher() {
        @Override
        public void testFailed(org.junit.jupiter.api.extension.ExtensionContext context, Throwable cause) {
            WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
                Files.createDirectories(PICTURES);
                WindowPicture.write(stage.getScene(), PICTURES.resolve(context.getDisplayName() + ".png"));
                return null;
            });
        }
    };

    @BeforeAll
    static void findDisplay() {
        // JavaFX waits for ever for a display that is not there.
        assertThat(System.getProperty("os.name").startsWith("Linux") && System.getenv("DISPLAY") == null)
                .as("no display to test the window on: run src/test/run.sh, which makes one")
                .isFalse();
    }

    /** Shows the program; called from the method of each test class that TestFX is to start, for it looks for one in no class above. */
    void show(Stage primary) {
        stage = primary;
        app = new DesktopApp(
                stage,
                new Places(
                        List.of(Path.of("models")),
                        Path.of("target", "test-cache"),
                        folder.resolve("settings.properties"),
                        Path.of("audio-samples")),
                // A real device, if there is one that disturbs nobody.
                System.getenv("TAPESCRIPT_NULL_SINK") == null ? QuietOutput::new : JavaSoundOutput::new,
                picked);
        app.show(DesktopApp.Request.NONE);
    }

    /** Chooses the sample's recording and transcript, copied, as those of a new project, up to the page that shows its paragraphs. */
    void chooseSample(FxRobot robot) throws Exception {
        choose(robot, SAMPLE.resolve("transcript.txt"), "side-a.txt");
    }

    /** Opens the sample's tape with a transcript, under a name. */
    void choose(FxRobot robot, Path transcript, String name) throws Exception {
        Path tape = folder.resolve("side-a.ogg");
        Path text = folder.resolve(name);
        Files.copy(Tapes.tape(SAMPLE), tape);
        Files.copy(transcript, text);
        choices.addAll(List.of(tape, text));
        robot.clickOn("#new");
        until("the paragraphs", () -> robot.lookup("#paragraphs").tryQuery().isPresent());
    }

    @BeforeEach
    void copy() throws Exception {
        project = Files.copy(SyncedSample.of(SAMPLE), folder.resolve("p.tapescript"));
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> app.close());
    }

    static void until(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> fx(condition::getAsBoolean));
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("waited in vain for: " + what);
        }
        WindowRobot.settle();
    }

    static <T> T fx(Supplier<T> question) {
        return Platform.isFxApplicationThread()
                ? question.get()
                : WaitForAsyncUtils.waitForAsyncFx(60_000, question::get);
    }

    EditorView open(FxRobot robot) {
        Platform.runLater(() -> app.open(project, DesktopApp.Request.NONE));
        until("the editor", () -> robot.lookup("#transcript").tryQuery().isPresent());
        return editor(robot);
    }

    static EditorView editor(FxRobot robot) {
        return (EditorView) fx(() -> robot.lookup("#transcript")
                .query()
                .getScene()
                .getRoot()
                .getChildrenUnmodifiable()
                .get(0));
    }

    static SyncedTranscript now(EditorView editor) {
        return fx(() -> editor.session().transcript());
    }

    static TranscriptView transcript(FxRobot robot) {
        return (TranscriptView) robot.lookup("#transcript").query().getParent();
    }

    static void reveal(FxRobot robot, Word word) {
        fx(() -> {
            transcript(robot).reveal(word.id());
            return null;
        });
        WindowRobot.settle();
    }

    /** Answers the question of Ctrl+R. */
    static void answerWhoSpeaks(FxRobot robot, String name) {
        robot.press(KeyCode.CONTROL).push(KeyCode.R).release(KeyCode.CONTROL);
        until(
                "the question",
                () -> robot.lookup(".dialog-pane .text-field").tryQuery().isPresent());
        robot.press(KeyCode.CONTROL).push(KeyCode.A).release(KeyCode.CONTROL);
        robot.write(name).push(KeyCode.ENTER);
    }

    static Turn turn(EditorView editor, int index) {
        return now(editor).turns().get(index);
    }
}
