package org.tapescript.ui.common;

import java.io.IOException;
import java.nio.file.Path;

/** A project is open in another window already. */
public final class ProjectInUseException extends IOException {
    public ProjectInUseException(Path project) {
        super(Messages.get("error.inUse", project));
    }
}
