package org.tapescript.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.tapescript.acoustic.Features;
import org.tapescript.domain.TimeSpan;
import org.tapescript.voice.VoiceFrames;
import org.tapescript.voice.VoiceModel;
import org.tapescript.voice.VoiceStatistics;

/**
 * Finds where somebody talks over another's words: an "mhm", a "yes". For a moment the frames then fit another voice better
 * than is usual for the speaker, lie farther from the speaker's voice, and may be hummed. Each of the three measures is
 * weighted by how rarely it goes so far in all that the voice says on this tape.
 */
final class Overlaps {
    /** Frames over which the measures are averaged: about the length of such a word. */
    private static final int WINDOW = 40;
    /** A sentence of fewer frames is too short to tell who talks over it. */
    private static final int MINIMUM_UNIT = 100;
    /** Fewer windows are too few to know what is usual for a voice. */
    private static final int MINIMUM_WINDOWS = 500;
    /** Windows, from everything a voice says, in which its usual humming is measured. */
    private static final int HUM_SAMPLES = 100;
    /** Longest gap between words, in seconds, within a window. */
    private static final double GAP = 0.25;
    /** At most this share of a sentence is overlapped: more would be the other's sentence. */
    private static final double MAXIMUM_SHARE = 0.4;
    /** Squared distances are capped at this. */
    private static final double FARTHEST = 8;

    /*
     * What the measures weigh, in deviations from the usual, and how many deviations count at most: a logistic regression on tapes of
     * synthetic voices that say "mhm", "yes" and "right" over each other's words, 0 to 15 decibels below them; see docs/decisions/0009-where-constants-come-from.md.
     */
    private static final double OTHER_VOICE = 0.85;
    private static final double MAXIMUM_OTHER_VOICE = 5;
    private static final double DISTANCE = 0.79;
    private static final double MAXIMUM_DISTANCE = 4;
    private static final double HUM = 0.19;
    private static final double MAXIMUM_HUM = 6;
    /**
     * Minimum mean log likelihood by which a window must fit the other voice better; below, it does so only by
     * comparison.
     */
    private static final double MINIMUM_GAIN = -2;
    /**
     * Weighted sum of the measures from which an overlap is reported. At 4.9 people who never talk into each other's words are said to do so 53
     * times an hour, at 5.9 six times.
     */
    private static final double MINIMUM_SCORE = 5.9;

    /**
     * @param unit in whose midst it is
     * @param voice who is heard
     * @param time when
     * @param sample of the voices there
     */
    record Overlap(int unit, int voice, TimeSpan time, VoiceStatistics sample) {}

    private final List<SpokenUnit> units;
    private final HeardVoices heard;
    /** By stretch, for the same are asked for again in the next round. */
    private final Map<TimeSpan, Double> hums = new ConcurrentHashMap<>();

    Overlaps(List<SpokenUnit> units, HeardVoices heard) {
        this.units = units;
        this.heard = heard;
    }

    /**
     * @param path by unit, the voice that speaks it
     * @return in order of the units
     */
    List<Overlap> find(VoiceModels voices, int[] path) {
        List<Overlap> result = new ArrayList<>();
        for (List<Windows> spoken : spoken(voices, path)) {
            Measures measures = new Measures(spoken);
            spoken.parallelStream()
                    .map(windows -> find(windows, measures.scores(windows)))
                    .toList()
                    .forEach(result::addAll);
        }
        result.sort(Comparator.comparingInt(Overlap::unit));
        return result;
    }

    /** By voice of which enough is known, the windows in what it says. */
    private List<List<Windows>> spoken(VoiceModels voices, int[] path) {
        List<List<Windows>> result = new ArrayList<>();
        for (int v = 0; v < voices.voices() && !heard.frames().isEmpty(); v++) {
            int voice = v;
            // On all cores; each unit's is its own.
            List<Windows> spoken = IntStream.range(0, units.size())
                    .filter(u -> path[u] == voice && count(units.get(u)) >= MINIMUM_UNIT)
                    .parallel()
                    .mapToObj(u -> new Windows(u, frames(units.get(u)), voices, voice))
                    .toList();
            if (spoken.stream().mapToInt(Windows::count).sum() >= MINIMUM_WINDOWS) {
                result.add(spoken);
            }
        }
        return result;
    }

    /** A window: when it is, and what is measured in it. */
    record Candidate(TimeSpan time, double[] evidence) {}

    /** In each stretch as long as a window, the one whose score is highest, if that is at least so high: what weights are fitted to. */
    List<Candidate> candidates(VoiceModels voices, int[] path, double least) {
        List<Candidate> result = new ArrayList<>();
        for (List<Windows> spoken : spoken(voices, path)) {
            Measures measures = new Measures(spoken);
            for (Windows windows : spoken) {
                double[] score = measures.scores(windows);
                for (int from = 0; from < score.length; from += WINDOW) {
                    int best = from;
                    for (int t = from; t < Math.min(score.length, from + WINDOW); t++) {
                        best = score[t] > score[best] ? t : best;
                    }
                    if (score[best] >= least) {
                        result.add(new Candidate(windows.span(best, best + WINDOW), measures.evidence(windows, best)));
                    }
                }
            }
        }
        return result;
    }

    /** What is usual of a measure: its median, and the standard deviation that its median absolute deviation stands for. */
    private record Usual(double median, double deviation) {
        private static final double OF_MEDIAN_DEVIATION = 1.4826;

        static Usual of(double[] values) {
            double[] known =
                    Arrays.stream(values).filter(x -> !Double.isNaN(x)).sorted().toArray();
            double median = known.length == 0 ? 0 : known[known.length / 2];
            double[] off =
                    Arrays.stream(known).map(x -> Math.abs(x - median)).sorted().toArray();
            return new Usual(median, off.length == 0 ? 0 : OF_MEDIAN_DEVIATION * off[off.length / 2]);
        }

        /** In deviations; 0 if nothing deviates or the value is not known. */
        double far(double value, double most) {
            double far = (value - median) / deviation;
            return Double.isFinite(far) ? Math.max(-most, Math.min(most, far)) : 0;
        }
    }

    /** What is usual in what one voice says, and by how much windows deviate from it. */
    private static final class Measures {
        private final Usual gain;
        private final Usual distance;
        private final Usual hum;

        Measures(List<Windows> spoken) {
            gain = Usual.of(
                    spoken.stream().flatMapToDouble(w -> Arrays.stream(w.gain)).toArray());
            distance = Usual.of(spoken.stream()
                    .flatMapToDouble(w -> Arrays.stream(w.distance))
                    .toArray());
            hum = Usual.of(hums(spoken));
        }

        double[] evidence(Windows windows, int t) {
            return new double[] {
                gain.far(windows.gain[t], MAXIMUM_OTHER_VOICE),
                distance.far(windows.distance[t], MAXIMUM_DISTANCE),
                hum.far(windows.hum(t), MAXIMUM_HUM)
            };
        }

        double[] scores(Windows windows) {
            double[] score = new double[windows.count()];
            for (int t = 0; t < score.length; t++) {
                if (windows.gain[t] >= MINIMUM_GAIN) {
                    score[t] = OTHER_VOICE * gain.far(windows.gain[t], MAXIMUM_OTHER_VOICE)
                            + DISTANCE * distance.far(windows.distance[t], MAXIMUM_DISTANCE);
                }
                // Humming is expensive to measure, and cannot make up for a score that is too low.
                if (score[t] >= MINIMUM_SCORE - HUM * MAXIMUM_HUM) {
                    score[t] += HUM * hum.far(windows.hum(t), MAXIMUM_HUM);
                }
            }
            return score;
        }
    }

    private static double[] hums(List<Windows> spoken) {
        int all = spoken.stream().mapToInt(Windows::count).sum();
        int every = Math.max(1, all / HUM_SAMPLES);
        List<Double> result = new ArrayList<>();
        int at = 0;
        for (Windows windows : spoken) {
            for (int t = 0; t < windows.count(); t++) {
                if (at++ % every == 0 && !Double.isNaN(windows.gain[t])) {
                    result.add(windows.hum(t));
                }
            }
        }
        return result.stream().mapToDouble(h -> h).toArray();
    }

    /** In one unit: the windows that stand out, those that follow each other closely together. */
    private List<Overlap> find(Windows windows, double[] score) {
        List<Overlap> result = new ArrayList<>();
        int overlapped = 0;
        for (int t = 0; t < score.length; t++) {
            if (score[t] >= MINIMUM_SCORE) {
                int first = t;
                int last = t;
                int best = t;
                for (; t < score.length && t - last <= WINDOW; t++) {
                    last = score[t] >= MINIMUM_SCORE ? t : last;
                    best = score[t] > score[best] ? t : best;
                }
                overlapped += last + WINDOW - first;
                result.add(windows.overlap(first, last + WINDOW, windows.other[best]));
            }
        }
        return overlapped <= MAXIMUM_SHARE * windows.frames.count() ? result : List.of();
    }

    /** The frames of a unit's words behind each other: the word, and the place in it, of each. */
    private record Frames(int[] word, int[] at) {
        int count() {
            return word.length;
        }
    }

    private int count(SpokenUnit unit) {
        return IntStream.range(unit.from(), unit.to())
                .map(w -> heard.frames().get(w).frames())
                .sum();
    }

    private Frames frames(SpokenUnit unit) {
        int count = count(unit);
        Frames frames = new Frames(new int[count], new int[count]);
        int n = 0;
        for (int w = unit.from(); w < unit.to(); w++) {
            for (int t = 0; t < heard.frames().get(w).frames(); t++) {
                frames.word[n] = w;
                frames.at[n++] = t;
            }
        }
        return frames;
    }

    /** What is measured in each window of a unit's frames; not a number in one with a gap. */
    private final class Windows {
        private final int unit;
        private final Frames frames;
        /** Mean log likelihood by which it fits another voice better than the unit's own. */
        private final double[] gain;
        /** That voice. */
        private final int[] other;
        /** Mean distance from the unit's own voice. */
        private final double[] distance;

        Windows(int unit, Frames frames, VoiceModels voices, int own) {
            this.unit = unit;
            this.frames = frames;
            this.distance = means(i -> Math.min(FARTHEST, word(i).distance(frames.at()[i], voices.voice(own))));
            this.gain = new double[count()];
            this.other = new int[count()];
            Arrays.fill(gain, Double.NEGATIVE_INFINITY);
            for (int v = 0; v < voices.voices(); v++) {
                if (v != own && voices.isHeard(v)) {
                    VoiceModel voice = voices.voice(v);
                    double[] better = means(
                            i -> word(i).fit(frames.at()[i], voice) - word(i).fit(frames.at()[i], voices.voice(own)));
                    for (int t = 0; t < better.length; t++) {
                        if (!(better[t] <= gain[t])) {
                            gain[t] = better[t];
                            other[t] = v;
                        }
                    }
                }
            }
        }

        int count() {
            return frames.count() - WINDOW + 1;
        }

        double hum(int window) {
            return hums.computeIfAbsent(span(window, window + WINDOW), heard.humming()::of);
        }

        private VoiceFrames word(int frame) {
            return heard.frames().get(frames.word()[frame]);
        }

        private double[] means(IntToDoubleFunction of) {
            double[] sums = new double[frames.count() + 1];
            for (int i = 0; i < frames.count(); i++) {
                sums[i + 1] = sums[i] + of.applyAsDouble(i);
            }
            double[] means = new double[count()];
            for (int t = 0; t < means.length; t++) {
                means[t] = hasGap(t) ? Double.NaN : (sums[t + WINDOW] - sums[t]) / WINDOW;
            }
            return means;
        }

        private boolean hasGap(int window) {
            return seconds(window + WINDOW - 1) - seconds(window) > WINDOW * Features.FRAME_SECONDS + GAP;
        }

        private double seconds(int frame) {
            return word(frame).seconds(frames.at()[frame]);
        }

        private TimeSpan span(int from, int to) {
            return TimeSpan.ofSeconds(seconds(from), seconds(to - 1) + Features.FRAME_SECONDS);
        }

        /** Frames {@code [from, to)} as an overlap. */
        Overlap overlap(int from, int to, int voice) {
            VoiceStatistics sample = null;
            for (int i = from; i < to; ) {
                int word = frames.word()[i];
                int first = i;
                while (i < to && frames.word()[i] == word) {
                    i++;
                }
                VoiceStatistics part = heard.frames().get(word).statistics(frames.at()[first], frames.at()[i - 1] + 1);
                // In dimensions beyond the frames' own all of a word is alike.
                for (int d = part.dimensions(); d < heard.words().get(word).dimensions(); d++) {
                    part = part.withDimension(heard.words().get(word).mean(d));
                }
                sample = sample == null ? part : sample.plus(part);
            }
            return new Overlap(unit, voice, span(from, to), sample);
        }
    }
}
