package org.tapescript.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/**
 * Says that a paragraph is printed and not spoken; what it continued goes on behind it.
 *
 * @param place of a character in the paragraph
 * @param kind label of what it is
 */
public record MarkUnspoken(int place, String kind) implements Edit {
    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        ParagraphKind unspoken = ParagraphKind.ofLabel(kind);
        if (unspoken.isSpoken()) {
            throw new RefusedEditException(Refusal.KIND_IS_SPOKEN, kind);
        }
        int index = Turns.paragraphAt(before.transcript(), place);
        List<Paragraph> paragraphs = new ArrayList<>(before.transcript().paragraphs());
        Paragraph paragraph = paragraphs.get(index);
        paragraphs.set(index, Turns.as(paragraph, unspoken, Optional.empty()));
        if (paragraph.kind() == ParagraphKind.TURN) {
            openNext(paragraphs, index);
        }
        List<Turn> turns = new ArrayList<>();
        for (Turn turn : before.turns()) {
            List<Word> left = turn.words().stream()
                    .filter(w -> !paragraph.place().contains(w.place()))
                    .toList();
            if (left.size() == turn.words().size()) {
                turns.add(turn);
            } else if (!left.isEmpty()) {
                turns.add(turn.withWords(left));
            }
        }
        return Turns.with(before, Turns.withParagraphs(before.transcript(), paragraphs), turns);
    }

    /** The paragraph that continued the one which is no longer spoken opens the turn. */
    private static void openNext(List<Paragraph> paragraphs, int index) {
        for (int i = index + 1; i < paragraphs.size() && paragraphs.get(i).kind() != ParagraphKind.TURN; i++) {
            if (paragraphs.get(i).kind() == ParagraphKind.CONTINUATION) {
                paragraphs.set(
                        i,
                        Turns.as(
                                paragraphs.get(i),
                                ParagraphKind.TURN,
                                paragraphs.get(i).speaker()));
                return;
            }
        }
    }
}
