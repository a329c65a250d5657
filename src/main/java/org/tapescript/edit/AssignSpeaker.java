package org.tapescript.edit;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;

/** Says who speaks a turn. */
public record AssignSpeaker(String turn, String speaker) implements Edit {
    public AssignSpeaker {
        if (speaker.isBlank()) {
            throw new RefusedEditException(Refusal.NO_NAME);
        }
    }

    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        int i = Turns.indexOf(before, turn);
        List<Turn> turns = new ArrayList<>(before.turns());
        turns.set(i, Turns.by(turns.get(i), speaker.strip()));
        return before.withTurns(turns);
    }
}
