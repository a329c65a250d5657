package org.tapescript.edit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tapescript.domain.CueEdge;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Word;

/**
 * Says before which words subtitles are cut, and before which they are not.
 *
 * @param edges by id of the word; nothing for a place that is the program's to choose again
 */
public record SetCueEdges(Map<String, Optional<CueEdge>> edges) implements Edit {
    public SetCueEdges {
        edges = new TreeMap<>(edges);
    }

    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        Set<String> words = new HashSet<>();
        before.words().stream().map(Word::id).forEach(words::add);
        Map<String, CueEdge> all = new HashMap<>(before.cueEdges());
        edges.forEach((word, edge) -> {
            if (!words.contains(word)) {
                throw new RefusedEditException(Refusal.NO_WORD, word);
            }
            edge.ifPresentOrElse(e -> all.put(word, e), () -> all.remove(word));
        });
        return before.withCueEdges(all);
    }
}
