package org.tapescript.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tapescript.domain.Comment;
import org.tapescript.domain.Recording;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Word;

/**
 * How the times of an export are counted.
 *
 * @param offsetSeconds added to all times
 * @param speed by which all times are multiplied first, as 25 / 23.976 for a film that runs slower elsewhere
 * @param frameRate frames a second, for formats that count frames
 * @param dropFrame whether those formats leave out frame numbers so that their clock keeps the time of day (SMPTE ST 12-1); for 29.97
 *     and 59.94 frames a second
 * @param startSeconds what the timecode of the first frame shows, for those formats, as 3600 for 01:00:00:00
 */
public record Timebase(double offsetSeconds, double speed, double frameRate, boolean dropFrame, double startSeconds) {
    /** Times of the tape itself; timecodes count from nought at 25 frames a second. */
    public static final Timebase MEDIA = new Timebase(0, 1, 25, false, 0);

    public Timebase {
        if (!(speed > 0.1 && speed < 10) || !(frameRate >= 10 && frameRate <= 240) || Double.isNaN(offsetSeconds)) {
            throw new IllegalArgumentException("speed from 0.1 to 10 and frame rate from 10 to 240 wanted");
        }
        if (dropFrame && Math.abs(frameRate - 29.97) > 0.01 && Math.abs(frameRate - 59.94) > 0.01) {
            throw new IllegalArgumentException("drop-frame timecode is for 29.97 and 59.94 frames a second");
        }
    }

    /** A frame rate as it is written for short, 23.976 or 29.97, exactly: a thousandth and one less than a whole number. */
    public static double exactRate(double written) {
        double whole = Math.ceil(written);
        return written != whole && Math.abs(written - whole / 1.001) < 0.01 ? whole / 1.001 : written;
    }

    /**
     * A factor of speed as people write it: 0.96 or 24/25.
     *
     * @throws NumberFormatException if it is none
     */
    public static double factor(String written) {
        String[] parts = written.replace(',', '.').split("/", 2);
        double divisor = parts.length > 1 ? Double.parseDouble(parts[1].strip()) : 1;
        return Double.parseDouble(parts[0].strip()) / divisor;
    }

    /** The second of the recordings at which something is that an export has at another. */
    public double media(double exported) {
        return (exported - offsetSeconds) / speed;
    }

    /** The transcript with its times counted so; what would begin before nought has no time. */
    public SyncedTranscript apply(SyncedTranscript t) {
        if (offsetSeconds == 0 && speed == 1) {
            return t;
        }
        return new SyncedTranscript(
                t.basis(),
                recordings(t.recordings()),
                t.transcript(),
                t.turns().stream()
                        .map(turn -> turn.withWords(
                                turn.words().stream().map(this::apply).toList()))
                        .toList(),
                t.untranscribed().stream()
                        .flatMap(s ->
                                apply(s.time())
                                        .map(time -> new StraySpeech(time, s.speaker(), s.overlapsWords()))
                                        .stream())
                        .toList(),
                t.speakerDoubts(),
                t.match(),
                t.notes()
                        .withComments(
                                t.notes().comments().stream().map(this::apply).toList()));
    }

    /** The first takes up the offset: the others follow it. */
    private List<Recording> recordings(List<Recording> recordings) {
        List<Recording> result = new ArrayList<>();
        for (Recording r : recordings) {
            result.add(apply(r, result.isEmpty() ? offsetSeconds : 0));
        }
        return result;
    }

    private Recording apply(Recording r, double more) {
        return r.withMicros(Math.max(0, Math.round(r.seconds() * 1e6 * speed + more * 1e6)));
    }

    /** What is noted is not lost, wherever it would stand. */
    private Comment apply(Comment comment) {
        return comment.withMicros(Math.max(0, Math.round(comment.micros() * speed + offsetSeconds * 1e6)));
    }

    private Word apply(Word word) {
        return word.timing() instanceof Timing.Timed timed
                ? word.withTiming(apply(timed.time())
                        .<Timing>map(span -> new Timing.Timed(span, timed.confidence(), timed.origin()))
                        .orElse(Timing.UNALIGNED))
                : word;
    }

    private Optional<TimeSpan> apply(TimeSpan span) {
        long start = Math.round(span.startMicros() * speed + offsetSeconds * 1e6);
        long end = Math.round(span.endMicros() * speed + offsetSeconds * 1e6);
        return start < 0 ? Optional.empty() : Optional.of(new TimeSpan(start, end));
    }

    /** The frame that is shown at a second, counted from the first. */
    public long frame(double seconds) {
        return Math.round(seconds * frameRate);
    }

    /** Timecode of a frame that {@link #frame} gives. */
    public Timecode timecode(long frame) {
        return Timecode.of(frame + startFrame(), frameRate, dropFrame);
    }

    /** The first frame, counted from that of the timecode 00:00:00:00. */
    public long startFrame() {
        return Timecode.frame(Math.round(startSeconds), frameRate, dropFrame);
    }
}
