package org.tapescript.storage;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names of files that belong to other files, or travel from one system to another. */
public final class FileNames {
    /** What the file systems in use take at most, in bytes. */
    private static final int LONGEST = 255;

    private static final int CHECKSUM_DIGITS = 12;
    /** Of a name that is cut, what follows the last dot stays if it is no longer. */
    private static final int LONGEST_ENDING = 20;
    /** Names that are no files on Windows, whatever follows the dot. */
    private static final Pattern DEVICE = Pattern.compile(
            "(?i)(con|prn|aux|nul|clock\\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]) *(\\..*)?");

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

    /** Whether every system takes a name as it is, as that of a file in the folder where it is put, and shows it as it is. */
    public static boolean isPortable(String name) {
        return !name.isEmpty()
                && bytes(name) <= LONGEST
                && name.codePoints().allMatch(FileNames::isPortable)
                && !name.matches(".*[. ]")
                && !name.startsWith(" ")
                && !DEVICE.matcher(name).matches();
    }

    private static boolean isPortable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            // Joiners belong to words of some languages; the others turn text around, or are not seen.
            case Character.FORMAT -> c == '\u200c' || c == '\u200d';
            default -> "<>:\"/\\|?*".indexOf(c) < 0;
        };
    }

    /** The name that is most like another and is taken by every system; one that is so stays. */
    public static String portable(String name) {
        StringBuilder changed = new StringBuilder();
        name.codePoints().forEach(c -> changed.appendCodePoint(isPortable(c) ? c : '_'));
        String safe = changed.toString().replaceAll("[. ]+$|^ +", "_");
        int dot = safe.lastIndexOf('.');
        String ending = dot > 0 && bytes(safe.substring(dot)) <= LONGEST_ENDING ? safe.substring(dot) : "";
        safe = fit(safe.substring(0, safe.length() - ending.length()), ending);
        return safe.isEmpty() ? "_" : DEVICE.matcher(safe).matches() ? "_" + safe : safe;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
