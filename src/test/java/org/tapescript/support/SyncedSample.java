package org.tapescript.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Projects of samples, each synced once in a test run for all who want one and do not test the sync. */
public final class SyncedSample {
    private static final Map<Path, Path> SYNCED = new HashMap<>();

    private SyncedSample() {}

    /**
     * The project of a sample, to be read or copied and never written to.
     *
     * @param sample folder as {@link Tapes} has them
     */
    public static synchronized Path of(Path sample) throws IOException {
        Path project = SYNCED.get(sample);
        if (project == null) {
            Path folder = Files.createTempDirectory("synced-sample");
            project = folder.resolve(sample.getFileName() + ".tapescript");
            Program.Result sync =
                    Program.run("sync", Tapes.tape(sample), sample.resolve("transcript.txt"), "-o", project);
            if (sync.status() != 0) {
                throw new IOException(sync.err());
            }
            folder.toFile().deleteOnExit();
            project.toFile().deleteOnExit();
            SYNCED.put(sample, project);
        }
        return project;
    }
}
