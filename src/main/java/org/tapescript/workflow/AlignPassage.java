package org.tapescript.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.align.Aligner;
import org.tapescript.align.AlignmentRequest;
import org.tapescript.align.AlignmentResult;
import org.tapescript.align.Pronunciation;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.SetWordTimes;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.language.LanguagePack;

/**
 * Aligns a few words again after an editor typed them: only the sound around them is searched, and nothing else moves.
 */
public final class AlignPassage {
    /** Words on either side that are aligned along, to hold the passage in place. */
    private static final int CONTEXT = 4;
    /** Seconds of sound around those. */
    private static final double MARGIN = 0.4;
    /** The features' mean is taken of at least this many seconds. */
    private static final double MINIMUM_SECONDS = 5;
    /** Where neither side has a time, a word is thought to take no longer than this. */
    private static final double SECONDS_A_WORD = 0.8;

    /** Boundaries of words are found as well as this. */
    private static final long BORDER_MICROS = 150_000;
    /** What fills a gap with less confidence was not heard there: words that are said have more than 0.9 in {@code AlignPassageTest}. */
    private static final double LIKELY = 0.75;

    private static final double MICROS = 1e6;

    private final Aligner aligner;
    private final LanguagePack language;
    private final SampleSource sound;
    private final int sampleRate;

    /**
     * @param sound of the whole tape, at the rate of the language's model
     */
    AlignPassage(Aligner aligner, LanguagePack language, SampleSource sound) {
        this.aligner = aligner;
        this.language = language;
        this.sound = sound;
        this.sampleRate = sound.rate();
    }

    /**
     * @param turnId in which the words stand
     * @param from index of the first word in the turn
     * @param to index after the last
     * @param gap in which the words are said, if they fill one: they are then looked for between the words that are said around it,
     *     and none is found on top of another
     * @return times for those of the words that were found
     */
    public SetWordTimes run(SyncedTranscript t, String turnId, int from, int to, Optional<TimeSpan> gap) {
        List<Word> all = t.words();
        int turnStart = 0;
        int turn = 0;
        while (!t.turns().get(turn).id().equals(turnId)) {
            turnStart += t.turns().get(turn++).words().size();
        }
        int first = Math.max(0, turnStart + from - CONTEXT);
        int last = Math.min(all.size(), turnStart + to + CONTEXT);
        double start = gap.map(TimeSpan::startSeconds).orElseGet(() -> before(all, first));
        double end = gap.map(TimeSpan::endSeconds).orElseGet(() -> after(t, all, last));
        if (end - start > SECONDS_A_WORD * (last - first) + MINIMUM_SECONDS && gap.isEmpty()) {
            end = Math.min(end, start + SECONDS_A_WORD * (last - first) + MINIMUM_SECONDS);
        }
        double middle = (start + end) / 2;
        double half = Math.max(MINIMUM_SECONDS, end - start + 2 * MARGIN) / 2;
        long begin = Math.max(0, Math.round((middle - half) * sampleRate));
        long stop = Math.min(sound.length(), Math.round((middle + half) * sampleRate));
        int own = turnStart + from;
        int ownEnd = turnStart + to;
        int[] words = gap.map(g -> IntStream.range(
                                heardBefore(all, own, begin / (double) sampleRate, g.startMicros()),
                                heardAfter(all, ownEnd, stop / (double) sampleRate, g.endMicros()))
                        .toArray())
                .orElseGet(() -> IntStream.range(first, last).toArray());
        Turn passage = t.turns()
                .get(turn)
                .withWords(IntStream.of(words).mapToObj(all::get).toList());
        List<List<Pronunciation>> said = new Pronunciations(language).of(List.of(passage));
        double offset = begin / (double) sampleRate;
        AlignmentResult result = aligner.align(
                new AlignmentRequest(
                        language.speech(),
                        List.of(new Stretch(sound, begin, stop)),
                        said,
                        List.of(),
                        List.<OptionalDouble>of(),
                        pins(all, words, offset, stop / (double) sampleRate)),
                ProgressSink.IGNORE,
                new CancellationToken());
        Map<String, SetWordTimes.Found> times = new TreeMap<>();
        for (int i = 0; i < words.length; i++) {
            int word = words[i];
            if (word >= own && word < ownEnd) {
                result.words()
                        .get(i)
                        .map(p -> new SetWordTimes.Found(
                                Math.round((offset + p.start()) * MICROS),
                                Math.round((offset + p.end()) * MICROS),
                                p.confidence()))
                        .flatMap(f -> gap.isEmpty() ? Optional.of(f) : within(gap.get(), f))
                        .flatMap(f -> gap.isEmpty() ? Optional.of(f) : beside(all, own, ownEnd, f))
                        .ifPresent(f -> times.put(all.get(word).id(), f));
            }
        }
        return new SetWordTimes(times);
    }

    /** Index of the first of the words that are heard from a moment on and right up to a gap. */
    private static int heardBefore(List<Word> all, int gap, double from, long gapMicros) {
        int i = gap;
        while (i > 0
                && all.get(i - 1)
                        .span()
                        .filter(s -> s.startSeconds() >= from && s.endMicros() <= gapMicros + BORDER_MICROS)
                        .isPresent()
                && (i == gap
                        || all.get(i - 1).span().get().endMicros()
                                <= all.get(i).span().get().startMicros())) {
            i--;
        }
        return i;
    }

    private static int heardAfter(List<Word> all, int gap, double to, long gapMicros) {
        int i = gap;
        while (i < all.size()
                && all.get(i)
                        .span()
                        .filter(s -> s.endSeconds() <= to && s.startMicros() >= gapMicros - BORDER_MICROS)
                        .isPresent()
                && (i == gap
                        || all.get(i).span().get().startMicros()
                                >= all.get(i - 1).span().get().endMicros())) {
            i++;
        }
        return i;
    }

    /** What lies in a gap of what was found, if that is likely to be the word. */
    private static Optional<SetWordTimes.Found> within(TimeSpan gap, SetWordTimes.Found f) {
        boolean here = f.startMicros() >= gap.startMicros() - BORDER_MICROS
                && f.endMicros() <= gap.endMicros() + BORDER_MICROS;
        long start = Math.max(gap.startMicros(), f.startMicros());
        long end = Math.min(gap.endMicros(), f.endMicros());
        return here && end > start && f.confidence() >= LIKELY
                ? Optional.of(new SetWordTimes.Found(start, end, f.confidence()))
                : Optional.empty();
    }

    /** What was found, as far as nothing else of the text is said then; nothing if it lies on top of another word. */
    private static Optional<SetWordTimes.Found> beside(List<Word> all, int own, int ownEnd, SetWordTimes.Found f) {
        long start = f.startMicros();
        long end = f.endMicros();
        for (int i = 0; i < all.size(); i++) {
            TimeSpan s = i >= own && i < ownEnd ? null : all.get(i).span().orElse(null);
            if (s != null && s.startMicros() < end && s.endMicros() > start) {
                if (s.endMicros() - start <= BORDER_MICROS) {
                    start = s.endMicros();
                } else {
                    end = end - s.startMicros() <= BORDER_MICROS ? s.startMicros() : start;
                }
            }
        }
        return end > start ? Optional.of(new SetWordTimes.Found(start, end, f.confidence())) : Optional.empty();
    }

    /** Times set by hand of words that are looked at, counted from the beginning of the sound that is looked at. */
    private static List<AlignmentRequest.Pin> pins(List<Word> all, int[] words, double from, double to) {
        return IntStream.range(0, words.length)
                .filter(i -> all.get(words[i]).isManual())
                .boxed()
                .flatMap(i -> all.get(words[i]).span().stream()
                        .filter(s -> s.startSeconds() >= from && s.endSeconds() <= to)
                        .map(s -> new AlignmentRequest.Pin(i, s.startSeconds() - from, s.endSeconds() - from)))
                .toList();
    }

    /** End of the last word with a time before a word. */
    private static double before(List<Word> words, int index) {
        for (int i = index; i >= 0; i--) {
            if (i < words.size() && words.get(i).span().isPresent()) {
                return words.get(i).span().get().startSeconds();
            }
        }
        return 0;
    }

    private static double after(SyncedTranscript t, List<Word> words, int index) {
        for (int i = index - 1; i < words.size(); i++) {
            if (i >= 0 && words.get(i).span().isPresent()) {
                return words.get(i).span().get().endSeconds();
            }
        }
        return t.seconds();
    }
}
