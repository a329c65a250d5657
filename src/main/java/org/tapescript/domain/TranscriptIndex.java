package org.tapescript.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything in a transcript is: its words in order, by id and by line. Made once for each state of a transcript; each
 * part is built when it is first needed. Immutable, and safe from any thread.
 */
public final class TranscriptIndex {
    private final SyncedTranscript transcript;
    private final List<Word> words;
    private volatile Map<String, Integer> byId;
    private volatile Map<String, Turn> turns;
    private volatile Map<Integer, List<Turn>> byLine;
    private volatile List<PlacedComment> comments;

    public TranscriptIndex(SyncedTranscript transcript) {
        this.transcript = transcript;
        this.words = transcript.words();
    }

    /** The index of a transcript that was made of another by an edit; most edits leave all words where they are among all. */
    public TranscriptIndex(SyncedTranscript transcript, TranscriptIndex before) {
        this(transcript);
        byId = hasSameWords(before) ? before.byId : null;
    }

    private boolean hasSameWords(TranscriptIndex other) {
        if (words.size() != other.words.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).id().equals(other.words.get(i).id())) {
                return false;
            }
        }
        return true;
    }

    public SyncedTranscript transcript() {
        return transcript;
    }

    /** Words of all turns, in order. */
    public List<Word> words() {
        return words;
    }

    /** The place of a word among all, or -1. */
    public int indexOf(String wordId) {
        Map<String, Integer> known = byId;
        if (known == null) {
            known = new HashMap<>(2 * words.size());
            for (int i = 0; i < words.size(); i++) {
                known.put(words.get(i).id(), i);
            }
            byId = known;
        }
        return known.getOrDefault(wordId, -1);
    }

    public Optional<Word> word(String id) {
        int at = indexOf(id);
        return at < 0 ? Optional.empty() : Optional.of(words.get(at));
    }

    public Optional<Turn> turn(String id) {
        Map<String, Turn> known = turns;
        if (known == null) {
            known = new HashMap<>();
            for (Turn turn : transcript.turns()) {
                known.put(turn.id(), turn);
            }
            turns = known;
        }
        return Optional.ofNullable(known.get(id));
    }

    /** Comments and bookmarks, each where it is now, in the order of the tape. */
    public List<PlacedComment> comments() {
        List<PlacedComment> known = comments;
        if (known == null) {
            known = List.copyOf(PlacedComment.of(this));
            comments = known;
        }
        return known;
    }

    /** Turns that begin on a line, in order. */
    public List<Turn> turnsAt(int line) {
        Map<Integer, List<Turn>> known = byLine;
        if (known == null) {
            known = new HashMap<>();
            for (Turn turn : transcript.turns()) {
                known.computeIfAbsent(turn.line(), l -> new ArrayList<>()).add(turn);
            }
            byLine = known;
        }
        return known.getOrDefault(line, List.of());
    }
}
