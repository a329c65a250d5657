package org.tapescript.workflow;

import java.nio.file.Path;
import java.util.List;

/**
 * Folders of the program and the user.
 *
 * @param models that hold languages, in order of search
 * @param cache for what can be made again
 * @param settings file of the window's settings
 * @param samples folder of the sample interviews
 */
public record Places(List<Path> models, Path cache, Path settings, Path samples) {
    /** Where FFmpeg is unpacked. */
    public Path natives() {
        return cache.resolve("native");
    }

    /** Journals of projects in folders that cannot be written to. */
    public Path journals() {
        return cache.resolve("journals");
    }
}
