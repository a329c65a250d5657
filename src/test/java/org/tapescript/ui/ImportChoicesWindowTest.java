package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.OwnPronunciation;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.support.Tapes;
import org.tapescript.ui.common.WindowPicture;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What is said of a new project's paragraphs, recordings and languages before the sync. */
class ImportChoicesWindowTest extends WindowTestCase {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    @Start
    void start(Stage primary) {
        show(primary);
    }

    private static Paragraph paragraph(FxRobot robot, int at) {
        ListView<Paragraph> list = robot.lookup("#paragraphs").queryListView();
        return fx(() -> list.getItems().get(at));
    }

    private static void answer(FxRobot robot, String name) {
        until(
                "the question",
                () -> robot.lookup(".dialog-pane .text-field").tryQuery().isPresent());
        robot.press(KeyCode.CONTROL).push(KeyCode.A).release(KeyCode.CONTROL);
        robot.write(name).push(KeyCode.ENTER);
    }

    @Test
    void paragraphsAreSaidToBeOtherwiseByChipsAndKeysAlike(FxRobot robot) throws Exception {
        chooseSample(robot);
        robot.clickOn("#paragraphs").push(KeyCode.HOME).push(KeyCode.DOWN);
        Paragraph before = paragraph(robot, 1);
        robot.clickOn("#chip-caption");
        assertThat(paragraph(robot, 1).kind()).isEqualTo(ParagraphKind.CAPTION);
        assertThat(fx(() -> robot.lookup("#paragraphs").query().lookupAll(".list-cell").stream()
                        .anyMatch(c -> c.getPseudoClassStates().contains(CHANGED))))
                .as("what changed is lit up")
                .isTrue();
        until(
                "the end of that",
                () -> robot.lookup("#paragraphs").query().lookupAll(".list-cell").stream()
                        .noneMatch(c -> c.getPseudoClassStates().contains(CHANGED)));
        robot.push(KeyCode.H);
        assertThat(paragraph(robot, 1).kind()).isEqualTo(ParagraphKind.HEADING);
        robot.push(KeyCode.S);
        answer(robot, "Ada");
        assertThat(paragraph(robot, 1).speaker()).contains("Ada");
        robot.clickOn("#chip-rename");
        answer(robot, "Grace");
        assertThat(paragraph(robot, 1).speaker()).contains("Grace");
        for (int i = 0; i < 4; i++) {
            robot.clickOn("#undo");
        }
        assertThat(paragraph(robot, 1)).isEqualTo(before);
    }

    @Test
    void recordingsArePutInOrderAndLanguagesNamed(FxRobot robot) throws Exception {
        chooseSample(robot);
        Path other = folder.resolve("side-b.ogg");
        Files.copy(Tapes.tape(SAMPLE), other);
        choices.add(other);
        robot.clickOn("#choose-tapes").clickOn("#tapes-add");
        robot.interact(
                () -> robot.lookup("#tapes").queryListView().getSelectionModel().select(1));
        robot.clickOn("#tapes-up");
        List<Object> ordered =
                fx(() -> List.copyOf(robot.lookup("#tapes").queryListView().getItems()));
        assertThat(ordered)
                .extracting(t -> ((Path) t).getFileName())
                .containsExactly(Path.of("side-b.ogg"), Path.of("side-a.ogg"));
        picture(robot, "tapes.png");
        robot.interact(
                () -> robot.lookup("#tapes").queryListView().getSelectionModel().select(1));
        robot.clickOn("#tapes-remove");
        robot.clickOn("Use these recordings");
        robot.clickOn("#translated");
        ComboBox<String> written = robot.lookup("#text-language").queryComboBox();
        robot.clickOn(written.getEditor())
                .press(KeyCode.CONTROL)
                .push(KeyCode.A)
                .release(KeyCode.CONTROL);
        robot.write("germ").push(KeyCode.ENTER);
        assertThat(fx(written::getValue)).isEqualTo("de");
        choices.add(Files.writeString(folder.resolve("bad.dict"), "gannet G AE N AH T\nquill\n"));
        robot.interact(this::chooseLexicon);
        until("why not", () -> robot.lookup("#phase").queryLabeled().getText().contains("2"));
        choices.add(Files.writeString(folder.resolve("own.dict"), "gannet G AE N AH T\n"));
        robot.interact(this::chooseLexicon);
        assertThat(robot.lookup("#phase").queryLabeled().getText()).isEmpty();
        robot.clickOn("#sync");
        until("the editor", () -> robot.lookup("#transcript").tryQuery().isPresent());
        SyncedTranscript made = now(editor(robot));
        assertThat(made.recordings())
                .extracting(r -> Path.of(r.path()).getFileName().toString())
                .containsExactly("side-b.ogg");
        assertThat(made.isPlaced()).isTrue();
        assertThat(made.basis().lexicon()).containsExactly(new OwnPronunciation("gannet", "G AE N AH T"));
        assertThat(made.basis().textLanguage()).isEqualTo(Optional.of("de"));
    }

    private void chooseLexicon() {
        ((MenuButton) stage.getScene().lookup("#lexicon")).getItems().get(0).fire();
    }

    private static void picture(FxRobot robot, String name) {
        fx(() -> {
            try {
                Files.createDirectories(Path.of("target", "window-pictures"));
                WindowPicture.write(
                        robot.lookup(".dialog-pane").query().getScene(), Path.of("target", "window-pictures", name));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return null;
        });
    }
}
