package org.tapescript.text.structure;

import java.util.Locale;

/** A way in which a transcript marks where turns begin. */
public enum Scheme {
    /** {@code Ann: Yes.} */
    COLON(1, true),
    /** {@code Mr. HALDEN. Yes.} or {@code Q. Yes?} */
    STOP(0.9, true),
    /** A name, a tab, what is said. */
    TAB(0.9, true),
    /** {@code Ann — Yes.} */
    NAME_DASH(0.85, true),
    /** {@code [Ann] Yes.} */
    BRACKETS(0.9, true),
    /** {@code Ann [0:03] Yes.} */
    NAME_TIME(1, true),
    /** The name, perhaps with a time, on a line of its own. */
    OWN_LINE(0.9, true),
    /** The name in bold, without a sign behind it. */
    BOLD_NAME(0.95, true),
    /** {@code – Yes.} */
    DASH(0.6, false),
    /** {@code >> Yes.} */
    CHEVRON(1.2, false),
    /** Questions in bold, answers not. */
    BOLD_QUESTION(0.6, false),
    /** {@code 1. Yes?}: questions are counted, answers not. */
    NUMBERED_QUESTION(0.6, false),
    /** {@code > Yes?}: questions are quoted, as e-mail does it, answers not. */
    QUOTED_QUESTION(0.6, false),
    /** Questions in italics, answers not. */
    ITALIC_QUESTION(0.6, false),
    /** A column of the table, or the term of a list, names the speaker. */
    TABLE(0, true),
    /** The file names speakers beside the text. */
    BESIDE(0, true),
    /** Nothing marks turns. */
    NONE(0, false);

    /** How much a mark of this scheme says for it, compared with others. */
    final double weight;

    private final boolean named;

    Scheme(double weight, boolean named) {
        this.weight = weight;
        this.named = named;
    }

    /** Whether its marks stand before questions alone. */
    boolean asks() {
        return this == BOLD_QUESTION || this == ITALIC_QUESTION || this == NUMBERED_QUESTION || this == QUOTED_QUESTION;
    }

    /** Whether its marks name the speaker. */
    public boolean isNamed() {
        return named;
    }

    /** The name used in files and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
