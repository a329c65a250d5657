package org.tapescript.ui.common;

import org.tapescript.project.ProjectInUseException;
import org.tapescript.workflow.FailureMessage;

/** Says what went wrong in one sentence, for the window. */
public final class Failures {
    private Failures() {}

    public static String message(Throwable e) {
        return e instanceof ProjectInUseException used
                ? Messages.get("error.inUse", used.project())
                : FailureMessage.of(e);
    }
}
