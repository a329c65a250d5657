package org.tapescript.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tapescript.attribution.SpokenUnit;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/**
 * Whom the text and the editor name for each sentence, and which voice each name has, as estimated from where the sentences
 * lie.
 */
final class SaidSpeakers {
    /** An editor's word counts as much as this many of the text's. */
    private static final double BY_HAND = 20;

    private final int voices;
    private final String[] name;
    private final List<String> names = new ArrayList<>();
    private final boolean[] byHand;
    private final boolean[] printed;
    private Map<String, Integer> voiceOf = Map.of();

    SaidSpeakers(SyncedTranscript transcript, List<SpokenUnit> units, int voices) {
        this.voices = voices;
        this.name = new String[units.size()];
        this.byHand = new boolean[units.size()];
        this.printed = new boolean[units.size()];
        List<Turn> turnOf = new ArrayList<>();
        for (Turn turn : transcript.turns()) {
            for (Word word : turn.words()) {
                turnOf.add(turn);
            }
        }
        String text = transcript.transcript().text();
        for (int j = 0; j < name.length; j++) {
            SpokenUnit unit = units.get(j);
            Turn turn = turnOf.get(unit.from());
            byHand[j] = turn.speakerIsManual();
            name[j] = turn.speaker();
            if (!names.contains(name[j])) {
                names.add(name[j]);
            }
            printed[j] = unit.hasPrintedName(text);
        }
    }

    /** The number of a sentence's speaker among all, less than that of the voices. */
    int number(int sentence) {
        return Math.min(voices - 1, names.indexOf(name[sentence]));
    }

    /** Gives each name the voice that says most of what it stands for, the surest first, none to two. */
    void learn(PlacementSearch.Span[] spans, double[] letters) {
        Map<String, double[]> said = new LinkedHashMap<>();
        for (int j = 0; j < spans.length; j++) {
            if (spans[j].isThere()) {
                said.computeIfAbsent(name[j], n -> new double[voices])[spans[j].voice()] +=
                        letters[j] * (byHand[j] ? BY_HAND : 1);
            }
        }
        Map<String, Integer> result = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        while (taken.size() < voices && !said.isEmpty()) {
            String best = "";
            int voice = -1;
            for (Map.Entry<String, double[]> e : said.entrySet()) {
                for (int v = 0; v < voices; v++) {
                    if (!taken.contains(v) && (voice < 0 || e.getValue()[v] > said.get(best)[voice])) {
                        best = e.getKey();
                        voice = v;
                    }
                }
            }
            result.put(best, voice);
            taken.add(voice);
            said.remove(best);
        }
        voiceOf = result;
    }

    /** The voice that a sentence should have by what text or editor say; -1 where they say nothing, or nothing is known of it. */
    int voice(int sentence) {
        return byHand[sentence] || printed[sentence] ? voiceOf.getOrDefault(name[sentence], -1) : -1;
    }

    boolean isByHand(int sentence) {
        return byHand[sentence];
    }
}
