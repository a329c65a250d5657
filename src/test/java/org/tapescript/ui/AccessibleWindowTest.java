package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Word;
import org.tapescript.edit.SetWordTimes;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What a screen reader asks is answered: every control says what it is and what it is for, and a row all that it shows. */
class AccessibleWindowTest extends WindowTestCase {
    @Start
    void start(Stage primary) {
        show(primary);
    }

    private static boolean isSpoken(Node node) {
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase
                || node instanceof Slider
                || node instanceof ListView;
    }

    private static String text(Node node) {
        Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        Object label = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
        String own = node.getAccessibleText() != null ? node.getAccessibleText() : text == null ? "" : text.toString();
        return label instanceof Label l && own.isBlank() ? l.getText() : own;
    }

    /** Controls that tell nobody what they are. */
    private static List<String> silent(FxRobot robot) {
        return fx(() -> {
            List<String> silent = new ArrayList<>();
            robot.listWindows().stream()
                    .filter(w -> w.isShowing() && w.getScene() != null)
                    .flatMap(w -> Stream.concat(
                            Stream.of(w.getScene().getRoot()), w.getScene().getRoot().lookupAll("*").stream()))
                    .filter(n -> n instanceof Control && isSpoken(n) && n.isVisible())
                    // Parts of other controls, which speak for them.
                    .filter(n -> n.getId() != null || !n.getStyleClass().contains("arrow-button"))
                    .filter(n -> !(n.getParent() instanceof ComboBoxBase)
                            && !n.getStyleClass().contains("tab-close-button"))
                    .forEach(n -> {
                        if (n.queryAccessibleAttribute(AccessibleAttribute.ROLE) == null
                                || n.getAccessibleRole() == AccessibleRole.NODE
                                || text(n).isBlank()) {
                            silent.add(n.getClass().getSimpleName() + "#" + n.getId() + n.getStyleClass());
                        }
                    });
            return silent;
        });
    }

    @Test
    void everyControlSaysWhatItIs(FxRobot robot) {
        assertThat(silent(robot)).as("on the first page").isEmpty();
        EditorView editor = open(robot);
        robot.press(KeyCode.CONTROL).push(KeyCode.F).release(KeyCode.CONTROL);
        assertThat(silent(robot)).as("in the editor").isEmpty();
        TabPane side = robot.lookup("#side").queryAs(TabPane.class);
        for (int i = 0; i < side.getTabs().size(); i++) {
            int page = i;
            fx(() -> {
                side.getSelectionModel().select(page);
                return null;
            });
            assertThat(silent(robot)).as("on page " + page).isEmpty();
        }
        reveal(robot, now(editor).turns().get(0).words().get(0));
        robot.push(KeyCode.CONTROL, KeyCode.M);
        until("somewhere to write", () -> robot.lookup("#comment-text").query().isFocused());
        assertThat(silent(robot)).as("where comments are written").isEmpty();
        robot.push(KeyCode.ESCAPE);
        Word word = now(editor).turns().get(1).words().get(1);
        fx(() -> editor.session()
                .apply(new SetWordTimes(java.util.Map.of(
                        word.id(),
                        new SetWordTimes.Found(
                                word.span().orElseThrow().startMicros(),
                                word.span().orElseThrow().endMicros(),
                                0.2)))));
        reveal(robot, word);
        until(
                "the row",
                () -> robot.lookup("#transcript .list-cell").queryAll().stream()
                        .map(n -> ((ListCell<?>) n).getAccessibleText())
                        .anyMatch(t -> t != null
                                && t.startsWith(turn(editor, 1).speaker() + ", "
                                        + Clock.brief(turn(editor, 1)
                                                .span()
                                                .orElseThrow()
                                                .startSeconds()))
                                && t.contains(word.text() + " ")
                                && t.endsWith("Time unsure: " + word.text())));
        robot.push(KeyCode.ESCAPE);
        robot.press(KeyCode.CONTROL).push(KeyCode.E).release(KeyCode.CONTROL);
        until("the export", () -> robot.lookup("#export-preview").tryQuery().isPresent());
        assertThat(silent(robot)).as("in the export").isEmpty();
    }
}
