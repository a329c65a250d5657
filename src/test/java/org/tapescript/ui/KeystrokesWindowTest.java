package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.MoveTo;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.ui.mainwindow.EditorView;
import org.tapescript.ui.review.ReviewItem;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/**
 * The whole of the work on an hour of tape by keyboard alone, its keystrokes counted: twenty errors that the review finds are put right.
 * docs/KEYSTROKES.md has the result beside what the same takes in other editors.
 */
class KeystrokesWindowTest extends WindowTestCase {
    private static final String RIGHT = "lamp";
    private static final String LEFT_OUT = "and then the light went out";

    /** What was pressed for, in the words of the table. */
    private enum Kind {
        WORDS,
        TURNS,
        TIMES,
        SPEAKERS,
        GAPS
    }

    private final Map<Kind, Integer> pressed = new EnumMap<>(Kind.class);
    private Kind counted = Kind.WORDS;

    @Start
    void start(Stage primary) {
        show(primary);
    }

    /** Presses keys together, each of which counts. */
    private void press(FxRobot robot, KeyCode... keys) {
        pressed.merge(counted, keys.length, Integer::sum);
        robot.press(keys);
        robot.release(keys);
    }

    private void type(FxRobot robot, String text) {
        pressed.merge(counted, text.length(), Integer::sum);
        robot.write(text);
    }

    /** To the doubt that F8 leads to. */
    private void next(FxRobot robot) {
        follow(robot, () -> robot.push(KeyCode.F8));
    }

    /** @param step leads to the next doubt, by one key or click */
    private void follow(FxRobot robot, Runnable step) {
        step.run();
        ListView<ReviewItem> list = robot.lookup("#review").queryListView();
        ReviewItem item = fx(() -> list.getSelectionModel().getSelectedItem());
        Kind kind = switch (item.kind()) {
            case SPEAKER -> PlantedHour.isIn(item.line() - 1, PlantedHour.WRONG_SPEAKERS) ? Kind.SPEAKERS : Kind.TURNS;
            case UNTRANSCRIBED -> Kind.GAPS;
            default -> PlantedHour.isIn(item.line() - 1, PlantedHour.LATE_WORDS) ? Kind.TIMES : Kind.WORDS;
        };
        counted = kind;
        pressed.merge(counted, 1, Integer::sum);
    }

    /** The list of doubts is drawn up beside the window: one gap more has gone from it. */
    private void awaitSettled(FxRobot robot) {
        if (counted == Kind.GAPS) {
            ListView<ReviewItem> list = robot.lookup("#review").queryListView();
            ReviewItem settled = fx(() -> list.getSelectionModel().getSelectedItem());
            until(
                    "no doubt there",
                    () -> settled == null
                            || list.getItems().stream()
                                    .noneMatch(i -> i.kind() == settled.kind()
                                            && i.seconds().equals(settled.seconds())));
        }
    }

    private void putRight(FxRobot robot, EditorView editor) {
        switch (counted) {
            case WORDS -> {
                press(robot, KeyCode.SHIFT, KeyCode.RIGHT);
                type(robot, RIGHT);
                press(robot, KeyCode.ENTER);
            }
            case TIMES -> {
                pressed.merge(counted, 2, Integer::sum);
                robot.press(KeyCode.ALT, KeyCode.SHIFT);
                for (int i = 0; i < Math.round(PlantedHour.LATE_SECONDS / 0.05); i++) {
                    press(robot, KeyCode.LEFT);
                }
                robot.release(KeyCode.SHIFT, KeyCode.ALT);
            }
            case TURNS -> press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
            case SPEAKERS -> press(robot, KeyCode.F10);
            case GAPS -> {
                press(robot, KeyCode.CONTROL, KeyCode.T);
                until(
                        "the row for it",
                        () -> robot.lookup("#gap-text")
                                .tryQuery()
                                .filter(n -> n.isFocused())
                                .isPresent());
                type(robot, LEFT_OUT);
                press(robot, KeyCode.ENTER);
            }
        }
    }

    private long wrong(EditorView editor) {
        SyncedTranscript t = now(editor);
        long wrong = PlantedHour.WRONG_WORDS.length
                - t.words().stream().filter(w -> w.text().equals(RIGHT)).count();
        for (int i = 0; i < PlantedHour.TURNS; i++) {
            int line = i + 1;
            List<Turn> parts = t.turns().stream().filter(x -> x.line() == line).toList();
            String speaker = i % 2 == 0 ? "Interviewer" : "Guest";
            int words = parts.stream().mapToInt(p -> p.words().size()).sum();
            if (PlantedHour.isIn(i, PlantedHour.WRONG_SPEAKERS)
                    && !parts.get(0).speaker().equals(speaker)) {
                wrong++;
            }
            if (PlantedHour.isIn(i, PlantedHour.WRONG_EDGES)
                    && parts.get(0).words().size() != PlantedHour.WORDS - 1) {
                wrong++;
            }
            if (PlantedHour.isIn(i, PlantedHour.GAPS) && words == PlantedHour.WORDS) {
                wrong++;
            }
            if (PlantedHour.isIn(i, PlantedHour.LATE_WORDS)) {
                Word word = parts.get(0).words().get(20);
                double before =
                        parts.get(0).words().get(19).span().orElseThrow().startSeconds();
                if (Math.abs(word.span().orElseThrow().startSeconds() - before - 0.4) > 0.03) {
                    wrong++;
                }
            }
        }
        return wrong;
    }

    @Test
    void twentyErrorsAreCorrectedByKeyboardAlone(FxRobot robot) throws Exception {
        project = PlantedHour.write(folder);
        EditorView editor = open(robot);
        Label remaining = robot.lookup("#review-remaining").queryAs(Label.class);
        until("the doubts", () -> remaining.getText().matches(".*\\d.*"));
        assertThat(wrong(editor)).isEqualTo(20);
        long left = 20;
        for (int steps = 0; left > 0 && steps < 60; steps++) {
            next(robot);
            long before = wrong(editor);
            putRight(robot, editor);
            WindowRobot.settle();
            awaitSettled(robot);
            left = wrong(editor);
            assertThat(left).as("after " + counted + " at step " + steps).isEqualTo(before - 1);
        }
        int all = pressed.values().stream().mapToInt(Integer::intValue).sum();
        String row = "| Tapescript | " + pressed.get(Kind.WORDS) + " | " + pressed.get(Kind.TURNS) + " | "
                + pressed.get(Kind.TIMES) + " | " + pressed.get(Kind.SPEAKERS) + " | " + pressed.get(Kind.GAPS) + " | "
                + all + " |";
        assertThat(Files.readString(Path.of("docs/KEYSTROKES.md"))).contains(row);
        assertThat(now(editor).malformation()).isEmpty();
    }

    /** Where a word is seen that stands in one row of those that are shown. */
    private static Point2D place(FxRobot robot, String word) {
        return fx(() -> robot.lookup("#transcript .row-text").queryAll().stream()
                .map(TextFlow.class::cast)
                .flatMap(flow -> {
                    String text = flow.getChildren().stream()
                            .filter(n -> n instanceof Text && n.isManaged())
                            .map(n -> ((Text) n).getText())
                            .collect(Collectors.joining());
                    int at = text.indexOf(word);
                    if (at < 0 || !(flow.rangeShape(at, at + 1)[0] instanceof MoveTo corner)) {
                        return Stream.empty();
                    }
                    return Stream.of(flow.localToScreen(corner.getX() + 8, corner.getY() + 8));
                })
                .findFirst()
                .orElseThrow());
    }

    private void clickOn(FxRobot robot, String what) {
        pressed.merge(counted, 1, Integer::sum);
        robot.clickOn(what);
    }

    private void putRightByMouse(FxRobot robot) {
        switch (counted) {
            case WORDS -> {
                pressed.merge(counted, 1, Integer::sum);
                robot.doubleClickOn(place(robot, "limp"));
                robot.write(RIGHT);
            }
            case TIMES -> {
                // The view begins a little before the play head and shows ten seconds.
                Bounds box = fx(() -> {
                    Node waveform = robot.lookup("#waveform").query();
                    return waveform.localToScreen(waveform.getBoundsInLocal());
                });
                double second = box.getWidth() / 10;
                double x = box.getMinX() + 0.8 * second;
                double y = box.getMinY() + box.getHeight() / 2;
                pressed.merge(counted, 1, Integer::sum);
                robot.moveTo(x, y)
                        .press(MouseButton.PRIMARY)
                        .moveTo(x - 0.1 * second, y)
                        .moveTo(x - PlantedHour.LATE_SECONDS * second, y)
                        .release(MouseButton.PRIMARY);
            }
            case TURNS -> {
                clickOn(robot, "#menu-turn");
                until(
                        "the menu",
                        () -> robot.lookup("#item-startLater")
                                .tryQuery()
                                .filter(n -> n.getScene().getWindow().isShowing())
                                .isPresent());
                clickOn(robot, "#item-startLater");
            }
            case SPEAKERS -> clickOn(robot, "#review-change");
            case GAPS -> {
                until("the gap", () -> robot.lookup("Type it in").tryQuery().isPresent());
                clickOn(robot, "Type it in");
                until(
                        "the row for it",
                        () -> robot.lookup("#gap-text")
                                .tryQuery()
                                .filter(Node::isFocused)
                                .isPresent());
                robot.write(LEFT_OUT);
            }
        }
    }

    /** Letters are typed; all else is clicked. What is typed is kept by whatever is clicked next. */
    @Test
    void twentyErrorsAreCorrectedByMouse(FxRobot robot) throws Exception {
        project = PlantedHour.write(folder);
        EditorView editor = open(robot);
        Label remaining = robot.lookup("#review-remaining").queryAs(Label.class);
        until("the doubts", () -> remaining.getText().matches(".*\\d.*"));
        for (long left = 20, steps = 0; left > 0 && steps < 60; steps++) {
            follow(robot, () -> robot.clickOn("#review-next"));
            putRightByMouse(robot);
            long one = left - 1;
            until(counted + " put right, step " + steps, () -> wrong(editor) <= one);
            assertThat(wrong(editor)).as(counted + " at step " + steps).isEqualTo(one);
            awaitSettled(robot);
            left = one;
        }
        int all = pressed.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(Files.readString(Path.of("docs/KEYSTROKES.md"))).contains(all + " clicks and drags");
        assertThat(now(editor).malformation()).isEmpty();
    }
}
