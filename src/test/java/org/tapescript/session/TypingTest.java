package org.tapescript.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.CorrectText;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.support.Transcripts;

class TypingTest {
    private static Typing in(SyncedTranscript t, String stretch) {
        String text = t.transcript().text();
        return new Typing(t.turns().get(0).id(), text, text.indexOf(stretch), stretch, 0, 0);
    }

    @Test
    void typingMakesTheSmallestEdit() {
        SyncedTranscript t = Transcripts.of(List.of("A"), "one two three");
        Typing typing = in(t, "one two three");
        assertThat(typing.pending()).isEmpty();
        typing.type("one twofold three");
        CorrectText edit = new CorrectText(7, 7, "fold");
        assertThat(typing.pending()).contains(edit);
        SyncedTranscript between = edit.apply(t);
        typing.done(0, between.transcript().text());
        assertThat(typing.pending()).isEmpty();
        typing.type("one three");
        SyncedTranscript after = typing.pending().orElseThrow().apply(between);
        assertThat(after.transcript().text().strip()).isEqualTo("one three");
    }

    @Test
    void randomTypingEndsAsTyped() {
        Random random = new Random(3);
        String[] pieces = {"a", " ", "word", "\ud83d\ude42", "é", ".", "\n", "—"};
        for (int round = 0; round < 200; round++) {
            SyncedTranscript t = Transcripts.of(List.of("A"), "one \ud83d\ude42two three four");
            Typing typing = in(t, "one \ud83d\ude42two three four");
            String typed = typing.text();
            for (int i = 0; i < 8; i++) {
                int at = typed.offsetByCodePoints(0, random.nextInt(typed.codePointCount(0, typed.length()) + 1));
                typed = typed.substring(0, at) + pieces[random.nextInt(pieces.length)] + typed.substring(at);
                typing.type(typed);
                Optional<CorrectText> edit = typing.pending();
                try {
                    t = edit.isPresent() ? edit.get().apply(t) : t;
                } catch (RefusedEditException e) {
                    throw new AssertionError(typed, e);
                }
                typing.done(0, t.transcript().text());
            }
            assertThat(t.transcript().text()).contains(typed.replace('\n', ' '));
            assertThat(t.malformation()).isEmpty();
        }
    }

    @Test
    void whatIsTypedLandsInItsPlaceWhenTheTextBeforeItChanges() {
        SyncedTranscript t = Transcripts.of(List.of("A", "B"), "one two", "three four", "five six");
        Typing typing = in(t, "three four");
        typing.type("three more four");
        int first = t.transcript().text().indexOf("two");
        int last = t.transcript().text().indexOf("six");
        t = new CorrectText(last, last + 3, "many").apply(t);
        typing.follow(t.transcript().text());
        t = new CorrectText(first, first + 3, "longer words").apply(t);
        typing.follow(t.transcript().text());
        t = typing.pending().orElseThrow().apply(t);
        assertThat(t.transcript().text()).contains("one longer words", "three more four", "five many");
    }
}
