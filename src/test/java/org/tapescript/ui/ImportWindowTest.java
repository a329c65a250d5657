package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Making a project: the page before the sync, and the way there and back. */
class ImportWindowTest extends WindowTestCase {
    @Start
    void start(Stage primary) {
        show(primary);
    }

    private static ParagraphKind kind(FxRobot robot, int at) {
        ListView<Paragraph> list = robot.lookup("#paragraphs").queryListView();
        return fx(() -> list.getItems().get(at).kind());
    }

    @Test
    void goingBackDuringASyncAsksAndKeepsTheCorrections(FxRobot robot) throws Exception {
        chooseSample(robot);
        robot.clickOn("#paragraphs").push(KeyCode.HOME).push(KeyCode.DOWN).push(KeyCode.Q);
        until("the correction", () -> kind(robot, 1) == ParagraphKind.PULL_QUOTE);
        robot.clickOn("#sync").clickOn("#back");
        until("the question", () -> robot.lookup("Keep syncing").tryQuery().isPresent());
        robot.clickOn("Keep syncing");
        assertThat(robot.lookup("#cancel").query().isDisabled()).isFalse();
        assertThat(List.of("#marks", "#encoding", "#undo", "#chip-caption"))
                .as("what the sync goes by")
                .allMatch(id -> robot.lookup(id).query().isDisabled());
        robot.clickOn("#paragraphs", MouseButton.SECONDARY);
        assertThat(fx(() -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance)))
                .isFalse();
        robot.clickOn("#back").clickOn("Stop the sync");
        until("the first page", () -> robot.lookup("#resume").tryQuery().isPresent());
        robot.clickOn("#resume");
        until("the paragraphs", () -> robot.lookup("#paragraphs").tryQuery().isPresent());
        assertThat(kind(robot, 1)).isEqualTo(ParagraphKind.PULL_QUOTE);
        assertThat(List.of("#sync", "#marks", "#encoding", "#undo"))
                .noneMatch(id -> robot.lookup(id).query().isDisabled());
    }
}
