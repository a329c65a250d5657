package org.tapescript.domain;

import java.util.Optional;

/**
 * What a transcript's file notes of a place, before it is known which words lie there.
 *
 * @param place in the text, if the file says that
 * @param time on the tape, if the file says that
 * @param text what is noted
 */
public record Remark(Optional<CharSpan> place, Optional<TimeSpan> time, String text) {
    /** Stands between several where a file has room for one. */
    public static final String BETWEEN = " | ";
}
