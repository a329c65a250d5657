package org.tapescript.format.stm;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.NistWords;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;

/**
 * NIST's segment time marks (sctk, stm.5): a turn a line, times counted within each recording. Speech that the text lacks is to be
 * ignored by whoever scores with the file.
 */
public final class StmWriter extends TextWriter {
    private static final String IGNORED = "IGNORE_TIME_SEGMENT_IN_SCORING";

    private record Segment(TimeSpan time, String speaker, String text) {}

    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        List<Segment> segments = segments(transcript);
        for (SyncedTranscript.Side side : transcript.sides()) {
            for (Segment s : segments) {
                double from = Math.max(side.start(), s.time.startSeconds());
                double to = Math.min(side.end(), s.time.endSeconds());
                // A turn that goes on over the end of a side belongs to the side on which it begins.
                if (s.time.startSeconds() >= side.start() && to > from) {
                    out.write(String.format(
                            Locale.ROOT,
                            "%s 1 %s %.3f %.3f <O> %s\n",
                            Texts.token(side.recording()),
                            s.speaker,
                            from - side.start(),
                            to - side.start(),
                            s.text));
                }
            }
        }
    }

    private static List<Segment> segments(SyncedTranscript transcript) {
        NistWords words = new NistWords(Texts.languageTag(transcript));
        List<Segment> segments = new ArrayList<>();
        for (Turn turn : transcript.turns()) {
            String text = turn.words().stream()
                    .filter(w -> w.span().isPresent())
                    .map(Word::text)
                    .map(words::token)
                    .collect(Collectors.joining(" "));
            turn.span().ifPresent(s -> segments.add(new Segment(s, name(turn.speaker()), text)));
        }
        for (StraySpeech stray : transcript.untranscribed()) {
            segments.add(new Segment(stray.time(), name(stray.speaker().orElse("unknown")), IGNORED));
        }
        segments.sort(Comparator.comparingDouble(s -> s.time.startSeconds()));
        return segments;
    }

    private static String name(String speaker) {
        String name = speaker.strip().replaceAll("(?U)[\\s;<>]+", "_");
        return name.isEmpty() ? "unknown" : name;
    }
}
