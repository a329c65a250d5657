package org.tapescript.ui.subtitles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tapescript.domain.Cue;
import org.tapescript.domain.CueEdge;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.SetCueEdges;

/**
 * Edits that change where one subtitle ends and the next begins, and leave all others as they are: those concerned are held as they
 * are then, whatever the rules would have.
 */
final class CueChoices {
    private final List<Cue> cues;
    private final Map<String, String> turnOf = new HashMap<>();

    /** @param cues as they are made of the transcript */
    CueChoices(TranscriptIndex index, List<Cue> cues) {
        this.cues = cues;
        for (Turn turn : index.transcript().turns()) {
            turn.words().forEach(w -> turnOf.put(w.id(), turn.id()));
        }
    }

    private static List<Word> words(Cue cue) {
        return cue.parts().stream().flatMap(p -> p.words().stream()).toList();
    }

    private static Word first(Cue cue) {
        return words(cue).get(0);
    }

    private boolean sameTurn(Word a, Word b) {
        return turnOf.getOrDefault(a.id(), "").equals(turnOf.get(b.id()));
    }

    /**
     * Cuts a cue in two.
     *
     * @param word with which the second is to begin; if it is none of those that can, the cue is cut in its middle
     */
    Optional<SetCueEdges> split(int cue, Optional<String> word) {
        List<Word> words = words(cues.get(cue));
        if (words.size() < 2) {
            return Optional.empty();
        }
        Word at = words.stream()
                .skip(1)
                .filter(w -> word.equals(Optional.of(w.id())))
                .findFirst()
                .orElseGet(() -> middle(words));
        return Optional.of(edit(cue, cue + 1, Map.of(at.id(), Optional.of(CueEdge.CUT))));
    }

    private static Word middle(List<Word> words) {
        int all = words.stream().mapToInt(w -> w.text().length() + 1).sum();
        int before = 0;
        int i = 0;
        while (i + 1 < words.size() && (i == 0 || before + words.get(i).text().length() / 2 < all / 2)) {
            before += words.get(i++).text().length() + 1;
        }
        return words.get(i);
    }

    /** Makes one of a cue and the next; nothing if another turn begins there. */
    Optional<SetCueEdges> merge(int cue) {
        if (!continues(cue)) {
            return Optional.empty();
        }
        return Optional.of(edit(cue, cue + 2, Map.of(first(cues.get(cue + 1)).id(), Optional.of(CueEdge.JOINED))));
    }

    /** Whether the next cue goes on in the turn in which a cue ends. */
    private boolean continues(int cue) {
        if (cue < 0 || cue + 1 >= cues.size()) {
            return false;
        }
        List<Word> own = words(cues.get(cue));
        return sameTurn(own.get(own.size() - 1), first(cues.get(cue + 1)));
    }

    /** Lets a cue end a word later, or earlier if negative. */
    Optional<SetCueEdges> shift(int cue, int by) {
        if (!continues(cue)) {
            return Optional.empty();
        }
        List<Word> giving = words(cues.get(by > 0 ? cue + 1 : cue));
        if (giving.size() < 2) {
            return Optional.empty();
        }
        Word cut = by > 0 ? giving.get(1) : giving.get(giving.size() - 1);
        if (!sameTurn(cut, first(cues.get(cue + 1)))) {
            return Optional.empty();
        }
        return Optional.of(edit(
                cue,
                cue + 2,
                Map.of(
                        first(cues.get(cue + 1)).id(),
                        Optional.of(CueEdge.JOINED),
                        cut.id(),
                        Optional.of(CueEdge.CUT))));
    }

    /** With where the first cue begins and the cue behind the last does; between them nothing is cut that was not chosen. */
    private SetCueEdges edit(int from, int to, Map<String, Optional<CueEdge>> chosen) {
        Map<String, Optional<CueEdge>> edges = new HashMap<>();
        for (Cue cue : cues.subList(from, to)) {
            List<Word> words = words(cue);
            for (int i = 1; i < words.size(); i++) {
                if (sameTurn(words.get(i - 1), words.get(i))) {
                    edges.put(words.get(i).id(), Optional.of(CueEdge.JOINED));
                }
            }
        }
        for (int i : new int[] {from, to}) {
            if (i > 0 && i < cues.size() && continues(i - 1)) {
                edges.put(first(cues.get(i)).id(), Optional.of(CueEdge.CUT));
            }
        }
        edges.putAll(chosen);
        return new SetCueEdges(edges);
    }
}
