package org.tapescript.format.ohms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.Transcript.Hint;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.XmlTree;
import org.tapescript.format.cue.CueBlocks;
import org.tapescript.format.cue.CueDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * OHMS XML 5.4: a transcript in lines, and marks at regular intervals, each at a word of a line ({@code 1:|3(2)|9(1)}); later
 * versions hold WebVTT instead.
 */
public final class OhmsReader implements TranscriptReader {
    private static final Pattern MARK = Pattern.compile("(\\d{1,7})\\((\\d{1,5})\\)");

    @Override
    public boolean reads(TranscriptFile file) {
        return file.start().contains("/nunncenter/ohms");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        Document document = XmlTree.parse(file);
        String cues = content(document, "vtt_transcript");
        String text = content(document, "transcript");
        if (!cues.isBlank() || text.strip().startsWith("WEBVTT")) {
            return CueDocument.of(file, CueBlocks.of(cues.isBlank() ? text : cues, true));
        }
        String lines = text.replaceAll("\\r\\n?", "\n");
        DocumentBuilder builder = new DocumentBuilder(file.name());
        builder.lines(lines);
        SourceDocument built = builder.build();
        List<Hint> hints = hints(lines, content(document, "sync"));
        return new SourceDocument(built.name(), built.text(), built.blocks(), hints, built.reading());
    }

    private static String content(Document document, String name) {
        return XmlTree.first(document, name).map(Element::getTextContent).orElse("");
    }

    /** Between two marks it is known when the text is said. */
    private static List<Hint> hints(String text, String sync) {
        String[] parts = sync.split(":", 2);
        if (parts.length < 2 || !parts[0].strip().matches("\\d{1,3}")) {
            return List.of();
        }
        double interval = 60.0 * Math.max(1, Integer.parseInt(parts[0].strip()));
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i <= text.length(); i++) {
            if (i == 0 || text.charAt(i - 1) == '\n') {
                starts.add(i);
            }
        }
        // The first mark stands where the first interval is over.
        List<Integer> places = new ArrayList<>(List.of(0));
        Matcher m = MARK.matcher(parts[1]);
        while (m.find()) {
            int line = Math.min(Math.max(1, Integer.parseInt(m.group(1))), starts.size());
            int from = starts.get(line - 1);
            int end = line < starts.size() ? starts.get(line) : text.length();
            places.add(word(text, from, end, Integer.parseInt(m.group(2))));
        }
        List<Hint> hints = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            boolean last = i + 1 == places.size();
            int end = last ? text.length() : places.get(i + 1);
            if (end > places.get(i)) {
                int number = i;
                CharSpan place = new CharSpan(places.get(i), end);
                TimedTurns.span(number * interval, (number + 1) * interval)
                        .ifPresent(t -> hints.add(new Hint(place, t, false)));
            }
        }
        return hints;
    }

    /** Where the n-th word of a line begins, counted from 1. */
    private static int word(String text, int from, int end, int n) {
        int at = from;
        for (int i = 1; i < n && at < end; i++) {
            int blank = text.indexOf(' ', at);
            at = blank < 0 || blank >= end ? end : blank + 1;
        }
        return Math.min(at, Math.max(from, end - 1));
    }
}
