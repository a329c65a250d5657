package org.tapescript.format.eaf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tapescript.domain.SourceDocument;
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

/** ELAN's annotations that have times; those that only refer to others, as translations do, are left out. */
public final class EafReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("eaf") || file.start().contains("<ANNOTATION_DOCUMENT");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        Document document = XmlTree.parse(file);
        Map<String, Double> slots = new HashMap<>();
        for (Element slot : XmlTree.all(document, "TIME_SLOT")) {
            if (!slot.getAttribute("TIME_VALUE").isEmpty()) {
                try {
                    slots.put(
                            slot.getAttribute("TIME_SLOT_ID"),
                            Double.parseDouble(slot.getAttribute("TIME_VALUE")) / 1000);
                } catch (NumberFormatException e) {
                    throw file.unreadable("the time slot " + slot.getAttribute("TIME_SLOT_ID") + " has no number", e);
                }
            }
        }
        List<Tier> tiers = new ArrayList<>();
        for (Element tier : XmlTree.all(document, "TIER")) {
            List<Interval> intervals = new ArrayList<>();
            for (Element a : XmlTree.all(tier, "ALIGNABLE_ANNOTATION")) {
                Double start = slots.get(a.getAttribute("TIME_SLOT_REF1"));
                Double end = slots.get(a.getAttribute("TIME_SLOT_REF2"));
                String text = XmlTree.all(a, "ANNOTATION_VALUE").stream()
                        .findFirst()
                        .map(v -> v.getTextContent().strip())
                        .orElse("");
                if (start != null && end != null && !text.isEmpty()) {
                    TimedTurns.span(start, end).ifPresent(s -> intervals.add(new Interval(s, text)));
                }
            }
            tiers.add(new Tier(tier.getAttribute("TIER_ID"), tier.getAttribute("PARTICIPANT"), intervals));
        }
        return TierDocument.of(file.path(), tiers);
    }
}
