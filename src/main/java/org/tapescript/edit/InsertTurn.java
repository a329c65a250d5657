package org.tapescript.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.text.WordTokens;

/**
 * Types in what the transcript left out: a turn of its own in a paragraph of its own, behind the last paragraph that begins to be
 * spoken before it. Its words have no times until they are aligned within the span.
 */
public record InsertTurn(long startMicros, long endMicros, String speaker, String text) implements Edit {
    public InsertTurn {
        text = text.strip().replaceAll("\\R+", " ");
    }

    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        Transcript old = before.transcript();
        int after = turnBefore(before);
        int at = after < 0
                ? before.turns().stream()
                        .findFirst()
                        .map(t -> old.paragraphs()
                                .get(Turns.paragraphAt(
                                        old, t.words().get(0).place().start()))
                                .place()
                                .start())
                        .orElse(old.text().length())
                : old.paragraphs()
                        .get(Turns.paragraphAt(
                                old, last(before.turns().get(after)).place().start()))
                        .place()
                        .end();
        String open = after < 0 ? "" : "\n\n";
        String close = after < 0 ? "\n\n" : "";
        String inserted = open + text + close;
        CharSpan place = new CharSpan(at + open.length(), at + open.length() + text.length());
        String whole = old.text().substring(0, at) + inserted + old.text().substring(at);
        Turns.FreshIds ids = new Turns.FreshIds(before);
        List<Word> words = WordTokens.in(whole, place, List.of()).stream()
                .map(s -> new Word(ids.next("w"), s.of(whole), s, Timing.UNALIGNED))
                .toList();
        if (words.isEmpty()) {
            throw new RefusedEditException(Refusal.NO_WORDS_TYPED);
        }
        int length = inserted.length();
        List<Paragraph> paragraphs = new ArrayList<>();
        for (Paragraph p : old.paragraphs()) {
            paragraphs.add(p.place().start() >= at ? moved(p, length) : p);
        }
        int index = (int) paragraphs.stream()
                .filter(p -> p.place().start() < place.start())
                .count();
        int line = index == 0 ? 1 : paragraphs.get(index - 1).line();
        paragraphs.add(
                index,
                new Paragraph(line, place, ParagraphKind.TURN, Optional.of(speaker), List.of(), Optional.empty()));
        List<Turn> turns = new ArrayList<>();
        for (Turn turn : before.turns()) {
            turns.add(
                    last(turn).place().start() < at
                            ? turn
                            : turn.withWords(turn.words().stream()
                                    .map(w -> w.place().start() >= at
                                            ? new Word(w.id(), w.text(), moved(w.place(), length), w.timing())
                                            : w)
                                    .toList()));
        }
        turns.add(after + 1, new Turn(ids.next("t"), speaker, line, true, OptionalDouble.of(1), words));
        List<StraySpeech> untranscribed = before.untranscribed().stream()
                .filter(s -> s.overlapsWords()
                        || s.time().endMicros() <= startMicros
                        || s.time().startMicros() >= endMicros)
                .toList();
        return Turns.with(
                before,
                new Transcript(
                        old.name(),
                        whole,
                        paragraphs,
                        old.doubts(),
                        old.hints().stream()
                                .map(h -> h.place().start() >= at
                                        ? new Transcript.Hint(moved(h.place(), length), h.time(), h.exact())
                                        : h)
                                .toList()),
                turns,
                untranscribed);
    }

    /** The last turn whose paragraphs end where it does and that begins before the span; -1 if none does. */
    private int turnBefore(SyncedTranscript before) {
        int result = -1;
        for (int i = 0; i < before.turns().size(); i++) {
            Optional<TimeSpan> span = before.turns().get(i).span();
            if (span.isPresent() && span.get().startMicros() < startMicros) {
                result = i;
            }
        }
        // Turns that share a paragraph stay together.
        while (result >= 0 && result + 1 < before.turns().size() && shareParagraph(before, result)) {
            result++;
        }
        return result;
    }

    private static boolean shareParagraph(SyncedTranscript t, int turn) {
        Transcript text = t.transcript();
        return Turns.paragraphAt(text, last(t.turns().get(turn)).place().start())
                == Turns.paragraphAt(
                        text, t.turns().get(turn + 1).words().get(0).place().start());
    }

    private static Word last(Turn turn) {
        return turn.words().get(turn.words().size() - 1);
    }

    private static CharSpan moved(CharSpan span, int by) {
        return new CharSpan(span.start() + by, span.end() + by);
    }

    private static Paragraph moved(Paragraph p, int by) {
        return new Paragraph(
                p.line(),
                moved(p.place(), by),
                p.kind(),
                p.speaker(),
                p.notes().stream().map(n -> moved(n, by)).toList(),
                p.label().map(l -> moved(l, by)));
    }
}
