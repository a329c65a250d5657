package org.tapescript.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sync could place and what it could not, for people to check.
 *
 * @param words spoken words of the transcript
 * @param byEvidence of these, placed by the sound or by hand
 * @param interpolated of these, placed between neighbours
 * @param placed of these, in sentences that were placed by voices, lengths and pauses
 * @param notFound of these, without a time
 * @param unspoken stretches of text without a time, the longest first
 * @param untranscribed stretches of speech that the text lacks, the longest first
 * @param spots implausible places, the worst first
 * @param speakers who speaks, who speaks most first
 * @param remarks on the recordings
 * @param doubts about the text: what is spoken and where turns begin, the likeliest first
 * @param speakerDoubts about who speaks, the least certain first
 */
public record SyncReport(
        int words,
        int byEvidence,
        int interpolated,
        int placed,
        int notFound,
        List<Passage> unspoken,
        List<StraySpeech> untranscribed,
        List<Spot> spots,
        List<Share> speakers,
        List<String> remarks,
        List<Doubt> doubts,
        List<SpeakerDoubt> speakerDoubts) {

    /** A stretch of the text. {@code near} is when the words before it end, if known. */
    public record Passage(int line, int words, String excerpt, Optional<Double> near, String kind) {}

    /** What a speaker says: words and turns, and seconds from the first word of each turn to its last. */
    public record Share(String speaker, int words, int turns, double seconds) {}

    /** A place to check. */
    public record Spot(double seconds, int line, String reason, double severity) {}

    /** Kind of a passage that counts as spoken and was not heard. */
    public static final String NOT_FOUND = "not found";

    private static final int FEWEST_WORDS = 3;
    private static final double MOST_WORDS_A_SECOND = 6.5;
    private static final int WINDOW = 8;
    private static final double LONGEST_WORD = 2.0;
    private static final double JUMP = 8;
    private static final double DOUBTFUL = 0.3;
    private static final int EXCERPT = 60;
    /** Draws up the report of a synced transcript. */
    public static SyncReport of(SyncedTranscript t) {
        int evidence = 0;
        int interpolated = 0;
        int placed = 0;
        for (Word word : t.words()) {
            if (word.timing() instanceof Timing.Timed timed) {
                if (timed.origin() == Origin.INTERPOLATED) {
                    interpolated++;
                } else if (timed.origin() == Origin.PLACED) {
                    placed++;
                } else {
                    evidence++;
                }
            }
        }
        int words = t.words().size();
        List<StraySpeech> untranscribed = new ArrayList<>(t.untranscribed());
        untranscribed.sort(Comparator.comparingDouble(StraySpeech::seconds).reversed());
        return new SyncReport(
                words,
                evidence,
                interpolated,
                placed,
                words - evidence - interpolated - placed,
                passages(t),
                List.copyOf(untranscribed),
                spots(t),
                speakers(t),
                RecordingRemarks.of(t),
                t.transcript().doubts(),
                t.speakerDoubts());
    }

    /** Who speaks, who speaks most first. */
    public static List<Share> speakers(SyncedTranscript t) {
        Map<String, Share> shares = new LinkedHashMap<>();
        for (Turn turn : t.turns()) {
            double seconds = turn.span().map(TimeSpan::seconds).orElse(0.0);
            shares.merge(
                    turn.speaker(),
                    new Share(turn.speaker(), turn.words().size(), 1, seconds),
                    (a, b) -> new Share(a.speaker, a.words + b.words, a.turns + b.turns, a.seconds + b.seconds));
        }
        return shares.values().stream()
                .sorted(Comparator.comparingInt(Share::words).reversed())
                .toList();
    }

    /** The line on which a place in the text lies. */
    public static int line(SyncedTranscript t, int offset) {
        List<Paragraph> paragraphs = t.transcript().paragraphs();
        int low = 0;
        int high = paragraphs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (paragraphs.get(middle).place().start() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 1 : paragraphs.get(low - 1).line();
    }

    private static List<Passage> passages(SyncedTranscript t) {
        List<Passage> result = new ArrayList<>();
        for (Paragraph p : t.transcript().paragraphs()) {
            if (!p.kind().isSpoken()) {
                String text = p.place().of(t.transcript().text());
                result.add(new Passage(
                        p.line(),
                        text.split("[\\s\\h]+").length,
                        excerpt(text),
                        Optional.empty(),
                        p.kind().label()));
            }
        }
        List<Word> words = t.words();
        Optional<Double> near = Optional.empty();
        for (int i = 0; i < words.size(); ) {
            int to = i;
            while (to < words.size() && words.get(to).span().isEmpty()) {
                to++;
            }
            if (to - i >= FEWEST_WORDS) {
                String text = t.transcript()
                        .text()
                        .substring(
                                words.get(i).place().start(),
                                words.get(to - 1).place().end());
                result.add(new Passage(line(t, words.get(i).place().start()), to - i, excerpt(text), near, NOT_FOUND));
            }
            if (to < words.size()) {
                near = Optional.of(words.get(to).span().orElseThrow().endSeconds());
            }
            i = to + 1;
        }
        result.sort(Comparator.comparingInt(Passage::words).reversed());
        return result;
    }

    private static String excerpt(String text) {
        String flat = text.replaceAll("[\\s\\h]+", " ");
        return flat.length() > EXCERPT ? flat.substring(0, EXCERPT) + "…" : flat;
    }

    private static List<Spot> spots(SyncedTranscript t) {
        List<Spot> result = new ArrayList<>();
        List<Word> timed = t.words().stream().filter(w -> w.span().isPresent()).toList();
        for (int i = 0; i < timed.size(); i++) {
            TimeSpan span = timed.get(i).span().orElseThrow();
            int line = line(t, timed.get(i).place().start());
            if (span.seconds() > LONGEST_WORD) {
                result.add(new Spot(
                        span.startSeconds(),
                        line,
                        String.format(
                                java.util.Locale.ROOT,
                                "'%s' takes %.1f s",
                                timed.get(i).text(),
                                span.seconds()),
                        span.seconds()));
            }
            if (i + WINDOW < timed.size()) {
                double taken = timed.get(i + WINDOW).span().orElseThrow().startSeconds() - span.startSeconds();
                if (i % WINDOW == 0 && taken < WINDOW / MOST_WORDS_A_SECOND) {
                    result.add(new Spot(
                            span.startSeconds(),
                            line,
                            String.format(java.util.Locale.ROOT, "%.1f words a second", WINDOW / Math.max(taken, 0.1)),
                            WINDOW / Math.max(taken, 0.1)));
                }
                double sure = timed.subList(i, i + WINDOW).stream()
                        .mapToDouble(Word::confidence)
                        .average()
                        .orElse(1);
                if (i % WINDOW == 0 && sure < DOUBTFUL) {
                    result.add(new Spot(
                            span.startSeconds(),
                            line,
                            String.format(
                                    java.util.Locale.ROOT,
                                    "%d words with a confidence of %.2f on average",
                                    WINDOW,
                                    sure),
                            4 * (1 - sure)));
                }
            }
            if (i > 0) {
                double jump = span.startSeconds()
                        - timed.get(i - 1).span().orElseThrow().endSeconds();
                if (jump > JUMP) {
                    result.add(new Spot(
                            span.startSeconds(),
                            line,
                            String.format(
                                    java.util.Locale.ROOT, "%.0f s lie between two words that follow each other", jump),
                            Math.log(jump)));
                }
            }
        }
        result.sort(Comparator.comparingDouble(Spot::severity).reversed());
        return result;
    }
}
