package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Paragraph;
import org.tapescript.text.structure.Scheme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The page before the sync: what was found of the transcript is shown, chosen otherwise by mouse and keys, and taken back. */
class ImportPageWindowTest extends WindowTestCase {
    @Start
    void start(Stage primary) {
        show(primary);
    }

    private static List<Paragraph> paragraphs(FxRobot robot) {
        ListView<Paragraph> list = robot.lookup("#paragraphs").queryListView();
        return fx(() -> List.copyOf(list.getItems()));
    }

    @Test
    void whatWasFoundIsShownAndChosenOtherwise(FxRobot robot) throws Exception {
        chooseSample(robot);
        ComboBox<Scheme> marks = robot.lookup("#marks").queryComboBox();
        ComboBox<String> encoding = robot.lookup("#encoding").queryComboBox();
        ListView<Paragraph> list = robot.lookup("#paragraphs").queryListView();
        List<Paragraph> found = paragraphs(robot);
        Scheme scheme = fx(marks::getValue);
        assertThat(scheme).isNotEqualTo(Scheme.NONE);
        assertThat(fx(encoding::getValue)).isEqualTo("UTF-8");

        robot.interact(() -> marks.setValue(Scheme.NONE));
        assertThat(paragraphs(robot)).isNotEqualTo(found);
        robot.clickOn("#undo");
        assertThat(paragraphs(robot)).isEqualTo(found);
        assertThat(fx(marks::getValue)).isEqualTo(scheme);

        robot.interact(() -> encoding.setValue("windows-1251"));
        assertThat(fx(encoding::getValue)).isEqualTo("windows-1251");
        robot.interact(list::requestFocus);
        robot.press(KeyCode.CONTROL).press(KeyCode.Z).release(KeyCode.Z).release(KeyCode.CONTROL);
        until("the undoing", () -> "UTF-8".equals(encoding.getValue()));

        robot.interact(() -> list.getSelectionModel().clearAndSelect(0));
        robot.clickOn("#next-doubt");
        int doubted = fx(() -> list.getSelectionModel().getSelectedIndex());
        robot.type(KeyCode.D);
        int next = fx(() -> list.getSelectionModel().getSelectedIndex());
        assertThat(next).isGreaterThanOrEqualTo(0).isLessThan(found.size());
        assertThat(doubted).isLessThan(found.size());
    }
}
