package org.tapescript.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.tapescript.workflow.VoiceCache;

/**
 * Where a command writes to and what surrounds it.
 *
 * @param out takes the result asked for, nothing else
 * @param err takes progress and messages
 * @param terminal whether {@code err} is a terminal, so that progress may rewrite its line
 * @param places folders of the program and the user
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal, Places places) {
    /** Folders: {@code models} in order of search, {@code cache} for what can be made again. */
    public record Places(java.util.List<Path> models, Path cache) {
        public VoiceCache voices() {
            return new VoiceCache(cache.resolve("voices"));
        }
    }
}
