package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Cue;
import org.tapescript.support.Program;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.WindowPicture;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Exports as they are chosen in the window: what applies to a format, and how times are counted. */
class ExportWindowTest extends WindowTestCase {
    @Start
    void start(Stage primary) {
        show(primary);
    }

    private static boolean isShown(FxRobot robot, String id) {
        return fx(() -> {
            for (Node n = robot.lookup(id).query(); n != null; n = n.getParent()) {
                if (!n.isVisible()) {
                    return false;
                }
            }
            return true;
        });
    }

    @Test
    void onlyWhatAppliesIsShownAndALineOfThePreviewLeadsThere(FxRobot robot) throws Exception {
        EditorView editor = open(robot);
        robot.press(KeyCode.CONTROL).push(KeyCode.E).release(KeyCode.CONTROL);
        until("the export", () -> robot.lookup("#export-preview").tryQuery().isPresent());
        ComboBox<String> format = robot.lookup("#export-format").queryComboBox();
        for (String id : Set.of("#export-lineLength", "#export-names", "#export-preview")) {
            assertThat(isShown(robot, id)).as(id).isTrue();
        }
        assertThat(isShown(robot, "#export-start")).isFalse();
        robot.interact(() -> format.setValue("edl"));
        assertThat(isShown(robot, "#export-start")).isTrue();
        assertThat(isShown(robot, "#export-lineLength")).isFalse();
        assertThat(isShown(robot, "#export-preview")).isFalse();
        robot.interact(() -> format.setValue("srt"));
        robot.interact(
                () -> robot.lookup("#export-offset").queryAs(TextField.class).setText("3600"));
        ListView<Cue> preview = robot.lookup("#export-preview").queryListView();
        robot.interact(() -> preview.getSelectionModel().select(4));
        Cue cue = fx(() -> preview.getItems().get(4));
        assertThat(cue.time().startSeconds()).isGreaterThan(3600);
        assertThat(fx(() -> editor.player().position()))
                .isBetween(cue.time().startSeconds() - 3600.1, cue.time().startSeconds() - 3599.9);
        fx(() -> {
            try {
                Files.createDirectories(Path.of("target", "window-pictures"));
                WindowPicture.write(preview.getScene(), Path.of("target", "window-pictures", "export.png"));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return null;
        });
        choices.add(folder.resolve("window.srt"));
        robot.clickOn("#export-save");
        until("the file", () -> Files.exists(folder.resolve("window.srt")));
        Path other = folder.resolve("command.srt");
        assertThat(Program.run("export", project, "--format", "srt", "--offset", "3600", "-o", other)
                        .status())
                .isZero();
        assertThat(folder.resolve("window.srt")).hasSameTextualContentAs(other);
        for (Control box : List.of(format, preview)) {
            if (robot.lookup("#export-preview").tryQuery().isEmpty()) {
                robot.press(KeyCode.CONTROL).push(KeyCode.E).release(KeyCode.CONTROL);
                until(
                        "the export",
                        () -> robot.lookup("#export-preview").tryQuery().isPresent());
            }
            robot.interact(() -> robot.lookup("#" + box.getId()).query().requestFocus());
            robot.push(KeyCode.ESCAPE);
            until("no export", () -> robot.lookup("#export-preview").tryQuery().isEmpty());
        }
    }

    @Test
    void numbersAreWrittenAsTheLanguageWritesThemAndReadEitherWay(FxRobot robot) {
        try {
            robot.interact(() -> Messages.use(Locale.GERMAN));
            open(robot);
            robot.press(KeyCode.CONTROL).push(KeyCode.E).release(KeyCode.CONTROL);
            until("the export", () -> robot.lookup("#export-preview").tryQuery().isPresent());
            TextField shortest = robot.lookup("#export-shortest").queryAs(TextField.class);
            assertThat(shortest.getText()).isEqualTo("0,833");
            ListView<Cue> preview = robot.lookup("#export-preview").queryListView();
            robot.interact(() -> shortest.setText("4,5"));
            List<Cue> comma = fx(() -> List.copyOf(preview.getItems()));
            assertThat(comma).isNotEmpty();
            robot.interact(() -> shortest.setText("1"));
            assertThat(fx(() -> List.copyOf(preview.getItems()))).isNotEqualTo(comma);
            robot.interact(() -> shortest.setText("4.5"));
            assertThat(fx(() -> List.copyOf(preview.getItems()))).isEqualTo(comma);
        } finally {
            robot.interact(() -> Messages.use(Locale.ENGLISH));
        }
    }
}
