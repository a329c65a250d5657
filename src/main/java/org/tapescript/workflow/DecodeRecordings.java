package org.tapescript.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.audio.Fingerprint;
import org.tapescript.audio.PcmFile;
import org.tapescript.audio.RecordingCache;
import org.tapescript.audio.decode.AudioDecoder;
import org.tapescript.audio.decode.FfmpegDecoder;
import org.tapescript.audio.decode.RecordingFault;
import org.tapescript.audio.decode.SoundClip;
import org.tapescript.audio.decode.UnreadableRecordingException;
import org.tapescript.domain.Recording;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.Formats;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;

/** Decodes recordings, once each, into the user's cache. Safe from several threads. */
public final class DecodeRecordings {
    private final Path folder;
    private RecordingCache cache;

    /** @param folder of the user's cache */
    public DecodeRecordings(Path folder) {
        this.folder = folder;
    }

    /**
     * @param files recordings in order
     * @throws MissingRecordingException if one is not the recording that a project knows
     * @throws IOException if one cannot be read, or the cache cannot be written
     */
    public List<DecodedRecording> run(
            List<Path> files, TrackChoice tracks, ProgressSink progress, CancellationToken cancel) throws IOException {
        RecordingCache decoding = cache();
        List<DecodedRecording> decoded = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            DecodedRecording now = decoding.get(files.get(i), tracks.track(i), true, progress, cancel);
            Optional<Recording> known = tracks.known(i);
            if (known.isPresent() && !Fingerprint.agree(known.get().fingerprint(), now.fingerprint())) {
                throw MissingRecordingException.changed(files.get(i));
            }
            decoded.add(
                    known.isPresent() && isWithoutSilence(known.get(), now)
                            ? decoding.get(files.get(i), OptionalInt.of(now.track()), false, progress, cancel)
                            : now);
        }
        return decoded;
    }

    /**
     * Looks whether recordings can be decoded, before anything that takes long.
     *
     * @throws IOException if one cannot be read
     */
    void check(List<Path> files, TrackChoice tracks, CancellationToken cancel) throws IOException {
        for (int i = 0; i < files.size(); i++) {
            try {
                cache().check(files.get(i), tracks.track(i), cancel);
            } catch (UnreadableRecordingException e) {
                boolean refused = e.fault() == RecordingFault.UNREADABLE || e.fault() == RecordingFault.NO_RECORDING;
                if (refused && isNamedAsTranscript(files.get(i))) {
                    throw new UnreadableRecordingException(files.get(i), RecordingFault.DOCUMENT);
                }
                throw e;
            }
        }
    }

    private static boolean isNamedAsTranscript(Path file) {
        String name = file.getFileName().toString();
        return Formats.READ_EXTENSIONS.contains(
                name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /**
     * Whether a project's times count sound alone, as earlier versions did, where the file has stretches without: then it is to be
     * decoded as it was.
     */
    private static boolean isWithoutSilence(Recording known, DecodedRecording now) {
        double silence =
                now.gaps().stream().mapToDouble(AudioDecoder.Gap::seconds).sum();
        return silence > 0 && Math.abs(now.seconds() - silence - known.seconds()) < silence / 2;
    }

    /**
     * Writes a stretch of the timeline of recordings as a file of its own; of a stretch that goes on in the next recording what is in
     * the one where it begins.
     *
     * @param to {@code .mp3}, or else WAV
     */
    public void clip(List<DecodedRecording> recordings, TimeSpan span, Path to, CancellationToken cancel)
            throws IOException {
        double start = span.startSeconds();
        for (DecodedRecording recording : recordings) {
            if (start < recording.seconds()) {
                new SoundClip(folder.resolve("native"))
                        .write(
                                recording.source(),
                                recording.track(),
                                start,
                                Math.min(span.endSeconds() - span.startSeconds(), recording.seconds() - start),
                                to,
                                cancel);
                return;
            }
            start -= recording.seconds();
        }
    }

    /** Their sound at a model's rate. */
    List<SampleSource> atRate(List<DecodedRecording> decoded, int rate) throws IOException {
        List<SampleSource> sides = new ArrayList<>();
        for (DecodedRecording recording : decoded) {
            sides.add(PcmFile.open(cache().atRate(recording, rate), rate));
        }
        return sides;
    }

    /** Where FFmpeg is unpacked. */
    public Path natives() {
        return folder.resolve("native");
    }

    /** Made when it is first needed: FFmpeg is unpacked for it. */
    private synchronized RecordingCache cache() throws IOException {
        if (cache == null) {
            cache = new RecordingCache(recordings(folder), new FfmpegDecoder(natives()));
        }
        return cache;
    }

    /** Where decoded recordings are kept, and what an alignment of them has too much of for memory. */
    static Path recordings(Path cache) {
        return cache.resolve("recordings");
    }
}
