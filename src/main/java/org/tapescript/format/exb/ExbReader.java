package org.tapescript.format.exb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.ClockTime;
import org.tapescript.format.TierDocument;
import org.tapescript.format.TierDocument.Interval;
import org.tapescript.format.TierDocument.Tier;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.XmlTree;
import org.tapescript.format.cue.CueDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * EXMARaLDA basic transcription (EXB): tiers of type {@code t} are what was said, their events, which bring their own blanks, follow each
 * other on a common timeline; events that go on with a sentence are one.
 */
public final class ExbReader implements TranscriptReader {
    private static final int MIN_WORDS = 3;

    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("exb") || file.start().contains("<basic-transcription");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        Document document = XmlTree.parse(file);
        Map<String, String> speakers = new HashMap<>();
        for (Element speaker : XmlTree.all(document, "speaker")) {
            String name =
                    XmlTree.first(speaker, "abbreviation").map(XmlTree::text).orElse("");
            speakers.put(speaker.getAttribute("id"), name.isEmpty() ? speaker.getAttribute("id") : name);
        }
        Timeline timeline = new Timeline(document);
        List<Tier> spoken = new ArrayList<>();
        List<Tier> others = new ArrayList<>();
        for (Element tier : XmlTree.all(document, "tier")) {
            String speaker = speakers.getOrDefault(tier.getAttribute("speaker"), tier.getAttribute("speaker"));
            String category = tier.getAttribute("category");
            String name = (speaker + " [" + category + "]").strip();
            boolean said = tier.getAttribute("type").equals("t");
            (said ? spoken : others).add(new Tier(name, speaker, name, intervals(tier, timeline)));
        }
        boolean wanted = !file.options().tiers().isEmpty();
        List<Tier> tiers = new ArrayList<>(spoken);
        if (wanted || spoken.isEmpty()) {
            tiers.addAll(others);
        }
        return TierDocument.of(file, tiers);
    }

    private static List<Interval> intervals(Element tier, Timeline timeline) {
        List<Interval> result = new ArrayList<>();
        String between = isApart(tier) ? "" : " ";
        StringBuilder open = new StringBuilder();
        Optional<TimeSpan> span = Optional.empty();
        String end = "";
        for (Element event : XmlTree.children(tier)) {
            Optional<TimeSpan> time = timeline.span(event.getAttribute("start"), event.getAttribute("end"));
            if (!XmlTree.is(event, "event") || time.isEmpty()) {
                continue;
            }
            boolean goesOn = event.getAttribute("start").equals(end) && !CueDocument.endsSentence(open.toString());
            if (!goesOn && span.isPresent()) {
                result.add(new Interval(
                        span.get(), open.toString().replaceAll("(?U)\\s+", " ").strip()));
                open.setLength(0);
                span = Optional.empty();
            }
            open.append(between).append(event.getTextContent());
            span = span.map(s -> s.union(time.get())).or(() -> time);
            end = event.getAttribute("end");
        }
        span.ifPresent(s -> result.add(
                new Interval(s, open.toString().replaceAll("(?U)\\s+", " ").strip())));
        return result.stream().filter(i -> !i.text().isEmpty()).toList();
    }

    /** Whether events bring the blanks between words, as EXMARaLDA has it; tiers that were converted may have a word an event. */
    private static boolean isApart(Element tier) {
        List<String> events = XmlTree.children(tier).stream()
                .filter(e -> XmlTree.is(e, "event"))
                .map(Element::getTextContent)
                .toList();
        return events.size() < MIN_WORDS || events.stream().anyMatch(e -> e.matches("(?Us).*\\s.*"));
    }

    /** Points in time; those without a time lie evenly between their neighbours. */
    private static final class Timeline {
        private final Map<String, Double> points = new HashMap<>();

        Timeline(Document document) {
            List<String> waiting = new ArrayList<>();
            double last = 0;
            for (Element point : XmlTree.all(document, "tli")) {
                Optional<Double> time = ClockTime.parse(point.getAttribute("time"));
                if (time.isEmpty()) {
                    waiting.add(point.getAttribute("id"));
                    continue;
                }
                spread(waiting, last, time.get());
                points.put(point.getAttribute("id"), time.get());
                last = time.get();
            }
            spread(waiting, last, last + waiting.size() + 1);
        }

        private void spread(List<String> waiting, double from, double to) {
            for (int i = 0; i < waiting.size(); i++) {
                points.put(waiting.get(i), from + Math.max(0, to - from) * (i + 1) / (waiting.size() + 1));
            }
            waiting.clear();
        }

        Optional<TimeSpan> span(String start, String end) {
            Double from = points.get(start);
            Double to = points.get(end);
            return from == null ? Optional.empty() : TimedTurns.span(from, to == null ? from : Math.max(from, to));
        }
    }
}
