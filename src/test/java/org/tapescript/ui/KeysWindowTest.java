package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Comment;
import org.tapescript.domain.Word;
import org.tapescript.edit.PutComment;
import org.tapescript.ui.common.Settings;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Keys belong to what has the focus; play, undo and save reach the editor from everywhere. */
class KeysWindowTest extends WindowTestCase {
    @Start
    void start(Stage primary) {
        show(primary);
    }

    private static boolean isPlaying(EditorView editor) {
        return fx(() -> editor.player().playingProperty().get());
    }

    private static boolean isMenuOpen() {
        return fx(() -> Window.getWindows().stream().anyMatch(w -> w instanceof ContextMenu && w.isShowing()));
    }

    private static void focus(FxRobot robot, String node) {
        fx(() -> {
            robot.lookup(node).query().requestFocus();
            return null;
        });
    }

    @Test
    void escapeClosesAMenuAndDoesNothingElse(FxRobot robot) {
        EditorView editor = open(robot);
        robot.clickOn("#menu-edit");
        until("the menu", KeysWindowTest::isMenuOpen);
        robot.push(KeyCode.ESCAPE);
        until("closed", () -> !isMenuOpen());
        assertThat(isPlaying(editor)).isFalse();
        robot.push(KeyCode.ESCAPE);
        until("plays", () -> isPlaying(editor));
        robot.push(KeyCode.ESCAPE);
        until("pauses", () -> !isPlaying(editor));
    }

    /** Something to be undone or saved, after which nothing is looked for. */
    private static void note(EditorView editor) {
        fx(() -> editor.session()
                .apply(new PutComment(new Comment(
                        PutComment.freshId(editor.session().transcript()), Optional.empty(), 1_000_000, "x"))));
    }

    @Test
    void playUndoAndSaveReachTheEditorFromEverywhere(FxRobot robot) {
        EditorView editor = open(robot);
        TabPane side = robot.lookup("#side").queryAs(TabPane.class);
        Slider volume = robot.lookup(".slider").queryAs(Slider.class);
        double loud = fx(volume::getValue);
        List<String> places =
                List.of("#transcript", ".slider", "#tempo", "#review", "#subtitles", "#comments", "#side");
        for (String place : places) {
            int page = List.of("#review", "", "", "#subtitles", "#comments").indexOf(place);
            fx(() -> {
                side.getSelectionModel().select(Math.max(0, page));
                return null;
            });
            focus(robot, place);
            robot.push(KeyCode.F4);
            until("plays from " + place, () -> isPlaying(editor));
            robot.push(KeyCode.F4);
            until("pauses from " + place, () -> !isPlaying(editor));
            int noted = now(editor).notes().comments().size();
            note(editor);
            focus(robot, place);
            robot.push(KeyCode.CONTROL, KeyCode.Z);
            until("undone from " + place, () -> now(editor).notes().comments().size() == noted);
            note(editor);
            focus(robot, place);
            robot.push(KeyCode.CONTROL, KeyCode.S);
            until("saved from " + place, () -> editor.session().savedProperty().get());
            robot.push(KeyCode.CONTROL, KeyCode.HOME);
            assertThat(fx(volume::getValue)).as("loudness, from " + place).isEqualTo(loud);
        }
    }

    private static Node rowOf(FxRobot robot, EditorView editor, int turn, String part) {
        String text = turn(editor, turn).words().get(0).text();
        return fx(() -> robot.lookup("#transcript .list-cell").queryAll().stream()
                .filter(c -> ((ListCell<?>) c).getAccessibleText() != null
                        && ((ListCell<?>) c).getAccessibleText().contains(": " + text + " "))
                .map(c -> c.lookup(part))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aTurnsEdgeIsDraggedToAnotherWord(FxRobot robot) {
        EditorView editor = open(robot);
        int words = turn(editor, 1).words().size();
        String first = turn(editor, 1).words().get(0).text();
        Node edge = rowOf(robot, editor, 1, ".turn-edge");
        TextFlow said = (TextFlow) rowOf(robot, editor, 0, ".row-text");
        // Before the last word of the turn above.
        Point2D last = fx(() -> {
            Bounds all = said.localToScreen(said.getBoundsInLocal());
            int length = turn(editor, 0).words().stream()
                            .mapToInt(w -> w.text().length() + 1)
                            .sum()
                    - 3;
            javafx.scene.shape.PathElement[] shape = said.rangeShape(length - 1, length);
            javafx.scene.shape.MoveTo at = (javafx.scene.shape.MoveTo) shape[0];
            return new Point2D(all.getMinX() + at.getX() + 2, all.getMinY() + at.getY() + 8);
        });
        Word taken = turn(editor, 0).words().get(turn(editor, 0).words().size() - 1);
        robot.drag(edge).dropTo(last);
        until("the word has changed hands", () -> turn(editor, 1).words().size() == words + 1);
        assertThat(turn(editor, 1).words().get(0).id()).isEqualTo(taken.id());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until("and back", () -> turn(editor, 1).words().get(0).text().equals(first));
    }

    @Test
    void aSpeakersNameOpensAListOfNamesWithTheirKeys(FxRobot robot) {
        EditorView editor = open(robot);
        String other = turn(editor, 0).speaker();
        robot.clickOn(rowOf(robot, editor, 1, ".row-speaker"));
        until("the list", KeysWindowTest::isMenuOpen);
        List<MenuItem> items = fx(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(w -> List.copyOf(((ContextMenu) w).getItems()))
                .findFirst()
                .orElseThrow());
        Optional<MenuItem> name = items.stream()
                .filter(i -> i.getText() != null && i.getText().contains(other))
                .findFirst();
        assertThat(name.orElseThrow().getAccelerator()).isNotNull();
        fx(() -> {
            name.get().fire();
            return null;
        });
        until("given", () -> turn(editor, 1).speaker().equals(other));
    }

    @Test
    void everyMenuSaysWhatItDoesAndWithoutDoubtsNothingCanBeSettled(FxRobot robot) {
        EditorView editor = open(robot);
        until(
                "no doubts",
                () -> fx(
                        () -> robot.lookup("#review").queryListView().getItems().isEmpty()));
        for (String button : List.of("#review-accept", "#review-change", "#review-play", "#review-next")) {
            assertThat(fx(() -> robot.lookup(button).query().isDisabled()))
                    .as(button)
                    .isTrue();
        }
        for (String menu : List.of("file", "edit", "turn", "word", "playback", "review", "subtitles", "view", "help")) {
            robot.clickOn("#menu-" + menu);
            until("the menu " + menu, KeysWindowTest::isMenuOpen);
            List<String> silent = fx(() -> robot.lookup(".menu-item").queryAll().stream()
                    .map(n -> n.lookup(".label"))
                    .filter(n -> n instanceof javafx.scene.control.Labeled l
                            && l.getText().isBlank())
                    .map(Node::toString)
                    .toList());
            assertThat(silent).as(menu).isEmpty();
            robot.push(KeyCode.ESCAPE);
            until("closed", () -> !isMenuOpen());
        }
        assertThat(isPlaying(editor)).isFalse();
    }

    /** As after a kill, which no window notices. */
    @Test
    void theFirstPageKnowsAProjectThatWasNeverClosed(FxRobot robot) {
        EditorView editor = open(robot);
        until("what is kept", () -> {
            try (Settings kept = new Settings(folder.resolve("settings.properties"))) {
                return kept.about(project)
                        .filter(about -> about.seconds() == editor.player().length())
                        .isPresent();
            }
        });
    }

    @Test
    void aProjectOpensWhereOneStopped(FxRobot robot) {
        EditorView editor = open(robot);
        Word word = turn(editor, 2).words().get(1);
        reveal(robot, word);
        fx(() -> {
            editor.player().seek(20.5);
            robot.lookup("#side").queryAs(TabPane.class).getSelectionModel().select(4);
            return null;
        });
        robot.push(KeyCode.CONTROL, KeyCode.W);
        until("the first page", () -> robot.lookup("#transcript").tryQuery().isEmpty());
        EditorView again = open(robot);
        until("the word", () -> again.session().caretProperty().get().equals(Optional.of(word.id())));
        assertThat(fx(() -> again.player().position())).isEqualTo(20.5);
        assertThat(fx(() -> robot.lookup("#side")
                        .queryAs(TabPane.class)
                        .getSelectionModel()
                        .getSelectedIndex()))
                .isEqualTo(4);
    }
}
