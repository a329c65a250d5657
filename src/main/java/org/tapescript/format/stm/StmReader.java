package org.tapescript.format.stm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;

/**
 * NIST's segment time-marked form (sctk, infmts: stm) of one recording: of alternatives the first, words that may be left out without
 * their brackets; segments to be ignored hold nothing that is said.
 */
public final class StmReader implements TranscriptReader {
    private static final Pattern LINE = Pattern.compile(
            "(\\S{1,200})\\s+(\\S{1,20})\\s+(\\S{1,200})\\s+(\\d{1,7}(?:\\.\\d{1,9})?)\\s+(\\d{1,7}(?:\\.\\d{1,9})?)(?:\\s+<[^<>]*>)?(?:\\s+(.*))?");

    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("stm")
                || file.start()
                        .matches(
                                "(?s)(?:;;[^\\n]*\\n)*\\S{1,200} [12AB] \\S{1,200} \\d+\\.\\d+ \\d+\\.\\d+ <[^<>\\n]*> .*");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        TimedTurns turns = new TimedTurns(file.path());
        String recording = "";
        for (String line : file.text().split("\\R")) {
            Matcher m = LINE.matcher(line.strip());
            if (line.startsWith(";;")
                    || !m.matches()
                    || m.group(6) == null
                    || m.group(6).startsWith("IGNORE_TIME_SEGMENT")) {
                continue;
            }
            if (!recording.isEmpty() && !recording.equals(m.group(1))) {
                throw file.unreadable(TranscriptFault.SEVERAL_RECORDINGS, recording, m.group(1));
            }
            recording = m.group(1);
            double start = Double.parseDouble(m.group(4));
            turns.turn(
                    m.group(3).replace('_', ' '),
                    TimedTurns.span(start, Math.max(start, Double.parseDouble(m.group(5)))),
                    said(m.group(6)));
        }
        return turns.build();
    }

    private static String said(String coded) {
        String first = coded.replaceAll("\\{([^{}/]*)/[^{}]*\\}", "$1").replace(" @ ", " ");
        return first.replaceAll("\\(%?([^()]*)\\)", "$1")
                .replaceAll("(?U)\\s+", " ")
                .strip();
    }
}
