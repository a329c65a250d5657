package org.tapescript.format.textgrid;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TierDocument;
import org.tapescript.format.TierDocument.Interval;
import org.tapescript.format.TierDocument.Tier;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;

/** Praat's text forms, the long and the short: Praat itself reads nothing but their numbers, texts and flags, and so does this. */
public final class TextGridReader implements TranscriptReader {
    private static final Pattern TOKEN = Pattern.compile(
            "\"([^\"]*+(?:\"\"[^\"]*+)*+)\"|<(\\w+)>|![^\\r\\n]*+|(?<![\\w\\[])(-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)(?![\\w\\]])");

    @Override
    public boolean reads(TranscriptFile file) {
        String start = file.start();
        return file.isNamed("textgrid") || start.contains("\"ooTextFile") && start.contains("TextGrid");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        String text = file.text();
        List<String> tokens = new ArrayList<>();
        Matcher m = TOKEN.matcher(text);
        while (m.find()) {
            // A comment goes on to the end of its line.
            if (m.group().startsWith("!")) {
                continue;
            }
            tokens.add(
                    m.group(1) != null
                            ? "\"" + m.group(1).replace("\"\"", "\"")
                            : m.group(2) != null ? "<" : m.group(3));
        }
        try {
            return TierDocument.of(file, new Parser(tokens).tiers());
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw file.unreadable(e, TranscriptFault.DAMAGED_TEXT_GRID);
        }
    }

    private static final class Parser {
        private final List<String> tokens;
        private int at;

        Parser(List<String> tokens) {
            this.tokens = tokens;
        }

        private double number() {
            return Double.parseDouble(tokens.get(at++));
        }

        private String text() {
            String token = tokens.get(at++);
            if (!token.startsWith("\"")) {
                throw new NumberFormatException("a text was expected, not " + token);
            }
            return token.substring(1);
        }

        List<Tier> tiers() {
            // File type, object class, xmin, xmax, <exists>, number of tiers.
            text();
            text();
            number();
            number();
            at++;
            int count = (int) number();
            List<Tier> tiers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                boolean intervals = text().equals("IntervalTier");
                String name = text();
                number();
                number();
                int size = (int) number();
                List<Interval> content = new ArrayList<>();
                for (int k = 0; k < size; k++) {
                    double start = number();
                    double end = intervals ? number() : start;
                    String value = text();
                    if (intervals && !value.isBlank()) {
                        TimedTurns.span(start, end)
                                .ifPresent((TimeSpan s) -> content.add(
                                        new Interval(s, Trigraphs.plain(value).strip())));
                    }
                }
                tiers.add(new Tier(name, "", name, content));
            }
            return tiers;
        }
    }
}
