package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Origin;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.project.ProjectFile;
import org.tapescript.session.EditorSession;
import org.tapescript.support.Saves;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Correcting a project in its window. */
class EditorWindowTest extends WindowTestCase {
    @Start
    void start(Stage primary) {
        show(primary);
    }

    /** The whole job, from a tape and its text to subtitles and back to the project. */
    @Test
    void aTapeIsImportedSyncedCorrectedExportedAndOpenedAgain(FxRobot robot) throws Exception {
        chooseSample(robot);
        assertThat(robot.lookup("#paragraphs").queryListView().getItems()).hasSizeGreaterThan(10);
        robot.clickOn("#sync");
        until("the editor", () -> robot.lookup("#transcript").tryQuery().isPresent());
        Label status = robot.lookup("#status").queryAs(Label.class);
        until("the status", () -> status.getText().matches("times for (9|100).*"));
        EditorView editor = editor(robot);
        reveal(robot, turn(editor, 0).words().get(0));
        robot.press(KeyCode.CONTROL).press(KeyCode.R).release(KeyCode.R).release(KeyCode.CONTROL);
        until(
                "the question",
                () -> robot.lookup(".dialog-pane .text-field").tryQuery().isPresent());
        robot.press(KeyCode.CONTROL).press(KeyCode.A).release(KeyCode.A).release(KeyCode.CONTROL);
        robot.write("Dora Venn").push(KeyCode.ENTER);
        until("the name", () -> turn(editor, 0).speaker().equals("Dora Venn"));
        Path subtitles = folder.resolve("side-a.srt");
        choices.add(subtitles);
        robot.press(KeyCode.CONTROL).press(KeyCode.E).release(KeyCode.E).release(KeyCode.CONTROL);
        until("the export", () -> robot.lookup("#export-preview").tryQuery().isPresent());
        int cues = robot.lookup("#export-preview").queryListView().getItems().size();
        robot.clickOn("#export-save");
        until("the file", () -> Files.exists(subtitles));
        assertThat(Files.readString(subtitles)).contains("\n" + cues + "\n").contains(" --> ");
        robot.push(KeyCode.ESCAPE);
        robot.press(KeyCode.CONTROL).press(KeyCode.S).release(KeyCode.S).release(KeyCode.CONTROL);
        until("the saving", () -> editor.session().savedProperty().get());
        SyncedTranscript saved = now(editor);
        robot.press(KeyCode.CONTROL).press(KeyCode.W).release(KeyCode.W).release(KeyCode.CONTROL);
        until(
                "the first page",
                () -> robot.lookup("#recent .hyperlink").tryQuery().isPresent());
        robot.clickOn("#recent .hyperlink");
        until("the editor again", () -> robot.lookup("#transcript").tryQuery().isPresent());
        assertThat(now(editor(robot))).isEqualTo(saved);
    }

    @Test
    void playingMovesThePlayHeadAndTheMark(FxRobot robot) {
        EditorView editor = open(robot);
        robot.press(KeyCode.CONTROL).press(KeyCode.SPACE).release(KeyCode.SPACE).release(KeyCode.CONTROL);
        until("some seconds", () -> editor.player().position() > 1.5);
        double before = fx(() -> editor.player().position());
        long begun = System.nanoTime();
        until("it going on", () -> editor.player().position() > before + 0.3);
        double after = fx(() -> editor.player().position());
        assertThat(after - before).as("no faster than the tape").isLessThan((System.nanoTime() - begun) / 1e9 + 0.4);
        robot.push(KeyCode.F4);
        assertThat(fx(() -> editor.player().playingProperty().get())).isFalse();
        double stopped = fx(() -> editor.player().position());
        robot.sleep(200);
        assertThat(fx(() -> editor.player().position())).isEqualTo(stopped);
    }

    @Test
    void aClickOnAWordGoesThere(FxRobot robot) {
        EditorView editor = open(robot);
        Word word = turn(editor, 2).words().get(3);
        reveal(robot, word);
        Node list = robot.lookup("#transcript").query();
        double top = fx(() -> list.localToScene(list.getBoundsInLocal()).getMinY());
        Node text = robot.lookup(".row-text").queryAll().stream()
                .filter(n -> n.getParent().getParent().getParent() != null && n.isVisible())
                .filter(n -> n.localToScene(n.getBoundsInLocal()).getMinY() > top)
                .findFirst()
                .orElseThrow();
        Bounds box = fx(() -> text.localToScreen(text.getBoundsInLocal()));
        robot.clickOn(box.getMinX() + 30, box.getMinY() + 10);
        until("the caret", () -> editor.session().caretProperty().get().isPresent());
        String caret = fx(() -> editor.session().caretProperty().get().orElseThrow());
        Word clicked = now(editor).words().stream()
                .filter(w -> w.id().equals(caret))
                .findFirst()
                .orElseThrow();
        assertThat(fx(() -> editor.player().position()))
                .isEqualTo(clicked.span().orElseThrow().startSeconds());
    }

    @Test
    void aWordIsCorrectedInPlaceAndOthersStay(FxRobot robot) {
        EditorView editor = open(robot);
        SyncedTranscript before = now(editor);
        Word word = turn(editor, 1).words().get(4);
        reveal(robot, word);
        robot.push(KeyCode.F2);
        until("the text area", () -> robot.lookup("#turn-editor").tryQuery().isPresent());
        TextArea area = robot.lookup("#turn-editor").queryAs(TextArea.class);
        until("its focus", area::isFocused);
        robot.write("Xy");
        robot.push(KeyCode.ENTER);
        until("the correction", () -> now(editor).transcript().text().contains("Xy"));
        assertThat(now(editor).transcript().text()).contains("Xy" + word.text());
        until(
                "the alignment",
                () -> editor.session()
                        .index()
                        .word(word.id())
                        .filter(w -> !w.timing().equals(word.timing()))
                        .isPresent());
        SyncedTranscript after = now(editor);
        assertThat(after.malformation()).isEmpty();
        for (int i = 0; i < before.words().size(); i++) {
            Word was = before.words().get(i);
            if (!was.id().equals(word.id())) {
                assertThat(after.words().get(i).span()).as(was.text()).isEqualTo(was.span());
            }
        }
        robot.press(KeyCode.CONTROL).press(KeyCode.Z).release(KeyCode.Z).release(KeyCode.CONTROL);
        until("undo", () -> now(editor).equals(before));
    }

    @Test
    void turnsAreSplitMergedGivenAwayAndAllIsUndone(FxRobot robot) {
        EditorView editor = open(robot);
        SyncedTranscript before = now(editor);
        Turn turn = turn(editor, 1);
        reveal(robot, turn.words().get(5));
        robot.press(KeyCode.CONTROL).press(KeyCode.ENTER).release(KeyCode.ENTER).release(KeyCode.CONTROL);
        until("the split", () -> now(editor).turns().size() == before.turns().size() + 1);
        assertThat(turn(editor, 2).words().get(0).id())
                .isEqualTo(turn.words().get(5).id());
        robot.press(KeyCode.CONTROL)
                .press(KeyCode.DIGIT2)
                .release(KeyCode.DIGIT2)
                .release(KeyCode.CONTROL);
        until("the speaker", () -> turn(editor, 2).speakerIsManual());
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).push(KeyCode.LEFT).release(KeyCode.SHIFT, KeyCode.CONTROL);
        until(
                "the edge",
                () -> turn(editor, 2)
                        .words()
                        .get(0)
                        .id()
                        .equals(turn.words().get(4).id()));
        robot.press(KeyCode.CONTROL)
                .press(KeyCode.BACK_SPACE)
                .release(KeyCode.BACK_SPACE)
                .release(KeyCode.CONTROL);
        until("the merge", () -> now(editor).turns().size() == before.turns().size());
        for (int i = 0; i < 4; i++) {
            robot.press(KeyCode.CONTROL).press(KeyCode.Z).release(KeyCode.Z).release(KeyCode.CONTROL);
        }
        until("all undone", () -> now(editor).equals(before));
        assertThat(fx(() -> editor.session().savedProperty().get())).isTrue();
    }

    @Test
    void aBoundaryIsDraggedAndTheNeighbourGivesWay(FxRobot robot) {
        EditorView editor = open(robot);
        Turn turn = turn(editor, 1);
        Word word = turn.words().get(2);
        Word earlier = turn.words().get(1);
        TimeSpan was = word.span().orElseThrow();
        fx(() -> {
            editor.player().seek(was.startSeconds() - 0.5);
            return null;
        });
        WindowRobot.settle();
        Node waveform = robot.lookup("#waveform").query();
        Bounds box = fx(() -> waveform.localToScreen(waveform.getBoundsInLocal()));
        // The view begins a little before the play head and shows ten seconds.
        double left = Math.max(0, was.startSeconds() - 0.5 > 9.2 ? was.startSeconds() - 0.5 - 0.8 : 0);
        double perSecond = box.getWidth() / 10;
        double x = box.getMinX() + (was.startSeconds() - left) * perSecond;
        double y = box.getMinY() + box.getHeight() / 2;
        robot.moveTo(x, y)
                .press(MouseButton.PRIMARY)
                .moveTo(x - 14, y)
                .moveTo(x - 28, y)
                .release(MouseButton.PRIMARY);
        WindowRobot.settle();
        Optional<Word> moved = now(editor).words().stream()
                .filter(w -> w.timing() instanceof Timing.Timed t && t.origin() == Origin.MANUAL)
                .findFirst();
        assertThat(moved).isPresent();
        assertThat(moved.get().id()).isEqualTo(word.id());
        long start = moved.get().span().orElseThrow().startMicros();
        assertThat(was.startMicros() - start).isBetween(100_000L, 400_000L);
        TimeSpan beside = earlier.span().orElseThrow();
        assertThat(beside.endMicros())
                .as("reaches to where the boundary is now")
                .isGreaterThan(start);
        Word neighbour = editor.session().index().word(earlier.id()).orElseThrow();
        assertThat(neighbour.span().orElseThrow())
                .isEqualTo(new TimeSpan(Math.min(beside.startMicros(), start), start));
        assertThat(now(editor).malformation()).isEmpty();
    }

    @Test
    void zoomedToSamplesABoundaryIsMovedByLessThanAMillisecond(FxRobot robot) {
        EditorView editor = open(robot);
        Word word = turn(editor, 1).words().get(2);
        TimeSpan was = word.span().orElseThrow();
        fx(() -> {
            editor.player().seek(was.startSeconds());
            return null;
        });
        WindowRobot.settle();
        Node waveform = robot.lookup("#waveform").query();
        Bounds box = fx(() -> waveform.localToScreen(waveform.getBoundsInLocal()));
        double left = was.startSeconds() > 9.2 ? was.startSeconds() - 0.8 : 0;
        double x = box.getMinX() + (was.startSeconds() - left) * box.getWidth() / 10;
        for (int i = 0; i < 25; i++) {
            robot.press(KeyCode.CONTROL)
                    .press(KeyCode.EQUALS)
                    .release(KeyCode.EQUALS)
                    .release(KeyCode.CONTROL);
        }
        double y = box.getMinY() + box.getHeight() / 2;
        robot.press(KeyCode.ALT)
                .moveTo(x, y)
                .press(MouseButton.PRIMARY)
                .moveTo(x - 15, y)
                .moveTo(x - 30, y)
                .release(MouseButton.PRIMARY)
                .release(KeyCode.ALT);
        until("the edit", () -> editor.session().undoableProperty().get().isPresent());
        Word moved =
                now(editor).words().stream().filter(Word::isManual).findFirst().orElseThrow();
        assertThat(moved.id()).isEqualTo(word.id());
        assertThat(was.startMicros() - moved.span().orElseThrow().startMicros()).isBetween(100L, 1000L);
    }

    @Test
    void aDoubtIsAcceptedWithAKey(FxRobot robot) throws Exception {
        SyncedTranscript certain = ProjectFile.read(project).transcript();
        ProjectFile.of(new org.tapescript.edit.SetWordTimes(java.util.Map.of(
                                certain.words().get(20).id(),
                                new org.tapescript.edit.SetWordTimes.Found(
                                        certain.words()
                                                .get(20)
                                                .span()
                                                .orElseThrow()
                                                .startMicros(),
                                        certain.words()
                                                .get(20)
                                                .span()
                                                .orElseThrow()
                                                .endMicros(),
                                        0.2)))
                        .apply(certain))
                .write(project);
        EditorView editor = open(robot);
        ListView<?> review = robot.lookup("#review").queryListView();
        int before = review.getItems().size();
        assertThat(before).isPositive();
        robot.push(KeyCode.F8);
        robot.push(KeyCode.F9);
        until("one doubt less", () -> review.getItems().size() == before - 1);
        assertThat(fx(() -> editor.session().undoableProperty().get())).isPresent();
    }

    @Test
    void comparingVoicesIsAStepLikeAnyOther(FxRobot robot) {
        EditorView editor = open(robot);
        Turn turn = turn(editor, 1);
        reveal(robot, turn.words().get(0));
        robot.press(KeyCode.CONTROL)
                .press(KeyCode.DIGIT1)
                .release(KeyCode.DIGIT1)
                .release(KeyCode.CONTROL);
        until("the speaker", () -> turn(editor, 1).speakerIsManual());
        SyncedTranscript named = now(editor);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).push(KeyCode.V).release(KeyCode.SHIFT, KeyCode.CONTROL);
        until(
                "the voices",
                () -> editor.session()
                        .undoableProperty()
                        .get()
                        .filter(org.tapescript.edit.ReplaceAll.class::isInstance)
                        .isPresent());
        assertThat(turn(editor, 1).speaker()).isEqualTo("Interviewer");
        assertThat(turn(editor, 0).speaker()).as("the other voice").isEqualTo("Guest");
        assertThat(turn(editor, 1).speakerIsManual()).isTrue();
        robot.press(KeyCode.CONTROL).press(KeyCode.Z).release(KeyCode.Z).release(KeyCode.CONTROL);
        until("undone", () -> now(editor).equals(named));
    }

    @Test
    void findAndReplaceIsOneStep(FxRobot robot) {
        EditorView editor = open(robot);
        SyncedTranscript before = now(editor);
        robot.press(KeyCode.CONTROL).press(KeyCode.F).release(KeyCode.F).release(KeyCode.CONTROL);
        robot.clickOn("#find-query").write("light");
        Label count = robot.lookup("#find-count").queryAs(Label.class);
        until("matches", () -> !count.getText().isEmpty() && !count.getText().startsWith("0"));
        until(
                "all marked that are in view",
                () -> robot.lookup(".hit-mark").queryAll().stream()
                                .filter(Node::isVisible)
                                .count()
                        > 1);
        robot.clickOn("#find-replacement").write("lamp");
        robot.clickOn("#find-replace-all");
        until("replaced", () -> !spoken(now(editor)).contains("light"));
        fx(() -> editor.session().undo());
        until("undone", () -> now(editor).transcript().equals(before.transcript()));
    }

    @Test
    void whatIsUndoneAtOnceCanBeDoneAgain(FxRobot robot) {
        EditorView editor = open(robot);
        SyncedTranscript before = now(editor);
        Word word = turn(editor, 1).words().get(4);
        reveal(robot, word);
        robot.push(KeyCode.F2);
        until("the text area", () -> robot.lookup("#turn-editor").tryQuery().isPresent());
        until("its focus", robot.lookup("#turn-editor").queryAs(TextArea.class)::isFocused);
        robot.write("Xy").push(KeyCode.ENTER);
        robot.press(KeyCode.CONTROL).press(KeyCode.Z).release(KeyCode.Z).release(KeyCode.CONTROL);
        until("undo", () -> now(editor).equals(before));
        robot.sleep(1500);
        assertThat(now(editor)).as("after the alignment came too late").isEqualTo(before);
        assertThat(fx(() -> editor.session().redoableProperty().get())).isPresent();
        fx(() -> editor.session().redo());
        until(
                "the alignment",
                () -> editor.session()
                        .index()
                        .word(word.id())
                        .filter(w -> w.text().startsWith("Xy") && !w.timing().equals(word.timing()))
                        .isPresent());
    }

    @Test
    void savingLeavesTheTypistAlone(FxRobot robot) throws Exception {
        EditorView editor = open(robot);
        reveal(robot, turn(editor, 1).words().get(4));
        robot.push(KeyCode.F2);
        until("the text area", () -> robot.lookup("#turn-editor").tryQuery().isPresent());
        TextArea area = robot.lookup("#turn-editor").queryAs(TextArea.class);
        until("its focus", area::isFocused);
        robot.write("Xy");
        robot.press(KeyCode.CONTROL).press(KeyCode.S).release(KeyCode.S).release(KeyCode.CONTROL);
        until("the saving", () -> editor.session().savedAtProperty().get().isPresent());
        assertThat(ProjectFile.read(project).transcript().transcript().text()).contains("Xy");
        assertThat(fx(() -> area.isFocused() && area.getScene() != null)).isTrue();
        robot.write("z").push(KeyCode.ENTER);
        until("the rest", () -> now(editor).transcript().text().contains("Xyz"));
    }

    @Test
    void aTurnThatBeginsLaterAgainAndAgainStaysTheOneThatIsChanged(FxRobot robot) {
        EditorView editor = open(robot);
        Turn turn = turn(editor, 2);
        reveal(robot, turn.words().get(0));
        for (int i = 1; i <= 3; i++) {
            pressOnce(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, true, true, false, false));
            Word first = turn.words().get(i);
            until("the move", () -> turn(editor, 2).words().get(0).id().equals(first.id()));
        }
        assertThat(turn(editor, 2).id()).isEqualTo(turn.id());
    }

    /** One event: a key that is held down on a busy display repeats. */
    private void pressOnce(KeyEvent event) {
        fx(() -> {
            Event.fireEvent(stage.getScene().getFocusOwner(), event);
            return null;
        });
    }

    @Test
    void keysOfAClosedProjectAreGone(FxRobot robot) {
        open(robot);
        robot.press(KeyCode.CONTROL).press(KeyCode.W).release(KeyCode.W).release(KeyCode.CONTROL);
        until(
                "the first page",
                () -> robot.lookup("#recent .hyperlink").tryQuery().isPresent());
        EditorView editor = open(robot);
        robot.press(KeyCode.CONTROL).press(KeyCode.G).release(KeyCode.G).release(KeyCode.CONTROL);
        until(
                "the question",
                () -> robot.lookup(".dialog-pane .text-field").tryQuery().isPresent());
        assertThat(robot.lookup(".dialog-pane").queryAll()).hasSize(1);
        robot.press(KeyCode.CONTROL).press(KeyCode.A).release(KeyCode.A).release(KeyCode.CONTROL);
        robot.write("0:05").push(KeyCode.ENTER);
        until("the place", () -> editor.player().position() == 5);
        assertThat(robot.lookup(".dialog-pane").queryAll()).isEmpty();
    }

    @Test
    void theTempoShownIsTheOneThatIsPlayed(FxRobot robot) {
        EditorView editor = open(robot);
        MenuButton tempo = robot.lookup("#tempo").queryAs(MenuButton.class);
        robot.press(KeyCode.ALT).push(KeyCode.EQUALS).release(KeyCode.ALT);
        until(
                "a little faster",
                () -> ((Labeled) tempo.lookup(".label")).getText().equals("1.10×"));
        fx(() -> {
            tempo.getItems().get(2).fire();
            return null;
        });
        assertThat(fx(() -> editor.player().tempoProperty().get())).isEqualTo(1);
    }

    private static String spoken(SyncedTranscript t) {
        StringBuilder text = new StringBuilder();
        t.words()
                .forEach(w ->
                        text.append(w.text().toLowerCase(java.util.Locale.ROOT)).append(' '));
        return text.toString();
    }

    @Test
    void whatWasDoneIsThereAgainAfterAnEndWithoutSaving(FxRobot robot) throws Exception {
        EditorView editor = open(robot);
        Turn turn = turn(editor, 1);
        reveal(robot, turn.words().get(5));
        robot.press(KeyCode.CONTROL).press(KeyCode.ENTER).release(KeyCode.ENTER).release(KeyCode.CONTROL);
        until("the split", () -> editor.session().undoableProperty().get().isPresent());
        SyncedTranscript edited = now(editor);
        assertThat(ProjectFile.read(project).transcript()).isNotEqualTo(edited);
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> app.close());
        EditorSession again = fx(() -> {
            try {
                return EditorSession.open(project, folder);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(again.transcript()).isEqualTo(edited);
        assertThat(again.recovery().steps()).isEqualTo(1);
        Saves.save(again);
        again.close();
        assertThat(ProjectFile.read(project).transcript()).isEqualTo(edited);
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())
                            .filter(n -> n.startsWith(".") && !n.endsWith(".history")))
                    .isEmpty();
        }
    }

    @Test
    void aSecondWindowIsTold(FxRobot robot) throws Exception {
        EditorSession other = EditorSession.open(project, folder);
        Platform.runLater(() -> app.open(project, DesktopApp.Request.NONE));
        until(
                "the message",
                () -> robot.lookup("#welcome-message")
                        .tryQueryAs(Label.class)
                        .filter(l -> l.getText().contains("another window"))
                        .isPresent());
        assertThat(robot.lookup("#transcript").tryQuery()).isEmpty();
        other.close();
        open(robot);
    }
}
