package org.tapescript.project;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What became of edits that were done to a project and never saved.
 *
 * @param steps that have been done again
 * @param left what could not be done again; nothing if there is no such thing
 */
public record Recovery(int steps, Optional<Left> left) {
    public static final Recovery NONE = new Recovery(0, Optional.empty());

    /** Why edits could not be done again. */
    public enum Reason {
        /** The journal is damaged behind those that were. */
        DAMAGED,
        /** They were done to another state of the project's file, which has been replaced since. */
        OTHER_STATE,
        /** A newer version of the program wrote them. */
        NEWER
    }

    /**
     * Edits that were not done again, and are kept.
     *
     * @param journal file that holds them
     * @param line of the file, counted from 1, from which on they stand
     */
    public record Left(Path journal, Reason reason, int line) {}
}
