package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Word;
import org.tapescript.edit.CorrectText;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Words that may be misspelled are marked, stepped through, corrected and accepted by keys. */
class SpellingWindowTest extends WindowTestCase {
    private static final Path DICTIONARY = Path.of("src/test/resources/org/tapescript/spelling");

    @Start
    void start(Stage primary) {
        show(primary);
    }

    /** A dictionary of the words of the sample, and a few others. */
    private void dictionary() throws Exception {
        Path own = Files.createDirectories(folder.resolve("dictionaries"));
        String words = Files.readString(SAMPLE.resolve("transcript.txt")).replaceAll("[^\\p{L}'\u2019]+", "\n");
        Files.copy(DICTIONARY.resolve("en_GB.aff"), own.resolve("en_US.aff"));
        Files.writeString(
                own.resolve("en_US.dic"),
                Files.readString(DICTIONARY.resolve("en_GB.dic")) + words.replace('\u2019', '\''));
    }

    private static String message(FxRobot robot) {
        return fx(() -> robot.lookup("#message").queryLabeled().getText());
    }

    private static void replace(EditorView editor, Word word, String by) {
        fx(() -> editor.session()
                .apply(new CorrectText(word.place().start(), word.place().end(), by)));
    }

    private static boolean isSaidBy(FxRobot robot, String text) {
        return robot.lookup("#transcript .list-cell").queryAll().stream()
                .map(n -> ((ListCell<?>) n).getAccessibleText())
                .anyMatch(t -> t != null && t.contains(text));
    }

    /** Goes to the next doubt until something is so: dictionaries are read, and words looked up, beside the window. */
    private static void stepUntil(FxRobot robot, String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        do {
            assertThat(System.nanoTime()).as("waited in vain for: " + what).isLessThan(end);
            robot.push(KeyCode.F11);
        } while (!fx(condition::getAsBoolean));
    }

    @Test
    void aMisspelledWordIsFoundCorrectedAndAccepted(FxRobot robot) throws Exception {
        dictionary();
        EditorView editor = open(robot);
        Word first = turn(editor, 0).words().get(2);
        replace(editor, first, "recieve");
        Word name = turn(editor, 2).words().get(1);
        replace(editor, name, "Skjaer");
        until(
                "both are told of",
                () -> isSaidBy(robot, "May be misspelled: recieve") && isSaidBy(robot, "May be misspelled: Skjaer"));
        robot.push(KeyCode.F11);
        until("the first", () -> message(robot).contains("1 of 2: “recieve”"));
        assertThat(fx(() -> editor.session().caretProperty().get())).contains(first.id());
        robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
        until(
                "what may have been meant",
                () -> !robot.lookup(".suggestion").queryAll().isEmpty());
        robot.push(KeyCode.ENTER);
        until("corrected", () -> turn(editor, 0).words().get(2).text().equals("receive"));
        // The words are looked through again beside the window: for a moment there may be two still, or none.
        stepUntil(robot, "the other", () -> message(robot).contains("1 of 1: “Skjaer”"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
        until("kept in the project", () -> now(editor).notes().ownWords().contains("Skjaer"));
        until("no longer told of", () -> !isSaidBy(robot, "May be misspelled"));
        stepUntil(robot, "none is left", () -> message(robot).equals("No word seems to be misspelled."));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until("doubted again", () -> isSaidBy(robot, "May be misspelled: Skjaer"));
    }

    @Test
    void withoutADictionaryItSaysWhatToInstall(FxRobot robot) {
        assumeTrue(
                Stream.of("/usr/share/hunspell", "/usr/share/myspell")
                        .map(Path::of)
                        .noneMatch(Files::exists),
                "this system has dictionaries");
        open(robot);
        stepUntil(
                robot,
                "advice",
                () -> message(robot).contains("hunspell-en-us")
                        && message(robot).contains("dictionaries"));
    }
}
