package org.tapescript.ui.transcript;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.SpeakerDoubt;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.text.WordTokens;

/** Lays a transcript out in rows: what is printed in the order of the text, what it lacks where it is heard. */
final class Rows {
    private final SyncedTranscript transcript;
    private final Set<Integer> doubted = new HashSet<>();
    private final Deque<StraySpeech> stray = new ArrayDeque<>();
    private final List<Row> rows = new ArrayList<>();
    private int turn;
    private int word;

    private Rows(SyncedTranscript transcript) {
        this.transcript = transcript;
        transcript.speakerDoubts().stream().map(SpeakerDoubt::line).forEach(doubted::add);
        transcript.untranscribed().stream()
                .filter(s -> !s.overlapsWords())
                .sorted(Comparator.comparingDouble(StraySpeech::startSeconds))
                .forEach(stray::add);
    }

    static List<Row> of(SyncedTranscript transcript) {
        Rows rows = new Rows(transcript);
        transcript.transcript().paragraphs().forEach(rows::add);
        rows.stray.forEach(s -> rows.rows.add(new Row.Stray(s)));
        return rows.rows;
    }

    private void add(Paragraph paragraph) {
        String text = transcript.transcript().text();
        if (!paragraph.kind().isSpoken()) {
            rows.add(new Row.Unspoken(
                    paragraph.line(), paragraph.place(), paragraph.place().of(text), paragraph.kind()));
            return;
        }
        int from = paragraph.label().map(CharSpan::end).orElse(paragraph.place().start());
        while (turn < transcript.turns().size()) {
            Turn current = transcript.turns().get(turn);
            List<Word> words = current.words();
            int first = word;
            while (word < words.size()
                    && paragraph.place().contains(words.get(word).place())) {
                word++;
            }
            if (word > first) {
                boolean ends = word == words.size();
                int to = ends ? endOf(paragraph) : paragraph.place().end();
                CharSpan place = WordTokens.trim(text, from, to);
                List<Word> said = words.subList(first, word);
                addStray(said);
                rows.add(new Row.Spoken(
                        current,
                        List.copyOf(said),
                        first == 0,
                        place,
                        place.of(text),
                        paragraph.notes(),
                        first == 0 && doubted.contains(current.line()) && !current.speakerIsManual()));
                from = to;
            }
            if (word < words.size()) {
                return;
            }
            turn++;
            word = 0;
        }
    }

    /** Where the current turn's text ends in a paragraph: before the next turn's words, if they stand in it too. */
    private int endOf(Paragraph paragraph) {
        if (turn + 1 < transcript.turns().size()) {
            int next = transcript.turns().get(turn + 1).words().get(0).place().start();
            if (next < paragraph.place().end() && next >= paragraph.place().start()) {
                return next;
            }
        }
        return paragraph.place().end();
    }

    private void addStray(List<Word> words) {
        long start = words.stream()
                .flatMap(w -> w.span().stream())
                .mapToLong(TimeSpan::startMicros)
                .findFirst()
                .orElse(-1);
        while (!stray.isEmpty() && stray.peek().time().startMicros() < start) {
            rows.add(new Row.Stray(stray.poll()));
        }
    }
}
