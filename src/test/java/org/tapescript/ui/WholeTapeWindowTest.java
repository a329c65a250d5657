package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.audio.Fingerprint;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Word;
import org.tapescript.edit.PinWords;
import org.tapescript.job.CancellationToken;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.Tapes;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What goes over the whole tape of a project that is open: a revised text, other languages. */
class WholeTapeWindowTest extends WindowTestCase {
    @Start
    void start(Stage primary) {
        show(primary);
    }

    private static void choose(FxRobot robot, String command) {
        robot.clickOn("#menu-file");
        until("the menu", () -> robot.lookup("#item-" + command).tryQuery().isPresent());
        robot.clickOn("#item-" + command);
    }

    private static boolean isBusy(FxRobot robot) {
        return robot.lookup("#job").tryQuery().filter(Node::isVisible).isPresent();
    }

    private static Optional<Word> word(EditorView editor, String text) {
        return now(editor).words().stream()
                .filter(w -> w.text().startsWith(text))
                .findFirst();
    }

    @Test
    void aRevisedTextKeepsWhatWasDoneByHandAndIsTakenBack(FxRobot robot) throws Exception {
        EditorView editor = open(robot);
        Word first = turn(editor, 3).words().get(0);
        robot.interact(() -> editor.session().apply(new PinWords(List.of(first.id()))));
        SyncedTranscript before = now(editor);
        String text = Files.readString(SAMPLE.resolve("transcript.txt"));
        assertThat(text).contains("two lanterns");
        choices.add(Files.writeString(folder.resolve("revised.txt"), text.replace("two lanterns", "three lanterns")));
        choose(robot, "revise");
        until(
                "what was understood",
                () -> robot.lookup("Sync this text").tryQuery().isPresent());
        robot.clickOn("Sync this text");
        until("the revised text", () -> word(editor, "three").isPresent());
        assertThat(word(editor, "three").orElseThrow().span()).isPresent();
        assertThat(turn(editor, 3).words().get(0).isManual()).isTrue();
        assertThat(fx(() -> isBusy(robot))).isFalse();
        robot.press(KeyCode.CONTROL).push(KeyCode.Z).release(KeyCode.CONTROL);
        until("the text as it was", () -> editor.session().transcript() == before);
    }

    @Test
    void anotherLanguageOfTheTextNeedsNoSyncAndASyncIsCancelled(FxRobot robot) {
        EditorView editor = open(robot);
        SyncedTranscript before = now(editor);
        choose(robot, "languages");
        until(
                "the question",
                () -> robot.lookup("#project-text-language").tryQuery().isPresent());
        ComboBox<String> written = robot.lookup("#project-text-language").queryComboBox();
        robot.interact(() -> written.setValue("de"));
        robot.clickOn("Sync anew");
        until("the language", () -> now(editor).basis().textLanguage().equals(Optional.of("de")));
        assertThat(now(editor).turns()).isEqualTo(before.turns());

        SyncedTranscript then = now(editor);
        choose(robot, "languages");
        until(
                "the question",
                () -> robot.lookup("#project-translated").tryQuery().isPresent());
        robot.clickOn("#project-translated").clickOn("Sync anew");
        // As soon as it is seen: what is heard of the tape may be known, and the rest takes a moment.
        until("the sync", () -> {
            boolean busy = isBusy(robot);
            if (busy) {
                robot.lookup("#job-cancel").queryButton().fire();
            }
            return busy;
        });
        assertThat(fx(() -> isBusy(robot))).isFalse();
        assertThat(now(editor)).isSameAs(then);
    }

    @Test
    void aTranslationIsPlacedAndTheWindowMadeForIt(FxRobot robot) {
        EditorView editor = open(robot);
        choose(robot, "languages");
        until(
                "the question",
                () -> robot.lookup("#project-translated").tryQuery().isPresent());
        robot.clickOn("#project-translated").clickOn("Sync anew");
        until("another window", () -> robot.lookup("#transcript").tryQuery().isPresent() && editor(robot) != editor);
        assertThat(now(editor(robot)).isPlaced()).isTrue();
    }

    @Test
    void severalTapesThatMovedAreAskedForOneAfterTheOtherAndOnlyOnce(FxRobot robot) throws Exception {
        ProjectFile file = ProjectFile.read(project);
        SyncedTranscript synced = file.transcript();
        Path other = Tapes.tape(Path.of("audio-samples", "radioworks"));
        List<Recording> lost = new ArrayList<>();
        lost.add(named(
                synced.recordings().get(0),
                "/nowhere/side-a.ogg",
                synced.recordings().get(0).fingerprint()));
        lost.add(named(lost.get(0), "/nowhere/side-b.ogg", Fingerprint.of(other, new CancellationToken())));
        file.with(new SyncedTranscript(
                        synced.basis(),
                        lost,
                        synced.transcript(),
                        synced.turns(),
                        synced.untranscribed(),
                        synced.speakerDoubts(),
                        synced.match()))
                .write(project);
        choices.addAll(List.of(Path.of(synced.recordings().get(0).path()), other));
        Platform.runLater(() -> app.open(project, DesktopApp.Request.NONE));
        for (String tape : List.of("side-a.ogg", "side-b.ogg")) {
            until(
                    "the question after " + tape,
                    () -> robot.lookup(".dialog-pane .content").tryQuery().isPresent()
                            && robot.lookup(".dialog-pane .content")
                                    .queryLabeled()
                                    .getText()
                                    .contains(tape));
            robot.clickOn("Choose the recording …");
        }
        until("the editor", () -> robot.lookup("#transcript").tryQuery().isPresent());
        robot.interact(() -> app.home());
        open(robot);
        assertThat(choices).isEmpty();
    }

    private static Recording named(Recording r, String path, String fingerprint) {
        return new Recording(path, fingerprint, r.channels(), r.micros(), r.mixture(), false, OptionalDouble.empty());
    }
}
