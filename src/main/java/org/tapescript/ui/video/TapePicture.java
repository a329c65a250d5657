package org.tapescript.ui.video;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tapescript.ffmpeg.Ffmpeg;
import org.tapescript.job.CancellationToken;
import org.tapescript.picture.PictureFile;
import org.tapescript.ui.common.Tape;

/** The pictures of a tape's recordings on the timeline of all; a recording may have none. */
final class TapePicture {
    /** A recording's picture, shown from {@code start} to {@code end} of the tape. */
    record Side(PictureFile file, double start, double end) {}

    private final List<Side> sides;

    private TapePicture(List<Side> sides) {
        this.sides = List.copyOf(sides);
    }

    /** Nothing if no recording has a picture. */
    static Optional<TapePicture> open(Ffmpeg ffmpeg, Tape tape, CancellationToken cancel) throws IOException {
        List<Side> sides = new ArrayList<>();
        double start = 0;
        for (var recording : tape.recordings()) {
            double end = start + recording.seconds();
            Optional<PictureFile> file = PictureFile.open(ffmpeg, recording.source(), cancel);
            if (file.isPresent()) {
                sides.add(new Side(file.get(), start, end));
            }
            start = end;
        }
        return sides.isEmpty() ? Optional.empty() : Optional.of(new TapePicture(sides));
    }

    /** The recording with a picture that is heard at a moment. */
    Optional<Side> at(double seconds) {
        return sides.stream()
                .filter(s -> seconds >= s.start && seconds <= s.end)
                .reduce((a, b) -> b);
    }

    /** The first that there is: its shape is that of the page. */
    PictureFile first() {
        return sides.get(0).file();
    }
}
