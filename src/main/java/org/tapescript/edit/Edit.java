package org.tapescript.edit;

import org.tapescript.domain.SyncedTranscript;

/**
 * One thing that an editor, or an engine on an editor's behalf, does to a transcript. Edits are values: applied to the same
 * transcript they give the same result, so that they can be kept in a journal and played again.
 */
public sealed interface Edit
        permits AcceptSpelling,
                AssignSpeaker,
                CorrectText,
                DeleteComment,
                DismissDoubt,
                InsertTurn,
                ListSpeech,
                MarkSpoken,
                MarkUnspoken,
                MergeTurn,
                MoveTurnStart,
                PinWords,
                PutComment,
                RenameSpeaker,
                ReplaceAll,
                SetCueEdges,
                SetWordTime,
                SetWordTimes,
                SplitTurn,
                SwapSpeakers {
    /**
     * The transcript with this edit done; words and turns that it does not concern are the same objects or equal ones.
     *
     * @throws RefusedEditException if it cannot be done to this transcript
     */
    SyncedTranscript apply(SyncedTranscript before);
}
