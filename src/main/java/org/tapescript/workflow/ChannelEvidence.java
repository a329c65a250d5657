package org.tapescript.workflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tapescript.audio.ChannelBalance;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.domain.TimeSpan;
import org.tapescript.voice.VoiceStatistics;

/**
 * The evidence that two channels give about who speaks: with one microphone for each speaker, the louder channel decides. It
 * joins the voice as a further dimension, so channels with the same sound on both simply carry no evidence.
 */
final class ChannelEvidence {
    /** Decibels by which the balance of one speaker's words varies. */
    private static final double VARIATION = 5;
    /** Beyond so many of those, more is no better evidence. */
    private static final double MAXIMUM = 4;

    private final List<Optional<ChannelBalance>> sides = new ArrayList<>();
    private final List<Double> starts = new ArrayList<>();
    private final double middle;

    /** @param words when the words are spoken: their median balance is that of nobody in particular */
    ChannelEvidence(List<DecodedRecording> recordings, List<Optional<TimeSpan>> words) throws IOException {
        double start = 0;
        for (DecodedRecording recording : recordings) {
            sides.add(
                    recording.interleaved().isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    ChannelBalance.open(recording.interleaved().get())));
            starts.add(start);
            start += recording.seconds();
        }
        double[] balances = words.stream()
                .map(this::decibels)
                .flatMapToDouble(OptionalDouble::stream)
                .sorted()
                .toArray();
        this.middle = balances.length == 0 ? 0 : balances[balances.length / 2];
    }

    private OptionalDouble decibels(Optional<TimeSpan> span) {
        if (span.isEmpty()) {
            return OptionalDouble.empty();
        }
        double from = span.get().startSeconds();
        int side = starts.size() - 1;
        while (side > 0 && starts.get(side) > from) {
            side--;
        }
        double offset = starts.get(side);
        double to = span.get().endSeconds();
        return sides.get(side).map(b -> b.decibels(from - offset, to - offset)).orElse(OptionalDouble.empty());
    }

    /** A sample of what is said in a span, with its balance. */
    VoiceStatistics add(VoiceStatistics sample, Optional<TimeSpan> span) {
        double balance = (decibels(span).orElse(middle) - middle) / VARIATION;
        return sample.withDimension((float) Math.max(-MAXIMUM, Math.min(MAXIMUM, balance)));
    }
}
