package org.tapescript.format;

import java.io.IOException;

/** A format cannot hold a transcript; the message says why in English, the fault for whoever says it in another language. */
public final class UnwritableException extends IOException {
    private final String format;
    private final ExportFault fault;

    public UnwritableException(String format, ExportFault fault) {
        super("Writing " + format + ": " + fault.english());
        this.format = format;
        this.fault = fault;
    }

    /** The format, as the command line has it. */
    public String format() {
        return format;
    }

    public ExportFault fault() {
        return fault;
    }
}
