package org.tapescript.domain;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a speaker says: words and turns, and seconds from the first word of each turn to its last. */
public record SpeakerShare(String speaker, int words, int turns, double seconds) {
    /** Who speaks in a transcript, who speaks most first. */
    public static List<SpeakerShare> of(SyncedTranscript t) {
        Map<String, SpeakerShare> shares = new LinkedHashMap<>();
        for (Turn turn : t.turns()) {
            double seconds = turn.span().map(TimeSpan::seconds).orElse(0.0);
            shares.merge(
                    turn.speaker(),
                    new SpeakerShare(turn.speaker(), turn.words().size(), 1, seconds),
                    (a, b) -> new SpeakerShare(a.speaker, a.words + b.words, a.turns + b.turns, a.seconds + b.seconds));
        }
        return shares.values().stream()
                .sorted(Comparator.comparingInt(SpeakerShare::words).reversed())
                .toList();
    }
}
