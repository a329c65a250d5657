package org.tapescript.format.scc;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.cue.CueDocument;

/**
 * Scenarist closed captions: a timecode a line, and behind it pairs of bytes of line 21, of which one is sent a frame. A semicolon before
 * the frames says drop-frame code; without one, an hour of code lasts an hour and 3.6 seconds, for 29.97 frames are sent a second.
 * Programmes that begin at a full hour, as at 01:00:00, are counted from there.
 */
public final class SccReader implements TranscriptReader {
    private static final Pattern LINE = Pattern.compile(
            "\\h*(\\d{1,2}):(\\d{2}):(\\d{2})([:;.,])(\\d{1,2})\\h+([0-9a-fA-F]{4}(?:\\h+[0-9a-fA-F]{4})*)\\h*");
    private static final Pattern BLANKS = Pattern.compile("\\h+");
    private static final double RATE = 30000 / 1001.0;
    private static final double LAST_SECONDS = 5;

    @Override
    public boolean reads(TranscriptFile file) {
        return file.start().startsWith("Scenarist_SCC");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        List<Matcher> lines =
                file.text().lines().map(LINE::matcher).filter(Matcher::matches).toList();
        int hours = lines.isEmpty() ? 0 : Integer.parseInt(lines.get(0).group(1));
        CaptionDecoder decoder = new CaptionDecoder();
        double seconds = 0;
        for (Matcher line : lines) {
            long frame = frame(line, hours);
            for (String pair : BLANKS.split(line.group(6))) {
                seconds = Math.max(0, frame++ / RATE);
                decoder.pair(Integer.parseInt(pair, 16), seconds);
            }
        }
        return CueDocument.of(file, decoder.cues(seconds + LAST_SECONDS));
    }

    /** Frames since the hour in which the programme begins. */
    private static long frame(Matcher line, int hours) {
        long minutes = 60L * (Integer.parseInt(line.group(1)) - hours) + Integer.parseInt(line.group(2));
        long number = 30 * (60 * minutes + Integer.parseInt(line.group(3))) + Integer.parseInt(line.group(5));
        boolean dropFrame = !line.group(4).equals(":");
        return dropFrame ? number - 2 * (minutes - minutes / 10) : number;
    }
}
