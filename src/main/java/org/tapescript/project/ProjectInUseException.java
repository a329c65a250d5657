package org.tapescript.project;

import java.io.IOException;
import java.nio.file.Path;

/** A project is open already, in a window or by a command. */
public final class ProjectInUseException extends IOException {
    private final transient Path project;

    public ProjectInUseException(Path project) {
        super(project + " is open in another window, or a command is at work on it; close it there first");
        this.project = project;
    }

    public Path project() {
        return project;
    }
}
