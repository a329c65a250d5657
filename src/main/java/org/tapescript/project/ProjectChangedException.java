package org.tapescript.project;

import java.io.IOException;
import java.nio.file.Path;

/** A project's file was changed by something else than Tapescript while it was open: saving would undo that. */
public final class ProjectChangedException extends IOException {
    private final transient Path project;

    public ProjectChangedException(Path project) {
        super(
                project
                        + " was changed by another program since it was opened; save under another name, so that both are kept");
        this.project = project;
    }

    public Path project() {
        return project;
    }
}
