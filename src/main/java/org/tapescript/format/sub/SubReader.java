package org.tapescript.format.sub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.cue.Cue;
import org.tapescript.format.cue.CueBlocks;
import org.tapescript.format.cue.CueDocument;
import org.tapescript.format.cue.CueMarkup;

/**
 * MicroDVD ({@code {from}{to}text} in frames, the rate in a first subtitle, else 25), MPL2 (the same in tenths of a second, square
 * brackets) and SubViewer ({@code from,to}, then text with {@code [br]}).
 */
public final class SubReader implements TranscriptReader {
    private static final Pattern FRAMES = Pattern.compile("\\{(\\d{1,9})\\}\\{(\\d{0,9})\\}(.*)");
    private static final Pattern TENTHS = Pattern.compile("\\[(\\d{1,9})\\]\\[(\\d{0,9})\\](.*)");
    private static final double USUAL_RATE = 25;
    private static final double UNKNOWN_LENGTH = 3;

    @Override
    public boolean reads(TranscriptFile file) {
        String start = file.start();
        String first = start.split("\\R", 2)[0];
        return FRAMES.matcher(first).matches()
                || TENTHS.matcher(first).matches()
                || start.startsWith("[INFORMATION]")
                || file.isNamed("sub") && file.decoded().isPresent();
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        String text = file.text();
        String[] lines = text.split("\\R");
        double rate = USUAL_RATE;
        List<Cue> cues = new ArrayList<>();
        for (String line : lines) {
            Matcher frames = FRAMES.matcher(line.strip());
            Matcher tenths = TENTHS.matcher(line.strip());
            if (frames.matches()) {
                double given = rate(frames);
                if (given > 0) {
                    rate = given;
                } else {
                    cue(frames, rate, cues);
                }
            } else if (tenths.matches()) {
                cue(tenths, 10, cues);
            }
        }
        return CueDocument.of(
                file,
                cues.isEmpty()
                        ? CueBlocks.of(
                                text.replaceAll("\\[(?:br|BR)\\]", "\n").replaceAll("(?m)^\\[/?[A-Z ]+\\].*$", ""),
                                false)
                        : cues);
    }

    private static double rate(Matcher cue) {
        boolean first = cue.group(1).equals(cue.group(2)) && Integer.parseInt(cue.group(1)) <= 1;
        return first && cue.group(3).matches("\\d{2,3}(?:[.,]\\d{1,6})?")
                ? Double.parseDouble(cue.group(3).replace(',', '.'))
                : 0;
    }

    private static void cue(Matcher m, double rate, List<Cue> cues) {
        double from = Double.parseDouble(m.group(1)) / rate;
        double to = m.group(2).isEmpty() ? from + UNKNOWN_LENGTH : Double.parseDouble(m.group(2)) / rate;
        List<Cue.Line> lines = Arrays.stream(m.group(3).split("\\|"))
                // A slash opens a line in italics.
                .map(l -> CueMarkup.plain(l.replaceFirst("^/", "")).strip())
                .map(l -> new Cue.Line("", l))
                .toList();
        cues.add(new Cue(TimedTurns.span(from, Math.max(from, to)), lines));
    }
}
