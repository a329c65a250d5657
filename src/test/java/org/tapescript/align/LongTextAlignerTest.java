package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.Features;
import org.tapescript.align.AlignmentResult.Placed;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;

/** The whole way from sound and text to times, on a language of twelve phones whose sound is drawn from its own model. */
@Execution(ExecutionMode.CONCURRENT)
class LongTextAlignerTest extends AlignerContract {
    @Override
    Aligner aligner() {
        return new LongTextAligner(2);
    }

    private static AlignmentResult align(AlignmentRequest request) {
        return new LongTextAligner(2).align(request, ProgressSink.IGNORE, new CancellationToken());
    }

    @Test
    void wordsAreFoundAroundWhatWasNotSaidAndWhatWasNotPrinted() {
        List<Integer> text = text(500);
        int[] starts = new int[text.size()];
        say(0, 100);
        int aside = 0;
        int asideEnd = 0;
        for (int i = 0; i < text.size(); i++) {
            if (i == 150) {
                aside = sound.size();
                text(30).forEach(this::say);
                asideEnd = sound.size();
            }
            // Words 300 to 329 stand in the text and were never said.
            starts[i] = i >= 300 && i < 330 ? -1 : say(text.get(i));
        }
        say(0, 100);
        AlignmentResult result = align(request(text));
        int unspokenPlaced = 0;
        int far = 0;
        int missing = 0;
        for (int i = 0; i < starts.length; i++) {
            Optional<Placed> placed = result.words().get(i);
            if (starts[i] < 0) {
                unspokenPlaced += placed.isPresent() ? 1 : 0;
            } else if (placed.isEmpty()) {
                missing++;
            } else {
                far += Math.abs(placed.get().start() - starts[i] * Features.FRAME_SECONDS) > 0.1 ? 1 : 0;
            }
        }
        assertThat(unspokenPlaced).as("unspoken words with a time").isLessThanOrEqualTo(1);
        assertThat(missing).as("spoken words without a time").isLessThanOrEqualTo(3);
        assertThat(far).as("words off by more than 0.1 s").isLessThanOrEqualTo(3);
        double from = aside * Features.FRAME_SECONDS;
        double to = asideEnd * Features.FRAME_SECONDS;
        assertThat(result.untranscribed()).anySatisfy(s -> {
            assertThat(s.start()).isCloseTo(from, within(1.0));
            assertThat(s.end()).isCloseTo(to, within(1.0));
        });
    }

    /** With words that are missing on either side, in a model of the language and in one that is lent and learns from the tape. */
    @Test
    void theNumberOfThreadsChangesNotABit() {
        List<Integer> text = text(220);
        say(0, 100);
        for (int i = 0; i < text.size(); i++) {
            if (i == 100) {
                text(20).forEach(this::say);
            }
            if (i < 160 || i >= 180) {
                say(text.get(i));
            }
        }
        for (AlignmentRequest request :
                List.of(request(text), request(model(1.5), text, AlignmentRequest.Guide.NONE))) {
            AlignmentResult one = alignOn(1, request);
            assertThat(one.words().stream().filter(Optional::isPresent).count()).isGreaterThan(180);
            for (int threads : new int[] {2, 4}) {
                assertThat(alignOn(threads, request))
                        .as("%d threads", threads)
                        .usingRecursiveComparison()
                        .isEqualTo(one);
            }
        }
    }

    private static AlignmentResult alignOn(int threads, AlignmentRequest request) {
        return new LongTextAligner(threads).align(request, ProgressSink.IGNORE, new CancellationToken());
    }

    /** Every window of sound fits several places of the text: only what stands before and after tells which. */
    @Test
    void whatIsSaidManyTimesIsFoundAsOftenInOrder() {
        List<Integer> passage = text(70);
        List<Integer> text = new ArrayList<>(text(10));
        for (int i = 0; i < 6; i++) {
            text.addAll(passage);
        }
        say(0, 100);
        int[] starts = text.stream().mapToInt(this::say).toArray();
        say(0, 100);
        AlignmentResult result = align(request(text));
        assertThat(IntStream.range(0, starts.length)
                        .filter(i -> result.words().get(i).stream()
                                .anyMatch(p -> Math.abs(p.start() - starts[i] * Features.FRAME_SECONDS) < 0.1)))
                .hasSizeGreaterThan(starts.length * 95 / 100);
    }

    /** A model that another language lends learns what this tape's phones sound like, unless the text is another's. */
    @Test
    void lentPhonesLearnFromTheTape() {
        AcousticModel lent = model(1.5);
        List<Integer> text = text(400);
        int[] starts = new int[text.size()];
        say(0, 100);
        for (int i = 0; i < starts.length; i++) {
            if (i == 100) {
                text(40).forEach(this::say);
            }
            starts[i] = i >= 300 && i < 340 ? -1 : say(text.get(i));
        }
        say(0, 100);
        AlignmentResult right = align(request(lent, text, AlignmentRequest.Guide.NONE));
        assertThat(IntStream.range(0, starts.length)
                        .filter(i -> starts[i] >= 0)
                        .filter(i -> right.words().get(i).stream()
                                .anyMatch(p -> Math.abs(p.start() - starts[i] * Features.FRAME_SECONDS) < 0.1)))
                .hasSizeGreaterThan(350);
        assertThat(right.words().subList(305, 335)).allMatch(Optional::isEmpty);
        assertThat(right.match().agreement()).hasValueCloseTo(0.9, within(0.1));
        AlignmentResult wrong = align(request(lent, text(400), AlignmentRequest.Guide.NONE));
        assertThat(wrong.match().agreement().orElse(0)).isLessThan(0.2);
    }

    /** A passage that is said twice and printed once is found where the word that somebody vouches for is. */
    @Test
    void wordsGatherAroundAPinnedOne() {
        List<Integer> passage = text(24);
        List<Integer> before = text(60);
        List<Integer> after = text(60);
        say(0, 100);
        before.forEach(this::say);
        int[][] starts = new int[2][passage.size()];
        for (int[] time : starts) {
            for (int i = 0; i < time.length; i++) {
                time[i] = say(passage.get(i));
            }
            say(0, 60);
        }
        after.forEach(this::say);
        List<Integer> text = new ArrayList<>(before);
        text.addAll(passage);
        text.addAll(after);
        for (int[] time : starts) {
            // The last of the first time, the first of the second: all others can only be on the one side.
            int pinned = time == starts[0] ? passage.size() - 1 : 0;
            double from = time[pinned] * Features.FRAME_SECONDS;
            AlignmentResult result =
                    align(request(text, new AlignmentRequest.Pin(before.size() + pinned, from, from + 0.2)));
            for (int i = 0; i < time.length; i++) {
                double said = time[i] * Features.FRAME_SECONDS;
                assertThat(result.words().get(before.size() + i))
                        .hasValueSatisfying(p -> assertThat(p.start()).isCloseTo(said, within(0.15)));
            }
        }
    }

    /** Words said twice at the very beginning and end of the sound: whoever looks around them must not look outside it. */
    @Test
    void wordsAreSaidTwiceAtTheEdgesOfTheSound() {
        List<Integer> text = text(60);
        say(text.get(0));
        List<Double> starts = new ArrayList<>();
        for (int word : text) {
            starts.add(say(word) * Features.FRAME_SECONDS);
        }
        say(text.get(59));
        AlignmentResult result = align(request(text));
        for (int i = 1; i < 59; i++) {
            double start = starts.get(i);
            assertThat(result.words().get(i))
                    .hasValueSatisfying(p -> assertThat(p.start()).isCloseTo(start, within(0.15)));
        }
    }

    @Test
    void anotherTextIsNotFound() {
        say(0, 100);
        text(300).forEach(this::say);
        AlignmentResult result = align(request(text(300)));
        assertThat(result.match().anchoredShare()).isLessThan(0.02);
    }

    @Test
    void nobodyIsAskedTheWayWhereWordsAreHeard() {
        List<Integer> text = text(300);
        text.forEach(this::say);
        AtomicInteger asked = new AtomicInteger();
        align(request(text, ear -> {
            asked.incrementAndGet();
            return List.of();
        }));
        assertThat(asked).hasValue(0);
    }

    /** Sound in which hardly a word can be told: it takes somebody who knows roughly when each is said. */
    @Test
    void aGuideLeadsThroughSoundInWhichWordsAreHardToTell() {
        List<Integer> text = text(400);
        noise = 3.55;
        double[] starts =
                text.stream().mapToDouble(w -> say(w) * Features.FRAME_SECONDS).toArray();
        AlignmentResult alone = align(request(text));
        AlignmentResult guided = align(request(
                text,
                ear -> Arrays.stream(starts)
                        .mapToObj(s -> OptionalDouble.of(s + 2))
                        .toList()));
        assertThat(right(guided, starts)).isGreaterThan(right(alone, starts) + 20);
        for (int i = 0; i < starts.length; i++) {
            double start = starts[i];
            guided.words().get(i).ifPresent(p -> assertThat(p.start()).isCloseTo(start, within(14.0)));
        }
    }

    private static long right(AlignmentResult result, double[] starts) {
        return IntStream.range(0, starts.length)
                .filter(i -> result.words().get(i).stream().anyMatch(p -> Math.abs(p.start() - starts[i]) < 0.3))
                .count();
    }
}
