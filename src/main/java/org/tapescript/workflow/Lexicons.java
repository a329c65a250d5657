package org.tapescript.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tapescript.align.lexicon.Dictionary;
import org.tapescript.domain.OwnPronunciation;
import org.tapescript.storage.WholeFile;

/** Reads pronunciations of a user's own, in the form of CMU dictionaries. */
public final class Lexicons {
    private static final long LARGEST = 64L << 20;

    private Lexicons() {}

    /**
     * Of a word that is in several files, the first of them decides.
     *
     * @throws UnreadableLexiconException if a file is none that can be read whole
     * @throws org.tapescript.align.lexicon.MalformedLexiconException if a line of it is no pronunciation
     */
    public static List<OwnPronunciation> read(List<Path> files) throws IOException {
        List<OwnPronunciation> result = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Path file : files) {
            Optional<WholeFile.Objection> objection = WholeFile.objection(file, LARGEST);
            if (objection.isPresent()) {
                throw new UnreadableLexiconException(file, objection.get().say(LARGEST));
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
