package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SpeakerNames;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Names of speakers, typed in the list at the side and in the question of Ctrl+R. */
class SpeakersWindowTest extends WindowTestCase {
    @Start
    void start(Stage primary) {
        show(primary);
    }

    private static List<String> speakers(EditorView editor) {
        return fx(() -> SpeakerNames.of(now(editor)));
    }

    private static void type(FxRobot robot, String now, String name) {
        robot.clickOn(field(robot, now)).press(KeyCode.CONTROL).push(KeyCode.A).release(KeyCode.CONTROL);
        robot.write(name).push(KeyCode.ENTER);
    }

    private static TextField field(FxRobot robot, String now) {
        return (TextField) robot.lookup(".side-pane .text-field")
                .match(n -> ((TextField) n).getText().equals(now))
                .query();
    }

    private static void leave(FxRobot robot) {
        until("the question", () -> robot.lookup("Make them one").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        until("no question", () -> robot.lookup("Make them one").tryQuery().isEmpty());
    }

    @Test
    void anotherCaseOfOnesOwnNameIsTakenAndThatOfSomebodyElsesAsked(FxRobot robot) {
        EditorView editor = open(robot);
        List<String> before = speakers(editor);
        TabPane side = robot.lookup("#side").queryAs(TabPane.class);
        robot.interact(() -> side.getSelectionModel().select(1));
        type(robot, "Guest", "interviewer ");
        leave(robot);
        assertThat(speakers(editor)).isEqualTo(before);
        type(robot, "Guest", "GUEST");
        until("the name", () -> speakers(editor).contains("GUEST"));
        assertThat(speakers(editor)).hasSameSizeAs(before).doesNotContain("Guest");

        reveal(robot, turn(editor, 0).words().get(0));
        String other = turn(editor, 0).speaker().equals("GUEST") ? "interviewer" : "guest";
        answerWhoSpeaks(robot, other);
        leave(robot);
        assertThat(speakers(editor)).hasSameSizeAs(before);
    }

    @Test
    void aFieldThatHasRenamedSomebodyAsksNothingOnLosingTheFocus(FxRobot robot) {
        EditorView editor = open(robot);
        TabPane side = robot.lookup("#side").queryAs(TabPane.class);
        robot.interact(() -> side.getSelectionModel().select(1));
        TextField field = field(robot, "Guest");
        robot.clickOn(field);
        robot.interact(() -> {
            field.setText("GUEST");
            field.fireEvent(new ActionEvent());
            side.requestFocus();
        });
        assertThat(speakers(editor)).contains("GUEST").doesNotContain("Guest");
        assertThat(robot.lookup("Make them one").tryQuery()).isEmpty();
        until("the new list", () -> robot.lookup("Use for Guest").tryQuery().isEmpty());
        robot.interact(() -> editor.session().undo());
        until(
                "what the text calls the guest",
                () -> robot.lookup("Use for Guest").tryQuery().isPresent());
    }
}
