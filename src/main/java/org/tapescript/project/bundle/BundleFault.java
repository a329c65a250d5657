package org.tapescript.project.bundle;

import java.text.MessageFormat;
import java.util.Locale;

/** Why a bundle is not opened. */
public enum BundleFault {
    NO_BUNDLE("it is a ZIP archive, but no bundle of Tapescript"),
    CUT_OFF("it is cut off or damaged; have it sent again"),
    NEWER("a newer Tapescript made it; use that one"),
    /** Its name. */
    DAMAGED("{0} in it is damaged; have it sent again"),
    /** Its name. */
    MISSING("{0} is missing in it; have it sent again"),
    /** Its name. */
    NAME("it holds a file by a name that may do harm: {0}"),
    /** Its name. */
    TWICE("it holds {0} more than once"),
    /** Its name. */
    NO_FILE("{0} in it is no plain file, but a link, a folder or encrypted"),
    /** Its name. */
    UNLISTED("it holds {0}, which is not in its list"),
    /** How many. */
    TOO_MANY("it holds more files than any bundle: {0,number,#}"),
    /** Megabytes. */
    GROWS("it would become {0,number,#} MB, far more than a bundle of its size"),
    /** Its path. */
    ELSEWHERE("its project names a recording that is not in it: {0}");

    private final String english;

    BundleFault(String english) {
        this.english = english;
    }

    String say(Object... arguments) {
        return new MessageFormat(english.replace("'", "''"), Locale.ROOT).format(arguments);
    }
}
