package org.tapescript.workflow;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.align.HeardTape;
import org.tapescript.align.TapeListener;
import org.tapescript.domain.Recording;
import org.tapescript.language.LanguagePack;
import org.tapescript.storage.CacheFolder;
import org.tapescript.storage.SealedFile;

/**
 * Caches what was last recognised of tapes, some ten megabytes an hour on disk, and the last tape in memory as well. Missing or
 * damaged entries are simply computed anew.
 */
public final class HeardTapeCache {
    private static final int VERSION = 3;

    private final CacheFolder folder;
    private final TapeListener listener = new TapeListener();
    private String lastKey = "";
    private HeardTape last;

    /** @param folder made when it is needed */
    public HeardTapeCache(Path folder) {
        this.folder = new CacheFolder(folder);
    }

    /** What was heard of some recordings with some listening model for some keywords; listens if that is not known. */
    synchronized HeardTape get(
            List<Recording> recordings,
            LanguagePack listening,
            List<SampleSource> sides,
            Keywords keywords,
            Supplier<HeardTape> listen) {
        String name = CacheKey.of(recordings) + ".heard";
        String heardFor = CacheKey.of(listening.tag()
                + keywords.ways().stream()
                        .flatMap(List::stream)
                        .map(Arrays::toString)
                        .collect(Collectors.joining()));
        String key = name + " " + heardFor;
        if (key.equals(lastKey)) {
            return last;
        }
        // The key last: listening may be cancelled, and then nothing was heard for it.
        last = get(name, heardFor, listening, sides, listen);
        lastKey = key;
        return last;
    }

    private HeardTape get(
            String name,
            String heardFor,
            LanguagePack listening,
            List<SampleSource> sides,
            Supplier<HeardTape> listen) {
        Optional<DataInputStream> kept = SealedFile.open(folder, name);
        if (kept.isPresent()) {
            try (DataInputStream in = kept.get()) {
                if (in.readInt() == VERSION && in.readUTF().equals(heardFor)) {
                    return listener.recall(in, listening.speech(), sides);
                }
            } catch (IOException e) {
                // Of another program: it is heard anew.
            }
        }
        HeardTape heard = listen.get();
        try {
            SealedFile.write(folder, name, out -> {
                out.writeInt(VERSION);
                out.writeUTF(heardFor);
                listener.keep(heard, out);
            });
        } catch (IOException e) {
            System.getLogger(HeardTapeCache.class.getName())
                    .log(System.Logger.Level.WARNING, "What was heard was not kept", e);
        }
        return heard;
    }
}
