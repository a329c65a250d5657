package org.tapescript.batch;

import java.nio.file.Path;
import java.util.List;

/**
 * A line of a manifest.
 *
 * @param line in the manifest, from 1
 * @param name of the folder that its results go to; unique in the manifest
 * @param tapes recordings in order
 * @param speakers in the order in which they first speak; may be empty
 * @param language as {@code en-us}
 * @param formats to export
 */
public record BatchEntry(
        int line,
        String name,
        List<Path> tapes,
        Path transcript,
        List<String> speakers,
        String language,
        List<String> formats) {}
