package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tapescript.domain.Block.Style;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.Reading;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Transcript.Hint;
import org.tapescript.domain.Understanding;

/**
 * Understands a published transcript: which paragraphs are spoken, where turns begin, who speaks. What it is not sure of it says as a
 * doubt.
 *
 * <p>Lines lose what belongs to the page ({@link Furniture}); the way in which turns are marked is found ({@link SchemeFinder}), lines
 * become paragraphs ({@link Wrapping}, {@link Hyphens}, {@link Passages}), which are spoken or not ({@link Unspoken}), by somebody ({@link
 * Turns}).
 */
public final class TranscriptAnalyzer {
    private TranscriptAnalyzer() {}

    /**
     * @param names speakers' names as the user gave them, in the order in which they first speak; may be empty
     */
    public static Transcript analyze(SourceDocument document, List<String> names) {
        return understand(document, Instructions.named(names)).transcript();
    }

    /** As {@link #analyze}, with how it was done. */
    public static Understanding understand(SourceDocument document, Instructions told) {
        List<String> names = told.names();
        Optional<Scheme> mark = told.mark();
        List<Line> raw = Line.of(document);
        Furniture furniture = Furniture.of(document.text(), raw);
        List<Line> lines = furniture.lines();
        Set<String> small = LowercaseWords.of(document.text());
        Tables tables = Tables.of(document.text(), lines, told.columns());
        Map<Integer, Furniture.Kind> aside = new TreeMap<>(furniture.aside());
        aside.putAll(tables.aside());
        SchemeFinder.Found found = scheme(document, lines, aside, small, tables, names, mark);
        Set<Integer> marked = Passages.lines(found.marks());
        marked.forEach(aside::remove);
        Wrapping wrapping = Wrapping.of(document.text(), lines, aside.keySet(), marked);
        Hyphens whole = Hyphens.joined(document.text(), lines, aside, marked, small);
        List<Passage> passages =
                Passages.of(whole.text(), new Furniture(whole.lines(), aside), wrapping, found.marks());

        List<Doubt> doubts = new ArrayList<>(document.reading().doubts());
        doubts.addAll(tables.doubts());
        ParagraphKind[] kinds = Unspoken.kinds(whole.text(), passages, wrapping, found.scheme(), doubts);
        String[] speakers = speakers(whole.text(), passages, kinds, found, names, doubts);
        List<Paragraph> paragraphs = paragraphs(whole.text(), passages, kinds, speakers);
        List<Hint> hints = hints(document, whole.text(), passages, doubts);
        UnspokenShare.doubt(whole.text(), paragraphs, passages).ifPresent(doubts::add);
        doubts.sort(Comparator.comparingDouble(Doubt::likelihood).reversed().thenComparingInt(Doubt::line));
        Transcript transcript =
                new Transcript(document.name(), whole.text(), paragraphs, doubts, hints, document.remarks());
        return new Understanding(transcript, found.scheme().label(), reading(document.reading(), tables.choices()));
    }

    private static Reading reading(Reading read, List<Reading.Choice> tables) {
        List<Reading.Choice> choices = new ArrayList<>(read.choices());
        choices.addAll(tables);
        return new Reading(read.encoding(), choices, read.doubts());
    }

    private static SchemeFinder.Found scheme(
            SourceDocument document,
            List<Line> lines,
            Map<Integer, Furniture.Kind> aside,
            Set<String> small,
            Tables tables,
            List<String> names,
            Optional<Scheme> mark) {
        if (mark.isEmpty()
                && document.blocks().stream().anyMatch(b -> b.speaker().isPresent())) {
            return new SchemeFinder.Found(Scheme.BESIDE, beside(lines));
        }
        if (mark.filter(m -> m != Scheme.TABLE).isEmpty() && !tables.marks().isEmpty()) {
            return new SchemeFinder.Found(Scheme.TABLE, tables.marks());
        }
        Set<Integer> closed = new HashSet<>(aside.keySet());
        for (int i = 0; i < lines.size(); i++) {
            boolean figure =
                    tables == Tables.NONE && lines.get(i).block().cell().isPresent();
            Style style = lines.get(i).block().style();
            if (figure || style == Style.CAPTION || style.told().isPresent()) {
                closed.add(i);
            }
        }
        return new SchemeFinder(document.text(), lines, closed, small, names).find(mark);
    }

    /** Names that the file gives beside the text, taken as they are. */
    private static List<Mark> beside(List<Line> lines) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> name = lines.get(i).block().speaker();
            if (lines.get(i).opensBlock() && name.isPresent()) {
                int at = lines.get(i).place().start();
                marks.add(new Mark(Scheme.BESIDE, i, at, at, at, name, NameForm.of(name.get()), false, false, false));
            }
        }
        return marks;
    }

    private static String[] speakers(
            String text,
            List<Passage> passages,
            ParagraphKind[] kinds,
            SchemeFinder.Found found,
            List<String> given,
            List<Doubt> doubts) {
        Turns turns = new Turns(text, passages, kinds, doubts);
        List<String> names = IntStream.range(0, kinds.length)
                .filter(i -> kinds[i].isSpoken())
                .mapToObj(passages::get)
                .flatMap(p -> p.mark.stream())
                .flatMap(m -> m.name().stream())
                .toList();
        List<String> before = new ArrayList<>();
        for (Passage passage : passages) {
            if (passage.mark.isPresent()) {
                break;
            }
            text.substring(passage.start, passage.end).lines().forEach(before::add);
        }
        Optional<String> only =
                found.scheme() == Scheme.NONE && given.isEmpty() ? FrontMatter.onlySpeaker(text) : Optional.empty();
        if (only.isPresent()) {
            turns.byOneName(only.get());
        } else if (names.isEmpty()) {
            turns.byAlternation(found.scheme(), given);
        } else if (found.scheme() == Scheme.CHEVRON) {
            turns.bySomeNames(new SpeakerNames(names, given, before));
        } else {
            turns.byName(new SpeakerNames(names, given, before));
        }
        return turns.speakers();
    }

    private static List<Paragraph> paragraphs(
            String text, List<Passage> passages, ParagraphKind[] kinds, String[] speakers) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            List<CharSpan> notes = List.of();
            if (kinds[i].isSpoken()) {
                CharSpan speech = new CharSpan(Math.min(passage.speech, passage.end), passage.end);
                List<CharSpan> all = new ArrayList<>(StageDirections.in(text, speech));
                all.addAll(
                        StageDirections.inItalics(text, speech, passage.block().emphases()));
                all.addAll(passage.hidden);
                notes = StageDirections.apart(all);
            }
            paragraphs.add(new Paragraph(
                    passage.block().line(),
                    passage.place(),
                    kinds[i],
                    Optional.ofNullable(speakers[i]),
                    notes,
                    passage.label()));
        }
        return paragraphs;
    }

    /** Times of words, if the file has them; else those of its cues or blocks, or those printed in the text. */
    private static List<Hint> hints(SourceDocument document, String text, List<Passage> passages, List<Doubt> doubts) {
        List<Hint> words = document.times().stream().filter(Hint::exact).toList();
        if (!words.isEmpty()) {
            return words;
        }
        if (!document.times().isEmpty()) {
            return document.times();
        }
        List<Hint> given = new ArrayList<>();
        document.blocks().forEach(b -> {
            Optional<TimeSpan> time = b.time();
            time.ifPresent(t -> given.add(new Hint(b.place(), t, false)));
        });
        return given.isEmpty() ? PrintedTimes.of(text, passages, doubts) : given;
    }
}
