package org.tapescript.workflow;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.align.HeardTape;
import org.tapescript.align.TapeListener;
import org.tapescript.domain.Recording;
import org.tapescript.language.LanguagePack;

/**
 * Keeps what was last heard of tapes in the user's cache, some ten megabytes an hour, and the last tape in memory as well. What is
 * missing or damaged is as if it had never been there.
 */
public final class HeardTapeCache {
    private static final int VERSION = 2;

    private final Path folder;
    private final TapeListener listener = new TapeListener();
    private String lastKey = "";
    private HeardTape last;

    /** @param folder made when it is needed */
    public HeardTapeCache(Path folder) {
        this.folder = folder;
    }

    /** What was heard of some recordings with some ears for some keywords; listens if that is not known. */
    synchronized HeardTape get(
            List<Recording> recordings,
            LanguagePack ears,
            List<SampleSource> sides,
            Keywords keywords,
            Supplier<HeardTape> listen) {
        Path file = folder.resolve(
                CacheKey.of(recordings.stream().map(Recording::fingerprint).collect(Collectors.joining(" ")))
                        + ".heard");
        String heardFor = CacheKey.of(ears.tag()
                + keywords.ways().stream()
                        .flatMap(List::stream)
                        .map(Arrays::toString)
                        .collect(Collectors.joining()));
        String key = file + " " + heardFor;
        if (key.equals(lastKey)) {
            return last;
        }
        // The key last: listening may be cancelled, and then nothing was heard for it.
        last = get(file, heardFor, ears, sides, listen);
        lastKey = key;
        return last;
    }

    private HeardTape get(
            Path file, String heardFor, LanguagePack ears, List<SampleSource> sides, Supplier<HeardTape> listen) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() == VERSION && in.readUTF().equals(heardFor)) {
                return listener.recall(in, ears.speech(), sides);
            }
        } catch (IOException e) {
            // Not there, or damaged: it is heard anew.
        }
        HeardTape heard = listen.get();
        try {
            write(heard, heardFor, file);
        } catch (IOException e) {
            System.getLogger(HeardTapeCache.class.getName())
                    .log(System.Logger.Level.WARNING, "What was heard was not kept in " + folder, e);
        }
        return heard;
    }

    private void write(HeardTape heard, String heardFor, Path file) throws IOException {
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, "heard", ".tmp");
        try {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(written)))) {
                out.writeInt(VERSION);
                out.writeUTF(heardFor);
                listener.keep(heard, out);
            }
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
