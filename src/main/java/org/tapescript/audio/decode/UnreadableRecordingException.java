package org.tapescript.audio.decode;

import java.io.IOException;
import java.nio.file.Path;

/** A file holds no sound that can be used; the message says why in English, the fault for whoever says it in another language. */
public final class UnreadableRecordingException extends IOException {
    private final transient Path file;
    private final RecordingFault fault;
    private final transient Object[] arguments;

    /** @param arguments what the fault's message is about, in its order */
    public UnreadableRecordingException(Path file, RecordingFault fault, Object... arguments) {
        super(fault.say(arguments));
        this.file = file;
        this.fault = fault;
        this.arguments = arguments.clone();
    }

    public Path file() {
        return file;
    }

    public RecordingFault fault() {
        return fault;
    }

    /** What the fault's message is about, in its order. */
    public Object[] arguments() {
        return arguments.clone();
    }
}
