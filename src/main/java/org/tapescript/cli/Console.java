package org.tapescript.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.tapescript.audio.RecordingCache;
import org.tapescript.language.LanguagePacks;
import org.tapescript.workflow.HeardTapeCache;
import org.tapescript.workflow.PlaceTranscript;
import org.tapescript.workflow.VoiceCache;

/**
 * Where a command writes to and what surrounds it.
 *
 * @param out takes the result asked for, nothing else
 * @param err takes progress and messages
 * @param terminal whether {@code err} is a terminal, so that progress may rewrite its line
 * @param places folders of the program and the user
 * @param window opens the window
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal, Places places, Window window) {
    /** What the window is to show: a project, from a second on; with a picture to be written, it closes by itself. */
    public record Opening(Optional<Path> project, double seconds, Optional<Path> screenshot) {}

    /** Opens the window; returns the exit status when it is closed. */
    @FunctionalInterface
    public interface Window {
        int open(Opening opening);
    }

    /** Folders: {@code models} in order of search, {@code cache} for what can be made again. */
    public record Places(java.util.List<Path> models, Path cache) {
        public VoiceCache voices() {
            return new VoiceCache(cache.resolve("voices"));
        }

        /** What places translations. */
        public PlaceTranscript placing(RecordingCache recordings) {
            return new PlaceTranscript(recordings, voices(), new HeardTapeCache(cache.resolve("voices")));
        }

        public LanguagePacks languages() {
            return new LanguagePacks(models, cache);
        }
    }
}
