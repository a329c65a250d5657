package org.tapescript.edit;

import java.util.List;
import java.util.stream.Stream;

/** An edit that cannot be done to a transcript; the message says why in English, the refusal for whoever says it in another language. */
public final class RefusedEditException extends RuntimeException {
    private final Refusal refusal;
    private final transient List<String> arguments;

    public RefusedEditException(Refusal refusal, Object... arguments) {
        super(refusal.say(Stream.of(arguments).map(String::valueOf).toArray()));
        this.refusal = refusal;
        this.arguments = Stream.of(arguments).map(String::valueOf).toList();
    }

    public Refusal refusal() {
        return refusal;
    }

    /** What the refusal is about, in the order of its message. */
    public List<String> arguments() {
        return arguments;
    }
}
