package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.project.ProjectFile;
import org.tapescript.ui.common.Messages;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What the window says and asks about files. */
class ErrandsWindowTest extends WindowTestCase {
    @Start
    void start(Stage primary) {
        show(primary);
    }

    @Test
    void aTapeThatMovedIsAskedForUntilItIsTheRightOne(FxRobot robot) throws Exception {
        SyncedTranscript synced = ProjectFile.read(project).transcript();
        Path tape = Path.of(synced.recordings().get(0).path());
        Files.writeString(
                project,
                Files.readString(project).replace(synced.recordings().get(0).path(), "/nowhere/gone.ogg"));
        Path wrong = Files.writeString(folder.resolve("wrong.ogg"), "another tape");
        choices.addAll(List.of(wrong, tape));
        Platform.runLater(() -> app.open(project, DesktopApp.Request.NONE));
        until(
                "the question",
                () -> robot.lookup("Choose the recording …").tryQuery().isPresent());
        assertThat(robot.lookup(".dialog-pane .content").queryLabeled().getText())
                .contains("gone.ogg")
                .doesNotContain("--tape");
        robot.clickOn("Choose the recording …");
        String other = Messages.get("error.recording.given_other", wrong);
        until(
                "that it is another",
                () -> robot.lookup(".dialog-pane .content").tryQuery().isPresent()
                        && robot.lookup(".dialog-pane .content")
                                .queryLabeled()
                                .getText()
                                .contains(other));
        robot.clickOn("Choose the recording …");
        until("the editor", () -> robot.lookup("#transcript").tryQuery().isPresent());
    }

    @Test
    void anExportWithoutAnExtensionGetsTheFormats(FxRobot robot) {
        open(robot);
        choices.add(folder.resolve("side a"));
        robot.press(KeyCode.CONTROL).push(KeyCode.E).release(KeyCode.CONTROL);
        until("the export", () -> robot.lookup("#export-save").tryQuery().isPresent());
        robot.clickOn("#export-save");
        until("the file", () -> Files.exists(folder.resolve("side a.srt")));
        assertThat(folder.resolve("side a")).doesNotExist();
    }

    @Test
    void aDamagedProjectIsSaidOverTheFirstPage(FxRobot robot) throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.tapescript"), "{\"version\": 1");
        Platform.runLater(() -> app.open(bad, DesktopApp.Request.NONE));
        until(
                "what is wrong",
                () -> robot.lookup(".dialog-pane .content").tryQuery().isPresent());
        assertThat(robot.lookup(".dialog-pane .content").queryLabeled().getText())
                .contains("bad.tapescript");
        assertThat(robot.lookup("#slot-recording").tryQuery()).isPresent();
        assertThat(robot.lookup("#welcome-message").queryLabeled().getText()).contains("bad.tapescript");
    }
}
