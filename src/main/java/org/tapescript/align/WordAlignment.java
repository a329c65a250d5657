package org.tapescript.align;

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
        List<ForcedAlignment.PhoneSpan> phones) {}
