package org.tapescript.edit;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/**
 * Lets a turn begin some words later, or earlier if negative; the words go to or come from the turn before. Both keep at least one.
 */
public record MoveTurnStart(String turn, int words) implements Edit {
    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        int i = Turns.indexOf(before, turn);
        if (i == 0) {
            throw new RefusedEditException(Refusal.FIRST_TURN);
        }
        Turn earlier = before.turns().get(i - 1);
        Turn later = before.turns().get(i);
        List<Word> both = new ArrayList<>(earlier.words());
        both.addAll(later.words());
        int cut = earlier.words().size() + words;
        if (cut < 1 || cut >= both.size()) {
            throw new RefusedEditException(Refusal.LAST_WORD_OF_TURN);
        }
        List<Turn> turns = new ArrayList<>(before.turns());
        turns.set(i - 1, Turns.by(earlier, earlier.speaker()).withWords(Turns.ordered(both.subList(0, cut))));
        turns.set(i, Turns.by(later, later.speaker()).withWords(Turns.ordered(both.subList(cut, both.size()))));
        return before.withTurns(turns);
    }
}
