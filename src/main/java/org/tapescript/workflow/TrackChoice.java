package org.tapescript.workflow;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tapescript.domain.Recording;

/**
 * Which audio track is taken of each recording.
 *
 * @param asked the track that a user asked for, counted from 1
 * @param known the recordings as a project has them, in order; empty for a new one
 */
public record TrackChoice(OptionalInt asked, List<Recording> known) {
    /** The file's own choice: the track that it flags as its default, else the first. */
    public static final TrackChoice DEFAULT = new TrackChoice(OptionalInt.empty(), List.of());

    public TrackChoice {
        known = List.copyOf(known);
    }

    /** As a project has it. */
    public static TrackChoice as(List<Recording> known) {
        return new TrackChoice(OptionalInt.empty(), known);
    }

    /** Another track, if one is asked for. */
    public TrackChoice with(OptionalInt track) {
        return new TrackChoice(track, known);
    }

    /** The track of a recording; nothing for the file's own choice. */
    OptionalInt track(int recording) {
        return asked.isPresent()
                ? asked
                : known(recording).map(r -> OptionalInt.of(r.track())).orElse(OptionalInt.empty());
    }

    Optional<Recording> known(int recording) {
        return recording < known.size() ? Optional.of(known.get(recording)) : Optional.empty();
    }
}
