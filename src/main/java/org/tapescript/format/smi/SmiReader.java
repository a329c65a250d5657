package org.tapescript.format.smi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.Parts;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.cue.Cue;
import org.tapescript.format.cue.CueDocument;

/** SAMI (Microsoft, Understanding SAMI 1.0): a paragraph at each sync, shown until the next; of several languages one is taken. */
public final class SmiReader implements TranscriptReader {
    private static final Pattern SYNC =
            Pattern.compile("<sync\\s+start\\s*=\\s*[\"']?(\\d{1,10})[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLASS =
            Pattern.compile("<p\\b[^>]*?\\bclass\\s*=\\s*[\"']?([\\w-]{1,40})[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final double LAST_SECONDS = 10;

    private record Shown(double start, String html) {}

    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("smi", "sami")
                || file.start().toLowerCase(java.util.Locale.ROOT).startsWith("<sami");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        String text = file.text();
        Map<String, List<Shown>> languages = new LinkedHashMap<>();
        Matcher m = SYNC.matcher(text);
        boolean more = m.find();
        while (more) {
            double start = Double.parseDouble(m.group(1)) / 1000;
            int from = m.end();
            more = m.find();
            String html = text.substring(from, more ? m.start() : text.length());
            Matcher c = CLASS.matcher(html);
            languages
                    .computeIfAbsent(c.find() ? c.group(1) : "", k -> new ArrayList<>())
                    .add(new Shown(start, html));
        }
        Parts parts = Parts.tiers(file, languages.keySet());
        List<Shown> shown = languages.getOrDefault(parts.first(), List.of());
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            double start = shown.get(i).start;
            double end = i + 1 < shown.size() ? Math.max(start, shown.get(i + 1).start) : start + LAST_SECONDS;
            cues.add(new Cue(TimedTurns.span(start, end), lines(shown.get(i).html)));
        }
        cues.sort(
                Comparator.comparingLong(c -> c.time().map(t -> t.startMicros()).orElse(0L)));
        return CueDocument.of(file, cues, parts.reading());
    }

    private static List<Cue.Line> lines(String html) {
        return Arrays.stream(html.split("(?i)<br[^>]*>|</p>"))
                .map(l ->
                        Jsoup.parseBodyFragment(l).text().replace('\u00a0', ' ').strip())
                .map(l -> new Cue.Line("", l))
                .toList();
    }
}
