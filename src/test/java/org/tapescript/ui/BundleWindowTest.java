package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.Program;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A project that is packed in one window and opened in another. */
class BundleWindowTest extends WindowTestCase {
    @Start
    void start(Stage primary) {
        show(primary);
    }

    private void open(Path bundle) {
        javafx.application.Platform.runLater(() -> app.open(bundle, DesktopApp.Request.NONE));
    }

    private Path packed() {
        Path bundle = folder.resolve("b.tapescript");
        assertThat(Program.run("bundle", project, "-o", bundle).status()).isZero();
        return bundle;
    }

    @Test
    void whatIsPackedInTheWindowHasWhatWasNeverSaved(FxRobot robot) throws Exception {
        EditorView editor = open(robot);
        reveal(robot, turn(editor, 1).words().get(3));
        robot.press(KeyCode.CONTROL).press(KeyCode.ENTER).release(KeyCode.ENTER).release(KeyCode.CONTROL);
        until("the split", () -> editor.session().undoableProperty().get().isPresent());
        int turns = now(editor).turns().size();
        Path bundle = folder.resolve("for you.tapescript");
        choices.add(bundle);
        robot.clickOn("#menu-file");
        until("the item", () -> robot.lookup("Bundle with the sound").tryQuery().isPresent());
        robot.clickOn("Bundle with the sound", org.testfx.robot.Motion.VERTICAL_FIRST);
        until("the question", () -> robot.lookup("Choose").tryQuery().isPresent());
        robot.clickOn("Choose");
        until("the bundle", () -> Files.exists(bundle));
        until(
                "that it is said",
                () -> robot.lookup(n -> n instanceof Labeled l
                                && l.getText() != null
                                && l.getText().startsWith("Written: " + bundle))
                        .tryQuery()
                        .isPresent());
        assertThat(ProjectFile.read(project).transcript().turns()).hasSize(turns - 1);
        Path elsewhere = folder.resolve("elsewhere");
        assertThat(Program.run("unbundle", bundle, "--to", elsewhere).status()).isZero();
        Program.Result report = Program.run("report", elsewhere.resolve("p.tapescript"));
        assertThat(report.err()).contains("One change");
    }

    @Test
    void aBundleIsUnpackedWhereItSaysAndOpens(FxRobot robot) throws Exception {
        Path bundle = packed();
        open(bundle);
        until("the question", () -> robot.lookup("Unpack there").tryQuery().isPresent());
        String asked = fx(() -> robot.lookup(".content.label").<Label>query().getText());
        assertThat(asked).contains(folder.resolve("b").toString());
        robot.clickOn("Unpack there");
        until("the editor", () -> robot.lookup("#transcript").tryQuery().isPresent());
        assertThat(fx(() -> editor(robot).session().project())).isEqualTo(folder.resolve("b/p.tapescript"));
        assertThat(now(editor(robot)).recordings().get(0).path()).isEqualTo("tape.flac");
        // The second time there is nothing to ask.
        javafx.application.Platform.runLater(app::home);
        until("the first page", () -> robot.lookup("#new").tryQuery().isPresent());
        open(bundle);
        until("the editor", () -> robot.lookup("#transcript").tryQuery().isPresent());
    }

    @Test
    void aBundleIsUnpackedElsewhereOrNotAtAll(FxRobot robot) throws Exception {
        Path bundle = packed();
        open(bundle);
        until(
                "the question",
                () -> robot.lookup("Do not open the project").tryQuery().isPresent());
        robot.clickOn("Do not open the project");
        until("the first page", () -> robot.lookup("#new").tryQuery().isPresent());
        assertThat(folder.resolve("b")).doesNotExist();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        choices.add(elsewhere);
        open(bundle);
        until("the question", () -> robot.lookup("Choose where to …").tryQuery().isPresent());
        robot.clickOn("Choose where to …");
        until("the editor", () -> robot.lookup("#transcript").tryQuery().isPresent());
        assertThat(fx(() -> editor(robot).session().project())).isEqualTo(elsewhere.resolve("b/p.tapescript"));
    }

    @Test
    void whatIsDamagedIsSaidOnTheFirstPage(FxRobot robot) throws Exception {
        Path bundle = packed();
        Files.write(bundle, java.util.Arrays.copyOf(Files.readAllBytes(bundle), 5000));
        open(bundle);
        until(
                "what is wrong",
                () -> robot.lookup(n -> n instanceof Labeled l
                                && l.getText() != null
                                && l.getText().contains("is cut off or damaged"))
                        .tryQuery()
                        .isPresent());
    }
}
