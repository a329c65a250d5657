package org.tapescript.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/** Begins another turn before a word. */
public record SplitTurn(String word, String speaker) implements Edit {
    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        Turns.Position at = Turns.position(before, word);
        if (at.word() == 0) {
            throw new RefusedEditException(Refusal.BEGINS_HERE);
        }
        Turn whole = before.turns().get(at.turn());
        Word first = whole.words().get(at.word());
        int index = Turns.paragraphAt(before.transcript(), first.place().start());
        Paragraph paragraph = before.transcript().paragraphs().get(index);
        List<Turn> turns = new ArrayList<>(before.turns());
        turns.set(at.turn(), whole.withWords(whole.words().subList(0, at.word())));
        turns.add(
                at.turn() + 1,
                new Turn(
                        new Turns.FreshIds(before).next("t"),
                        speaker,
                        paragraph.line(),
                        true,
                        OptionalDouble.of(1),
                        whole.words().subList(at.word(), whole.words().size())));
        Transcript text = Turns.opensParagraph(before, first)
                ? Turns.reopen(before.transcript(), index, ParagraphKind.TURN, speaker)
                : before.transcript();
        return Turns.with(before, text, turns);
    }
}
