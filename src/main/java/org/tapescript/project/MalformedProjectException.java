package org.tapescript.project;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file is no project, a damaged one, or one of a version that is not known; the message says why in English, the fault for whoever
 * says it in another language.
 */
public final class MalformedProjectException extends IOException {
    private final transient Path file;
    private final ProjectFault fault;
    private final transient Object[] arguments;

    /** @param arguments what the fault's message is about, in its order */
    MalformedProjectException(Path file, ProjectFault fault, Object... arguments) {
        super(fault.say(arguments));
        this.file = file;
        this.fault = fault;
        this.arguments = arguments.clone();
    }

    MalformedProjectException causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    public Path file() {
        return file;
    }

    public ProjectFault fault() {
        return fault;
    }

    /** What the fault's message is about, in its order. */
    public Object[] arguments() {
        return arguments.clone();
    }
}
