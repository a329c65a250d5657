package org.tapescript.storage;

import java.nio.charset.StandardCharsets;

/** Names of files that belong to other files. */
public final class FileNames {
    /** What the file systems in use take at most, in bytes. */
    private static final int LONGEST = 255;

    private static final int CHECKSUM_DIGITS = 12;

    private FileNames() {}

    /** A name with an ending. Where both together are too long for a file system, a checksum stands for the end of the name. */
    public static String fit(String name, String ending) {
        int room = LONGEST - bytes(ending);
        if (bytes(name) <= room) {
            return name + ending;
        }
        String checksum = "~" + Checksum.ofText(name).substring(0, CHECKSUM_DIGITS);
        int end = name.length();
        while (bytes(name.substring(0, end)) > room - checksum.length()) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end) + checksum + ending;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
