package org.tapescript.subtitle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tapescript.domain.CueEdge;
import org.tapescript.domain.Word;

/**
 * How stretches of words are cut into cues and lines. Remembers how it cut last: after an edit all but one or two stretches say the
 * same at the same time, and are cut as they were. Not thread-safe.
 */
final class StretchCuts {
    /** A cue's words, and its lines. */
    record Piece(List<Word> words, List<String> lines) {}

    /** @param sizes how many words each piece has */
    private record Known(List<Word> words, double limit, int[] sizes, List<List<String>> lines) {
        boolean holds(List<Word> now, double until) {
            if (now.size() != words.size() || until != limit) {
                return false;
            }
            for (int i = 0; i < now.size(); i++) {
                Word a = words.get(i);
                Word b = now.get(i);
                // Where they stand in the text is no matter.
                if (a != b
                        && !(a.id().equals(b.id())
                                && a.text().equals(b.text())
                                && a.timing().equals(b.timing()))) {
                    return false;
                }
            }
            return true;
        }

        List<Piece> pieces(List<Word> now) {
            List<Piece> pieces = new ArrayList<>();
            int from = 0;
            for (int i = 0; i < sizes.length; i++) {
                pieces.add(new Piece(now.subList(from, from + sizes[i]), lines.get(i)));
                from += sizes[i];
            }
            return pieces;
        }
    }

    private final CueRules rules;
    private final LineBreaker breaker;
    private Map<String, CueEdge> edges = Map.of();
    /** By id of a stretch's first word. */
    private Map<String, Known> last = Map.of();

    private Map<String, Known> now = new HashMap<>();

    StretchCuts(CueRules rules) {
        this.rules = rules;
        this.breaker = new LineBreaker(rules);
    }

    /** Begins with a transcript. @param chosen before which words an editor cuts, or does not, by their ids */
    void begin(Map<String, CueEdge> chosen) {
        last = chosen.equals(edges) ? now : Map.of();
        now = new HashMap<>();
        edges = chosen;
    }

    /**
     * The pieces of a stretch of that transcript, in order.
     *
     * @param words at least the first of which has a time
     * @param limit second at which what follows begins
     */
    List<Piece> of(List<Word> words, double limit) {
        String id = words.get(0).id();
        Known known = last.get(id);
        if (known == null || !known.holds(words, limit)) {
            known = cut(words, limit);
        }
        now.put(id, known);
        return known.pieces(words);
    }

    private Known cut(List<Word> words, double limit) {
        List<List<Word>> pieces = new CueSplit(rules, words, limit, edges).best();
        List<List<String>> lines = new ArrayList<>();
        for (List<Word> piece : pieces) {
            List<String> texts = piece.stream().map(Word::text).toList();
            lines.add(breaker.lines(texts).orElseGet(() -> breaker.asMany(texts)));
        }
        return new Known(words, limit, pieces.stream().mapToInt(List::size).toArray(), lines);
    }
}
