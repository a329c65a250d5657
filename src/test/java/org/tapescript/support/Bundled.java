package org.tapescript.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.tapescript.audio.Fingerprint;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.job.CancellationToken;
import org.tapescript.project.ProjectFile;

/** Small projects with recordings, to be packed, made without a sync. */
public final class Bundled {
    private static final String TEXT =
            "– Where were you born?\n\n– By the sea, in a house of stone.\n\n– And then?\n\n– Then we left.\n";

    private Bundled() {}

    /** A project over some files, which need not be recordings as long as nobody decodes them. @param seconds of each */
    public static SyncedTranscript project(Path project, double seconds, Path... recordings) throws IOException {
        List<Recording> known = new ArrayList<>();
        for (Path file : recordings) {
            known.add(new Recording(
                    file.toAbsolutePath().toString(),
                    Fingerprint.of(file, CancellationToken.none()),
                    1,
                    Math.round(seconds * 1e6),
                    "MONO",
                    false,
                    OptionalDouble.empty()));
        }
        SyncedTranscript transcript = Transcripts.imported(TEXT).withRecordings(known);
        ProjectFile.of(transcript).write(project);
        return transcript;
    }

    /** A file that is taken for a recording by its name. */
    public static Path sound(Path file, int bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] content = new byte[bytes];
        new java.util.Random(bytes).nextBytes(content);
        return Files.write(file, content);
    }
}
