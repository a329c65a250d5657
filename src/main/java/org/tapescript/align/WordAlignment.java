package org.tapescript.align;

import java.util.ArrayList;
import java.util.List;

/**
 * A word found, and how well it fits.
 *
 * @param word its index in the request
 * @param start seconds
 * @param end seconds
 * @param margin mean log likelihood a frame beyond the phone loop's
 * @param first the same of its first phone alone
 * @param last the same of its last phone
 * @param earlier what it would cost to begin a little earlier, see {@link ForcedAlignment.PhoneSpan}
 * @param later the same of beginning later
 * @param squeezed share of its phones that are as short as phones can be
 * @param stretched frames by which its phones are longer than phones are
 * @param phones its phones
 */
record WordAlignment(
        int word,
        double start,
        double end,
        double margin,
        double first,
        double last,
        double earlier,
        double later,
        double squeezed,
        double stretched,
        List<ForcedAlignment.PhoneSpan> phones) {
    /** Words one after the other: where one begins before the one before it ends, they part in the middle of what both claim. */
    static List<WordAlignment> parted(List<WordAlignment> words) {
        List<WordAlignment> result = new ArrayList<>(words);
        for (int i = 1; i < result.size(); i++) {
            WordAlignment before = result.get(i - 1);
            WordAlignment word = result.get(i);
            if (word.start < before.end) {
                double middle = Math.max(before.start, Math.min(word.end, (word.start + before.end) / 2));
                result.set(i - 1, before.within(before.start, middle));
                result.set(i, word.within(middle, Math.max(middle, word.end)));
            }
        }
        return result;
    }

    private WordAlignment within(double from, double to) {
        return new WordAlignment(word, from, to, margin, first, last, earlier, later, squeezed, stretched, phones);
    }
}
