package org.tapescript.attribution;

import java.util.List;
import org.tapescript.domain.TimeSpan;
import org.tapescript.voice.VoiceFrames;
import org.tapescript.voice.VoiceStatistics;

/**
 * What is known about the voices on a tape.
 *
 * @param words a sample of the voice of each word of the transcript
 * @param frames the same frame by frame, or nothing at all if they are not known: nobody is then looked for who talks into
 *     another's words
 * @param humming tells how much a stretch is hummed, see {@link Humming}
 * @param stray a sample of each stretch of speech that the text lacks
 */
public record HeardVoices(
        List<VoiceStatistics> words, List<VoiceFrames> frames, Humming humming, List<VoiceStatistics> stray) {
    /** How much a stretch of the tape is hummed, in any unit that is the same for all of the tape; asked by several threads. */
    @FunctionalInterface
    public interface Humming {
        double of(TimeSpan stretch);
    }

    /** Without knowing the words' frames. */
    public static HeardVoices of(List<VoiceStatistics> words, List<VoiceStatistics> stray) {
        return new HeardVoices(words, List.of(), stretch -> 0, stray);
    }
}
