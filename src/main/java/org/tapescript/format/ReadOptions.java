package org.tapescript.format;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * What a user says of a file that its reader would otherwise find by itself.
 *
 * @param encoding of its text; found if nothing is said
 * @param columns of a table that hold what is said, by name or number from 1; found if there are none
 * @param tiers of annotations that hold what is said, by name; found if there are none
 */
public record ReadOptions(Optional<Charset> encoding, List<String> columns, List<String> tiers) {
    /** All is found. */
    public static final ReadOptions FIND = new ReadOptions(Optional.empty(), List.of(), List.of());

    public ReadOptions {
        columns = List.copyOf(columns);
        tiers = List.copyOf(tiers);
    }
}
