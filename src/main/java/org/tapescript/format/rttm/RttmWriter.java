package org.tapescript.format.rttm;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;

/**
 * NIST's rich transcription time-marked form (RT-09 evaluation plan, appendix A): who spoke when, one {@code SPEAKER} line a turn or
 * stretch of untranscribed speech, times counted within each recording. Spaces in names become underscores; speech of nobody known
 * is {@code <NA>}.
 */
public final class RttmWriter extends TextWriter {
    private record Line(TimeSpan time, String speaker, String confidence) {}

    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Turn turn : transcript.turns()) {
            String confidence = turn.speakerConfidence().isPresent()
                    ? String.format(
                            Locale.ROOT, "%.3f", turn.speakerConfidence().getAsDouble())
                    : "<NA>";
            turn.span().ifPresent(s -> lines.add(new Line(s, token(turn.speaker()), confidence)));
        }
        for (StraySpeech stray : transcript.untranscribed()) {
            lines.add(new Line(
                    stray.time(), stray.speaker().map(RttmWriter::token).orElse("<NA>"), "<NA>"));
        }
        lines.sort(Comparator.comparingDouble(l -> l.time.startSeconds()));
        for (SyncedTranscript.Side side : transcript.sides()) {
            String file = Texts.token(side.recording());
            for (Line line : joined(lines)) {
                double from = Math.max(side.start(), line.time.startSeconds());
                double to = Math.min(side.end(), line.time.endSeconds());
                if (to > from) {
                    out.write(String.format(
                            Locale.ROOT,
                            "SPEAKER %s 1 %.3f %.3f <NA> <NA> %s %s <NA>\n",
                            file,
                            Texts.thousandths(from - side.start()),
                            // Of rounded times: rounded by itself it could reach into the next stretch.
                            Texts.thousandths(to - side.start()) - Texts.thousandths(from - side.start()),
                            line.speaker,
                            line.confidence));
                }
            }
        }
    }

    /** Nobody speaks twice at once: what overlaps of one speaker is one stretch. */
    private static List<Line> joined(List<Line> sorted) {
        List<Line> result = new ArrayList<>();
        for (Line line : sorted) {
            int last = -1;
            for (int i = result.size() - 1; i >= 0 && last < 0; i--) {
                last = result.get(i).speaker.equals(line.speaker) ? i : -1;
            }
            if (last >= 0 && result.get(last).time.endMicros() > line.time.startMicros()) {
                Line before = result.get(last);
                result.set(last, new Line(before.time.union(line.time), before.speaker, before.confidence));
            } else {
                result.add(line);
            }
        }
        return result;
    }

    private static String token(String text) {
        String token = text.strip().replaceAll("(?U)[\\s;]+", "_");
        return token.isEmpty() ? "<NA>" : token;
    }
}
