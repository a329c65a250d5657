package org.tapescript.align;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tapescript.voice.VoiceFrames;
import org.tapescript.voice.VoiceStatistics;

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

    /**
     * Samples of voices.
     *
     * @param words of each word, empty where it has no time
     * @param frames the same frame by frame, or nothing at all if they are not known
     * @param stretches of each stretch
     */
    public record VoiceSamples(List<VoiceStatistics> words, List<VoiceFrames> frames, List<VoiceStatistics> stretches) {
        /** Of words whose frames are known. */
        public static VoiceSamples of(List<VoiceFrames> frames, List<VoiceStatistics> stretches) {
            return new VoiceSamples(frames.stream().map(VoiceFrames::statistics).toList(), frames, stretches);
        }
    }

    /** A stretch of time in seconds. */
    public record Stretch(double start, double end) {}

    /**
     * @param anchoredShare share of the words that were found by a search without any position given
     * @param speechSeconds speech in the whole sound
     * @param margin mean log likelihood a frame of the words found, beyond that of any phones in any order
     * @param signalToNoise decibels between speech and the noise under it
     * @param agreement how well phones heard without the text agree with those of the text, as Cohen's kappa, where it had to be found out
     *     because the model learned from the text itself: above 0.4 where they belong together, about 0.2 where they do not
     */
    public record Match(
            double anchoredShare, double speechSeconds, double margin, double signalToNoise, OptionalDouble agreement) {
        /** Whether a model that learned from the text tells that it is not this tape's; then nothing was looked for. */
        public boolean isForeign() {
            return agreement.orElse(1) < Agreement.MINIMUM;
        }
    }
}
