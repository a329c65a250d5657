package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.tapescript.acoustic.Features;
import org.tapescript.align.AlignmentResult.Placed;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;

/** What anybody may rely on, whichever way an aligner goes. */
abstract class AlignerContract extends DrawnSpeech {
    abstract Aligner aligner();

    private AlignmentResult found(AlignmentRequest request) {
        return aligner().align(request, ProgressSink.IGNORE, new CancellationToken());
    }

    private double seconds() {
        return sound.size() * Features.FRAME_SECONDS;
    }

    /** Some words that are said, with a passage that is not printed and one that is not said. */
    private List<Integer> interview() {
        List<Integer> text = new ArrayList<>();
        say(0, 60);
        for (int word : text(120)) {
            if (text.size() == 40) {
                text(8).forEach(this::say);
            }
            if (text.size() < 80 || text.size() > 90) {
                say(word);
            }
            text.add(word);
        }
        say(0, 60);
        return text;
    }

    @Test
    void timesAreInOrderAndWithinTheSound() {
        AlignmentRequest request = request(interview());
        AlignmentResult result = found(request);
        assertThat(result.words()).hasSameSizeAs(request.words());
        double end = 0;
        for (Optional<Placed> word : result.words()) {
            if (word.isPresent()) {
                assertThat(word.get().start()).isGreaterThanOrEqualTo(end - 1e-6);
                assertThat(word.get().end()).isGreaterThanOrEqualTo(word.get().start());
                assertThat(word.get().confidence()).isBetween(0.0, 1.0);
                end = word.get().end();
            }
        }
        assertThat(end).isBetween(seconds() / 2, seconds() + Features.FRAME_SECONDS);
        double last = 0;
        for (AlignmentResult.Stretch stretch : result.untranscribed()) {
            assertThat(stretch.start()).isGreaterThanOrEqualTo(last);
            assertThat(stretch.end()).isGreaterThan(stretch.start());
            last = stretch.end();
        }
        assertThat(last).isLessThanOrEqualTo(seconds() + Features.FRAME_SECONDS);
        assertThat(result.voices().frames()).hasSameSizeAs(request.words());
        assertThat(result.voices().stretches()).hasSameSizeAs(result.untranscribed());
        assertThat(result.match().anchoredShare()).isBetween(0.0, 1.0);
        assertThat(result.match().speechSeconds()).isBetween(0.0, seconds() + 1);
    }

    @Test
    void theSameIsFoundAgainToTheBit() {
        AlignmentRequest request = request(interview());
        assertThat(found(request)).usingRecursiveComparison().isEqualTo(found(request));
    }

    @Test
    void whereNothingIsSaidNothingIsFound() {
        say(0, 500);
        AlignmentResult result = found(request(text(50)));
        assertThat(result.words()).hasSize(50).allMatch(Optional::isEmpty);
        assertThat(result.match().anchoredShare()).isZero();
    }

    @Test
    void whereNothingIsPrintedAllIsSpeechThatTheTextLacks() {
        say(0, 60);
        text(30).forEach(this::say);
        say(0, 60);
        AlignmentResult result = found(request(List.of()));
        assertThat(result.words()).isEmpty();
        assertThat(result.untranscribed()).isNotEmpty();
    }

    @Test
    void whatIsCancelledEndsSo() {
        CancellationToken cancel = new CancellationToken();
        cancel.cancel();
        AlignmentRequest request = request(interview());
        assertThatThrownBy(() -> aligner().align(request, ProgressSink.IGNORE, cancel))
                .isInstanceOf(CancellationException.class);
    }
}
