package org.tapescript.format.textgrid;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TierDocument;
import org.tapescript.format.TierDocument.Interval;
import org.tapescript.format.TierDocument.Tier;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.plain.TextDecoder;

/** Praat's text forms, the long and the short: Praat itself reads nothing but their numbers, texts and flags, and so does this. */
public final class TextGridReader implements TranscriptReader {
    private static final Pattern TOKEN = Pattern.compile(
            "\"([^\"]*+(?:\"\"[^\"]*+)*+)\"|<(\\w+)>|(?<![\\w\\[])(-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)(?![\\w\\]])");

    @Override
    public boolean reads(Path file, byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1).replace("\u0000", "");
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".textgrid")
                || start.contains("\"ooTextFile") && start.contains("TextGrid");
    }

    @Override
    public SourceDocument read(Path file, byte[] bytes) throws UnreadableTranscriptException {
        String text = TextDecoder.decode(bytes)
                .orElseThrow(() ->
                        new UnreadableTranscriptException(file, "it is not text; save it from Praat as a text file"));
        List<String> tokens = new ArrayList<>();
        Matcher m = TOKEN.matcher(text);
        while (m.find()) {
            tokens.add(
                    m.group(1) != null
                            ? "\"" + m.group(1).replace("\"\"", "\"")
                            : m.group(2) != null ? "<" : m.group(3));
        }
        try {
            return TierDocument.of(file, new Parser(tokens).tiers());
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new UnreadableTranscriptException(file, "it is no TextGrid, or ends too soon", e);
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
                                .ifPresent((TimeSpan s) -> content.add(new Interval(s, value.strip())));
                    }
                }
                tiers.add(new Tier(name, "", content));
            }
            return tiers;
        }
    }
}
