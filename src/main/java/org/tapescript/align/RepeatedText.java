package org.tapescript.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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

    /** Where the stretch of words {@code [first, last]} stands among words {@code [from, to)}: the first word of each copy, in order. */
    IntStream copies(int first, int last, int from, int to) {
        return places.get(sounds[first]).stream()
                .mapToInt(p -> p)
                .filter(p -> p >= from && p + last - first < to && isSame(first, p, last - first));
    }

    private boolean isSame(int first, int other, int more) {
        for (int i = 1; first != other && i <= more; i++) {
            if (sounds[first + i] != sounds[other + i]) {
                return false;
            }
        }
        return true;
    }
}
