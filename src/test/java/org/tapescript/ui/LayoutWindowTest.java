package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The smallest window that there is shows whole words. */
class LayoutWindowTest extends WindowTestCase {
    @Start
    void start(Stage primary) {
        show(primary);
    }

    private static List<String> cut(FxRobot robot, String where) {
        WaitForAsyncUtils.waitForFxEvents();
        return fx(() -> Stream.of(where)
                .flatMap(w -> robot.lookup(w).queryAll().stream())
                .flatMap(n -> n.lookupAll("*").stream())
                .filter(n -> n instanceof ButtonBase && n.isVisible())
                .map(n -> (Labeled) n)
                .filter(l -> !l.getText().isBlank()
                        && (l.localToScene(l.getBoundsInLocal()).getMaxX()
                                        > l.getScene().getWidth() + 1
                                || l.lookupAll(".text").stream()
                                        .allMatch(t -> !((Text) t).getText().equals(l.getText()))))
                .map(Labeled::getText)
                .distinct()
                .toList());
    }

    @Test
    void noButtonIsCutInTheSmallestWindowAndTwoSpeakersAreMergedOnlyIfTheUserSaysSo(FxRobot robot) {
        fx(() -> {
            stage.setWidth(200);
            stage.setHeight(200);
            return null;
        });
        until("the smallest size", () -> stage.getWidth() >= 800 && stage.getHeight() >= 560);
        fx(() -> {
            stage.setWidth(800);
            stage.setHeight(560);
            return null;
        });
        assertThat(cut(robot, ".welcome")).isEmpty();
        EditorView editor = open(robot);
        robot.press(KeyCode.CONTROL).push(KeyCode.F).release(KeyCode.CONTROL);
        assertThat(cut(robot, ".toolbar")).isEmpty();
        assertThat(cut(robot, ".find-bar")).isEmpty();
        for (int i = 0; i < 8; i++) {
            robot.press(KeyCode.CONTROL, KeyCode.SHIFT).push(KeyCode.EQUALS).release(KeyCode.SHIFT, KeyCode.CONTROL);
        }
        assertThat(cut(robot, ".toolbar")).isEmpty();
        assertThat(cut(robot, ".find-bar")).isEmpty();
        robot.push(KeyCode.ESCAPE);
        String speaker = turn(editor, 0).speaker();
        String other = turn(editor, 1).speaker();
        reveal(robot, turn(editor, 0).words().get(0));
        robot.press(KeyCode.CONTROL).push(KeyCode.R).release(KeyCode.CONTROL);
        until(
                "the question",
                () -> robot.lookup(".dialog-pane .text-field").tryQuery().isPresent());
        robot.press(KeyCode.CONTROL).push(KeyCode.A).release(KeyCode.CONTROL);
        robot.write(other).push(KeyCode.ENTER);
        until(
                "whether they are one",
                () -> robot.lookup("Keep them apart").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        assertThat(turn(editor, 0).speaker()).isEqualTo(speaker);
    }
}
