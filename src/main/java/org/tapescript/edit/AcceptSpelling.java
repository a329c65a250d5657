package org.tapescript.edit;

import java.util.Set;
import java.util.TreeSet;
import org.tapescript.domain.SyncedTranscript;

/** Says that a word is spelled right in this project, whatever a dictionary says. */
public record AcceptSpelling(String word) implements Edit {
    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        if (word.isBlank()) {
            throw new RefusedEditException(Refusal.NO_WORDS_TYPED);
        }
        Set<String> words = new TreeSet<>(before.notes().ownWords());
        words.add(word);
        return before.withNotes(before.notes().withOwnWords(words));
    }
}
