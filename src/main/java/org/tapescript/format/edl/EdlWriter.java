package org.tapescript.format.edl;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.format.ExportFault;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.PrintedText;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;
import org.tapescript.format.Timebase;
import org.tapescript.format.UnwritableException;

/**
 * An edit decision list in the form of CMX 3600: the tape in one event a recording, and a locator where each turn begins. Ends are the
 * frame after the last.
 */
public final class EdlWriter extends TextWriter {
    private static final int MAXIMUM_EVENTS = 999;
    /** What stands for the reel where the source is a file; editors go by the clip's name then. */
    private static final String FILE = "AX";

    private static final double DAY = 24 * 3600;

    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        Timebase time = options.timebase();
        if (transcript.seconds() + time.startSeconds() >= DAY) {
            throw new UnwritableException("edl", ExportFault.DAY);
        }
        if (transcript.recordings().size() > MAXIMUM_EVENTS) {
            throw new UnwritableException("edl", ExportFault.MANY_RECORDINGS);
        }
        out.write("TITLE: " + line(Texts.title(transcript)) + "\n");
        out.write("FCM: " + (time.dropFrame() ? "DROP FRAME" : "NON-DROP FRAME") + "\n\n");
        List<Turn> turns = new ArrayList<>(
                transcript.turns().stream().filter(t -> t.span().isPresent()).toList());
        turns.sort(Comparator.comparingDouble(t -> t.span().orElseThrow().startSeconds()));
        PrintedText printed = new PrintedText(transcript);
        Map<Long, String> used = new TreeMap<>();
        int event = 1;
        for (SyncedTranscript.Side side : transcript.sides()) {
            Recording recording = side.recording();
            long from = time.frame(side.start());
            long to = Math.max(from + 1, time.frame(side.end()));
            out.write(String.format(
                    Locale.ROOT,
                    "%03d  %-8s %-5s C        %s %s %s %s\n",
                    event++,
                    FILE,
                    recording.channels() == 1 ? "A" : "AA",
                    time.timecode(0),
                    time.timecode(to - from),
                    time.timecode(from),
                    time.timecode(to)));
            out.write("* FROM CLIP NAME: " + line(Texts.fileName(recording)) + "\n");
            for (Turn turn : turns) {
                long at = time.frame(turn.span().orElseThrow().startSeconds());
                if (at >= from && at < to) {
                    // Most programs merge two locators on the same frame.
                    while (used.containsKey(at)) {
                        at++;
                    }
                    used.put(at, turn.id());
                    out.write("* LOC: " + time.timecode(at) + " WHITE   "
                            + line(turn.speaker() + ": " + printed.of(turn)) + "\n");
                }
            }
        }
    }

    private static String line(String text) {
        String one = Texts.oneLine(text);
        return one.length() > 200 ? one.substring(0, one.offsetByCodePoints(0, one.codePointCount(0, 198))) + "…" : one;
    }
}
