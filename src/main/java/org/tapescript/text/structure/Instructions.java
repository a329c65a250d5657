package org.tapescript.text.structure;

import java.util.List;
import java.util.Optional;

/**
 * What a user says of a transcript that would otherwise be found.
 *
 * @param names speakers in the order in which they first speak; may be empty
 * @param mark what marks turns
 * @param columns of tables that hold what is said, by number from 1 or by their heading
 */
public record Instructions(List<String> names, Optional<Scheme> mark, List<String> columns) {
    public static final Instructions NONE = new Instructions(List.of(), Optional.empty(), List.of());

    public Instructions {
        names = names.stream().filter(n -> !n.isBlank()).toList();
        columns = List.copyOf(columns);
    }

    public static Instructions named(List<String> names) {
        return new Instructions(names, Optional.empty(), List.of());
    }

    public Instructions withMark(Optional<Scheme> other) {
        return new Instructions(names, other, columns);
    }
}
