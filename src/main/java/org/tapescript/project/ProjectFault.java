package org.tapescript.project;

import java.text.MessageFormat;
import java.util.Locale;

/** Why a project cannot be opened. */
public enum ProjectFault {
    NO_FILE("there is no such file, or you may not read it"),
    FOLDER("it is a folder"),
    DEVICE("it is a pipe or a device; save it as a file first"),
    DENIED("you may not read it"),
    /** Megabytes that a project may have. */
    LARGE("it has more than {0,number,#} MB"),
    /** Its path. */
    BUNDLE("it is a bundle of a project and its recordings; unpack it first: tapescript unbundle {0}"),
    /** Line at which it is no JSON. */
    NO_JSON("it is damaged or no project (line {0,number,#})" + ProjectFault.RESTORE),
    NO_TEXT("it is no text" + ProjectFault.RESTORE),
    NO_PROJECT("it is not a Tapescript project; sync makes one"),
    NO_VERSION("its version is not a number" + ProjectFault.RESTORE),
    /** Its version as it stands there, newest known version. */
    NEWER("it is of version {0}, and this program knows up to {1,number,#}; use a newer Tapescript"),
    /** Place in the file. */
    NO_VALUE("{0} is no value for it" + ProjectFault.RESTORE),
    /** Place in the file and what is wrong there, in technical terms. */
    DAMAGED("{0}" + ProjectFault.RESTORE);

    private static final String RESTORE = "; take a copy of it from a backup, or sync again";

    private final String english;

    ProjectFault(String english) {
        this.english = english;
    }

    String say(Object... arguments) {
        return new MessageFormat(english, Locale.ROOT).format(arguments);
    }
}
