package org.tapescript.workflow;

import java.text.MessageFormat;
import java.util.Locale;

/** Why a transcript is not taken for that of a recording. */
public enum Mismatch {
    SILENT("the recording is silent from beginning to end; check that the right track was digitised"),
    /** Transcript, words heard, words. */
    FEW_WORDS(
            "the transcript {0} does not match the recording ({1,number,#} of {2,number,#} words could be heard); check that both are"
                    + " of the same interview and language"),
    /** Transcript, words heard, words, seconds of sound, seconds that the file claims. */
    BROKEN_OFF(
            "the transcript {0} does not match the recording ({1,number,#} of {2,number,#} words could be heard), which breaks off after"
                    + " {3,number,0} of {4,number,0} s; get a whole copy of it"),
    /** Transcript, words heard, words. */
    TRANSLATION(
            "the transcript {0} does not match the recording ({1,number,#} of {2,number,#} words could be heard); but voices, lengths"
                    + " and names fit: if the tape is in another language than the text, sync it as a translation (--translated)"),
    /** Transcript. */
    CHANCE(
            "the transcript {0} does not match the recording (what is heard agrees with it hardly better than by chance); check that"
                    + " both are of the same interview and language"),
    /** Transcript, seconds at which its times end, seconds of the recording. */
    BEHIND_THE_END(
            "the transcript {0} does not match the recording (its words'' times go on to {1,number,0} s, and most lie behind the end of the"
                    + " recording, {2,number,0} s); give all recordings of the interview, in order"),
    NOBODY("there is nothing spoken in the text, or nobody speaks on the tape"),
    /** Transcript, mean probability. */
    UNLIKELY(
            "the transcript {0} does not match the recording (sentences lie right with a probability of {1,number,0.00} on average);"
                    + " check that both are of the same interview"),
    /** Transcript, letters a second. */
    TOO_LONG(
            "the transcript {0} is too long for the recording (nobody says {1,number,0} letters a second); give all recordings of the"
                    + " interview, or the part of the text that is on this one");

    private final String english;

    Mismatch(String english) {
        this.english = english;
    }

    String say(Object... arguments) {
        return new MessageFormat(english, Locale.ROOT).format(arguments);
    }
}
