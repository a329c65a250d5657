package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.CorrectText;
import org.tapescript.edit.ReplaceAll;
import org.tapescript.ui.common.WindowPicture;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Typing in what the text lacks. */
class GapWindowTest extends WindowTestCase {
    private static final int FROM = 10;
    private static final int TO = 16;

    private List<Word> missing;
    private TimeSpan gap;
    private Turn holder;

    @Start
    void start(Stage primary) {
        show(primary);
    }

    /** Takes some words out of a turn, as if the transcript had left them out. */
    private EditorView openWithGap(FxRobot robot) {
        EditorView editor = open(robot);
        SyncedTranscript whole = now(editor);
        holder = whole.turns().stream()
                .filter(t -> t.words().size() > 30)
                .findFirst()
                .orElseThrow();
        missing = holder.words().subList(FROM, TO);
        gap = new TimeSpan(
                holder.words().get(FROM - 1).span().orElseThrow().endMicros(),
                holder.words().get(TO).span().orElseThrow().startMicros());
        SyncedTranscript without = new CorrectText(
                        missing.get(0).place().start() - 1,
                        missing.get(missing.size() - 1).place().end(),
                        "")
                .apply(whole);
        List<StraySpeech> stray = new ArrayList<>(without.untranscribed());
        stray.add(new StraySpeech(gap, Optional.of(holder.speaker()), false));
        fx(() -> editor.session()
                .apply(new ReplaceAll(without.withTurns(without.turns(), stray, without.speakerDoubts()))));
        fx(() -> {
            editor.player().seek(gap.startSeconds() - 1);
            return null;
        });
        fx(() -> transcript(robot).typeInNext());
        until("the row for it", () -> robot.lookup("#gap-text").tryQuery().isPresent());
        until("the focus", () -> robot.lookup("#gap-text").query().isFocused());
        return editor;
    }

    private static String text(List<Word> words) {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    private Turn holderNow(EditorView editor) {
        return now(editor).turns().stream()
                .filter(t -> t.id().equals(holder.id()))
                .findFirst()
                .orElseThrow();
    }

    private static void picture(EditorView editor, String name) {
        fx(() -> {
            try {
                java.nio.file.Files.createDirectories(Path.of("target", "window-pictures"));
                WindowPicture.write(editor.getScene(), Path.of("target", "window-pictures", name));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return null;
        });
    }

    @Test
    void whatIsHeardIsTypedInItsPlaceWhileTheTapePlaysIt(FxRobot robot) {
        EditorView editor = openWithGap(robot);
        assertThat(fx(() -> editor.player().playingProperty().get())).isTrue();
        assertThat(fx(() -> editor.player().loopProperty().get()).orElseThrow().startSeconds())
                .isBetween(gap.startSeconds() - 0.5, gap.startSeconds());
        assertThat(fx(() -> editor.player().tempoProperty().get())).isLessThan(1);
        robot.write(text(missing));
        Label found = robot.lookup("#gap-found").queryAs(Label.class);
        until("all words found", () -> found.getText().startsWith(missing.size() + " "));
        assertThat(fx(() -> editor.player().playingProperty().get()))
                .as("plays while somebody types")
                .isTrue();
        assertThat(robot.lookup("#gap-text").query().isFocused()).isTrue();
        picture(editor, "gap-row.png");
        robot.push(KeyCode.ESCAPE);
        until("the row closed", () -> robot.lookup("#gap-text").tryQuery().isEmpty());
        assertThat(fx(() -> editor.player().loopProperty().get())).isEmpty();
        assertThat(fx(() -> editor.player().tempoProperty().get())).isEqualTo(1);
        until(
                "the times",
                () -> holderNow(editor).words().subList(FROM, TO).stream()
                        .allMatch(word -> word.span().isPresent()));
        Turn typed = holderNow(editor);
        assertThat(text(typed.words())).isEqualTo(text(holder.words()));
        for (int i = FROM; i < TO; i++) {
            TimeSpan there = typed.words().get(i).span().orElseThrow();
            assertThat(there.startMicros()).isGreaterThanOrEqualTo(gap.startMicros());
            assertThat(there.endMicros()).isLessThanOrEqualTo(gap.endMicros());
        }
        fx(() -> editor.session().undo());
        until(
                "nothing typed",
                () -> holderNow(editor).words().size() == holder.words().size() - missing.size());
        assertThat(now(editor).untranscribed()).anyMatch(s -> s.time().equals(gap));
    }

    /** On a busy machine letters come before the row has the focus. */
    @Test
    void lettersThatComeBeforeTheRowIsThereAreTypedInIt(FxRobot robot) {
        EditorView editor = openWithGap(robot);
        robot.push(KeyCode.ESCAPE);
        until("no row", () -> robot.lookup("#gap-text").tryQuery().isEmpty());
        String text = now(editor).transcript().text();
        fx(() -> {
            editor.player().seek(gap.startSeconds() - 1);
            transcript(robot).typeInNext();
            Node list = robot.lookup("#transcript").query();
            list.requestFocus();
            for (char letter : "so fast".toCharArray()) {
                KeyEvent.fireEvent(
                        list,
                        new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                String.valueOf(letter),
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false));
            }
            return null;
        });
        until(
                "the letters",
                () -> robot.lookup("#gap-text")
                        .tryQueryAs(TextArea.class)
                        .filter(a -> a.getText().equals("so fast"))
                        .isPresent());
        robot.push(KeyCode.ENTER);
        until("the words", () -> now(editor).transcript().text().contains("so fast"));
        assertThat(now(editor).transcript().text()).hasSize(text.length() + " so fast".length());
    }

    @Test
    void anotherSpeakerGoesOnAndWhatIsNotHeardStaysWithoutTime(FxRobot robot) {
        EditorView editor = openWithGap(robot);
        List<String> speakers =
                now(editor).turns().stream().map(Turn::speaker).distinct().toList();
        fx(() -> transcript(robot).nextInGap());
        robot.write("absolutely extraordinary circumstances");
        fx(() -> transcript(robot).nextInGap());
        until(
                "room for the next",
                () -> robot.lookup("#gap-text")
                        .queryAs(TextArea.class)
                        .getText()
                        .isEmpty());
        until("the focus", () -> robot.lookup("#gap-text").query().isFocused());
        robot.write("Yes.").push(KeyCode.ENTER);
        until("the row closed", () -> robot.lookup("#gap-text").tryQuery().isEmpty());
        List<Turn> turns = now(editor).turns();
        int first = turns.indexOf(holderNow(editor));
        assertThat(text(turns.get(first).words())).isEqualTo(text(holder.words().subList(0, FROM)));
        assertThat(turns.get(first + 1).speaker())
                .isNotEqualTo(holder.speaker())
                .isIn(speakers);
        assertThat(text(turns.get(first + 1).words())).isEqualTo("absolutely extraordinary circumstances");
        assertThat(text(turns.get(first + 2).words())).isEqualTo("Yes.");
        assertThat(turns.get(first + 2).speaker())
                .isNotEqualTo(turns.get(first + 1).speaker());
        assertThat(text(turns.get(first + 3).words()))
                .isEqualTo(text(holder.words().subList(TO, holder.words().size())));
        assertThat(now(editor).turns().get(first + 1).words())
                .allMatch(w -> w.span().isEmpty());
        assertThat(now(editor).malformation()).isEmpty();
    }

    @Test
    void whatIsHeardThereIsDraftedAndTakenByAKeyAlone(FxRobot robot) {
        EditorView editor = openWithGap(robot);
        Label draft = robot.lookup("#gap-draft").queryAs(Label.class);
        until("a draft", () -> draft.getText().contains("Ctrl+D"));
        picture(editor, "gap-draft.png");
        TextArea area = robot.lookup("#gap-text").queryAs(TextArea.class);
        assertThat(area.getText()).isEmpty();
        robot.press(KeyCode.CONTROL).push(KeyCode.D).release(KeyCode.CONTROL);
        until("what was heard", () -> !area.getText().isBlank());
        Set<String> heard = words(area.getText());
        assertThat(words(text(missing)).stream().filter(heard::contains).count())
                .as("words of '%s' in '%s'", text(missing), area.getText())
                .isGreaterThanOrEqualTo(missing.size() / 2);
        assertThat(draft.isVisible()).isFalse();
        robot.push(KeyCode.ENTER);
        until("the row closed", () -> robot.lookup("#gap-text").tryQuery().isEmpty());
        assertThat(holderNow(editor).words()).hasSizeGreaterThan(holder.words().size() - missing.size());
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^a-z']+")));
    }
}
