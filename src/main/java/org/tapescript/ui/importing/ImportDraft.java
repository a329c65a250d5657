package org.tapescript.ui.importing;

import java.nio.file.Path;
import java.util.List;

/**
 * A project that is being made: what is corrected of its transcript, and said of its tape, stays with it while other pages are shown.
 *
 * @param tapes that were chosen for it at first
 * @param text the transcript's file
 * @param project that the sync writes
 */
public record ImportDraft(List<Path> tapes, Path text, Path project, ImportModel model, ImportChoices choices) {
    public ImportDraft(List<Path> tapes, Path text, Path project, ImportModel model) {
        this(List.copyOf(tapes), text, project, model, new ImportChoices(tapes));
    }

    /** Whether a project of these files would begin where this one was left. */
    public boolean isOf(List<Path> otherTapes, Path otherText) {
        return tapes.equals(otherTapes) && text.equals(otherText);
    }
}
