package org.tapescript.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.align.Pronunciation;
import org.tapescript.align.lexicon.LetterSounds;
import org.tapescript.align.lexicon.Pronouncer;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.language.LanguagePack;
import org.tapescript.text.ProperNames;
import org.tapescript.text.Sentences;
import org.tapescript.text.speech.Reading;

/** Names of a transcript that a tape in another language can be searched for, and how they may sound there. */
final class Keywords {
    private static final int MAXIMUM_WAYS = 4;
    private static final int MINIMUM_PHONES = 4;

    private final ProperNames names;
    private final Map<String, Integer> index = new LinkedHashMap<>();
    private final List<List<int[]>> ways = new ArrayList<>();

    private Keywords(ProperNames names) {
        this.names = names;
    }

    /** @param listening whose phones the ways are made of */
    static Keywords of(Transcript transcript, LanguagePack listening) {
        List<List<Word>> sentences = new ArrayList<>();
        for (Turn turn : TurnBuilder.turns(transcript)) {
            sentences.addAll(Sentences.of(turn.words(), transcript.text()));
        }
        Keywords result = new Keywords(new ProperNames(sentences));
        Pronouncer pronouncer = listening.pronouncer();
        for (List<Word> sentence : sentences) {
            for (Word word : sentence) {
                result.names.of(word).filter(n -> !result.index.containsKey(n)).ifPresent(n -> {
                    List<int[]> found = ways(n, pronouncer, listening.speech().acoustic());
                    if (!found.isEmpty()) {
                        result.index.put(n, result.ways.size());
                        result.ways.add(found);
                    }
                });
            }
        }
        return result;
    }

    private static List<int[]> ways(String name, Pronouncer pronouncer, AcousticModel model) {
        List<int[]> result = new ArrayList<>();
        int[] spelt = LetterSounds.of(name).stream()
                .mapToInt(model::phone)
                .filter(p -> p >= 0)
                .toArray();
        result.add(spelt);
        if (name.chars().allMatch(c -> c < 0x250)) {
            for (Pronunciation p :
                    pronouncer.pronounce(List.of(new Reading(List.of(name.toLowerCase(java.util.Locale.ROOT)), 0)))) {
                if (result.size() < MAXIMUM_WAYS && result.stream().noneMatch(r -> Arrays.equals(r, p.phones()))) {
                    result.add(p.phones());
                }
            }
        }
        result.removeIf(w -> w.length < MINIMUM_PHONES);
        return result;
    }

    /** For each keyword, the ways in which it may be said. */
    List<List<int[]>> ways() {
        return ways;
    }

    /** Of the words of a transcript that are keywords, by their index among all words, which keyword they are. */
    Map<Integer, Integer> in(SyncedTranscript transcript) {
        Map<Integer, Integer> result = new HashMap<>();
        List<Word> words = transcript.words();
        for (int i = 0; i < words.size(); i++) {
            Optional<Integer> keyword = names.of(words.get(i)).map(index::get);
            int at = i;
            keyword.ifPresent(k -> result.put(at, k));
        }
        return result;
    }
}
