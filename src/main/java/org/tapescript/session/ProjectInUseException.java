package org.tapescript.session;

import java.io.IOException;
import java.nio.file.Path;

/** A project is open in another window already. */
public final class ProjectInUseException extends IOException {
    private final transient Path project;

    public ProjectInUseException(Path project) {
        super(project + " is open in another window; close it there first");
        this.project = project;
    }

    public Path project() {
        return project;
    }
}
