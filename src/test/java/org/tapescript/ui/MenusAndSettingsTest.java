package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Turn;
import org.tapescript.project.ProjectFile;
import org.tapescript.session.EditorSession;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

/** What stands around the text: menus, settings, other names, the page before a sync. */
class MenusAndSettingsTest extends WindowTestCase {
    private static final List<String> FILE_EVENTS = List.of("jdk.FileRead", "jdk.FileWrite", "jdk.FileForce");

    @Start
    void start(Stage primary) {
        show(primary);
    }

    private Properties settings() {
        Properties values = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve("settings.properties"))) {
            values.load(in);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return values;
    }

    private static Node rowOf(FxRobot robot, Turn turn) {
        return robot.lookup(".row-text").queryAll().stream()
                .filter(n -> n.lookupAll(".words").stream()
                        .anyMatch(t -> t instanceof Text text
                                && text.getText().contains(turn.words().get(0).text())))
                .findFirst()
                .orElseThrow();
    }

    private static void choose(FxRobot robot, String menu, String item) {
        robot.clickOn(menu);
        until("the item " + item, () -> robot.lookup(item).tryQuery().isPresent());
        // Down first: on the way across lie other menus, which would open instead.
        robot.clickOn(item, Motion.VERTICAL_FIRST);
    }

    @Test
    void aKeyClosesTheWindowAndAsksAboutWhatIsNotSaved(FxRobot robot) {
        EditorView editor = open(robot);
        Turn turn = turn(editor, 1);
        reveal(robot, turn.words().get(0));
        robot.press(KeyCode.CONTROL).push(KeyCode.DIGIT1).release(KeyCode.CONTROL);
        robot.press(KeyCode.CONTROL).push(KeyCode.Q).release(KeyCode.CONTROL);
        until("the question", () -> robot.lookup("Keep working").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        until("no question", () -> robot.lookup("Keep working").tryQuery().isEmpty());
        assertThat(fx(stage::isShowing)).isTrue();
        robot.interact(() -> editor.session().undo());
        until("nothing to save", () -> editor.session().savedProperty().get());
        robot.press(KeyCode.CONTROL).push(KeyCode.Q).release(KeyCode.CONTROL);
        until("no window", () -> !stage.isShowing());
    }

    @Test
    void aTurnIsGivenAwayByTheMenuOfTheMouse(FxRobot robot) {
        EditorView editor = open(robot);
        Turn turn = turn(editor, 2);
        String other = turn(editor, 1).speaker();
        reveal(robot, turn.words().get(0));
        robot.clickOn(rowOf(robot, turn), MouseButton.SECONDARY);
        until("the menu", () -> robot.lookup("Spoken by " + other).tryQuery().isPresent());
        robot.clickOn("Spoken by " + other);
        until("the speaker", () -> turn(editor, 2).speaker().equals(other));
    }

    @Test
    void theMenuSaysWhatIsUndone(FxRobot robot) {
        EditorView editor = open(robot);
        Turn turn = turn(editor, 1);
        reveal(robot, turn.words().get(3));
        choose(robot, "#menu-turn", "Begin another turn at the caret");
        until("the split", () -> editor.session().undoableProperty().get().isPresent());
        choose(robot, "#menu-edit", "Undo splitting a turn");
        until("the undoing", () -> editor.session().undoableProperty().get().isEmpty());
        assertThat(turn(editor, 1)).isEqualTo(turn);
    }

    @Test
    void aKeyShownInAMenuDoesItsThingOnce(FxRobot robot) {
        EditorView editor = open(robot);
        reveal(robot, turn(editor, 1).words().get(2));
        robot.clickOn("#menu-turn").push(KeyCode.ESCAPE);
        int turns = now(editor).turns().size();
        robot.press(KeyCode.CONTROL).press(KeyCode.ENTER).release(KeyCode.ENTER).release(KeyCode.CONTROL);
        until("the split", () -> now(editor).turns().size() > turns);
        assertThat(now(editor).turns()).hasSize(turns + 1);
    }

    @Test
    void coloursAndKeysAreSetAndRemembered(FxRobot robot) {
        EditorView editor = open(robot);
        robot.push(KeyCode.F1);
        until("the keys", () -> robot.lookup("#keys-list").tryQuery().isPresent());
        robot.clickOn("#keys-search").write("loop");
        ListView<?> list = robot.lookup("#keys-list").queryListView();
        until("one command", () -> list.getItems().size() == 1);
        robot.clickOn("#keys-change");
        robot.push(KeyCode.F7);
        until("the key kept", () -> "F7".equals(settings().getProperty("keys.loop")));
        robot.clickOn("Look");
        robot.clickOn("#theme").clickOn("High contrast");
        until("the theme", () -> "contrast".equals(settings().getProperty("theme")));
        robot.push(KeyCode.ESCAPE);
        until("no settings", () -> robot.lookup("#theme").tryQuery().isEmpty());
        Color text = fx(() ->
                (Color) ((Text) robot.lookup(".words").queryAll().iterator().next()).getFill());
        assertThat(text).isEqualTo(Color.WHITE);
        reveal(robot, turn(editor, 1).words().get(0));
        robot.push(KeyCode.F7);
        until("the loop", () -> editor.player().loopProperty().get().isPresent());
    }

    @Test
    void aProjectThatCannotBeWrittenBesideIsEditedAndSavedElsewhere(FxRobot robot) throws Exception {
        // A folder of the lock's name stands for one in which no file can be made, which an administrator can always
        // do.
        Files.createDirectory(folder.resolve(".p.tapescript.lock"));
        EditorView editor = open(robot);
        reveal(robot, turn(editor, 1).words().get(3));
        robot.press(KeyCode.CONTROL).press(KeyCode.ENTER).release(KeyCode.ENTER).release(KeyCode.CONTROL);
        until("the split", () -> editor.session().undoableProperty().get().isPresent());
        Path journals = Path.of("target", "test-cache", "journals");
        assertThat(journals).isDirectoryContaining(f -> f.toString().endsWith(".journal"));
        Path other = folder.resolve("elsewhere.tapescript");
        fx(() -> {
            editor.session().saveAs(other, () -> {}, e -> {});
            return null;
        });
        until("the saving", () -> editor.session().project().equals(other));
        assertThat(ProjectFile.read(other).transcript()).isEqualTo(now(editor));
        assertThat(ProjectFile.read(project).transcript()).isNotEqualTo(now(editor));
        assertThat(fx(() -> editor.session().project())).isEqualTo(other);
        assertThat(journals).isEmptyDirectory();
        reveal(robot, turn(editor, 0).words().get(0));
        robot.press(KeyCode.CONTROL).press(KeyCode.P).release(KeyCode.P).release(KeyCode.CONTROL);
        until("the pin", () -> !editor.session().savedProperty().get());
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> app.close());
        try (EditorSession again = fx(() -> {
            try {
                return EditorSession.open(other, folder);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        })) {
            assertThat(again.recovery().steps()).isEqualTo(1);
        }
    }

    /** A disk may be slow: of all that reads and writes, only the line that keeps an edit may stand in the window's way. */
    @Test
    void opensAndSavesBesideTheWindow(FxRobot robot) throws Exception {
        Path events = folder.resolve("events.jfr");
        try (Recording recording = new Recording()) {
            for (String kind : FILE_EVENTS) {
                recording.enable(kind).withoutThreshold();
            }
            recording.start();
            EditorView editor = open(robot);
            reveal(robot, turn(editor, 1).words().get(3));
            robot.press(KeyCode.CONTROL)
                    .press(KeyCode.ENTER)
                    .release(KeyCode.ENTER)
                    .release(KeyCode.CONTROL);
            until("the split", () -> editor.session().undoableProperty().get().isPresent());
            robot.press(KeyCode.CONTROL).press(KeyCode.S).release(KeyCode.S).release(KeyCode.CONTROL);
            until("the saving", () -> editor.session().savedProperty().get());
            recording.stop();
            recording.dump(events);
        }
        List<String> inTheWindow = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(events)) {
            String file = event.hasField("path") ? String.valueOf(event.getString("path")) : "";
            if (file.startsWith(folder.toString())) {
                boolean window = event.getThread() != null
                        && "JavaFX Application Thread".equals(event.getThread().getJavaName());
                (window ? inTheWindow : beside).add(event.getEventType().getName() + " " + file);
            }
        }
        assertThat(beside).anyMatch(e -> e.startsWith("jdk.FileRead")).anyMatch(e -> e.startsWith("jdk.FileForce"));
        // When the journal is begun, its folder is forced too.
        assertThat(inTheWindow).allMatch(e -> e.contains(".journal") || e.endsWith(" " + folder));
    }

    @Test
    void theTapeIsPlayedWhileTheSyncRuns(FxRobot robot) {
        robot.clickOn("#sample");
        until("the tape", () -> robot.lookup("#listen").tryQuery().isPresent());
        robot.clickOn("#listen");
        Slider place = robot.lookup("#listen-place").queryAs(Slider.class);
        until("the play head", () -> place.getValue() > 0.3);
        double before = place.getValue();
        robot.clickOn("#sync");
        // The sample is synced in a few seconds: it is cancelled as soon as it runs.
        Button cancel = robot.lookup("#cancel").queryButton();
        until("the sync", () -> !cancel.isDisabled());
        fx(() -> {
            cancel.fire();
            return null;
        });
        assertThat(place.getValue()).isGreaterThanOrEqualTo(before);
        until("the end of the sync", () -> robot.lookup("#cancel").query().isDisabled());
        double then = place.getValue();
        until("playing on", () -> place.getValue() > then + 0.5);
    }

    /** A screen reader reads a control's text, or else its accessible text. */
    @Test
    void everyControlSaysWhatItIs(FxRobot robot) {
        open(robot);
        List<Node> controls = new ArrayList<>();
        fx(() -> {
            collect(stage.getScene().getRoot(), controls);
            return null;
        });
        assertThat(controls).hasSizeGreaterThan(20).allMatch(MenusAndSettingsTest::isNamed);
    }

    private static boolean isNamed(Node node) {
        return node.getAccessibleText() != null
                || node instanceof Labeled l
                        && l.getText() != null
                        && !l.getText().isBlank()
                || node instanceof TextInputControl t
                        && t.getPromptText() != null
                        && !t.getPromptText().isBlank();
    }

    private static void collect(Node node, List<Node> controls) {
        boolean control = node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof Slider
                || node instanceof ListView<?>;
        if (control && !(node.getParent() instanceof ComboBoxBase<?>)) {
            controls.add(node);
        }
        if (node instanceof Parent parent && !(node instanceof ScrollBar)) {
            parent.getChildrenUnmodifiable().forEach(n -> collect(n, controls));
        }
    }
}
