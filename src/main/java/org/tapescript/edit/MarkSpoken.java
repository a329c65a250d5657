package org.tapescript.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.text.WordTokens;

/**
 * Says that a paragraph is spoken, as a turn of its own; its words have no times yet.
 *
 * @param place of a character in the paragraph
 */
public record MarkSpoken(int place, String speaker) implements Edit {
    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        int index = Turns.paragraphAt(before.transcript(), place);
        Paragraph paragraph = before.transcript().paragraphs().get(index);
        if (paragraph.kind().isSpoken()) {
            throw new RefusedEditException(Refusal.SPOKEN_ALREADY);
        }
        Turns.FreshIds ids = new Turns.FreshIds(before);
        int from = paragraph.label().map(CharSpan::end).orElse(paragraph.place().start());
        List<Word> words =
                WordTokens.in(
                                before.transcript().text(),
                                new CharSpan(from, paragraph.place().end()),
                                paragraph.notes())
                        .stream()
                        .map(s ->
                                new Word(ids.next("w"), s.of(before.transcript().text()), s, Timing.UNALIGNED))
                        .toList();
        if (words.isEmpty()) {
            throw new RefusedEditException(Refusal.NOTHING_TO_SAY);
        }
        List<Paragraph> paragraphs = new ArrayList<>(before.transcript().paragraphs());
        paragraphs.set(index, Turns.as(paragraph, ParagraphKind.TURN, Optional.of(speaker)));
        List<Turn> turns = new ArrayList<>();
        Turn spoken = new Turn(ids.next("t"), speaker, paragraph.line(), true, OptionalDouble.of(1), words);
        boolean placed = false;
        for (Turn turn : before.turns()) {
            // A turn that runs on around the paragraph is cut there.
            int cut = 0;
            while (cut < turn.words().size()
                    && turn.words().get(cut).place().start() < paragraph.place().start()) {
                cut++;
            }
            if (placed || cut == turn.words().size()) {
                turns.add(turn);
                continue;
            }
            placed = true;
            if (cut > 0) {
                turns.add(turn.withWords(turn.words().subList(0, cut)));
            }
            turns.add(spoken);
            List<Word> rest = turn.words().subList(cut, turn.words().size());
            turns.add(
                    cut == 0
                            ? turn
                            : new Turn(
                                    ids.next("t"),
                                    turn.speaker(),
                                    turn.line(),
                                    turn.speakerIsManual(),
                                    turn.speakerConfidence(),
                                    rest));
        }
        if (!placed) {
            turns.add(spoken);
        }
        return Turns.with(before, Turns.withParagraphs(before.transcript(), paragraphs), turns);
    }
}
