package org.tapescript.project.bundle;

import java.io.IOException;
import java.nio.file.Path;

/** A file is no bundle that may be opened; the message says why in English, the fault for whoever says it in another language. */
public final class MalformedBundleException extends IOException {
    private static final int LONGEST = 80;

    private final transient Path file;
    private final BundleFault fault;
    private final transient Object[] arguments;

    /** @param arguments what the fault's message is about; texts are shown in one line of bearable length */
    MalformedBundleException(Path file, BundleFault fault, Object... arguments) {
        super(fault.say(shown(arguments)));
        this.file = file;
        this.fault = fault;
        this.arguments = shown(arguments);
    }

    private static Object[] shown(Object... arguments) {
        Object[] shown = arguments.clone();
        for (int i = 0; i < shown.length; i++) {
            if (shown[i] instanceof String text) {
                String plain = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
                shown[i] = plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "\u2026";
            }
        }
        return shown;
    }

    public Path file() {
        return file;
    }

    public BundleFault fault() {
        return fault;
    }

    /** What the fault's message is about, in its order. */
    public Object[] arguments() {
        return arguments.clone();
    }
}
