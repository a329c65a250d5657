package org.tapescript.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.text.WordTokens;

/**
 * Replaces a stretch of a paragraph's text. Words outside it keep their times bit for bit; a word put in the place of one other
 * keeps that one's time until it is aligned again; further ones have none.
 *
 * @param start in UTF-16 units of the text as it is now
 * @param end not before {@code start}, in the same paragraph and turn
 * @param replacement line breaks in it become spaces
 */
public record CorrectText(int start, int end, String replacement) implements Edit {
    public CorrectText {
        replacement = replacement.replaceAll("\\R", " ");
    }

    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        Transcript old = before.transcript();
        if (start < 0 || end < start || end > old.text().length()) {
            throw new RefusedEditException(Refusal.OUTSIDE_TEXT, start, end);
        }
        if (splitsCharacter(old.text(), start) || splitsCharacter(old.text(), end)) {
            throw new RefusedEditException(Refusal.HALF_CHARACTER);
        }
        int index = Turns.paragraphAt(old, start);
        Paragraph paragraph = old.paragraphs().get(index);
        if (end > paragraph.place().end()
                || paragraph.label().filter(l -> start < l.end()).isPresent()) {
            throw new RefusedEditException(Refusal.ONE_PARAGRAPH);
        }
        String text = old.text().substring(0, start) + replacement + old.text().substring(end);
        List<Paragraph> paragraphs = new ArrayList<>();
        for (int i = 0; i < old.paragraphs().size(); i++) {
            paragraphs.add(
                    i < index
                            ? old.paragraphs().get(i)
                            : shifted(old.paragraphs().get(i)));
        }
        Transcript transcript = new Transcript(
                old.name(),
                text,
                paragraphs,
                old.doubts(),
                old.hints().stream().map(h -> h.withPlace(shifted(h.place()))).toList());
        if (!paragraph.kind().isSpoken()) {
            return Turns.with(before, transcript, shiftedTurns(before));
        }
        return Turns.with(before, transcript, corrected(before, transcript, index));
    }

    private static boolean splitsCharacter(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }

    private int delta() {
        return replacement.length() - (end - start);
    }

    private CharSpan shifted(CharSpan span) {
        int from = span.start() >= end ? span.start() + delta() : Math.min(span.start(), start + replacement.length());
        int to = span.end() >= end ? span.end() + delta() : Math.min(span.end(), start + replacement.length());
        return new CharSpan(from, Math.max(from, to));
    }

    /** A paragraph is never shifted by what is inserted at its own beginning. */
    private Paragraph shifted(Paragraph p) {
        CharSpan place = p.place().start() <= start
                ? new CharSpan(p.place().start(), p.place().end() + delta())
                : shifted(p.place());
        return new Paragraph(
                p.line(),
                place,
                p.kind(),
                p.speaker(),
                p.notes().stream()
                        .filter(n -> !n.overlaps(new CharSpan(start, end)) || n.contains(new CharSpan(start, end)))
                        .map(this::shifted)
                        .toList(),
                p.label().map(l -> l.end() <= start ? l : shifted(l)));
    }

    private List<Turn> shiftedTurns(SyncedTranscript before) {
        return before.turns().stream()
                .map(t -> t.withWords(t.words().stream().map(this::shifted).toList()))
                .toList();
    }

    private Word shifted(Word w) {
        return w.place().start() < end || delta() == 0 ? w : new Word(w.id(), w.text(), shifted(w.place()), w.timing());
    }

    private List<Turn> corrected(SyncedTranscript before, Transcript transcript, int paragraph) {
        Turn holder =
                holder(before, before.transcript().paragraphs().get(paragraph).place());
        List<Turn> turns = new ArrayList<>();
        for (Turn turn : before.turns()) {
            List<Word> words = turn.words();
            if (turn == holder) {
                turns.add(turn.withWords(corrected(before, transcript, turn, paragraph)));
            } else if (words.get(words.size() - 1).place().end() <= start) {
                turns.add(turn);
            } else if (words.get(0).place().start() < end) {
                throw new RefusedEditException(Refusal.ONE_TURN);
            } else {
                turns.add(
                        delta() == 0
                                ? turn
                                : turn.withWords(
                                        words.stream().map(this::shifted).toList()));
            }
        }
        return turns;
    }

    /** The turn that the stretch belongs to: the first with words in the paragraph that end at it or behind, or its last. */
    private Turn holder(SyncedTranscript before, CharSpan paragraph) {
        Turn last = null;
        for (Turn turn : before.turns()) {
            for (Word word : turn.words()) {
                if (paragraph.contains(word.place())) {
                    last = turn;
                    if (word.place().end() >= start) {
                        return turn;
                    }
                }
            }
        }
        if (last == null) {
            throw new RefusedEditException(Refusal.NOBODY_SPEAKS);
        }
        return last;
    }

    private List<Word> corrected(SyncedTranscript before, Transcript transcript, Turn turn, int paragraph) {
        CharSpan place = before.transcript().paragraphs().get(paragraph).place();
        List<Word> result = new ArrayList<>();
        List<Word> replaced = new ArrayList<>();
        List<Word> behind = new ArrayList<>();
        int from = start;
        int to = end;
        for (Word w : turn.words()) {
            if (place.contains(w.place())
                    && w.place().start() <= end
                    && w.place().end() >= start) {
                replaced.add(w);
                from = Math.min(from, w.place().start());
                to = Math.max(to, w.place().end());
            } else if (w.place().end() < start) {
                result.add(w);
            } else {
                behind.add(shifted(w));
            }
        }
        Paragraph after = transcript.paragraphs().get(paragraph);
        List<CharSpan> tokens = WordTokens.in(transcript.text(), new CharSpan(from, to + delta()), after.notes());
        result.addAll(words(before, transcript, replaced, tokens));
        result.addAll(behind);
        if (result.isEmpty()) {
            throw new RefusedEditException(Refusal.LAST_WORD);
        }
        return result;
    }

    private static List<Word> words(
            SyncedTranscript before, Transcript transcript, List<Word> replaced, List<CharSpan> tokens) {
        int n = tokens.size();
        int m = replaced.size();
        int head = 0;
        while (head < Math.min(n, m)
                && tokens.get(head)
                        .of(transcript.text())
                        .equals(replaced.get(head).text())) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(n, m) - head
                && tokens.get(n - 1 - tail)
                        .of(transcript.text())
                        .equals(replaced.get(m - 1 - tail).text())) {
            tail++;
        }
        boolean oneForOne = n == m;
        // Gathering all ids takes a while, and most of what is typed makes no word.
        Optional<Turns.FreshIds> ids =
                oneForOne || head + tail >= n ? Optional.empty() : Optional.of(new Turns.FreshIds(before));
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Optional<Word> was = oneForOne || i < head
                    ? Optional.of(replaced.get(i))
                    : i >= n - tail ? Optional.of(replaced.get(m - n + i)) : Optional.empty();
            words.add(new Word(
                    was.map(Word::id).orElseGet(() -> ids.orElseThrow().next("w")),
                    tokens.get(i).of(transcript.text()),
                    tokens.get(i),
                    was.map(Word::timing).orElse(Timing.UNALIGNED)));
        }
        return words;
    }
}
