package org.tapescript.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Word;
import org.tapescript.session.EditorSession;
import org.tapescript.session.Typing;
import org.tapescript.support.QuietOutput;
import org.tapescript.ui.common.FilePicker;
import org.tapescript.ui.mainwindow.EditorView;
import org.tapescript.workflow.Places;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The program's window in a process of its own, to be killed while somebody works in it: types, divides and merges turns, renames
 * speakers, undoes, saves. It says on standard output what it begins, and what the window then shows; {@link #BEAT} is said ten times
 * a second by the window's own clock.
 */
final class KilledWindow {
    static final String BEAT = "beat";
    static final String READY = "ready";
    /** Said before something is done: {@code typing}, {@code turns} or {@code undo}. */
    static final String DOING = "doing ";
    /** Said of what is shown, see {@link #state}. */
    static final String SHOWN = "shown ";

    /** Of what is shown: a line that was cut has none. */
    static final String END = ".";

    /** Begins and ends unlike: one that is half typed before another must not take a letter of that. */
    private static final Pattern MARK = Pattern.compile("q\\d+x\\d+z");

    private final DesktopApp app;
    private final WindowRobot robot = new WindowRobot();
    private final Path project;
    private final Random random;
    private final String mark;
    private int marks;

    private KilledWindow(DesktopApp app, Path project, int seed) {
        this.app = app;
        this.project = project;
        this.random = new Random(seed);
        this.mark = "q" + seed + "x";
    }

    /** Words that were typed, and who speaks in which order. What is looked for beside the window changes neither. */
    static String state(SyncedTranscript transcript, String typed) {
        TreeSet<String> marks = new TreeSet<>();
        MARK.matcher(transcript.transcript().text() + " " + typed).results().forEach(m -> marks.add(m.group()));
        String turns = transcript.turns().stream().map(t -> t.speaker()).collect(Collectors.joining("|"));
        return turns.hashCode() + " " + String.join(" ", marks) + " " + END;
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static <T> T fx(java.util.concurrent.Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(120_000, question);
    }

    private static void until(String what, BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 2400; i++) {
            if (fx(condition::getAsBoolean)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("waited in vain for: " + what);
    }

    private EditorSession session() {
        EditorView view = (EditorView) robot.lookup("#transcript")
                .query()
                .getScene()
                .getRoot()
                .getChildrenUnmodifiable()
                .get(0);
        return view.session();
    }

    private void shown() {
        say(SHOWN
                + fx(() -> state(
                        session().transcript(),
                        session().typing().map(Typing::text).orElse(""))));
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
        WindowRobot.settle();
    }

    private void goSomewhere() {
        fx(() -> {
            List<Word> words = session().index().words();
            Word word = words.get(random.nextInt(words.size()));
            WindowTestCase.transcript(robot).reveal(word.id());
            return word;
        });
        WindowRobot.settle();
    }

    /** Without a pause: what somebody who types without one has written must not wait for it. */
    private void type() throws InterruptedException {
        goSomewhere();
        say(DOING + "typing");
        press(KeyCode.F2);
        until(
                "the text area",
                () -> robot.lookup("#turn-editor")
                        .tryQuery()
                        .filter(n -> n.isFocused())
                        .isPresent());
        for (int i = 1 + random.nextInt(30); i > 0; i--) {
            robot.write(mark + ++marks + "z ");
            shown();
        }
        press(KeyCode.ENTER);
        shown();
    }

    private void rename() throws InterruptedException {
        goSomewhere();
        say(DOING + "turns");
        press(KeyCode.CONTROL, KeyCode.R);
        until(
                "the question",
                () -> robot.lookup(".dialog-pane .text-field").tryQuery().isPresent());
        press(KeyCode.CONTROL, KeyCode.A);
        robot.write("name" + random.nextInt(1000));
        press(KeyCode.ENTER);
        until(
                "the answer",
                () -> robot.lookup(".dialog-pane .text-field").tryQuery().isEmpty());
    }

    private void work() throws InterruptedException {
        switch (random.nextInt(10)) {
            case 0 -> {
                goSomewhere();
                say(DOING + "turns");
                press(KeyCode.CONTROL, KeyCode.ENTER);
            }
            case 1 -> {
                goSomewhere();
                say(DOING + "turns");
                press(KeyCode.CONTROL, KeyCode.BACK_SPACE);
            }
            case 2 -> rename();
            case 3 -> {
                say(DOING + "undo");
                press(KeyCode.CONTROL, KeyCode.Z);
            }
            case 4 -> {
                say(DOING + "undo");
                press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
            }
            case 5 -> press(KeyCode.CONTROL, KeyCode.S);
            default -> type();
        }
        shown();
        say(DOING + "nothing");
        Thread.sleep(random.nextInt(700));
    }

    private void run() {
        try {
            fx(() -> {
                app.show(new DesktopApp.Request(Optional.of(project), 0, Optional.empty()));
                return null;
            });
            until("the editor", () -> robot.lookup("#transcript").tryQuery().isPresent());
            robot.letGo();
            say(READY);
            shown();
            while (true) {
                work();
            }
        } catch (InterruptedException | RuntimeException | AssertionError e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    public static void main(String[] args) {
        Path folder = Path.of(args[1]);
        Places places = new Places(
                List.of(Path.of("models")),
                folder.resolve("cache"),
                folder.resolve("settings.properties"),
                Path.of("audio-samples"));
        Platform.startup(() -> Platform.setImplicitExit(false));
        DesktopApp app = fx(() -> new DesktopApp(new Stage(), places, QuietOutput::new, FilePicker.NATIVE));
        Platform.runLater(() -> {
            Timeline clock = new Timeline(new KeyFrame(Duration.millis(100), e -> say(BEAT)));
            clock.setCycleCount(Animation.INDEFINITE);
            clock.play();
        });
        new KilledWindow(app, Path.of(args[0]), Integer.parseInt(args[2])).run();
    }
}
