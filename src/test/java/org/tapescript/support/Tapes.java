package org.tapescript.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders that each hold {@code tape.*}, {@code transcript.txt} and {@code truth.json}. */
public final class Tapes {
    private Tapes() {}

    /** Those within a folder, by name. */
    public static List<Path> folders(Path tapes) throws IOException {
        try (Stream<Path> entries = Files.list(tapes)) {
            return entries.filter(f -> Files.exists(f.resolve("truth.json")) && tape(f) != null)
                    .sorted()
                    .toList();
        }
    }

    /** The recording in such a folder; null if there is none. */
    public static Path tape(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith("tape."))
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
