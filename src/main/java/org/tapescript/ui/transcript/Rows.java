package org.tapescript.ui.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.SpeakerDoubt;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.session.GapTyping;
import org.tapescript.session.WordTimes;
import org.tapescript.text.WordTokens;

/** Lays a transcript out in rows: what is printed in the order of the text, what it lacks between the words where it is heard. */
final class Rows {
    /** Shorter speech that the text lacks cuts no row in two. */
    static final double LONG_SECONDS = 1;

    private final SyncedTranscript transcript;
    private final Typed typed;
    private final Set<Integer> doubted = new HashSet<>();
    /** Rows of what the text lacks, by the id of the word behind which it is heard; before all words, by nothing. */
    private final Map<String, List<Row>> lacking = new HashMap<>();
    /** Of those ids, behind which a row ends. */
    private final Set<String> cuts = new HashSet<>();

    private final List<Row> rows = new ArrayList<>();
    private int turn;
    private int word;

    /**
     * What is being typed in.
     *
     * @param place stretch of the text that is typed in, which stays one row
     * @param gap speech that is typed in, whose words are shown there
     */
    record Typed(Optional<CharSpan> place, Optional<GapTyping> gap) {
        static final Typed NOTHING = new Typed(Optional.empty(), Optional.empty());

        boolean hides(Word word) {
            return gap.isPresent() && gap.get().words().contains(word.id());
        }

        boolean holds(Word word) {
            return place.isPresent() && place.get().contains(word.place());
        }
    }

    private Rows(SyncedTranscript transcript, WordTimes times, Typed typed) {
        this.transcript = transcript;
        this.typed = typed;
        transcript.speakerDoubts().stream().map(SpeakerDoubt::line).forEach(doubted::add);
        typed.gap.ifPresent(g -> lack(g.after(), new Row.Gap(g.gap()), true));
        transcript.untranscribed().stream()
                .filter(s -> !s.overlapsWords())
                .filter(s -> typed.gap.isEmpty() || !overlap(typed.gap.get().gap(), s.time()))
                .sorted(Comparator.comparingDouble(StraySpeech::startSeconds))
                .forEach(s -> lack(times.lastWordBefore(s.time()), new Row.Stray(s), s.seconds() >= LONG_SECONDS));
    }

    private static boolean overlap(TimeSpan a, TimeSpan b) {
        return a.startMicros() < b.endMicros() && b.startMicros() < a.endMicros();
    }

    private void lack(Optional<String> after, Row row, boolean cut) {
        lacking.computeIfAbsent(after.orElse(""), id -> new ArrayList<>()).add(row);
        if (cut) {
            after.ifPresent(cuts::add);
        }
    }

    static List<Row> of(SyncedTranscript transcript) {
        return of(transcript, new WordTimes(transcript), Typed.NOTHING);
    }

    static List<Row> of(SyncedTranscript transcript, WordTimes times, Typed typed) {
        Rows rows = new Rows(transcript, times, typed);
        transcript.transcript().paragraphs().forEach(rows::add);
        // Also what stood behind a word that is there no more.
        rows.lacking.values().forEach(rows.rows::addAll);
        return rows.rows;
    }

    private void takeLacking(String word) {
        List<Row> here = lacking.remove(word);
        if (here != null) {
            rows.addAll(here);
        }
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
                addPieces(paragraph, current, words.subList(first, word), first == 0, new CharSpan(from, to));
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

    /** Rows of what a paragraph holds of a turn, cut where something is heard that the text lacks. */
    private void addPieces(Paragraph paragraph, Turn of, List<Word> words, boolean opens, CharSpan stretch) {
        takeLacking("");
        int begin = 0;
        int from = stretch.start();
        for (int i = 0; i < words.size(); i++) {
            boolean last = i + 1 == words.size();
            if (!last && !isCut(words.get(i), words.get(i + 1))) {
                continue;
            }
            int to = last ? stretch.end() : words.get(i).place().end();
            List<Word> said = List.copyOf(words.subList(begin, i + 1));
            if (!typed.hides(said.get(0))) {
                CharSpan place = WordTokens.trim(transcript.transcript().text(), from, to);
                boolean first = opens && begin == 0;
                rows.add(new Row.Spoken(
                        of,
                        said,
                        first,
                        place,
                        place.of(transcript.transcript().text()),
                        paragraph.notes(),
                        first && doubted.contains(of.line()) && !of.speakerIsManual()));
            }
            said.forEach(w -> takeLacking(w.id()));
            begin = i + 1;
            from = to;
        }
    }

    private boolean isCut(Word word, Word next) {
        return typed.hides(word) != typed.hides(next)
                || typed.holds(word) != typed.holds(next)
                || !typed.holds(word) && cuts.contains(word.id());
    }
}
