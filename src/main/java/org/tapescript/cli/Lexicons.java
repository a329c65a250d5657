package org.tapescript.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tapescript.align.lexicon.Dictionary;

/** Reads the pronunciations that users give with {@code --lexicon}. */
final class Lexicons {
    private Lexicons() {}

    static List<Dictionary> read(List<Path> files) throws IOException, CommandFailedException {
        List<Dictionary> result = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new CommandFailedException(
                        "Reading the pronunciations " + file + ": there is no such file, or you may not read it");
            }
            try (InputStream in = Files.newInputStream(file)) {
                result.add(new Dictionary().read(in, file.toString()));
            }
        }
        return result;
    }
}
