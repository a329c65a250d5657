package org.tapescript.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;

/** Files that are read into memory as a whole. */
public final class WholeFile {
    /** Why a file is not read. */
    public enum Objection {
        NO_FILE("there is no such file, or you may not read it"),
        FOLDER("it is a folder"),
        DEVICE("it is a pipe or a device; save it as a file first"),
        DENIED("you may not read it"),
        LARGE("it is too large: at most %d MB are read");

        private final String english;

        Objection(String english) {
            this.english = english;
        }

        /** @param most bytes that may be read */
        public String say(long most) {
            return String.format(Locale.ROOT, english, most >> 20);
        }
    }

    private WholeFile() {}

    /**
     * What speaks against reading a file: a pipe or a device may never end, or never begin; and memory has an end.
     *
     * @param most bytes that may be read
     */
    public static Optional<Objection> objection(Path file, long most) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException e) {
            return Optional.of(Objection.NO_FILE);
        }
        if (attributes.isDirectory()) {
            return Optional.of(Objection.FOLDER);
        }
        if (!attributes.isRegularFile()) {
            return Optional.of(Objection.DEVICE);
        }
        if (!Files.isReadable(file)) {
            return Optional.of(Objection.DENIED);
        }
        return attributes.size() > most ? Optional.of(Objection.LARGE) : Optional.empty();
    }
}
