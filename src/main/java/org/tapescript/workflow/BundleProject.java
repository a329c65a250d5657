package org.tapescript.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.tapescript.audio.Fingerprint;
import org.tapescript.audio.decode.OpusCopy;
import org.tapescript.audio.decode.RecordingFault;
import org.tapescript.audio.decode.UnreadableRecordingException;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.project.OpenProject;
import org.tapescript.project.PortableProject;
import org.tapescript.project.Recovery;
import org.tapescript.project.bundle.BundleWriter;
import org.tapescript.storage.AtomicFile;
import org.tapescript.storage.CacheFolder;
import org.tapescript.storage.Scratch;

/** Packs a project with all that belongs to it into one file, to be opened elsewhere. The project may be open, and stays as it is. */
public final class BundleProject {
    /** Ending of projects' files, and of bundles'. */
    public static final String EXTENSION = ".tapescript";

    /** Encoding again what is small already costs quality and saves nothing. */
    private static final double WORTH_IT = 0.75;

    /** How the sound is packed. */
    public enum Sound {
        /** The recordings' files as they are, pictures too. */
        AS_IT_IS,
        /** The sound alone, as Opus, where that is much smaller. */
        OPUS
    }

    /**
     * What was packed.
     *
     * @param bytes of the bundle
     * @param recovery edits that were never saved and are in it, beside the project
     * @param asOpus how many recordings became Opus
     */
    public record Result(long bytes, Recovery recovery, int recordings, int asOpus) {}

    private final Places places;

    public BundleProject(Places places) {
        this.places = places;
    }

    /** Where a bundle of a project goes if nobody says otherwise: beside it. */
    public static Path suggested(Path project) {
        return project.resolveSibling(name(project) + "-bundle" + EXTENSION);
    }

    private static String name(Path project) {
        String name = project.getFileName().toString();
        return name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }

    /** About how many bytes the sound of a project takes as Opus. */
    public static double opusBytes(SyncedTranscript project) {
        return project.recordings().stream()
                .mapToDouble(r -> r.seconds() * OpusCopy.BYTES_A_SECOND * Math.min(2, r.channels()))
                .sum();
    }

    /**
     * @param tapes recordings that the user named anew; may be empty
     * @param to written whole or not at all
     * @throws MissingRecordingException if a recording is not there, or is not the one that was synced
     */
    public Result run(
            Path project, List<Path> tapes, Sound sound, Path to, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        PortableProject content = OpenProject.portable(project, places.journals());
        List<Recording> recordings = content.current().recordings();
        List<Path> files = FindRecordings.run(project, recordings, tapes);
        List<Recording> packed = new ArrayList<>();
        AtomicFile.writeBytes(to, out -> {
            BundleWriter bundle = new BundleWriter(out, name(project) + EXTENSION);
            for (int i = 0; i < files.size(); i++) {
                packed.add(pack(recordings.get(i), files.get(i), sound, bundle, progress, cancel));
            }
            bundle.finish(
                    content.over(packed),
                    textName(content.current().transcript().name()),
                    content.current().transcript().text());
        });
        int converted = 0;
        for (int i = 0; i < packed.size(); i++) {
            converted += packed.get(i).fingerprint().equals(recordings.get(i).fingerprint()) ? 0 : 1;
        }
        return new Result(Files.size(to), content.recovery(), packed.size(), converted);
    }

    private static String textName(String transcript) {
        return withoutEnding(transcript) + ".txt";
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private Recording pack(
            Recording recording,
            Path file,
            Sound sound,
            BundleWriter bundle,
            ProgressSink progress,
            CancellationToken cancel)
            throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        if (!Fingerprint.agree(recording.fingerprint(), Fingerprint.of(file, cancel))) {
            throw MissingRecordingException.changed(file);
        }
        Recording packed = sound == Sound.OPUS
                ? opus(recording, file, bundle, progress, cancel)
                : asItIs(recording, file, bundle, progress, cancel);
        if (!Files.getLastModifiedTime(file).equals(before)) {
            throw new UnreadableRecordingException(file, RecordingFault.CHANGED);
        }
        return packed;
    }

    private Recording opus(
            Recording recording, Path file, BundleWriter bundle, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        CacheFolder folder = new CacheFolder(places.cache().resolve("bundles"));
        try (Scratch opus = folder.scratch("opus")) {
            // Of a recording without gaps it makes no difference, but for projects from before there were any.
            boolean hasSilence = !recording.gaps().isEmpty();
            new OpusCopy(places.natives(), folder)
                    .write(
                            file,
                            recording.track(),
                            hasSilence,
                            opus.path(),
                            // A file need not say how long it is; the project knows.
                            (phase, at, all) -> progress.progress(phase, at, recording.seconds()),
                            cancel);
            if (Files.size(opus.path()) > WORTH_IT * Files.size(file)) {
                return asItIs(recording, file, bundle, progress, cancel);
            }
            String name = withoutEnding(file.getFileName().toString()) + ".opus";
            String fingerprint = Fingerprint.of(opus.path(), cancel);
            return recording.in(copy(opus.path(), name, recording, bundle, progress, cancel), fingerprint, 1);
        }
    }

    private static Recording asItIs(
            Recording recording, Path file, BundleWriter bundle, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        String name = copy(file, file.getFileName().toString(), recording, bundle, progress, cancel);
        return recording.in(name, recording.fingerprint(), recording.track());
    }

    private static String copy(
            Path file,
            String name,
            Recording recording,
            BundleWriter bundle,
            ProgressSink progress,
            CancellationToken cancel)
            throws IOException {
        double size = Math.max(1, Files.size(file));
        try (InputStream sound = Files.newInputStream(file)) {
            return bundle.recording(name, sound, n -> {
                cancel.check();
                progress.progress("Packing", Math.min(1, n / size) * recording.seconds(), recording.seconds());
            });
        }
    }
}
