package org.tapescript.edit;

import org.tapescript.domain.SyncedTranscript;

/** Puts a whole transcript in the place of another: what an alignment or a comparison of voices of everything gives. */
public record ReplaceAll(SyncedTranscript transcript) implements Edit {
    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        return transcript;
    }
}
