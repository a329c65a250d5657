package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.audio.Fingerprint;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.job.CancellationToken;
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

    /** Looks at every frame, for what is seen may be gone before anybody asks. */
    @Test
    void theTextIsShownWhileTheSoundIsDecoded(FxRobot robot) throws Exception {
        Path undecoded = folder.resolve("undecoded.ogg");
        Files.copy(
                Path.of(ProjectFile.read(project)
                        .transcript()
                        .recordings()
                        .get(0)
                        .path()),
                undecoded);
        // Another file by its content, which nobody has decoded yet.
        Files.write(undecoded, new byte[] {0}, StandardOpenOption.APPEND);
        SyncedTranscript t = ProjectFile.read(project).transcript();
        Recording recording = t.recordings().get(0);
        ProjectFile.of(t.withRecordings(List.of(new Recording(
                        undecoded.toString(),
                        Fingerprint.of(undecoded, CancellationToken.none()),
                        recording.channels(),
                        recording.micros(),
                        recording.mixture(),
                        recording.breaksOff(),
                        recording.speed()))))
                .write(project);
        boolean[] read = {false};
        AnimationTimer eachFrame = new AnimationTimer() {
            @Override
            public void handle(long now) {
                Node text = stage.getScene().lookup("#opening-text");
                Node bar = stage.getScene().lookup(".import-foot .progress-bar");
                read[0] |= text != null && text.lookup(".list-cell .text") != null && bar != null;
            }
        };
        robot.interact(eachFrame::start);
        Platform.runLater(() -> app.open(project, DesktopApp.Request.NONE));
        until("the editor", () -> robot.lookup("#transcript").tryQuery().isPresent());
        robot.interact(eachFrame::stop);
        assertThat(read[0]).as("the text, and how far decoding is").isTrue();
    }

    @Test
    void aTranscriptChosenAsTheRecordingIsPutInItsPlace(FxRobot robot) throws Exception {
        Path text = folder.resolve("interview.txt");
        Files.copy(SAMPLE.resolve("transcript.txt"), text);
        choices.add(text);
        robot.clickOn("#slot-recording");
        assertThat(robot.lookup("#slot-transcript").queryLabeled().getText()).contains("interview.txt");
        assertThat(robot.lookup("#slot-recording").queryLabeled().getText()).doesNotContain("interview.txt");
        assertThat(robot.lookup("#welcome-message").queryLabeled().getText()).contains("interview.txt");
    }
}
