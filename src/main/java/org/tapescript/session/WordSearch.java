package org.tapescript.session;

import java.util.Optional;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.edit.SetWordTimes;

/** Finds words on the tape; called beside the window. */
@FunctionalInterface
public interface WordSearch {
    /**
     * @param turn in which the words stand
     * @param from index of the first word in the turn
     * @param to index after the last
     * @param within when they are said, if that is known
     */
    SetWordTimes run(SyncedTranscript transcript, String turn, int from, int to, Optional<TimeSpan> within)
            throws Exception;
}
