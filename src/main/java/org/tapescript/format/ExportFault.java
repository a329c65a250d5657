package org.tapescript.format;

/** Why a format cannot hold a transcript. */
public enum ExportFault {
    PLACED(
            "the sentences of this transcript were placed as wholes, and its words have no times; choose a format of turns or subtitles"),
    PLACED_WORD_TIMES(
            "the sentences of this transcript were placed as wholes, and its words have no times; leave out times of words"),
    FRAME_RATE("the format counts 25 or 30 frames a second; give --frame-rate 25 or 30"),
    DAY("timecodes end at 24 hours; export sides of the tape on their own"),
    MANY_SUBTITLES("the format holds 65,535 subtitles, and there are more"),
    MANY_RECORDINGS("a list holds 999 events, and there are more recordings");

    private final String english;

    ExportFault(String english) {
        this.english = english;
    }

    String english() {
        return english;
    }
}
