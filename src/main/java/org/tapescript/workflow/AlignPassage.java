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

/** Aligns a few words again, after an editor typed them: only the sound around them is listened to, and nothing else moves. */
public final class AlignPassage {
    /** Words on either side that are aligned along, to hold the passage in place. */
    private static final int CONTEXT = 4;
    /** Seconds of sound around those. */
    private static final double MARGIN = 0.4;
    /** The features' mean is taken of at least this many seconds. */
    private static final double MINIMUM_SECONDS = 5;
    /** Where neither side has a time, a word is thought to take no longer than this. */
    private static final double SECONDS_A_WORD = 0.8;

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
     * @param hint when the words are said, if they and their neighbours have no times
     * @return times for those of the words that were found
     */
    public SetWordTimes run(SyncedTranscript t, String turnId, int from, int to, Optional<TimeSpan> hint) {
        List<Word> all = t.words();
        int turnStart = 0;
        int turn = 0;
        while (!t.turns().get(turn).id().equals(turnId)) {
            turnStart += t.turns().get(turn++).words().size();
        }
        int first = Math.max(0, turnStart + from - CONTEXT);
        int last = Math.min(all.size(), turnStart + to + CONTEXT);
        double start = hint.map(TimeSpan::startSeconds).orElseGet(() -> before(all, first));
        double end = hint.map(TimeSpan::endSeconds).orElseGet(() -> after(t, all, last));
        int[] words = hint.isPresent()
                ? IntStream.range(turnStart + from, turnStart + to).toArray()
                : IntStream.range(first, last).toArray();
        if (end - start > SECONDS_A_WORD * words.length + MINIMUM_SECONDS && hint.isEmpty()) {
            end = Math.min(end, start + SECONDS_A_WORD * words.length + MINIMUM_SECONDS);
        }
        double middle = (start + end) / 2;
        double half = Math.max(MINIMUM_SECONDS, end - start + 2 * MARGIN) / 2;
        long begin = Math.max(0, Math.round((middle - half) * sampleRate));
        long stop = Math.min(sound.length(), Math.round((middle + half) * sampleRate));
        Turn passage = t.turns()
                .get(turn)
                .withWords(IntStream.of(words).mapToObj(all::get).toList());
        List<List<Pronunciation>> said = Pronunciations.of(List.of(passage), language);
        double offset = begin / (double) sampleRate;
        AlignmentResult result = aligner.align(
                new AlignmentRequest(
                        language.speech(),
                        List.of(new Window(sound, begin, stop)),
                        said,
                        List.of(),
                        List.<OptionalDouble>of(),
                        pins(all, words, offset, stop / (double) sampleRate)),
                ProgressSink.IGNORE,
                new CancellationToken());
        Map<String, SetWordTimes.Found> times = new TreeMap<>();
        for (int i = 0; i < words.length; i++) {
            int word = words[i];
            if (word >= turnStart + from && word < turnStart + to) {
                result.words()
                        .get(i)
                        .ifPresent(p -> times.put(
                                all.get(word).id(),
                                new SetWordTimes.Found(
                                        Math.round((offset + p.start()) * MICROS),
                                        Math.round((offset + p.end()) * MICROS),
                                        p.confidence())));
            }
        }
        return new SetWordTimes(times);
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

    /** A stretch of a sound. */
    private record Window(SampleSource sound, long from, long to) implements SampleSource {
        @Override
        public int rate() {
            return sound.rate();
        }

        @Override
        public long length() {
            return to - from;
        }

        @Override
        public void read(long at, float[] target, int count) {
            sound.read(from + at, target, count);
            for (int i = 0; i < count; i++) {
                if (at + i < 0 || at + i >= length()) {
                    target[i] = 0;
                }
            }
        }
    }
}
