package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Comment;
import org.tapescript.domain.PlacedComment;
import org.tapescript.domain.Word;
import org.tapescript.project.ProjectFile;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Comments and bookmarks, written, stepped through and deleted by keys. */
class CommentsWindowTest extends WindowTestCase {
    @Start
    void start(Stage primary) {
        show(primary);
    }

    private static List<String> texts(EditorView editor) {
        return now(editor).notes().comments().stream().map(Comment::text).toList();
    }

    private static void write(FxRobot robot, String text) {
        until(
                "somewhere to write",
                () -> robot.lookup("#comment-text").queryAs(TextArea.class).isFocused());
        robot.write(text);
    }

    private static boolean isSaidBy(FxRobot robot, String text) {
        return robot.lookup("#transcript .list-cell").queryAll().stream()
                .map(n -> ((ListCell<?>) n).getAccessibleText())
                .anyMatch(t -> t != null && t.contains(text));
    }

    @Test
    void aCommentIsWrittenByKeysAndKept(FxRobot robot) throws Exception {
        EditorView editor = open(robot);
        Word first = turn(editor, 1).words().get(1);
        Word last = turn(editor, 1).words().get(3);
        reveal(robot, first);
        fx(() -> {
            editor.session().selection().select(first.id(), last.id());
            return null;
        });
        robot.push(KeyCode.CONTROL, KeyCode.M);
        write(robot, "which pier");
        until("kept while typing", () -> texts(editor).equals(List.of("which pier")));
        robot.write("?");
        robot.push(KeyCode.ENTER);
        until("done", () -> texts(editor).equals(List.of("which pier?")));
        assertThat(now(editor).notes().comments().get(0).words()).contains(new Comment.Words(first.id(), last.id()));
        until(
                "the text has the keys again",
                () -> fx(() -> stage.getScene().getFocusOwner().getId().equals("transcript")));
        until("told in its row", () -> isSaidBy(robot, "Comment: which pier?"));
        // One step, whenever it was kept.
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until("undone", () -> texts(editor).isEmpty());
        until("told no more", () -> !isSaidBy(robot, "Comment: "));
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        until("done again", () -> texts(editor).equals(List.of("which pier?")));
        // The same words: the same comment.
        reveal(robot, first);
        fx(() -> {
            editor.session().selection().select(first.id(), last.id());
            return null;
        });
        robot.push(KeyCode.CONTROL, KeyCode.M);
        write(robot, " Ask.");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until("saved", () -> editor.session().savedProperty().get());
        assertThat(ProjectFile.read(project).transcript().notes().comments())
                .extracting(Comment::text)
                .containsExactly("which pier? Ask.");
        robot.push(KeyCode.ESCAPE);
        reveal(robot, last);
        robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.M);
        until("deleted", () -> texts(editor).isEmpty());
    }

    @Test
    void bookmarksOnTimesAreSteppedThrough(FxRobot robot) {
        EditorView editor = open(robot);
        for (double second : new double[] {12.5, 3.25}) {
            fx(() -> {
                editor.player().seek(second);
                return null;
            });
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
        }
        ListView<PlacedComment> list = robot.lookup("#comments").queryListView();
        until("both", () -> list.getItems().size() == 2);
        assertThat(fx(() -> list.getItems().stream().map(PlacedComment::seconds).toList()))
                .containsExactly(3.25, 12.5);
        robot.push(KeyCode.F6);
        until("the later one", () -> editor.player().position() == 12.5);
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        until("the earlier one", () -> editor.player().position() == 3.25);
        fx(() -> {
            list.requestFocus();
            return null;
        });
        robot.push(KeyCode.DELETE);
        until("one is left", () -> list.getItems().size() == 1);
        assertThat(now(editor).notes().comments())
                .isEqualTo(List.of(new Comment("c1", Optional.empty(), 12_500_000, "")));
    }

    @Test
    void aCommentThatWasBegunAndTakenBackLeavesNothing(FxRobot robot) {
        EditorView editor = open(robot);
        reveal(robot, turn(editor, 0).words().get(0));
        robot.push(KeyCode.CONTROL, KeyCode.M);
        write(robot, "x");
        until("kept", () -> texts(editor).equals(List.of("x")));
        robot.push(KeyCode.BACK_SPACE);
        robot.push(KeyCode.ESCAPE);
        until("gone", () -> texts(editor).isEmpty());
    }
}
