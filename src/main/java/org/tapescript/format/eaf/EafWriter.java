package org.tapescript.format.eaf;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tapescript.domain.PlacedComment;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.PrintedText;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;
import org.tapescript.format.XmlText;

/**
 * ELAN 3.0: for each speaker a tier of turns and, included in it, one of words. Times are whole milliseconds; what would overlap
 * within a tier, or last no millisecond, is cut or left out, as ELAN has it.
 */
public final class EafWriter extends TextWriter {
    private record Annotation(long start, long end, String value) {}

    private static final class Slots {
        private final List<Long> times = new ArrayList<>();

        String add(long millis) {
            times.add(millis);
            return String.valueOf(times.size() - 1);
        }

        /** Ids in order of time, as readers rely on it. */
        Map<String, String> ids() {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < times.size(); i++) {
                order.add(i);
            }
            order.sort(Comparator.comparingLong(times::get));
            Map<String, String> ids = new LinkedHashMap<>();
            for (int i = 0; i < order.size(); i++) {
                ids.put(String.valueOf(order.get(i)), "ts" + (i + 1));
            }
            return ids;
        }
    }

    /** An annotation with its slots. */
    private record Placed(String from, String to, String value) {}

    /** Duration given to a note on a single instant, because ELAN has only intervals. */
    private static final long MOMENT_MILLIS = 500;

    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        Map<String, List<Placed>> turns = new LinkedHashMap<>();
        Map<String, List<Placed>> words = new HashMap<>();
        Slots slots = new Slots();
        PrintedText printed = new PrintedText(transcript);
        for (Map.Entry<String, List<Turn>> speaker : bySpeaker(transcript).entrySet()) {
            List<Placed> ofTurns = new ArrayList<>();
            List<Placed> ofWords = new ArrayList<>();
            long free = 0;
            for (Turn turn : speaker.getValue()) {
                Annotation a = cut(turn.span().orElseThrow(), printed.of(turn), free, Long.MAX_VALUE);
                if (a.end <= a.start) {
                    continue;
                }
                ofTurns.add(new Placed(slots.add(a.start), slots.add(a.end), a.value));
                long at = a.start;
                for (Word word : turn.words()) {
                    if (word.span().isPresent()) {
                        Annotation w = cut(word.span().get(), word.text(), at, a.end);
                        if (w.end > w.start) {
                            ofWords.add(new Placed(slots.add(w.start), slots.add(w.end), w.value));
                            at = w.end;
                        }
                    }
                }
                free = a.end;
            }
            turns.put(speaker.getKey(), ofTurns);
            words.put(speaker.getKey(), ofWords);
        }
        document(transcript, turns, words, comments(transcript, slots), slots, out);
    }

    /** Comments, in as many tiers as are needed for none to overlap. */
    private static List<List<Placed>> comments(SyncedTranscript transcript, Slots slots) {
        List<List<Placed>> tiers = new ArrayList<>();
        List<Long> free = new ArrayList<>();
        for (PlacedComment placed : new TranscriptIndex(transcript).comments()) {
            long start = Math.round(placed.seconds() * 1000);
            long end = placed.ofWords()
                    ? placed.last()
                            .flatMap(Word::span)
                            .map(s -> Math.round(s.endMicros() / 1000.0))
                            .filter(e -> e > start)
                            .orElse(start + MOMENT_MILLIS)
                    : start + MOMENT_MILLIS;
            int tier = 0;
            while (tier < tiers.size() && free.get(tier) > start) {
                tier++;
            }
            if (tier == tiers.size()) {
                tiers.add(new ArrayList<>());
                free.add(0L);
            }
            tiers.get(tier)
                    .add(new Placed(
                            slots.add(start), slots.add(end), placed.comment().exported()));
            free.set(tier, end);
        }
        return tiers;
    }

    private static Map<String, List<Turn>> bySpeaker(SyncedTranscript transcript) {
        Map<String, List<Turn>> result = new LinkedHashMap<>();
        transcript.turns().stream()
                .filter(t -> t.span().isPresent())
                .forEach(t -> result.computeIfAbsent(t.speaker(), s -> new ArrayList<>())
                        .add(t));
        result.values()
                .forEach(l -> l.sort(
                        Comparator.comparingLong(t -> t.span().orElseThrow().startMicros())));
        return result;
    }

    private static Annotation cut(TimeSpan span, String text, long from, long to) {
        long start = Math.max(from, Math.round(span.startMicros() / 1000.0));
        return new Annotation(start, Math.min(to, Math.round(span.endMicros() / 1000.0)), text);
    }

    private static void document(
            SyncedTranscript transcript,
            Map<String, List<Placed>> turns,
            Map<String, List<Placed>> words,
            List<List<Placed>> comments,
            Slots slots,
            Writer out)
            throws IOException {
        int annotations = 0;
        XmlText xml = new XmlText(out);
        xml.open(
                "ANNOTATION_DOCUMENT",
                "AUTHOR",
                "",
                // Nothing says when: the same transcript gives the same file.
                "DATE",
                "2000-01-01T00:00:00+00:00",
                "FORMAT",
                "3.0",
                "VERSION",
                "3.0",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:noNamespaceSchemaLocation",
                "http://www.mpi.nl/tools/elan/EAFv3.0.xsd");
        xml.open("HEADER", "MEDIA_FILE", "", "TIME_UNITS", "milliseconds");
        for (SyncedTranscript.Side side : transcript.sides()) {
            Recording r = side.recording();
            xml.open(
                            "MEDIA_DESCRIPTOR",
                            "MEDIA_URL",
                            uri(r),
                            "MIME_TYPE",
                            mime(r),
                            "RELATIVE_MEDIA_URL",
                            "./" + Texts.fileName(r),
                            "TIME_ORIGIN",
                            side.start() > 0 ? Math.round(side.start() * 1000) : null)
                    .close();
        }
        int total = turns.values().stream().mapToInt(List::size).sum()
                + words.values().stream().mapToInt(List::size).sum()
                + comments.stream().mapToInt(List::size).sum();
        xml.element("PROPERTY", String.valueOf(total), "NAME", "lastUsedAnnotationId");
        xml.close();
        Map<String, String> ids = slots.ids();
        xml.open("TIME_ORDER");
        for (Map.Entry<String, String> id : ids.entrySet()) {
            xml.open(
                            "TIME_SLOT",
                            "TIME_SLOT_ID",
                            id.getValue(),
                            "TIME_VALUE",
                            slots.times.get(Integer.parseInt(id.getKey())))
                    .close();
        }
        xml.close();
        Map<String, String> names = tierNames(turns.keySet());
        for (String speaker : turns.keySet()) {
            annotations = tier(
                    xml,
                    "turn",
                    names.get(speaker),
                    Optional.empty(),
                    Optional.of(speaker),
                    turns.get(speaker),
                    ids,
                    annotations);
            annotations = tier(
                    xml,
                    "word",
                    names.get(speaker) + " words",
                    Optional.of(names.get(speaker)),
                    Optional.of(speaker),
                    words.get(speaker),
                    ids,
                    annotations);
        }
        Set<String> taken = new HashSet<>(names.values());
        for (List<Placed> tier : comments) {
            String name = EafReader.COMMENTS;
            for (int n = 2; !taken.add(name); n++) {
                name = EafReader.COMMENTS + " " + n;
            }
            annotations =
                    tier(xml, EafReader.COMMENT, name, Optional.empty(), Optional.empty(), tier, ids, annotations);
        }
        xml.open(
                        "LINGUISTIC_TYPE",
                        "GRAPHIC_REFERENCES",
                        "false",
                        "LINGUISTIC_TYPE_ID",
                        "turn",
                        "TIME_ALIGNABLE",
                        "true")
                .close();
        if (!comments.isEmpty()) {
            xml.open(
                            "LINGUISTIC_TYPE",
                            "GRAPHIC_REFERENCES",
                            "false",
                            "LINGUISTIC_TYPE_ID",
                            EafReader.COMMENT,
                            "TIME_ALIGNABLE",
                            "true")
                    .close();
        }
        xml.open(
                        "LINGUISTIC_TYPE",
                        "CONSTRAINTS",
                        "Included_In",
                        "GRAPHIC_REFERENCES",
                        "false",
                        "LINGUISTIC_TYPE_ID",
                        "word",
                        "TIME_ALIGNABLE",
                        "true")
                .close();
        constraint(
                xml,
                "Time subdivision of parent annotation's time interval, no time gaps allowed within this interval",
                "Time_Subdivision");
        constraint(
                xml,
                "Symbolic subdivision of a parent annotation. Annotations refering to the same parent are ordered",
                "Symbolic_Subdivision");
        constraint(xml, "1-1 association with a parent annotation", "Symbolic_Association");
        constraint(
                xml,
                "Time alignable annotations within the parent annotation's time interval, gaps are allowed",
                "Included_In");
        xml.close().end();
    }

    private static void constraint(XmlText xml, String description, String stereotype) throws IOException {
        xml.open("CONSTRAINT", "DESCRIPTION", description, "STEREOTYPE", stereotype)
                .close();
    }

    /** Names that no two tiers share, however alike speakers are called. */
    private static Map<String, String> tierNames(Iterable<String> speakers) {
        Map<String, String> names = new HashMap<>();
        for (String speaker : speakers) {
            String name = Texts.oneLine(speaker).isEmpty() ? "speaker" : Texts.oneLine(speaker);
            while (names.containsValue(name) || names.containsValue(name + " words") || name.endsWith(" words")) {
                name = name + "'";
            }
            names.put(speaker, name);
        }
        return names;
    }

    private static int tier(
            XmlText xml,
            String type,
            String name,
            Optional<String> parent,
            Optional<String> speaker,
            List<Placed> annotations,
            Map<String, String> slots,
            int used)
            throws IOException {
        int id = used;
        xml.open(
                "TIER",
                "LINGUISTIC_TYPE_REF",
                type,
                "PARENT_REF",
                parent.orElse(null),
                "PARTICIPANT",
                speaker.map(Texts::oneLine).orElse(null),
                "TIER_ID",
                name);
        for (Placed a : annotations) {
            id++;
            xml.open("ANNOTATION")
                    .open(
                            "ALIGNABLE_ANNOTATION",
                            "ANNOTATION_ID",
                            "a" + id,
                            "TIME_SLOT_REF1",
                            slots.get(a.from),
                            "TIME_SLOT_REF2",
                            slots.get(a.to))
                    .element("ANNOTATION_VALUE", a.value)
                    .close()
                    .close();
        }
        xml.close();
        return id;
    }

    private static String uri(Recording recording) {
        return Path.of(recording.path()).toAbsolutePath().toUri().toString();
    }

    private static String mime(Recording recording) {
        return Texts.fileName(recording).toLowerCase(java.util.Locale.ROOT).endsWith(".wav")
                ? "audio/x-wav"
                : "audio/*";
    }
}
