package org.tapescript.format;

/** Something that a transcript has and a format cannot hold. */
public enum Loss {
    COMMENTS("comments"),
    WORD_TIMES("times of words"),
    UNSPOKEN("unspoken text"),
    CERTAINTY("how sure times are"),
    SPEAKERS("speakers"),
    NAME_COMMAS("commas in names, for which a low quotation mark stands"),
    PUNCTUATION("punctuation"),
    UNTIMED_WORDS("words without a time"),
    TEXT("the text"),
    TIMES_BUT_MINUTES("all times but a mark each minute"),
    TIMES_BUT_TURNS("all times but the starts of turns"),
    OVERLAPS("overlaps of one speaker"),
    LETTERS_OF_TABLE("letters outside the code table"),
    LETTERS_OF_FONT("letters that DejaVu Sans lacks");

    private final String english;

    Loss(String english) {
        this.english = english;
    }

    /** In English, as part of a list. */
    public String english() {
        return english;
    }
}
