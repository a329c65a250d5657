package org.tapescript.ui.common;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.text.PlacedStretch;

/** Words by when they are said, to be asked many times a second. Sentences that were placed as wholes stand for their words. */
public final class WordTimes {
    private final long[] starts;
    private final long[] ends;
    private final Word[] words;
    private final Turn[] turns;

    public WordTimes(SyncedTranscript transcript) {
        record Said(TimeSpan span, Word word, Turn turn) {}
        List<Said> said = new ArrayList<>();
        SyncedTranscript shown = transcript.isPlaced() ? PlacedStretch.joined(transcript) : transcript;
        for (Turn turn : shown.turns()) {
            for (Word word : turn.words()) {
                word.span().ifPresent(s -> said.add(new Said(s, word, turn)));
            }
        }
        said.sort(Comparator.comparingLong(s -> s.span.startMicros()));
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
