package org.tapescript.align;

import java.util.Arrays;

/**
 * One way to say a word.
 *
 * @param phones indices of the acoustic model's phones, at least one
 * @param cost natural logarithm, at most 0, by which the path pays for this way
 */
public record Pronunciation(int[] phones, float cost) {
    public Pronunciation {
        if (phones.length == 0 || cost > 0) {
            throw new IllegalArgumentException("a pronunciation has phones, and a cost of at most 0");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pronunciation p && Arrays.equals(p.phones, phones) && p.cost == cost;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(phones);
    }
}
