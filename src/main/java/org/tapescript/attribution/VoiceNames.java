package org.tapescript.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tapescript.domain.SpeakerNames;

/**
 * Gives each voice the name that the text has for most of its words; an editor's word weighs most. Questions count towards
 * whoever asks most: after a forgotten mark the text may have every name wrong, but questions remain questions.
 */
final class VoiceNames {
    private static final double BY_HAND = 1000;
    private static final double PRINTED = 5;

    private final SpokenText text;
    private final List<String> given;

    /** @param given names in the order in which the speakers are first heard, as the user gave them; may be empty */
    VoiceNames(SpokenText text, List<String> given) {
        this.text = text;
        this.given = given;
    }

    /**
     * @param path voice of each unit of the text, -1 where it is open; the first voices are those of the names that are printed
     * @return a name for each of the voices
     */
    String[] of(int[] path, int voices) {
        Map<String, double[]> said = said(path, voices);
        Map<String, double[]> free = new LinkedHashMap<>(said);
        String[] result = new String[voices];
        for (int v = 0; v < text.printedNames().size(); v++) {
            result[v] = printed(v);
            free.remove(result[v]);
        }
        boolean oneInText = said.size() == 1 && voices > 1;
        if (oneInText && voices == 2 && given.isEmpty() && SpeakerNames.isAssumed(text.asker())) {
            byQuestions(path, result);
        }
        mostSaid(free, result);
        if ((given.size() > 2 || oneInText && !given.isEmpty())
                && text.units().stream().noneMatch(text::hasPrintedName)) {
            // Dashes tell two speakers apart at most, no marks nobody: of more, only the voices know who is who.
            for (int v = 0; v < voices; v++) {
                result[v] = result[v] != null && text.isNamedByHand(result[v]) ? result[v] : null;
            }
        }
        nameOthers(result, path, said.keySet());
        return result;
    }

    /** Of two whom the text does not tell apart, who asks more is the interviewer. */
    private void byQuestions(int[] path, String[] result) {
        int[] asked = new int[result.length];
        for (int u = 0; u < path.length; u++) {
            if (path[u] >= 0 && text.isQuestion(text.units().get(u))) {
                asked[path[u]]++;
            }
        }
        if (asked[0] != asked[1]) {
            int asks = asked[0] > asked[1] ? 0 : 1;
            result[asks] = SpeakerNames.INTERVIEWER;
            result[1 - asks] = SpeakerNames.GUEST;
        }
    }

    /** What the turns that are printed under a name are called by now: an editor may have renamed the speaker. */
    private String printed(int name) {
        Map<String, Integer> said = new LinkedHashMap<>();
        for (SpokenUnit unit : text.units()) {
            if (text.printed(unit) == name) {
                said.merge(text.knownSpeaker(unit), unit.words(), Integer::sum);
            }
        }
        return Collections.max(said.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** By name, the words of each voice that the text gives to it, each counted by how sure the text is. */
    private Map<String, double[]> said(int[] path, int voices) {
        Map<String, double[]> said = new LinkedHashMap<>();
        String asker = text.asker();
        for (int u = 0; u < path.length; u++) {
            SpokenUnit unit = text.units().get(u);
            if (path[u] < 0) {
                continue;
            }
            double weight = text.isByHand(unit) ? BY_HAND : text.hasPrintedName(unit) ? PRINTED : 1;
            said.computeIfAbsent(text.knownSpeaker(unit), n -> new double[voices])[path[u]] += weight * unit.words();
            if (text.isQuestion(unit) && !text.saysWho(unit)) {
                said.computeIfAbsent(asker, n -> new double[voices])[path[u]] += unit.words();
            }
        }
        return said;
    }

    /** Gives names to voices that have none yet, one to one, the surest first; null stays where none is left. */
    private static void mostSaid(Map<String, double[]> said, String[] result) {
        while (true) {
            String best = null;
            int voice = -1;
            for (Map.Entry<String, double[]> e : said.entrySet()) {
                for (int v = 0; v < result.length; v++) {
                    if (result[v] == null && e.getValue()[v] > (best == null ? 0 : said.get(best)[voice])) {
                        best = e.getKey();
                        voice = v;
                    }
                }
            }
            if (best == null) {
                return;
            }
            result[voice] = best;
            said.remove(best);
        }
    }

    /** Voices without a name get one that was given, else one that the text has for nobody else. */
    private void nameOthers(String[] result, int[] path, Set<String> inText) {
        List<String> free = new ArrayList<>(given.isEmpty() ? inText : given);
        free.removeAll(Arrays.asList(result));
        int[] asHeard = IntStream.concat(Arrays.stream(path).filter(v -> v >= 0), IntStream.range(0, result.length))
                .distinct()
                .toArray();
        for (int v : asHeard) {
            // Names given win over what the text calls people, not over what an editor said of a turn.
            boolean settled = result[v] != null
                    && (given.isEmpty()
                            || free.isEmpty()
                            || given.contains(result[v])
                            || text.isNamedByHand(result[v]));
            if (!settled) {
                result[v] = free.isEmpty() ? SpeakerNames.numbered(v + 1) : free.remove(0);
            }
        }
    }
}
