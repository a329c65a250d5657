package org.tapescript.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.tapescript.domain.MatchQuality;
import org.tapescript.domain.Origin;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.domain.Word;
import org.tapescript.text.FoundRuns;

/** What is odd about the recordings of a synced transcript. */
final class RecordingRemarks {
    /** Phones heard and phones of the text agree less than this only on the worst lines, or where the text is another's. */
    private static final double DOUBTFUL = 0.3;
    /** A recorder's speed may be off by less than this. */
    private static final double WRONG_SPEED = 0.01;
    /** So many words with a printed time, over so many seconds, tell how fast the printed times run. */
    private static final int MINIMUM_WORDS = 20;

    private static final double MINIMUM_SECONDS = 120;
    /** Seconds by which half of the words may lie off, once speed and beginning are allowed for. */
    private static final double AGREEING = 2.5;
    /** Decibels of speech above the noise below which times suffer. */
    private static final double NOISY = 3;

    /** Seconds of speech that may lie before or behind all that is found of the text, if the tape holds no more of it: a greeting, a goodbye. */
    private static final double LITTLE_SPEECH = 10;
    /** Seconds of speech on a recording, and words of the text, that belong together if none of them is found. */
    private static final double MUCH_SPEECH = 15;

    private static final int MANY_WORDS = 30;
    /** A word may begin so many seconds before its recording, or end behind it. */
    private static final double MOMENT = 0.5;
    /** So many words tell people where in the text something is. */
    private static final int QUOTED = 5;

    private RecordingRemarks() {}

    static List<Finding> of(TranscriptIndex index) {
        SyncedTranscript t = index.transcript();
        List<Finding> result = new ArrayList<>();
        if (index.words().stream().anyMatch(RecordingRemarks::isHeard)
                && FoundRuns.of(index.words()) != FoundRuns.Verdict.SAME) {
            long heard =
                    index.words().stream().filter(RecordingRemarks::isHeard).count();
            result.add(
                    new Finding(FindingCode.DOUBTFUL_MATCH, heard, index.words().size()));
        } else if (index.words().stream().anyMatch(RecordingRemarks::isHeard)) {
            result.addAll(unheard(index));
        }
        t.match()
                .written()
                .ifPresent(written -> result.add(new Finding(FindingCode.OTHER_LANGUAGE, written, t.language())));
        result.addAll(twice(t.recordings()));
        result.addAll(misplaced(index));
        t.recordings().forEach(r -> result.addAll(of(r)));
        printedSpeed(index)
                .ifPresent(speed -> off(speed)
                        .ifPresent(percent -> result.add(new Finding(
                                speed > 1 ? FindingCode.PRINTED_TIMES_FAST : FindingCode.PRINTED_TIMES_SLOW,
                                percent))));
        long imported = index.words().stream()
                .filter(w -> w.timing() instanceof Timing.Timed timed && timed.origin() == Origin.IMPORTED)
                .count();
        if (imported > 0) {
            result.add(new Finding(FindingCode.IMPORTED_TIMES, imported));
            result.addAll(behindTheEnd(index));
        }
        if (imported == 0 && t.match().signalToNoise() < NOISY) {
            result.add(new Finding(FindingCode.STRONG_NOISE, t.match().signalToNoise()));
        }
        t.match().lent().ifPresent(l -> result.addAll(of(l)));
        return result;
    }

    /** Parts of the text before the tape and behind it, and the longest that is not heard although the tape runs. */
    private static List<Finding> unheard(TranscriptIndex index) {
        List<Word> all = index.words();
        List<Finding> result = new ArrayList<>();
        boolean within = false;
        for (List<Word> stretch : FoundRuns.unheard(all)) {
            int from = all.indexOf(stretch.get(0));
            int to = from + stretch.size();
            if (to == all.size() && speech(index, stretch, end(all, from), Double.MAX_VALUE) <= LITTLE_SPEECH) {
                result.add(finding(FindingCode.TAPE_ENDS_EARLIER, index, from, stretch.size()));
            } else if (from == 0 && speech(index, stretch, 0, start(all, to)) <= LITTLE_SPEECH) {
                result.add(finding(FindingCode.TAPE_BEGINS_LATER, index, to, stretch.size()));
            } else if (!within) {
                within = true;
                Transcript text = index.transcript().transcript();
                result.add(new Finding(
                        FindingCode.UNHEARD_STRETCH,
                        text.lineAt(stretch.get(0).place().start()),
                        text.lineAt(stretch.get(stretch.size() - 1).place().start()),
                        stretch.size()));
            }
        }
        return result;
    }

    /** Words for which the transcript's file gives a time when the tape has ended. */
    private static List<Finding> behindTheEnd(TranscriptIndex index) {
        SyncedTranscript t = index.transcript();
        int first = t.transcript().hints().stream()
                .filter(h -> h.time().startSeconds() > t.seconds())
                .mapToInt(h -> h.place().start())
                .min()
                .orElse(Integer.MAX_VALUE);
        List<Word> all = index.words();
        long count = all.stream()
                .filter(w -> w.place().end() > first && w.span().isEmpty())
                .count();
        return count == 0
                ? List.of()
                : List.of(finding(FindingCode.TAPE_ENDS_EARLIER, index, all.size() - (int) count, (int) count));
    }

    private static Finding finding(FindingCode code, TranscriptIndex index, int word, int words) {
        List<Word> quoted = index.words().subList(word, Math.min(index.words().size(), word + QUOTED));
        return new Finding(
                code,
                index.transcript().transcript().lineAt(quoted.get(0).place().start()),
                quoted.stream().map(Word::text).collect(Collectors.joining(" ")),
                words);
    }

    /** When the last word before one ends that has a time, in seconds. */
    private static double end(List<Word> words, int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (words.get(i).span().isPresent()) {
                return words.get(i).span().get().endSeconds();
            }
        }
        return 0;
    }

    /** When the first word from one on begins that has a time, in seconds. */
    private static double start(List<Word> words, int from) {
        for (Word word : words.subList(from, words.size())) {
            if (word.span().isPresent()) {
                return word.span().get().startSeconds();
            }
        }
        return Double.MAX_VALUE;
    }

    /** Seconds of speech between two times: without text, and of words of a stretch that were laid there by chance. */
    private static double speech(TranscriptIndex index, List<Word> stretch, double from, double to) {
        double without = index.transcript().untranscribed().stream()
                .filter(s -> !s.overlapsWords())
                .mapToDouble(s -> Math.min(s.endSeconds(), to) - Math.max(s.startSeconds(), from))
                .filter(seconds -> seconds > 0)
                .sum();
        double words = stretch.stream()
                .flatMap(w -> w.span().stream())
                .filter(s -> s.startSeconds() >= from && s.endSeconds() <= to)
                .mapToDouble(TimeSpan::seconds)
                .sum();
        return without + words;
    }

    /**
     * Recordings on which nothing is found although they are full of speech, while text is missing that would not be said there: before
     * what is found on an earlier recording, or behind what is found on a later one.
     */
    private static List<Finding> misplaced(TranscriptIndex index) {
        SyncedTranscript t = index.transcript();
        List<Word> all = index.words();
        List<Finding> result = new ArrayList<>();
        for (SyncedTranscript.Side side : t.sides().size() < 2 ? List.<SyncedTranscript.Side>of() : t.sides()) {
            int before = 0;
            int after = all.size();
            boolean heard = false;
            for (int i = 0; i < all.size(); i++) {
                if (isHeard(all.get(i))) {
                    TimeSpan time = all.get(i).span().orElseThrow();
                    boolean earlier = time.endSeconds() <= side.start() + MOMENT;
                    boolean later = time.startSeconds() >= side.end() - MOMENT;
                    before = earlier ? i + 1 : before;
                    after = later ? Math.min(after, i) : after;
                    heard |= !earlier && !later;
                }
            }
            int elsewhere = Math.max(missing(all.subList(0, before)), missing(all.subList(after, all.size())));
            if (!heard
                    && (before > 0 || after < all.size())
                    && elsewhere >= MANY_WORDS
                    && elsewhere > missing(all.subList(before, Math.max(before, after)))
                    && speech(index, List.of(), side.start(), side.end()) >= MUCH_SPEECH) {
                result.add(new Finding(
                        FindingCode.RECORDING_ORDER, side.recording().path()));
            }
        }
        return result;
    }

    /** The most words one after another that are not heard. */
    private static int missing(List<Word> words) {
        int most = 0;
        int run = 0;
        for (Word word : words) {
            run = isHeard(word) ? 0 : run + 1;
            most = Math.max(most, run);
        }
        return most;
    }

    private static List<Finding> twice(List<Recording> recordings) {
        List<Finding> result = new ArrayList<>();
        for (int i = 1; i < recordings.size(); i++) {
            Recording later = recordings.get(i);
            recordings.subList(0, i).stream()
                    .filter(r -> r.track() == later.track() && r.fingerprint().equals(later.fingerprint()))
                    .findFirst()
                    .ifPresent(r -> result.add(new Finding(FindingCode.SAME_RECORDING, later.path(), r.path())));
        }
        return result;
    }

    private static List<Finding> of(MatchQuality.Lent lent) {
        List<Finding> result = new ArrayList<>();
        result.add(new Finding(FindingCode.LENT_MODEL, lent.model()));
        if (lent.byLetters()) {
            result.add(new Finding(FindingCode.READ_BY_LETTERS));
        }
        if (lent.agreement().orElse(1) < DOUBTFUL) {
            result.add(new Finding(FindingCode.LITTLE_AGREEMENT));
        }
        return result;
    }

    private static boolean isHeard(Word word) {
        return word.timing() instanceof Timing.Timed timed && timed.origin() == Origin.ALIGNED;
    }

    private static List<Finding> of(Recording r) {
        List<Finding> result = new ArrayList<>();
        if (r.breaksOff()) {
            result.add(new Finding(FindingCode.BREAKS_OFF, r.path(), r.seconds()));
        }
        if (r.hiddenSeconds() >= 1) {
            result.add(new Finding(FindingCode.GOES_ON, r.path(), r.hiddenSeconds()));
        }
        // That sound begins after the picture is no loss.
        List<TimeSpan> gaps = r.gaps().stream().filter(g -> g.startMicros() > 0).toList();
        if (!gaps.isEmpty()) {
            result.add(new Finding(
                    FindingCode.LACKS_SOUND,
                    r.path(),
                    gaps.stream().mapToDouble(TimeSpan::seconds).sum(),
                    gaps.get(0).startSeconds()));
        }
        double speed = r.speed().orElse(1);
        off(speed)
                .ifPresent(percent -> result.add(
                        new Finding(speed > 1 ? FindingCode.RUNS_FAST : FindingCode.RUNS_SLOW, r.path(), percent)));
        switch (r.mixture()) {
            case "difference" -> result.add(new Finding(FindingCode.OPPOSITE_PHASE, r.path()));
            case "first" -> result.add(new Finding(FindingCode.FIRST_CHANNEL_ONLY, r.path()));
            case "second" -> result.add(new Finding(FindingCode.SECOND_CHANNEL_ONLY, r.path()));
            default -> {}
        }
        return result;
    }

    /** Percent by which a speed is wrong, if it is. */
    private static OptionalDouble off(double speed) {
        return Math.abs(speed - 1) >= WRONG_SPEED
                ? OptionalDouble.of(100 * Math.abs(speed - 1))
                : OptionalDouble.empty();
    }

    /**
     * How fast the sound runs if the times that the transcript's file gives are right: the slope of a line through the words' times,
     * by the median of slopes (P. K. Sen 1968, Journal of the American Statistical Association 63), which words that were found in
     * a wrong place do not bend.
     *
     * @return nothing where there are too few such times, or they do not agree with what was heard
     */
    private static OptionalDouble printedSpeed(TranscriptIndex index) {
        List<Word> words = index.words();
        List<double[]> pairs = new ArrayList<>();
        int at = 0;
        for (Transcript.Hint hint : index.transcript().transcript().hints()) {
            while (at < words.size()
                    && words.get(at).place().start() < hint.place().start()) {
                at++;
            }
            if (!hint.exact()
                    && hint.recording() == 0
                    && at < words.size()
                    && words.get(at).place().start() < hint.place().end()
                    && words.get(at).timing() instanceof Timing.Timed timed
                    && timed.origin() == Origin.ALIGNED) {
                pairs.add(new double[] {hint.time().startSeconds(), timed.time().startSeconds()});
            }
        }
        if (pairs.size() < MINIMUM_WORDS) {
            return OptionalDouble.empty();
        }
        // Each with its partner half the tape away: near ones say little of a slope.
        int half = pairs.size() / 2;
        double[] slopes = new double[pairs.size() - half];
        double span = 0;
        for (int i = 0; i < slopes.length; i++) {
            double printed = pairs.get(i + half)[0] - pairs.get(i)[0];
            slopes[i] = (pairs.get(i + half)[1] - pairs.get(i)[1]) / printed;
            span = Math.max(span, printed);
        }
        double slope = median(slopes);
        double begin =
                median(pairs.stream().mapToDouble(p -> p[1] - slope * p[0]).toArray());
        double off = median(pairs.stream()
                .mapToDouble(p -> Math.abs(p[1] - begin - slope * p[0]))
                .toArray());
        return span < MINIMUM_SECONDS || off > AGREEING || !(slope > 0)
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 / slope);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
