package org.tapescript.format.eaf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tapescript.domain.Remark;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TierDocument;
import org.tapescript.format.TierDocument.Interval;
import org.tapescript.format.TierDocument.Tier;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.XmlTree;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * ELAN annotation format (EAF 3.0): annotations that have times, and those that refer to one, which share its time; of several that
 * refer to the same, each by its forerunner, all are its parts. Time slots without a value lie evenly between their neighbours.
 */
public final class EafReader implements TranscriptReader {
    /** Type of tiers that hold what we note, and their name. */
    static final String COMMENT = "comment";

    static final String COMMENTS = "Comments";

    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("eaf") || file.start().contains("<ANNOTATION_DOCUMENT");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        Document document = XmlTree.parse(file);
        Map<String, Double> slots = slots(document);
        Map<String, Element> tiers = new LinkedHashMap<>();
        XmlTree.all(document, "TIER").forEach(t -> tiers.put(t.getAttribute("TIER_ID"), t));
        Annotations annotations = new Annotations(document, slots);
        List<Tier> result = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        for (Element tier : tiers.values()) {
            if (isOfComments(tier)) {
                annotations
                        .of(tier)
                        .forEach(i -> remarks.add(new Remark(Optional.empty(), Optional.of(i.time()), i.text())));
                continue;
            }
            result.add(new Tier(
                    tier.getAttribute("TIER_ID"),
                    participant(tier, tiers),
                    root(tier, tiers).getAttribute("TIER_ID"),
                    annotations.of(tier)));
        }
        return TierDocument.of(file, result).withRemarks(remarks);
    }

    private static boolean isOfComments(Element tier) {
        return tier.getAttribute("LINGUISTIC_TYPE_REF").equals(COMMENT)
                && tier.getAttribute("TIER_ID").startsWith(COMMENTS)
                && tier.getAttribute("PARENT_REF").isEmpty()
                && tier.getAttribute("PARTICIPANT").isEmpty();
    }

    private static Element root(Element tier, Map<String, Element> tiers) {
        Element at = tier;
        Set<Element> seen = new HashSet<>();
        while (seen.add(at) && tiers.containsKey(at.getAttribute("PARENT_REF"))) {
            at = tiers.get(at.getAttribute("PARENT_REF"));
        }
        return at;
    }

    private static String participant(Element tier, Map<String, Element> tiers) {
        String own = tier.getAttribute("PARTICIPANT").strip();
        return own.isEmpty() ? root(tier, tiers).getAttribute("PARTICIPANT").strip() : own;
    }

    private static Map<String, Double> slots(Document document) {
        Map<String, Double> slots = new HashMap<>();
        List<String> waiting = new ArrayList<>();
        double last = 0;
        for (Element slot : XmlTree.all(document, "TIME_SLOT")) {
            String id = slot.getAttribute("TIME_SLOT_ID");
            if (!slot.getAttribute("TIME_VALUE").matches("\\d{1,12}")) {
                waiting.add(id);
                continue;
            }
            double value = Double.parseDouble(slot.getAttribute("TIME_VALUE")) / 1000;
            for (int i = 0; i < waiting.size(); i++) {
                slots.put(waiting.get(i), last + Math.max(0, value - last) * (i + 1) / (waiting.size() + 1));
            }
            waiting.clear();
            slots.put(id, value);
            last = value;
        }
        return slots;
    }

    /** All annotations of a file, by their ids. */
    private static final class Annotations {
        private final Map<String, Element> byId = new HashMap<>();
        private final Map<String, Double> slots;

        Annotations(Document document, Map<String, Double> slots) {
            this.slots = slots;
            for (String kind : List.of("ALIGNABLE_ANNOTATION", "REF_ANNOTATION")) {
                XmlTree.all(document, kind).forEach(a -> byId.put(a.getAttribute("ANNOTATION_ID"), a));
            }
        }

        private Optional<TimeSpan> time(Element annotation) {
            Element at = annotation;
            Set<Element> seen = new HashSet<>();
            while (at != null && !at.getAttribute("ANNOTATION_REF").isEmpty() && seen.add(at)) {
                at = byId.get(at.getAttribute("ANNOTATION_REF"));
            }
            Double start = at == null ? null : slots.get(at.getAttribute("TIME_SLOT_REF1"));
            Double end = at == null ? null : slots.get(at.getAttribute("TIME_SLOT_REF2"));
            return start == null || end == null ? Optional.empty() : TimedTurns.span(start, Math.max(start, end));
        }

        /** A tier's annotations in order; parts of one annotation are one, but for words, which lie evenly within it. */
        List<Interval> of(Element tier) {
            Map<TimeSpan, List<String>> parts = new TreeMap<>(
                    java.util.Comparator.comparingLong(TimeSpan::startMicros).thenComparingLong(TimeSpan::endMicros));
            for (Element annotation : inOrder(tier)) {
                String text = XmlTree.first(annotation, "ANNOTATION_VALUE")
                        .map(XmlTree::text)
                        .orElse("");
                if (!text.isEmpty()) {
                    time(annotation)
                            .ifPresent(t -> parts.computeIfAbsent(t, k -> new ArrayList<>())
                                    .add(text));
                }
            }
            List<Interval> intervals = new ArrayList<>();
            parts.forEach((time, texts) -> intervals.add(new Interval(time, String.join(" ", texts))));
            return intervals;
        }

        /** Parts follow their forerunners, whatever their order in the file. */
        private List<Element> inOrder(Element tier) {
            List<Element> all = XmlTree.all(tier, "REF_ANNOTATION");
            Map<String, List<Element>> next = new HashMap<>();
            List<Element> first = new ArrayList<>(XmlTree.all(tier, "ALIGNABLE_ANNOTATION"));
            for (Element a : all) {
                String before = a.getAttribute("PREVIOUS_ANNOTATION");
                if (before.isEmpty() || !byId.containsKey(before)) {
                    first.add(a);
                } else {
                    next.computeIfAbsent(before, k -> new ArrayList<>()).add(a);
                }
            }
            List<Element> result = new ArrayList<>();
            Set<Element> seen = new HashSet<>();
            for (Element start : first) {
                List<Element> open = new ArrayList<>(List.of(start));
                while (!open.isEmpty()) {
                    Element a = open.remove(open.size() - 1);
                    if (seen.add(a)) {
                        result.add(a);
                        open.addAll(next.getOrDefault(a.getAttribute("ANNOTATION_ID"), List.of()));
                    }
                }
            }
            all.stream().filter(seen::add).forEach(result::add);
            return result;
        }
    }
}
