package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Word;
import org.tapescript.edit.SetWordTimes;
import org.tapescript.ui.mainwindow.EditorView;
import org.tapescript.ui.review.ReviewItem;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Settling doubts one after the other. */
class ReviewWindowTest extends WindowTestCase {
    @Start
    void start(Stage primary) {
        show(primary);
    }

    /** Makes words far apart doubtful, and gives the doubts in their order. */
    private static List<ReviewItem> doubtful(FxRobot robot, EditorView editor) {
        List<Word> all = now(editor).words();
        List<Word> unsure = List.of(all.get(2), all.get(all.size() / 2), all.get(all.size() - 3));
        fx(() -> editor.session()
                .apply(new SetWordTimes(unsure.stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Word::id,
                                w -> new SetWordTimes.Found(
                                        w.span().orElseThrow().startMicros(),
                                        w.span().orElseThrow().endMicros(),
                                        0.01 * (1 + unsure.indexOf(w))))))));
        ListView<ReviewItem> list = robot.lookup("#review").queryListView();
        until(
                "the doubts",
                () -> unsure.stream()
                        .allMatch(w -> list.getItems().stream()
                                .anyMatch(i -> i.word().equals(java.util.Optional.of(w.id())))));
        return fx(() -> List.copyOf(list.getItems()));
    }

    private static ReviewItem selected(FxRobot robot) {
        ListView<ReviewItem> list = robot.lookup("#review").queryListView();
        return fx(() -> list.getSelectionModel().getSelectedItem());
    }

    private static boolean isCaretShown(FxRobot robot, EditorView editor) {
        String caret = editor.session().caretProperty().get().orElse("");
        Word word = editor.session().index().word(caret).orElseThrow();
        Node list = robot.lookup("#transcript").query();
        Bounds view = list.localToScene(list.getBoundsInLocal());
        return robot.lookup(".row-text").queryAll().stream()
                .filter(n -> view.contains(
                        n.localToScene(n.getBoundsInLocal()).getCenterX(),
                        n.localToScene(n.getBoundsInLocal()).getMinY() + 8))
                .flatMap(n -> n.lookupAll(".words").stream())
                .anyMatch(t -> ((javafx.scene.text.Text) t).getText().contains(word.text()));
    }

    @Test
    void theKeyShowsTheDoubtsWhereverOneIsAndEveryDoubtCanBeSettled(FxRobot robot) {
        EditorView editor = open(robot);
        List<ReviewItem> doubts = doubtful(robot, editor);
        TabPane side = robot.lookup("#side").queryAs(TabPane.class);
        Label message = robot.lookup("#message").queryAs(Label.class);
        robot.push(KeyCode.F9);
        until("why nothing is accepted", () -> message.getText().contains("F8"));
        Platform.runLater(() -> side.getSelectionModel().select(1));
        until("another tab", () -> side.getSelectionModel().getSelectedIndex() == 1);
        robot.push(KeyCode.F8);
        until("the doubts", () -> side.getSelectionModel().getSelectedIndex() == 0);
        for (int left = doubts.size(); left > 0; left--) {
            int now = left;
            assertThat(selected(robot)).as("with %d left", left).isNotNull();
            until(
                    "the text at " + selected(robot),
                    () -> selected(robot).word().isEmpty() || isCaretShown(robot, editor));
            robot.push(KeyCode.F9);
            ListView<ReviewItem> list = robot.lookup("#review").queryListView();
            until("one less", () -> list.getItems().size() < now);
            left = fx(() -> list.getItems().size()) + 1;
        }
    }

    @Test
    void whatIsChangedElsewhereLeavesSelectionAndPlayHead(FxRobot robot) {
        EditorView editor = open(robot);
        doubtful(robot, editor);
        robot.push(KeyCode.F8).push(KeyCode.F8);
        ReviewItem chosen = selected(robot);
        double at = fx(() -> editor.player().position());
        // The first doubt goes: the one that is selected moves up in the list.
        ListView<ReviewItem> list = robot.lookup("#review").queryListView();
        int all = fx(() -> list.getItems().size());
        fx(() -> editor.session().undo());
        until("other doubts", () -> list.getItems().size() < all);
        ReviewItem then = selected(robot);
        assertThat(then == null || then.word().equals(chosen.word())).isTrue();
        assertThat(fx(() -> editor.player().position())).isEqualTo(at);
        robot.push(KeyCode.F10);
        Label message = robot.lookup("#message").queryAs(Label.class);
        until("why nothing is changed", () -> !message.getText().isEmpty());
    }
}
