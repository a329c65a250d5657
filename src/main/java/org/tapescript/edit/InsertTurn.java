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
 * Types in what the transcript left out, behind the word after which it is heard. What the same speaker says becomes part of that
 * turn; another's becomes a turn of its own in a paragraph of its own, and the turn or paragraph that it falls into goes on behind it.
 * Its words have no times until they are aligned within the span.
 *
 * @param after id of the word; nothing for a place behind the last paragraph that begins to be spoken before the span
 */
public record InsertTurn(long startMicros, long endMicros, String speaker, String text, Optional<String> after)
        implements Edit {
    public InsertTurn {
        text = text.strip().replaceAll("\\R+", " ");
    }

    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        if (WordTokens.in(text, new CharSpan(0, text.length()), List.of()).isEmpty()) {
            throw new RefusedEditException(Refusal.NO_WORDS_TYPED);
        }
        SyncedTranscript typed = after.map(word -> behind(before, Turns.position(before, word)))
                .orElseGet(() -> behindParagraph(before, turnBefore(before)));
        return typed.withTurns(typed.turns(), left(typed.untranscribed()), typed.speakerDoubts());
    }

    private SyncedTranscript behind(SyncedTranscript before, Turns.Position at) {
        Turn turn = before.turns().get(at.turn());
        Word word = turn.words().get(at.word());
        if (turn.speaker().equals(speaker)) {
            int end = word.place().end();
            return new CorrectText(end, end, " " + text).apply(before);
        }
        SyncedTranscript open = at.word() + 1 < turn.words().size()
                ? new SplitTurn(turn.words().get(at.word() + 1).id(), turn.speaker()).apply(before)
                : before;
        return behindParagraph(paragraphEndingWith(open, word, at.turn()), at.turn());
    }

    /** A transcript in which no word follows a turn's last in its paragraph: those that did stand in a paragraph of their own. */
    private static SyncedTranscript paragraphEndingWith(SyncedTranscript t, Word last, int turn) {
        Transcript text = t.transcript();
        int index = Turns.paragraphAt(text, last.place().start());
        Paragraph whole = text.paragraphs().get(index);
        if (turn + 1 == t.turns().size()) {
            return t;
        }
        Turn following = t.turns().get(turn + 1);
        CharSpan next = following.words().get(0).place();
        if (!whole.place().contains(next)) {
            return t;
        }
        int cut = whole.notes().stream()
                .filter(n -> n.start() >= last.place().end())
                .mapToInt(CharSpan::start)
                .reduce(next.start(), Math::min);
        List<Paragraph> paragraphs = new ArrayList<>(text.paragraphs());
        CharSpan head = WordTokens.trim(text.text(), whole.place().start(), cut);
        paragraphs.set(index, piece(whole, head, whole.kind(), whole.speaker(), whole.label()));
        CharSpan rest = new CharSpan(cut, whole.place().end());
        paragraphs.add(
                index + 1, piece(whole, rest, ParagraphKind.TURN, Optional.of(following.speaker()), Optional.empty()));
        return Turns.with(t, Turns.withParagraphs(text, paragraphs), t.turns());
    }

    private static Paragraph piece(
            Paragraph whole, CharSpan place, ParagraphKind kind, Optional<String> speaker, Optional<CharSpan> label) {
        return new Paragraph(
                whole.line(),
                place,
                kind,
                speaker,
                whole.notes().stream().filter(place::contains).toList(),
                label);
    }

    /** The speech that the text still lacks. */
    private List<StraySpeech> left(List<StraySpeech> stray) {
        return stray.stream()
                .filter(s -> s.overlapsWords()
                        || s.time().endMicros() <= startMicros
                        || s.time().startMicros() >= endMicros)
                .toList();
    }

    /** As a paragraph of its own behind the one in which a turn ends; -1 for the first place of all. */
    private SyncedTranscript behindParagraph(SyncedTranscript before, int after) {
        Transcript old = before.transcript();
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
        // Where a paragraph was cut, the rest of it follows at once.
        String close = after < 0 || at < old.text().length() && !startsLine(old.text(), at) ? "\n\n" : "";
        String inserted = open + text + close;
        CharSpan place = new CharSpan(at + open.length(), at + open.length() + text.length());
        String whole = old.text().substring(0, at) + inserted + old.text().substring(at);
        Turns.FreshIds ids = new Turns.FreshIds(before);
        List<Word> words = WordTokens.in(whole, place, List.of()).stream()
                .map(s -> new Word(ids.next("w"), s.of(whole), s, Timing.UNALIGNED))
                .toList();
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
        return Turns.with(
                before,
                new Transcript(
                        old.name(),
                        whole,
                        paragraphs,
                        old.doubts(),
                        old.hints().stream()
                                .map(h -> h.place().start() >= at ? h.withPlace(moved(h.place(), length)) : h)
                                .toList()),
                turns);
    }

    private static boolean startsLine(String text, int at) {
        int c = at;
        while (c < text.length() && (text.charAt(c) == ' ' || text.charAt(c) == '\t')) {
            c++;
        }
        return c == text.length() || text.charAt(c) == '\n' || text.charAt(c) == '\r';
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
