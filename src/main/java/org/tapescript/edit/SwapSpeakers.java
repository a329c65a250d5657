package org.tapescript.edit;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;

/** From a turn on, lets two speakers change places: what a forgotten mark did to the rest of a text is undone. */
public record SwapSpeakers(String fromTurn, String one, String other) implements Edit {
    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        List<Turn> turns = new ArrayList<>(before.turns());
        for (int i = Turns.indexOf(before, fromTurn); i < turns.size(); i++) {
            Turn turn = turns.get(i);
            if (turn.speaker().equals(one) || turn.speaker().equals(other)) {
                turns.set(i, Turns.by(turn, turn.speaker().equals(one) ? other : one));
            }
        }
        return before.withTurns(turns);
    }
}
