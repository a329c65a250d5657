package org.tapescript.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.text.WordTokens;

/** Makes turns of a transcript's spoken paragraphs, their words without times yet. */
public final class TurnBuilder {
    private TurnBuilder() {}

    public static List<Turn> turns(Transcript transcript) {
        List<Turn> turns = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        Paragraph opening = null;
        for (Paragraph paragraph : transcript.paragraphs()) {
            if (!paragraph.kind().isSpoken()) {
                continue;
            }
            if (paragraph.kind() == ParagraphKind.TURN || opening == null) {
                add(turns, opening, words);
                opening = paragraph;
                words = new ArrayList<>();
            }
            words.addAll(words(transcript, paragraph));
        }
        add(turns, opening, words);
        return turns;
    }

    private static void add(List<Turn> turns, Paragraph opening, List<Word> words) {
        if (opening != null) {
            turns.add(new Turn(
                    "t" + opening.place().start(),
                    opening.speaker().orElseThrow(),
                    opening.line(),
                    false,
                    OptionalDouble.empty(),
                    words));
        }
    }

    private static List<Word> words(Transcript transcript, Paragraph paragraph) {
        int from = paragraph.label().map(CharSpan::end).orElse(paragraph.place().start());
        CharSpan spoken = new CharSpan(from, paragraph.place().end());
        return WordTokens.in(transcript.text(), spoken, paragraph.notes()).stream()
                .map(s -> new Word("w" + s.start(), s.of(transcript.text()), s, Timing.UNALIGNED))
                .toList();
    }
}
