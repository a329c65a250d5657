package org.tapescript.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.tapescript.domain.SyncedTranscript;

/** A colour for each speaker, in the order in which they first speak; told apart by most colour-blind people (P. Tol's bright). */
public final class SpeakerColours {
    private static final List<Color> PALETTE = List.of(
            Color.web("#4477AA"),
            Color.web("#CC6633"),
            Color.web("#228833"),
            Color.web("#AA3377"),
            Color.web("#B59A1E"),
            Color.web("#2A9DB0"),
            Color.web("#7A5CC7"),
            Color.web("#8A6D5A"));

    private final List<String> speakers = new ArrayList<>();

    public SpeakerColours(SyncedTranscript transcript) {
        transcript.turns().forEach(t -> add(t.speaker()));
        transcript.untranscribed().forEach(s -> s.speaker().ifPresent(this::add));
    }

    private void add(String speaker) {
        if (!speakers.contains(speaker)) {
            speakers.add(speaker);
        }
    }

    public List<String> speakers() {
        return speakers;
    }

    public Color of(String speaker) {
        int i = speakers.indexOf(speaker);
        return i < 0 ? Color.GRAY : numbered(i);
    }

    /** The colour of the speaker who speaks as the first, second and so on, counted from 0. */
    public static Color numbered(int index) {
        return PALETTE.get(index % PALETTE.size());
    }

    /** A speaker's colour for stylesheets, in which each theme says what can be read on its ground. */
    public String css(String speaker) {
        return css(speakers.indexOf(speaker));
    }

    /** As {@link #css(String)}, of the speaker who speaks as the first, second and so on; of nobody if negative. */
    public static String css(int index) {
        return index < 0 ? "-color-fg-muted" : "-speaker-" + index % PALETTE.size();
    }
}
