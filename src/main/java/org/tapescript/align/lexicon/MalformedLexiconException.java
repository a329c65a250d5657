package org.tapescript.align.lexicon;

import java.io.IOException;

/** A line of a lexicon cannot be read. */
public final class MalformedLexiconException extends IOException {
    private final String file;
    private final int line;

    public MalformedLexiconException(String file, int line, String message) {
        super(file + ", line " + line + ": " + message
                + "; write a word and its phones, as in: kalugin K AH L UW G IH N");
        this.file = file;
        this.line = line;
    }

    public String file() {
        return file;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }
}
