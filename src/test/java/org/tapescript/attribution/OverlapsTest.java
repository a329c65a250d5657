package org.tapescript.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.support.Transcripts;
import org.tapescript.support.Voices;
import org.tapescript.voice.VoiceFrames;
import org.tapescript.voice.VoiceStatistics;

/** Two people of whom it is known in which words the one talks into the other's sentences. */
class OverlapsTest {
    private static final int ASKS = 0;
    private static final int SENTENCES = 8;
    private static final int WORDS = 20;
    /** Seconds from word to word: no gap between their frames. */
    private static final double WORD = 0.25;

    private final Voices voices = new Voices();
    /** The voice of the one who answers: the more bits, the less like the other's. */
    private int answers = 7;

    private static int path(int sentence) {
        return sentence % 2;
    }

    private int own(int word) {
        return path(word / WORDS) == 0 ? ASKS : answers;
    }

    private static List<Overlaps.Overlap> find(List<VoiceFrames> frames, HeardVoices.Humming humming) {
        List<VoiceStatistics> words =
                frames.stream().map(VoiceFrames::statistics).toList();
        String[] sentences = IntStream.range(0, SENTENCES)
                .mapToObj(s -> "so ".repeat(WORDS - 1) + "on.")
                .toArray(String[]::new);
        SyncedTranscript transcript = Transcripts.of(List.of("Ann", "Bo"), sentences);
        List<SpokenUnit> units = SpokenUnit.of(transcript);
        assertThat(units).hasSize(SENTENCES);
        List<VoiceStatistics> samples = new ArrayList<>();
        double[][] share = new double[SENTENCES][2];
        for (int u = 0; u < SENTENCES; u++) {
            samples.add(words.subList(u * WORDS, (u + 1) * WORDS).stream()
                    .reduce(VoiceStatistics::plus)
                    .orElseThrow());
            share[u][path(u)] = 1;
        }
        return new Overlaps(units, new HeardVoices(words, frames, humming, List.of()))
                .find(
                        new VoiceModels(samples, share, 0.1),
                        IntStream.range(0, SENTENCES).map(OverlapsTest::path).toArray());
    }

    /**
     * @param voice of each word
     * @param seconds from word to word
     */
    private List<Overlaps.Overlap> find(IntUnaryOperator voice, double seconds) {
        return find(
                IntStream.range(0, SENTENCES * WORDS)
                        .mapToObj(w -> voices.frames(voice.applyAsInt(w), seconds * w))
                        .toList(),
                stretch -> 0);
    }

    private List<Overlaps.Overlap> find(IntUnaryOperator voice) {
        return find(voice, WORD);
    }

    @Test
    void whereNobodyTalksIntoAnothersWordsNobodyIsHeard() {
        assertThat(find(this::own)).isEmpty();
    }

    @Test
    void whoeverDoesIsHeardWhereItIs() {
        // In sentence 3, which is an answer, and in sentence 6, which is a question.
        List<Integer> others = List.of(66, 67, 130, 131);
        List<Overlaps.Overlap> found = find(w -> others.contains(w) ? ASKS + answers - own(w) : own(w));
        assertThat(found).extracting(Overlaps.Overlap::unit).containsExactly(3, 6);
        assertThat(found).extracting(Overlaps.Overlap::voice).containsExactly(0, 1);
        for (int i = 0; i < 2; i++) {
            TimeSpan time = found.get(i).time();
            assertThat(time.startSeconds()).isCloseTo(WORD * others.get(2 * i), within(0.3));
            assertThat(time.endSeconds()).isCloseTo(WORD * (others.get(2 * i + 1) + 1), within(0.3));
        }
    }

    /** Where voices are much alike, a moment too faint to tell by the frames alone is believed where two voices hum at once. */
    @Test
    void whatHumsIsBelievedSooner() {
        int silent = 0;
        int humming = 0;
        for (int word = 63; word < 77; word += 3) {
            double start = WORD * word;
            silent += framesNeeded(word, stretch -> 0);
            humming += framesNeeded(
                    word,
                    stretch -> Math.sin(1000 * stretch.startSeconds())
                            + (Math.abs(stretch.startSeconds() - start) < 0.3 ? 100 : 0));
        }
        assertThat(humming).isLessThan(silent);
    }

    /** In how many frames of a word, in the midst of a sentence, another voice must be heard to be noticed. */
    private static int framesNeeded(int word, HeardVoices.Humming humming) {
        return IntStream.range(0, 25)
                .filter(frames -> {
                    OverlapsTest test = new OverlapsTest();
                    test.answers = 1;
                    return !test.findIn(word, frames, humming).isEmpty();
                })
                .findFirst()
                .orElseThrow();
    }

    private List<Overlaps.Overlap> findIn(int word, int count, HeardVoices.Humming humming) {
        return find(
                IntStream.range(0, SENTENCES * WORDS)
                        .mapToObj(w -> voices.frames(own(w), ASKS, w == word ? count : 0, WORD * w))
                        .toList(),
                humming);
    }

    @Test
    void mostOfASentenceIsNotTalkedInto() {
        assertThat(find(w -> w >= 64 && w < 76 ? ASKS : own(w)))
                .extracting(Overlaps.Overlap::unit)
                .doesNotContain(3);
    }

    @Test
    void acrossPausesNothingIsMeasured() {
        List<Integer> others = List.of(66, 67);
        assertThat(find(w -> others.contains(w) ? ASKS : own(w), WORD + 0.3)).isEmpty();
    }
}
