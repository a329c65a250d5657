package org.tapescript.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Files that are read into memory as a whole. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * What speaks against reading a file: a pipe or a device may never end, or never begin; and memory has an end.
     *
     * @param most bytes that may be read
     */
    public static Optional<String> objection(Path file, long most) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException e) {
            return Optional.of("there is no such file, or you may not read it");
        }
        if (attributes.isDirectory()) {
            return Optional.of("it is a folder");
        }
        if (!attributes.isRegularFile()) {
            return Optional.of("it is a pipe or a device; save it as a file first");
        }
        if (!Files.isReadable(file)) {
            return Optional.of("you may not read it");
        }
        return attributes.size() > most
                ? Optional.of("it has " + (attributes.size() >> 20) + " MB; at most " + (most >> 20) + " MB are read")
                : Optional.empty();
    }
}
