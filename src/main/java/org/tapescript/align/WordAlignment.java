package org.tapescript.align;

import org.tapescript.acoustic.VoiceStatistics;

/**
 * A word found, and how well it fits.
 *
 * @param word its index in the request
 * @param start seconds
 * @param end seconds
 * @param margin mean log likelihood a frame beyond the phone loop's
 * @param worst the same of its worst phone
 * @param squeezed share of its phones that are as short as phones can be
 * @param stretched frames by which its phones are longer than phones are
 * @param voice what the voice is like that says it
 */
record WordAlignment(
        int word,
        double start,
        double end,
        double margin,
        double worst,
        double squeezed,
        double stretched,
        VoiceStatistics voice) {}
