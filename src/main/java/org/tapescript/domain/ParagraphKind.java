package org.tapescript.domain;

/** What a paragraph of a published transcript is. */
public enum ParagraphKind {
    /** Opens a speaker's turn. */
    TURN("turn"),
    /** Goes on with the turn before it. */
    CONTINUATION("continuation"),
    HEADING("heading"),
    /** The few sentences below a headline that sum the piece up. */
    STANDFIRST("standfirst"),
    INTRODUCTION("introduction"),
    /** Belongs to a picture. */
    CAPTION("caption"),
    /** Repeats a sentence of a turn in large type. */
    PULL_QUOTE("pull-quote"),
    /** An editor's remark or a stage direction. */
    NOTE("note"),
    /** Follows the interview, by whomever. */
    AFTERWORD("afterword"),
    OTHER("other");

    private final String label;

    ParagraphKind(String label) {
        this.label = label;
    }

    /** The name used in files and on the command line. */
    public String label() {
        return label;
    }

    /** Whether such paragraphs are heard on the tape. */
    public boolean isSpoken() {
        return this == TURN || this == CONTINUATION;
    }

    /** The kind of a label, or {@link #OTHER} for one that is not known. */
    public static ParagraphKind ofLabel(String label) {
        for (ParagraphKind kind : values()) {
            if (kind.label.equals(label)) {
                return kind;
            }
        }
        return OTHER;
    }
}
