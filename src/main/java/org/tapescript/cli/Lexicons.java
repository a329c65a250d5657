package org.tapescript.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tapescript.align.lexicon.Dictionary;
import org.tapescript.domain.OwnPronunciation;

/** Reads the pronunciations that users give with {@code --lexicon}. */
final class Lexicons {
    private Lexicons() {}

    /** Of a word that is in several files, the first of them decides. */
    static List<OwnPronunciation> read(List<Path> files) throws IOException, CommandFailedException {
        List<OwnPronunciation> result = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new CommandFailedException(
                        "Reading the pronunciations " + file + ": there is no such file, or you may not read it");
            }
            try (InputStream in = Files.newInputStream(file)) {
                List<OwnPronunciation> own = new ArrayList<>();
                new Dictionary()
                        .read(in, file.toString())
                        .forEach((word, phones) -> own.add(new OwnPronunciation(word, phones)));
                own.removeIf(p -> known.contains(p.word()));
                own.forEach(p -> known.add(p.word()));
                result.addAll(own);
            }
        }
        return result;
    }
}
