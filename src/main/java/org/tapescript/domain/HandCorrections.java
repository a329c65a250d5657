package org.tapescript.domain;

import java.util.List;
import java.util.Optional;

/**
 * How a text that was corrected by hand stands to what was read from its file, so that corrections can be told from what a revised file
 * says.
 *
 * @param printed the text as it was read; nothing if it was not corrected since
 * @param replaced corrections that were not carried into the text that is there now, as its file says something else
 */
public record HandCorrections(Optional<String> printed, List<Replaced> replaced) {
    public static final HandCorrections NONE = new HandCorrections(Optional.empty(), List.of());

    /**
     * A correction that gave way.
     *
     * @param line of the text that is there now
     * @param byHand what stood there by hand; nothing for words that were deleted
     * @param revised what stands there instead; nothing if that has no words there
     */
    public record Replaced(int line, String byHand, String revised) {}

    public HandCorrections {
        replaced = List.copyOf(replaced);
    }

    /** The same once a text is changed by hand. */
    HandCorrections changing(String text) {
        return printed.isPresent() ? this : new HandCorrections(Optional.of(text), replaced);
    }
}
