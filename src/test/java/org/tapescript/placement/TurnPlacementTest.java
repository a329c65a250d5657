package org.tapescript.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tapescript.align.HeardTape;
import org.tapescript.align.HeardTapes;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.job.CancellationToken;
import org.tapescript.support.Transcripts;

/** Conversations of two people of which it is known when each sentence is said; no word of them is. */
class TurnPlacementTest {
    private static final int DIMENSIONS = 6;
    private static final int TURNS = 30;
    /** Frames a letter. */
    private static final double PACE = 6;

    private final Random random = new Random(4);
    private final List<Boolean> speech = new ArrayList<>();
    private final List<Float> deviations = new ArrayList<>();
    private final List<String> turns = new ArrayList<>();
    /** By sentence of the text, seconds at which it begins; negative if nobody says it. */
    private final List<Double> starts = new ArrayList<>();

    /** Deviation of the logarithm of a sentence's length from what its letters make expect. */
    private double unsteadiness = 0.15;
    /** Whether people begin with a short sentence, and no pause behind it. */
    private boolean hasty;
    /** Frames by which people pause longer between sentences, and between turns, than within a sentence. */
    private int longer = 20;

    @BeforeEach
    void beginWithSilence() {
        silence(100);
    }

    private void silence(int frames) {
        for (int t = 0; t < frames; t++) {
            speech.add(false);
            deviations.addAll(Collections.nCopies(DIMENSIONS, 0f));
        }
    }

    private void speak(int voice, int frames) {
        for (int t = 0; t < frames; t++) {
            speech.add(true);
            for (int d = 0; d < DIMENSIONS; d++) {
                deviations.add((float) (((voice >> d % 3 & 1) == 0 ? -0.8 : 0.8) + random.nextGaussian()));
            }
        }
    }

    private double now() {
        return speech.size() * 0.01;
    }

    /** Prints turns of one to three sentences; says them unless they are among those left out. */
    private void converse(int from, int to, List<Integer> leftOut) {
        for (int turn = from; turn < to; turn++) {
            StringBuilder text = new StringBuilder(hasty ? "So. " : "");
            for (int s = 1 + random.nextInt(3); s > 0; s--) {
                int words = 4 + random.nextInt(20);
                for (int w = 0; w < words; w++) {
                    text.append("x".repeat(1 + random.nextInt(8)));
                    text.append(w + 1 < words ? " " : s > 1 ? ". " : ".");
                }
            }
            turns.add(text.toString());
            for (String sentence : text.toString().split("(?<=\\.) ")) {
                if (leftOut.contains(turn)) {
                    starts.add(-1.0);
                } else {
                    say(turn % 2 == 0 ? 0 : 7, sentence);
                }
            }
            silence(2 * longer);
        }
    }

    private void say(int voice, String sentence) {
        starts.add(now());
        double letters = 0;
        for (String word : sentence.split(" ")) {
            letters += TextLength.letters(word);
        }
        int frames = (int) (letters * PACE * Math.exp(unsteadiness * random.nextGaussian()));
        // People pause within sentences, too.
        for (; frames > 150; frames -= 100) {
            speak(voice, 100);
            silence(12);
        }
        speak(voice, frames);
        silence(sentence.equals("So.") ? 0 : 12 + longer);
    }

    private HeardTape tape() {
        boolean[] said = new boolean[speech.size()];
        float[] decibels = new float[said.length];
        float[] values = new float[deviations.size()];
        for (int t = 0; t < said.length; t++) {
            said[t] = speech.get(t);
            decibels[t] = said[t] ? 60 : 20;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = deviations.get(i);
        }
        return HeardTapes.of(said, decibels, values);
    }

    private SyncedTranscript transcript() {
        return Transcripts.of(List.of("Ann", "Bo"), turns.toArray(String[]::new));
    }

    private Placement place(List<Pin> pins, int voices, List<Optional<TimeSpan>> earlier) {
        return TurnPlacement.place(tape(), transcript(), voices, Map.of(), pins, earlier, new CancellationToken());
    }

    private Placement place(Pin... pins) {
        return place(List.of(pins), 0, unknown());
    }

    private List<Optional<TimeSpan>> unknown() {
        return Collections.nCopies(transcript().words().size(), Optional.empty());
    }

    /** By sentence, its first word among all words. */
    private int[] firstWords() {
        List<Integer> first = new ArrayList<>();
        int at = 0;
        for (String turn : turns) {
            for (String sentence : turn.split("(?<=\\.) ")) {
                first.add(at);
                at += sentence.split(" ").length;
            }
        }
        return first.stream().mapToInt(i -> i).toArray();
    }

    /** How many of the sentences that are said are placed where they are. */
    private int right(Placement placement) {
        int[] first = firstWords();
        int right = 0;
        for (PlacedSentence placed : placement.sentences()) {
            int sentence = java.util.Arrays.binarySearch(first, placed.from());
            assertThat(sentence).as("begins where a sentence does").isGreaterThanOrEqualTo(0);
            right += Math.abs(placed.start() - starts.get(sentence)) < 0.05 ? 1 : 0;
        }
        return right;
    }

    private int said() {
        return (int) starts.stream().filter(s -> s >= 0).count();
    }

    @Test
    void sentencesLieWhereTheirSpeakersSayThem() {
        converse(0, TURNS, List.of());
        Placement placement = place();
        assertThat(right(placement)).as("right").isGreaterThanOrEqualTo(said() * 95 / 100);
        assertThat(placement.confidence()).isGreaterThan(0.8);
        double end = 0;
        for (PlacedSentence sentence : placement.sentences()) {
            assertThat(sentence.start()).isGreaterThanOrEqualTo(end);
            assertThat(sentence.end()).isGreaterThan(sentence.start());
            end = sentence.end();
        }
    }

    @Test
    void sentencesSaidWithoutAPauseArePlacedTogether() {
        hasty = true;
        converse(0, TURNS, List.of());
        Placement placement = place();
        assertThat(placement.sentences()).hasSizeGreaterThanOrEqualTo(said() * 95 / 100);
        int[] first = firstWords();
        assertThat(placement.sentences())
                .filteredOn(p -> Math.abs(p.start() - starts.get(java.util.Arrays.binarySearch(first, p.from()))) < 0.5)
                .hasSizeGreaterThanOrEqualTo(said() * 95 / 100);
    }

    @Test
    void voicesTellWhatLengthsAndPausesDoNot() {
        unsteadiness = 0.4;
        longer = 0;
        converse(0, TURNS, List.of());
        assertThat(right(place())).as("right of " + said()).isGreaterThanOrEqualTo(said() * 2 / 3);
    }

    @Test
    void whatIsNotPrintedIsPassedOver() {
        converse(0, TURNS / 2, List.of());
        double from = now();
        for (int i = 0; i < 6; i++) {
            speak(2, 300);
            silence(25);
        }
        double to = now();
        converse(TURNS / 2, TURNS, List.of());
        Placement placement = place();
        assertThat(right(placement)).as("right").isGreaterThanOrEqualTo(said() * 90 / 100);
        assertThat(placement.sentences())
                .filteredOn(s -> s.start() < to - 1 && s.end() > from + 1)
                .hasSizeLessThan(3);
    }

    @Test
    void whatIsNotSaidIsLeftOut() {
        converse(0, TURNS, List.of(12, 13, 14, 15));
        Placement placement = place();
        assertThat(right(placement)).as("right").isGreaterThanOrEqualTo(said() * 85 / 100);
        assertThat(placement.sentences()).hasSizeLessThan(starts.size());
    }

    @Test
    void aSentenceBeginsWhereSomebodyVouchesForIt() {
        converse(0, TURNS, List.of());
        int[] first = firstWords();
        int pinned = first.length / 2;
        double elsewhere = starts.get(pinned + 2);
        Placement placement = place(new Pin(first[pinned], elsewhere));
        assertThat(placement.sentences())
                .filteredOn(s -> s.from() == first[pinned])
                .singleElement()
                .satisfies(s -> assertThat(s.start()).isCloseTo(elsewhere, within(0.02)));
    }

    @Test
    void whatWasKnownBeforeIsFoundAgain() {
        converse(0, TURNS, List.of());
        Placement before = place();
        List<Optional<TimeSpan>> earlier = new ArrayList<>(unknown());
        for (PlacedSentence sentence : before.sentences()) {
            for (int w = sentence.from(); w < sentence.to(); w++) {
                earlier.set(w, Optional.of(TimeSpan.ofSeconds(sentence.start(), sentence.end())));
            }
        }
        assertThat(right(place(List.of(), 2, earlier))).isGreaterThanOrEqualTo(right(before) - 1);
    }

    @Test
    void nothingIsPlacedWhereNothingIsSaid() {
        turns.add("Nobody says this.");
        silence(1000);
        assertThat(place().sentences()).isEmpty();
    }
}
