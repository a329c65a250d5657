package org.tapescript.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;

/** Says of a stretch of speech that the text lacks it, as where its words were replaced by others that are not said there. */
public record ListSpeech(long startMicros, long endMicros, String speaker) implements Edit {
    public ListSpeech {
        if (startMicros < 0 || endMicros <= startMicros) {
            throw new IllegalArgumentException("not a stretch of speech: " + startMicros + " to " + endMicros);
        }
    }

    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        long end = Math.min(endMicros, Math.round(before.seconds() * 1e6));
        if (end <= startMicros) {
            return before;
        }
        List<StraySpeech> stray = new ArrayList<>(before.untranscribed());
        stray.add(new StraySpeech(new TimeSpan(startMicros, end), Optional.of(speaker), false));
        stray.sort(Comparator.comparingDouble(StraySpeech::startSeconds));
        return before.withTurns(before.turns(), stray, before.speakerDoubts());
    }
}
