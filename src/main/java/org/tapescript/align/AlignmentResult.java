package org.tapescript.align;

import java.util.List;
import java.util.Optional;
import org.tapescript.acoustic.VoiceFrames;
import org.tapescript.acoustic.VoiceStatistics;

/**
 * What an {@link Aligner} found.
 *
 * @param words for each word asked for, where it lies, or nothing if it was not found
 * @param untranscribed speech that no word covers, in order
 * @param voices what the voices of the words and of the untranscribed stretches are like
 * @param match how well the sound matches the text
 */
public record AlignmentResult(
        List<Optional<Placed>> words, List<Stretch> untranscribed, VoiceSamples voices, Match match) {

    /**
     * A word in time.
     *
     * @param start seconds from the beginning of the sound
     * @param end seconds, not before {@code start}
     * @param confidence in [0, 1]: about the probability that the start is right to a tenth of a second
     */
    public record Placed(double start, double end, double confidence) {}

    /** The voice of each word, without a frame where it has no time, and of each stretch. */
    public record VoiceSamples(List<VoiceFrames> words, List<VoiceStatistics> stretches) {}

    /** A stretch of time in seconds. */
    public record Stretch(double start, double end) {}

    /**
     * @param anchoredShare share of the words that were found by a search without any position given
     * @param speechSeconds speech in the whole sound
     * @param margin mean log likelihood a frame of the words found, beyond that of any phones in any order
     * @param signalToNoise decibels between speech and the noise under it
     */
    public record Match(double anchoredShare, double speechSeconds, double margin, double signalToNoise) {}
}
