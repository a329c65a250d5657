package org.tapescript.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Comment;
import org.tapescript.domain.Notes;
import org.tapescript.domain.Origin;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/**
 * A sentence that was placed as a whole.
 *
 * @param words its words
 * @param timing when it is said; by hand if an editor set the time of its first word
 */
public record PlacedStretch(List<Word> words, Timing.Timed timing) {
    public PlacedStretch {
        words = List.copyOf(words);
    }

    /** The sentences of a turn that have a time; none if its words have times of their own. */
    public static List<PlacedStretch> of(Turn turn, String text) {
        List<PlacedStretch> result = new ArrayList<>();
        if (turn.words().stream().noneMatch(PlacedStretch::isPlaced)) {
            return result;
        }
        for (List<Word> sentence : Sentences.of(turn.words(), text)) {
            sentence.stream()
                    .flatMap(w -> w.span().stream())
                    .reduce(TimeSpan::union)
                    .ifPresent(span -> result.add(new PlacedStretch(
                            sentence,
                            new Timing.Timed(
                                    span,
                                    sentence.stream()
                                            .mapToDouble(Word::confidence)
                                            .max()
                                            .orElse(0),
                                    sentence.get(0).isManual() ? Origin.MANUAL : Origin.PLACED))));
        }
        return result;
    }

    /** The same transcript with each sentence that was placed in the place of its words. */
    public static SyncedTranscript joined(SyncedTranscript transcript) {
        String text = transcript.transcript().text();
        List<Turn> turns = new ArrayList<>();
        Map<String, String> sentenceOf = new HashMap<>();
        for (Turn turn : transcript.turns()) {
            List<PlacedStretch> sentences = of(turn, text);
            sentences.forEach(s ->
                    s.words.forEach(w -> sentenceOf.put(w.id(), s.words.get(0).id())));
            if (sentences.isEmpty()) {
                turns.add(turn);
                continue;
            }
            List<Word> words = new ArrayList<>();
            int next = 0;
            for (Word word : turn.words()) {
                boolean begins = next < sentences.size()
                        && word == sentences.get(next).words.get(0);
                if (begins) {
                    words.add(sentences.get(next++).asWord());
                } else if (next == 0 || !sentences.get(next - 1).place().contains(word.place())) {
                    words.add(word);
                }
            }
            turns.add(turn.withWords(words));
        }
        return transcript.withTurns(turns).withNotes(about(transcript.notes(), sentenceOf));
    }

    /** What was noted of words is noted of the sentences that stand for them. */
    private static Notes about(Notes notes, Map<String, String> sentenceOf) {
        return notes.withComments(notes.comments().stream()
                .map(c -> c.withWords(c.words()
                        .map(w -> new Comment.Words(
                                sentenceOf.getOrDefault(w.first(), w.first()),
                                sentenceOf.getOrDefault(w.last(), w.last())))))
                .toList());
    }

    /** Its words at another time, by hand: the first says so, the others have their shares. */
    public List<Word> at(TimeSpan time) {
        double all = words.stream().mapToDouble(w -> w.text().length()).sum();
        double done = 0;
        List<Word> result = new ArrayList<>();
        for (Word word : words) {
            long start = time.startMicros() + Math.round(done / all * (time.endMicros() - time.startMicros()));
            done += word.text().length();
            long end = time.startMicros() + Math.round(done / all * (time.endMicros() - time.startMicros()));
            result.add(word.withTiming(
                    new Timing.Timed(new TimeSpan(start, end), 1, result.isEmpty() ? Origin.MANUAL : Origin.PLACED)));
        }
        return result;
    }

    private Word asWord() {
        String all = words.stream().map(Word::text).collect(Collectors.joining(" "));
        return new Word(words.get(0).id(), all, place(), timing);
    }

    private static boolean isPlaced(Word word) {
        return word.timing() instanceof Timing.Timed timed && timed.origin() == Origin.PLACED;
    }

    public CharSpan place() {
        return new CharSpan(
                words.get(0).place().start(),
                words.get(words.size() - 1).place().end());
    }
}
