package org.tapescript.ui.common;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.audio.PeakPyramid;
import org.tapescript.audio.RecordingCache;
import org.tapescript.audio.TapeSound;
import org.tapescript.audio.decode.FfmpegDecoder;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;

/**
 * A project's sound, decoded.
 *
 * @param recordings in order
 * @param sound all of them, at {@link DecodedRecording#SAMPLE_RATE}
 * @param peaks of each recording
 */
public record Tape(List<DecodedRecording> recordings, TapeSound sound, List<PeakPyramid> peaks) {
    /** @throws IOException if a recording cannot be read */
    public static Tape open(Places places, List<Path> files, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        RecordingCache cache = recordings(places);
        List<DecodedRecording> decoded = new ArrayList<>();
        List<PeakPyramid> peaks = new ArrayList<>();
        for (Path file : files) {
            DecodedRecording recording = cache.get(file, progress, cancel);
            decoded.add(recording);
            peaks.add(PeakPyramid.read(recording.peaks()));
        }
        return new Tape(decoded, TapeSound.open(decoded), peaks);
    }

    public static RecordingCache recordings(Places places) throws IOException {
        return new RecordingCache(
                places.cache().resolve("recordings"),
                new FfmpegDecoder(places.cache().resolve("native")));
    }

    public double seconds() {
        return sound.length() / (double) DecodedRecording.SAMPLE_RATE;
    }
}
