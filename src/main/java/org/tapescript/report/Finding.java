package org.tapescript.report;

import java.util.List;

/**
 * Something about a synced transcript that people should look at.
 *
 * @param arguments what the code says it is about: texts, whole numbers, fractions
 */
public record Finding(FindingCode code, List<Object> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    Finding(FindingCode code, Object... arguments) {
        this(code, List.of(arguments));
    }
}
