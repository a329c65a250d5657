package org.tapescript.ui.common;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** A track of a recording's sound to be chosen: the file's own choice, or one by its number. */
public final class TrackBox extends ComboBox<Integer> {
    private static final int OWN = 0;
    /** Recorders for film write no more. */
    private static final int MAXIMUM = 32;

    public TrackBox(OptionalInt now) {
        setId("track");
        setAccessibleText(Messages.get("tapes.track"));
        getItems().setAll(IntStream.rangeClosed(OWN, MAXIMUM).boxed().toList());
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer track) {
                return track == null || track == OWN ? Messages.get("tapes.ownTrack") : track.toString();
            }

            @Override
            public Integer fromString(String shown) {
                throw new UnsupportedOperationException("tracks are chosen, not typed");
            }
        });
        setValue(now.orElse(OWN));
    }

    /** Counted from 1; nothing for the file's own choice. */
    public OptionalInt track() {
        return getValue() == OWN ? OptionalInt.empty() : OptionalInt.of(getValue());
    }
}
