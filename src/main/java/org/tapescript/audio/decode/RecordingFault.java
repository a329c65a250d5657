package org.tapescript.audio.decode;

import java.text.MessageFormat;
import java.util.Locale;

/** Why a recording cannot be read. */
public enum RecordingFault {
    NO_SOUND("it holds no sound"),
    /** Its number, and how many there are. */
    NO_TRACK("there is no track {0,number,#}; it has {1,choice,1#one track|1<{1} tracks} of sound"),
    TOO_LONG("more than 18 hours in one recording; cut it into several and give them in order"),
    CHANGED("it was changed while it was read; wait until it is complete"),
    NO_RECORDING("it is in none of the forms that recordings come in (of a playlist, give the files that it names)"),
    DOCUMENT("it is a text or a table, and no recording"),
    /** FFmpeg's reason. */
    UNREADABLE("FFmpeg cannot read it: {0}"),
    /** What went wrong. */
    UNKNOWN("FFmpeg cannot make out what it is: {0}"),
    /** Bytes of the file, minutes of sound. */
    GROWS("its {0,number,#} bytes would become more than {1,number,#} minutes of sound"),
    /** FFmpeg's reason. */
    NO_SAMPLE("not a single sample could be decoded: {0}"),
    /** Seconds of sound, exit status. */
    ENDED("FFmpeg was ended after {0} s of sound (status {1,number,#})"),
    /** Seconds of sound, what went wrong. */
    STALLED("FFmpeg stopped after {0} s of sound: {1}"),
    /** In words of its own. */
    OTHER("{0}");

    private final String english;

    RecordingFault(String english) {
        this.english = english;
    }

    String say(Object... arguments) {
        return new MessageFormat(english, Locale.ROOT).format(arguments);
    }
}
