package org.tapescript.ui.common;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.audio.PeakPyramid;
import org.tapescript.audio.TapeSound;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.workflow.DecodeRecordings;
import org.tapescript.workflow.TrackChoice;

/**
 * A project's sound, decoded.
 *
 * @param recordings in order
 * @param sound all of them, at {@link DecodedRecording#SAMPLE_RATE}
 * @param peaks of each recording
 */
public record Tape(List<DecodedRecording> recordings, TapeSound sound, List<PeakPyramid> peaks) {
    /** @throws IOException if a recording cannot be read */
    public static Tape open(
            DecodeRecordings decoding,
            List<Path> files,
            TrackChoice tracks,
            ProgressSink progress,
            CancellationToken cancel)
            throws IOException {
        List<DecodedRecording> decoded = decoding.run(files, tracks, progress, cancel);
        List<PeakPyramid> peaks = new ArrayList<>();
        for (DecodedRecording recording : decoded) {
            peaks.add(PeakPyramid.read(recording.peaks()));
        }
        return new Tape(decoded, TapeSound.open(decoded), peaks);
    }

    /** Where the recordings lie. */
    public List<Path> files() {
        return recordings.stream().map(DecodedRecording::source).toList();
    }

    public double seconds() {
        return sound.length() / (double) DecodedRecording.SAMPLE_RATE;
    }
}
