package org.tapescript.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which stretches of a text stand in it more than once, word for word, so that what is heard of one may be another. */
final class RepeatedText {
    /** By word, a number that all words have which sound like it. */
    private final int[] sounds;

    private final List<List<Integer>> places = new ArrayList<>();

    /** @param text how its words are said */
    RepeatedText(List<List<Pronunciation>> text) {
        Map<List<Pronunciation>, Integer> numbers = new HashMap<>();
        this.sounds = new int[text.size()];
        for (int w = 0; w < sounds.length; w++) {
            sounds[w] = numbers.computeIfAbsent(text.get(w), t -> places.size());
            if (sounds[w] == places.size()) {
                places.add(new ArrayList<>());
            }
            places.get(sounds[w]).add(w);
        }
    }

    /** Whether words {@code [first, last]} also stand somewhere else among words {@code [from, to)}. */
    boolean isElsewhere(int first, int last, int from, int to) {
        return places.get(sounds[first]).stream()
                .anyMatch(p -> p != first && p >= from && p + last - first < to && isSame(first, p, last - first));
    }

    private boolean isSame(int first, int other, int more) {
        for (int i = 1; i <= more; i++) {
            if (sounds[first + i] != sounds[other + i]) {
                return false;
            }
        }
        return true;
    }
}
