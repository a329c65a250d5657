package org.tapescript.ui.importing;

import java.nio.file.Path;
import java.util.List;

/**
 * A project that is being made: what is corrected of its transcript stays with it while other pages are shown.
 *
 * @param tapes in order
 * @param text the transcript's file
 * @param project that the sync writes
 */
public record ImportDraft(List<Path> tapes, Path text, Path project, ImportModel model) {
    /** Whether a project of these files would begin where this one was left. */
    public boolean isOf(List<Path> otherTapes, Path otherText) {
        return tapes.equals(otherTapes) && text.equals(otherText);
    }
}
