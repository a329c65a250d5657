package org.tapescript.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What editors keep with a transcript beside its text and its times.
 *
 * @param cueEdges what was chosen of where subtitles are cut, by id of the word before which
 * @param comments in the order in which they were made
 * @param ownWords words that are spelled right here, whatever a dictionary says
 * @param corrections what the text was before it was corrected by hand
 */
public record Notes(
        Map<String, CueEdge> cueEdges, List<Comment> comments, Set<String> ownWords, HandCorrections corrections) {
    public static final Notes NONE = new Notes(Map.of(), List.of(), Set.of(), HandCorrections.NONE);

    public Notes {
        cueEdges = Map.copyOf(cueEdges);
        comments = List.copyOf(comments);
        ownWords = Set.copyOf(ownWords);
        Set<String> ids = new HashSet<>();
        for (Comment comment : comments) {
            if (!ids.add(comment.id())) {
                throw new IllegalArgumentException("comment id " + comment.id() + " is used twice");
            }
        }
    }

    /** Own words in an order of their own. */
    public List<String> sortedWords() {
        return List.copyOf(new TreeSet<>(ownWords));
    }

    public Notes withCueEdges(Map<String, CueEdge> other) {
        return new Notes(other, comments, ownWords, corrections);
    }

    public Notes withComments(List<Comment> other) {
        return new Notes(cueEdges, other, ownWords, corrections);
    }

    public Notes withOwnWords(Set<String> other) {
        return new Notes(cueEdges, comments, other, corrections);
    }

    public Notes withCorrections(HandCorrections other) {
        return new Notes(cueEdges, comments, ownWords, other);
    }

    /** A word that is gone takes with it what was chosen for the place before it; comments stay at its time. */
    Notes of(List<Turn> turns) {
        if (cueEdges.isEmpty()) {
            return this;
        }
        Map<String, CueEdge> edges = new HashMap<>();
        for (Turn turn : turns) {
            for (Word word : turn.words()) {
                if (cueEdges.containsKey(word.id())) {
                    edges.put(word.id(), cueEdges.get(word.id()));
                }
            }
        }
        return withCueEdges(edges);
    }
}
