package org.tapescript.align;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.tapescript.acoustic.Features;
import org.tapescript.align.StretchLearning.Stretch;

/** Where on a long tape a text that is short beside it begins, by phones as they are lent: nothing is trained on a place before it is chosen. */
final class TextPlaces {
    /** Costs where it only has to be told which of many places fits best. */
    private static final SearchSettings TRIAL =
            StretchLearning.settings(1200, StretchLearning.LATER_ACTIVE, -4, -60, Float.NEGATIVE_INFINITY);
    /** Places of which it is asked whether the text fits there beyond chance. */
    private static final int TRIES = 2;
    /** What part of a beginning a place has at least: two minutes of eight. */
    private static final int LEAST_PLACE = 4;

    /** Phones a second of tape that are few for a text of all of it: ten tapes in seven languages (make_real.py) have 7.8 to 11.3 letters. */
    private static final double FEW = 5;

    /** Other orders of the words whose fits tell what is chance. */
    private static final int ORDERS = 5;
    /** The least that fits of several orders are taken to deviate: those of a dozen sixes on Czech and Dutch had a median of 0.022. */
    private static final double LEAST_DEVIATION = 0.02;
    /**
     * Deviations by which a text that is said in a place stands out there. Right ones of 216 and 383 words: by 55 and 28; wrong ones, and right ones in
     * other places: by 5 at most.
     */
    private static final double BEYOND_CHANCE = 8;

    /** Phones a second of speech, of those that people say in it. */
    private static final double USUAL = 14;

    private final Hearing tape;
    private final Features features;
    private final List<List<Pronunciation>> words;
    private final StretchLearning learning;
    private final TapePhones tapePhones;
    private final Parallel parallel;
    private final int beginning;
    /** Of all words. */
    private final long phones;
    /** See {@link #asLent()}; null as long as nobody asked. */
    private TapePhones.Heard asLent;

    /**
     * @param tape and the model whose phones are lent
     * @param words how the words that can be said are said
     * @param learning of this tape and text
     * @param beginning frames of a place at most
     */
    TextPlaces(
            Hearing tape,
            List<List<Pronunciation>> words,
            StretchLearning learning,
            TapePhones tapePhones,
            Parallel parallel,
            int beginning) {
        this.tape = tape;
        this.features = tape.features();
        this.words = words;
        this.learning = learning;
        this.tapePhones = tapePhones;
        this.parallel = parallel;
        this.beginning = beginning;
        this.phones = learning.phones(0);
    }

    /** The likeliest place where a text that is short beside the tape fits beyond chance. */
    Optional<Stretch> certain() {
        return likeliest().stream().map(this::close).filter(this::standsOut).findFirst();
    }

    /** Whether most of the tape is not in the text, wherever it is. */
    boolean isTextShort() {
        return phones < FEW * Features.FRAME_SECONDS * features.frames();
    }

    /** Frames of this tape that the text takes if it is said as fast as usual, with breaks as long as there are on all of it. */
    private int textFrames() {
        double speech = phones / (USUAL * Features.FRAME_SECONDS);
        int all = features.frames();
        return (int) Math.min(
                all, speech * all / Math.max(1, StretchLearning.speech(asLent(), new Stretch(0, 0, all))));
    }

    /** All of the tape as it is heard with phones as they are lent. */
    private TapePhones.Heard asLent() {
        if (asLent == null) {
            asLent = tapePhones.listen(tape, 0, features.frames());
        }
        return asLent;
    }

    /** Whether a text is so short that all of it lies in one of the places where it is looked for. */
    boolean isTextInOne() {
        return isTextShort() && room() < beginning;
    }

    /** Frames of a place in which a short text, or its beginning, is looked for. */
    private int room() {
        return Math.min(beginning, text() / 2 * 3);
    }

    /** Frames of a place that has room for the text, or for its beginning, and for enough to learn from. */
    int text() {
        return Math.min(beginning, Math.max(beginning / LEAST_PLACE, textFrames()));
    }

    /** Where a text that is short beside the tape fits best, the best first. */
    private List<Stretch> likeliest() {
        return best(places(0, features.frames(), room(), text() / 2), TRIES);
    }

    /** The part of a place that has no room for more than the text, so that less of what others say beside it is learned from. */
    private Stretch close(Stretch place) {
        return isTextInOne()
                ? best(places(place.from(), place.to(), text(), text() / 8), 1).get(0)
                : place;
    }

    /** Places of the text's beginning in a stretch of tape, each so many frames behind the one before. */
    private static List<Stretch> places(int from, int to, int length, int step) {
        List<Stretch> places = new ArrayList<>();
        int at = from;
        for (; at + length < to; at += step) {
            places.add(new Stretch(0, at, at + length));
        }
        places.add(new Stretch(0, Math.max(from, to - length), to));
        return places;
    }

    private List<Stretch> best(List<Stretch> places, int count) {
        double[] fits = fits(places);
        return IntStream.range(0, fits.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -fits[i]))
                .limit(count)
                .map(places::get)
                .toList();
    }

    /**
     * By place, how well the text fits it by phones as they are lent: the margin of its likeliest path, see {@link WordSearch#margin}, by frame of
     * speech. Nothing is trained on where it lies there, so that fits can be compared.
     */
    private double[] fits(List<Stretch> places) {
        TapePhones.Heard heard = asLent();
        return parallel
                .map(
                        places,
                        () -> learning.wordSearch(tape, heard, words),
                        search -> where -> fit(search, heard, where))
                .stream()
                .mapToDouble(fit -> fit)
                .toArray();
    }

    /**
     * Whether the text fits a place beyond chance. Any words fit speech of their language somehow, on one tape better than on another; only those that are
     * said there fit in their own order much better than in others.
     */
    private boolean standsOut(Stretch where) {
        TapePhones.Heard heard = asLent();
        List<Double> fits =
                parallel.map(orders(), () -> heard, h -> order -> fit(learning.wordSearch(tape, h, order), h, where));
        double chance = fits.stream().skip(1).mapToDouble(f -> f).average().orElse(0);
        double squares = fits.stream()
                .skip(1)
                .mapToDouble(f -> (f - chance) * (f - chance))
                .sum();
        double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(squares / (ORDERS - 1)));
        return fits.get(0) - chance > BEYOND_CHANCE * deviation;
    }

    /** The words in their own order, and in others. */
    private List<List<List<Pronunciation>>> orders() {
        List<List<List<Pronunciation>>> orders = new ArrayList<>();
        orders.add(words);
        for (int seed = 0; seed < ORDERS; seed++) {
            List<List<Pronunciation>> mixed = new ArrayList<>(words);
            Collections.shuffle(mixed, new Random(seed));
            orders.add(mixed);
        }
        return orders;
    }

    private double fit(WordSearch search, TapePhones.Heard heard, Stretch where) {
        search.alignBeginning(where.word(), words.size(), where.from(), where.to(), TRIAL, WordSearch.Corridor.OPEN);
        int speech = StretchLearning.speech(heard, where);
        return speech < StretchLearning.MINIMUM_SPEECH ? Double.NEGATIVE_INFINITY : search.margin() / speech;
    }
}
