package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Words are selected as in any editor, and what is selected is copied, given away, played and typed over. */
class SelectionWindowTest extends WindowTestCase {
    @Start
    void start(Stage primary) {
        show(primary);
    }

    private static List<Word> selected(EditorView editor) {
        return fx(() -> List.copyOf(editor.session().selection().words()));
    }

    private static String copied() {
        return fx(() -> Clipboard.getSystemClipboard().getString());
    }

    /** The middle of a word, where it is shown. */
    private static double[] middle(FxRobot robot, Turn turn, Word word) {
        return fx(() -> {
            // Rows that were scrolled into view just now get their fonts first, and their places with them.
            robot.lookup("#transcript").query().getScene().getRoot().applyCss();
            robot.lookup("#transcript").query().getScene().getRoot().layout();
            TextFlow flow = robot.lookup(".row-text").queryAll().stream()
                    .map(TextFlow.class::cast)
                    .filter(f -> f.lookupAll(".words").stream()
                            .anyMatch(t -> ((javafx.scene.text.Text) t)
                                    .getText()
                                    .startsWith(turn.words().get(0).text() + " "
                                            + turn.words().get(1).text())))
                    .findFirst()
                    .orElseThrow();
            int at = word.place().start() - turn.words().get(0).place().start();
            javafx.scene.shape.Path shape = new javafx.scene.shape.Path(
                    flow.rangeShape(at, at + word.text().length()));
            Bounds b = flow.localToScreen(shape.getBoundsInLocal());
            return new double[] {b.getCenterX(), b.getCenterY()};
        });
    }

    @Test
    void wordsAreSelectedByTheMouseAcrossTurnsCopiedAndGivenAway(FxRobot robot) {
        EditorView editor = open(robot);
        SyncedTranscript before = now(editor);
        Turn first = turn(editor, 1);
        Turn second = turn(editor, 2);
        reveal(robot, first.words().get(0));
        Word from = first.words().get(first.words().size() - 2);
        Word to = second.words().get(1);
        double[] a = middle(robot, first, from);
        double[] b = middle(robot, second, to);
        robot.moveTo(a[0], a[1])
                .press(MouseButton.PRIMARY)
                .moveTo((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
                .moveTo(b[0], b[1])
                .release(MouseButton.PRIMARY);
        until("four words", () -> editor.session().selection().words().size() == 4);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).push(KeyCode.C).release(KeyCode.SHIFT, KeyCode.CONTROL);
        until("the copy", () -> Clipboard.getSystemClipboard().hasString());
        assertThat(copied())
                .isEqualTo(first.speaker() + ": " + from.text() + " "
                        + first.words().get(first.words().size() - 1).text() + "\n\n" + second.speaker() + ": "
                        + second.words().get(0).text() + " " + to.text());
        robot.press(KeyCode.CONTROL).push(KeyCode.DIGIT1).release(KeyCode.CONTROL);
        until("other turns", () -> !now(editor).equals(before));
        String given = now(editor).turns().stream()
                .filter(t -> t.words().stream().anyMatch(w -> w.id().equals(to.id())))
                .findFirst()
                .orElseThrow()
                .speaker();
        for (Turn turn : now(editor).turns()) {
            for (Word word : turn.words()) {
                boolean chosen = word.id().equals(from.id())
                        || word.id().equals(to.id())
                        || word.id().equals(second.words().get(0).id());
                if (chosen) {
                    assertThat(turn.speaker()).isEqualTo(given);
                }
            }
        }
        assertThat(now(editor).malformation()).isEmpty();
        robot.press(KeyCode.CONTROL).push(KeyCode.Z).release(KeyCode.CONTROL);
        until("one step back", () -> now(editor).equals(before));
        robot.clickOn(new javafx.geometry.Point2D(b[0], b[1]));
        until("nothing selected", () -> editor.session().selection().words().isEmpty());
        robot.doubleClickOn(new javafx.geometry.Point2D(a[0], a[1]));
        until("a word", () -> selected(editor).size() == 1);
        assertThat(selected(editor)).containsExactly(from);
    }

    @Test
    void whatIsTypedAfterAClickGoesWhereTheClickWas(FxRobot robot) {
        EditorView editor = open(robot);
        Turn turn = turn(editor, 1);
        Word word = turn.words().get(2);
        assertThat(word.text()).isEqualTo("autumn");
        reveal(robot, turn.words().get(0));
        double[] at = middle(robot, turn, word);
        robot.clickOn(new javafx.geometry.Point2D(at[0], at[1])).write("Q");
        until("the text area", () -> robot.lookup("#turn-editor").tryQuery().isPresent());
        TextArea area = robot.lookup("#turn-editor").queryAs(TextArea.class);
        until("the letter", () -> area.getText().matches("In the (auQtumn|autQumn|autuQmn) .*"));
        robot.push(KeyCode.ENTER);

        robot.interact(() -> editor.session().undo());
        robot.clickOn(new javafx.geometry.Point2D(at[0], at[1]))
                .push(KeyCode.LEFT)
                .push(KeyCode.RIGHT);
        robot.write("Q");
        until("the row again", () -> robot.lookup("#turn-editor").tryQuery().isPresent());
        TextArea again = robot.lookup("#turn-editor").queryAs(TextArea.class);
        until("the letter before the word", () -> again.getText().startsWith("In the Qautumn "));
    }

    @Test
    void wordsAreSelectedByKeysPlayedAndTypedOver(FxRobot robot) {
        EditorView editor = open(robot);
        Turn turn = turn(editor, 1);
        reveal(robot, turn.words().get(2));
        robot.interact(() -> robot.lookup("#transcript").query().requestFocus());
        robot.press(KeyCode.SHIFT).push(KeyCode.RIGHT).push(KeyCode.RIGHT).release(KeyCode.SHIFT);
        assertThat(selected(editor))
                .containsExactly(turn.words().get(2), turn.words().get(3));
        robot.press(KeyCode.CONTROL).push(KeyCode.L).release(KeyCode.CONTROL);
        until(
                "the loop",
                () -> editor.player().loopProperty().get().isPresent()
                        && editor.player().loopProperty().get().get().startSeconds()
                                == turn.words().get(2).span().orElseThrow().startSeconds());
        robot.press(KeyCode.CONTROL).push(KeyCode.L).release(KeyCode.CONTROL);
        robot.write("x");
        until("the text area", () -> robot.lookup("#turn-editor").tryQuery().isPresent());
        TextArea area = robot.lookup("#turn-editor").queryAs(TextArea.class);
        until("the letter", () -> area.isFocused() && area.getText().contains(" x "));
        robot.write("yz").push(KeyCode.ENTER);
        until("the text", () -> now(editor).transcript().text().contains(" xyz "));
        assertThat(turn(editor, 1).words()).hasSize(turn.words().size() - 1);
        robot.press(KeyCode.SHIFT).push(KeyCode.DOWN).push(KeyCode.DOWN).release(KeyCode.SHIFT);
        assertThat(selected(editor)).hasSizeGreaterThan(turn.words().size() - 3);
        robot.press(KeyCode.CONTROL).push(KeyCode.A).release(KeyCode.CONTROL);
        until("all words", () -> selected(editor).size() == now(editor).words().size());
    }

    @Test
    void nothingThatIsTypedIsLostWhateverTheListDoesMeanwhile(FxRobot robot) {
        EditorView editor = open(robot);
        Turn turn = turn(editor, 1);
        reveal(robot, turn.words().get(2));
        ListView<?> list = robot.lookup("#transcript").queryAs(ListView.class);
        String text = now(editor).transcript().text();
        // Faster than the row can be opened.
        fx(() -> {
            list.requestFocus();
            "so fast ".chars().forEach(c -> KeyEvent.fireEvent(list, typed((char) c)));
            return null;
        });
        TextArea area = robot.lookup("#turn-editor").queryAs(TextArea.class);
        until("the focus", area::isFocused);
        assertThat(area.getText()).contains("so fast " + turn.words().get(2).text());
        fx(() -> {
            list.refresh();
            list.scrollTo(list.getItems().size() - 1);
            return null;
        });
        until("another place", () -> area.getScene() == null);
        fx(() -> {
            KeyEvent.fireEvent(list, typed('a'));
            return null;
        });
        until("the row again", area::isFocused);
        robot.write("nd on ").push(KeyCode.ENTER);
        until("the text", () -> !now(editor).transcript().text().equals(text));
        int at = turn.words().get(2).place().start();
        assertThat(now(editor).transcript().text())
                .isEqualTo(text.substring(0, at) + "so fast and on " + text.substring(at));
    }

    /** On a busy machine letters come before the window is drawn anew. */
    @Test
    void lettersThatComeBeforeTheRowIsDrawnAreTyped(FxRobot robot) {
        EditorView editor = open(robot);
        Word word = turn(editor, 1).words().get(2);
        reveal(robot, word);
        Node list = robot.lookup("#transcript").query();
        fx(() -> {
            list.requestFocus();
            type(list, "fast");
            return null;
        });
        until("the focus", () -> list.getScene().getFocusOwner() instanceof TextArea);
        WindowRobot.settle();
        assertThat(robot.lookup("#turn-editor").queryAs(TextArea.class).getText())
                .contains("fast" + word.text());
    }

    /** Each letter as soon as what the one before it put off till later has happened. */
    private static void type(Node within, String letters) {
        if (!letters.isEmpty()) {
            KeyEvent.fireEvent(within.getScene().getFocusOwner(), typed(letters.charAt(0)));
            Platform.runLater(() -> type(within, letters.substring(1)));
        }
    }

    private static KeyEvent typed(char letter) {
        return new KeyEvent(
                KeyEvent.KEY_TYPED, String.valueOf(letter), "", KeyCode.UNDEFINED, false, false, false, false);
    }

    @Test
    void theSoundOfWhatIsSelectedIsSavedWithItsText(FxRobot robot) throws Exception {
        EditorView editor = open(robot);
        Turn turn = turn(editor, 1);
        reveal(robot, turn.words().get(2));
        Path wav = folder.resolve("quote.wav");
        choices.add(wav);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).push(KeyCode.E).release(KeyCode.SHIFT, KeyCode.CONTROL);
        until("the text", () -> Files.exists(folder.resolve("quote.txt")));
        assertThat(Files.size(wav)).isGreaterThan(10_000);
        assertThat(Files.readString(folder.resolve("quote.txt")))
                .contains(turn.speaker() + ": ")
                .contains(turn.words().get(2).text());
    }

    @Test
    void aTurnBeginsWhereSomebodyTypesAndWithinAWordTheReasonIsSaid(FxRobot robot) {
        EditorView editor = open(robot);
        Turn turn = turn(editor, 1);
        Word word = turn.words().get(3);
        reveal(robot, word);
        robot.push(KeyCode.F2);
        until("the text area", () -> robot.lookup("#turn-editor").tryQuery().isPresent());
        TextArea area = robot.lookup("#turn-editor").queryAs(TextArea.class);
        until("its focus", area::isFocused);
        int turns = now(editor).turns().size();
        robot.push(KeyCode.RIGHT);
        robot.press(KeyCode.CONTROL).push(KeyCode.ENTER).release(KeyCode.CONTROL);
        Label message = robot.lookup("#message").queryAs(Label.class);
        until("why not", () -> message.getText().contains(word.text()));
        assertThat(now(editor).turns()).hasSize(turns);
        robot.interact(() -> area.positionCaret(area.getText().indexOf(" ", area.getCaretPosition()) + 1));
        robot.press(KeyCode.CONTROL).push(KeyCode.ENTER).release(KeyCode.CONTROL);
        until("the split", () -> now(editor).turns().size() == turns + 1);
        assertThat(turn(editor, 2).words().get(0).id())
                .isEqualTo(turn.words().get(4).id());
    }
}
