package org.tapescript.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file holds no transcript that can be used; the message says why in English, the fault for whoever says it in another language. Both are
 * one line, whatever of the file stands in them.
 */
public final class UnreadableTranscriptException extends IOException {
    private static final int MAX_ARGUMENT_LENGTH = 200;

    private final transient Path file;
    private final TranscriptFault fault;
    private final transient Object[] arguments;

    /** @param arguments what the fault's message is about, in its order */
    public UnreadableTranscriptException(Path file, TranscriptFault fault, Object... arguments) {
        this(file, fault, brief(arguments), true);
    }

    private UnreadableTranscriptException(Path file, TranscriptFault fault, Object[] brief, boolean ready) {
        super(fault.say(brief));
        this.file = file;
        this.fault = fault;
        this.arguments = brief;
    }

    private static Object[] brief(Object... arguments) {
        return Arrays.stream(arguments)
                .map(a -> a instanceof Number ? a : brief(String.valueOf(a)))
                .toArray();
    }

    private static String brief(String argument) {
        String line = Texts.oneLine(argument);
        return line.length() <= MAX_ARGUMENT_LENGTH ? line : line.substring(0, MAX_ARGUMENT_LENGTH) + "…";
    }

    UnreadableTranscriptException causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    public Path file() {
        return file;
    }

    public TranscriptFault fault() {
        return fault;
    }

    /** What the fault's message is about, in its order. */
    public Object[] arguments() {
        return arguments.clone();
    }
}
