package org.tapescript.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.text.PlacedStretch;

/** Words by when they are said, to be asked many times a second. Sentences that were placed as wholes stand for their words. */
public final class WordTimes {
    private final long[] starts;
    private final long[] ends;
    private final Word[] words;
    private final Turn[] turns;
    /** Of sentences that stand for their words: by word, the sentence. */
    private final Map<String, Word> sentences = new HashMap<>();
    /** By id of a sentence that stands for its words, the last of them. */
    private final Map<String, String> lastOf = new HashMap<>();

    public WordTimes(SyncedTranscript transcript) {
        record Said(TimeSpan span, Word word, Turn turn) {}
        List<Said> said = new ArrayList<>();
        SyncedTranscript shown = transcript.isPlaced() ? PlacedStretch.joined(transcript) : transcript;
        for (Turn turn : shown.turns()) {
            for (Word word : turn.words()) {
                if (word.timing() instanceof Timing.Timed timed) {
                    said.add(new Said(timed.time(), word, turn));
                }
            }
        }
        said.sort(Comparator.comparingLong(s -> s.span.startMicros()));
        if (transcript.isPlaced()) {
            int at = 0;
            List<Word> all = transcript.words();
            for (Said s : said.stream()
                    .sorted(Comparator.comparingInt(s -> s.word.place().start()))
                    .toList()) {
                for (;
                        at < all.size()
                                && all.get(at).place().start() < s.word.place().end();
                        at++) {
                    if (s.word.place().contains(all.get(at).place())) {
                        sentences.put(all.get(at).id(), s.word);
                        lastOf.put(s.word.id(), all.get(at).id());
                    }
                }
            }
        }
        int n = said.size();
        starts = new long[n];
        ends = new long[n];
        words = new Word[n];
        turns = new Turn[n];
        for (int i = 0; i < n; i++) {
            starts[i] = said.get(i).span.startMicros();
            ends[i] = said.get(i).span.endMicros();
            words[i] = said.get(i).word;
            turns[i] = said.get(i).turn;
        }
    }

    /** What is said when a word is: the word itself, or the sentence that stands for it; nothing if that has no time. */
    public Optional<Word> holding(String wordId) {
        return sentences.isEmpty()
                ? Arrays.stream(words).filter(w -> w.id().equals(wordId)).findFirst()
                : Optional.ofNullable(sentences.get(wordId));
    }

    /** Id of the word behind which something belongs that is said in a span. */
    public Optional<String> lastWordBefore(TimeSpan span) {
        int at = at(span.startSeconds());
        return at < 0 ? Optional.empty() : Optional.of(lastOf.getOrDefault(words[at].id(), words[at].id()));
    }

    public int size() {
        return words.length;
    }

    public Word word(int index) {
        return words[index];
    }

    public Turn turn(int index) {
        return turns[index];
    }

    public double start(int index) {
        return starts[index] / 1e6;
    }

    public double end(int index) {
        return ends[index] / 1e6;
    }

    /** Index of the last word that begins at or before a moment; -1 before the first. */
    public int at(double seconds) {
        long micros = Math.round(seconds * 1e6);
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] <= micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
