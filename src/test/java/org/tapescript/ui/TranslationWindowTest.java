package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Origin;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Word;
import org.tapescript.language.LanguagePacks;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A translation from its import to a sentence set by hand. */
class TranslationWindowTest extends WindowTestCase {
    @Start
    void start(Stage primary) {
        show(primary);
    }

    private static boolean isPlaced(Word word) {
        return word.timing() instanceof Timing.Timed timed && timed.origin() == Origin.PLACED;
    }

    @Test
    void aTranslationIsPlacedAndCorrected(FxRobot robot) throws Exception {
        chooseSample(robot);
        ComboBox<String> language = robot.lookup("#language").queryComboBox();
        robot.interact(() -> language.setValue(LanguagePacks.NONE));
        robot.clickOn("#sync");
        until("the editor", () -> robot.lookup("#transcript").tryQuery().isPresent());
        EditorView editor = editor(robot);
        assertThat(now(editor).words()).allMatch(w -> isPlaced(w) || w.span().isEmpty());
        assertThat(now(editor).isPlaced()).isTrue();
        // Sentences stand for their words.
        assertThat(fx(() -> editor.session().times().size()))
                .isLessThan(now(editor).words().size() / 4);

        // A turn whose first sentence was placed: what has no time cannot be pinned.
        int index = IntStream.range(1, now(editor).turns().size())
                .filter(i -> turn(editor, i).words().size() > 3
                        && turn(editor, i).words().get(0).span().isPresent())
                .findFirst()
                .orElseThrow();
        Word word = turn(editor, index).words().get(2);
        reveal(robot, word);
        robot.press(KeyCode.CONTROL).press(KeyCode.P).release(KeyCode.P).release(KeyCode.CONTROL);
        until("the pin", () -> turn(editor, index).words().get(0).isManual());
        assertThat(isPlaced(word)).isTrue();
        until(
                "the others",
                () -> fx(() -> editor.lookupAll(".label").stream()
                        .anyMatch(n -> n instanceof javafx.scene.control.Label l
                                && l.getText().contains("placed anew"))));
        assertThat(turn(editor, index).words().get(0).isManual()).isTrue();
        robot.press(KeyCode.CONTROL).press(KeyCode.Z).release(KeyCode.Z).release(KeyCode.CONTROL);
        until("the undoing", () -> isPlaced(turn(editor, index).words().get(0)));
        assertThat(fx(() -> editor.session().undoableProperty().get())).isEmpty();
    }
}
