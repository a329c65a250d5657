package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
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
    }

    private static final Path READERS = Path.of("src/test/resources/org/tapescript/format/readers");

    private static List<String> spoken(FxRobot robot) {
        Label title = robot.lookup(".page-title").queryAs(Label.class);
        assertThat(fx(title::getText)).isNotBlank();
        return paragraphs(robot).stream()
                .filter(p -> p.kind().isSpoken())
                .map(p -> p.speaker().orElse("-"))
                .toList();
    }

    /** What the rows of the list show. */
    private static boolean shows(FxRobot robot, String words) {
        return robot.lookup("#paragraphs .text").queryAllAs(Text.class).stream()
                .anyMatch(t -> t.getText().contains(words));
    }

    /** Opens a menu by mouse or key, and clicks one of its items. */
    private static void item(FxRobot robot, String menu, String name, boolean byKey) {
        if (byKey) {
            robot.interact(() -> robot.lookup(menu).queryAs(MenuButton.class).requestFocus());
            robot.type(KeyCode.SPACE);
        } else {
            robot.clickOn(menu);
        }
        robot.clickOn(name);
    }

    @Test
    void anotherColumnIsChosenAndTakenBack(FxRobot robot) throws Exception {
        choose(robot, READERS.resolve("languages.csv"), "two.csv");
        assertThat(shows(robot, "Frühling")).isTrue();
        item(robot, "#columns", "English", false);
        item(robot, "#columns", "German", true);
        until("the other language", () -> shows(robot, "In the spring") && !shows(robot, "Frühling"));
        assertThat(spoken(robot)).containsExactly("Ann", "Bo", "Ann", "Bo");
        robot.clickOn("#undo");
        robot.clickOn("#undo");
        until("the first language", () -> shows(robot, "Frühling") && !shows(robot, "In the spring"));
    }

    @Test
    void anotherTierIsChosen(FxRobot robot) throws Exception {
        choose(robot, READERS.resolve("notes-beside.eaf"), "notes.eaf");
        MenuButton tiers = robot.lookup("#tiers").queryAs(MenuButton.class);
        List<String> names =
                fx(() -> tiers.getItems().stream().map(MenuItem::getText).toList());
        assertThat(names).contains("notes");
        List<String> before = spoken(robot);
        item(robot, "#tiers", "notes", false);
        until("the notes", () -> spoken(robot).size() > before.size());
        MenuButton now = robot.lookup("#tiers").queryAs(MenuButton.class);
        assertThat(fx(now::getText)).contains("notes");
    }

    @Test
    void doubtsAreGoneThroughByMouseAndByKey(FxRobot robot) throws Exception {
        Path text = Files.writeString(
                folder.resolve("doubtful.txt"),
                "– When did you come?\n\nIn spring.\n\n– And then?\n\n– Then it was summer.\n\nAnd autumn?\n\n"
                        + "– Yes.\n\n– Was it cold?\n\nNot yet.\n\n– And in winter?\n\n– It was.\n");
        choose(robot, text, "dashes.txt");
        ListView<Paragraph> list = robot.lookup("#paragraphs").queryListView();
        robot.interact(() -> list.getSelectionModel().clearAndSelect(0));
        List<Integer> byMouse = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            robot.clickOn("#next-doubt");
            byMouse.add(fx(() -> list.getSelectionModel().getSelectedIndex()));
        }
        assertThat(byMouse).doesNotHaveDuplicates();
        robot.interact(() -> {
            list.getSelectionModel().clearAndSelect(0);
            list.requestFocus();
        });
        for (int i = 0; i < 3; i++) {
            robot.type(KeyCode.D);
            assertThat(fx(() -> list.getSelectionModel().getSelectedIndex())).isEqualTo(byMouse.get(i));
        }
    }
}
