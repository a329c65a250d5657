package org.tapescript.edit;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/** Joins a turn to the one before it, whose speaker then says both. */
public record MergeTurn(String turn) implements Edit {
    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        int i = Turns.indexOf(before, turn);
        if (i == 0) {
            throw new RefusedEditException(Refusal.FIRST_TURN);
        }
        Turn earlier = before.turns().get(i - 1);
        Turn later = before.turns().get(i);
        List<Word> words = new ArrayList<>(earlier.words());
        words.addAll(later.words());
        List<Turn> turns = new ArrayList<>(before.turns());
        turns.remove(i);
        turns.set(i - 1, Turns.by(earlier, earlier.speaker()).withWords(Turns.ordered(words)));
        Word first = later.words().get(0);
        Transcript text = Turns.opensParagraph(before, first)
                ? Turns.reopen(
                        before.transcript(),
                        Turns.paragraphAt(before.transcript(), first.place().start()),
                        ParagraphKind.CONTINUATION,
                        earlier.speaker())
                : before.transcript();
        return Turns.with(before, text, turns);
    }
}
