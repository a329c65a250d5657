package org.tapescript.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.HandCorrections;
import org.tapescript.domain.Origin;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SpeakerDoubt;
import org.tapescript.domain.SpeakerShare;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.domain.Word;

/**
 * What a sync could place and what it could not, for people to check. Made in time linear in the transcript's length.
 *
 * @param words spoken words of the transcript
 * @param byEvidence of these, placed by the sound or by hand
 * @param byFile of these, with the time that the transcript's file gives, of which the sound only tells whether anybody speaks there
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
 * @param replaced corrections by hand that gave way to a revised text, in its order
 */
public record SyncReport(
        int words,
        int byEvidence,
        int byFile,
        int interpolated,
        int placed,
        int notFound,
        List<Passage> unspoken,
        List<StraySpeech> untranscribed,
        List<Spot> spots,
        List<SpeakerShare> speakers,
        List<Finding> remarks,
        List<Doubt> doubts,
        List<SpeakerDoubt> speakerDoubts,
        List<AtLine> replaced) {

    /** Something about a line of the text. */
    public record AtLine(int line, Finding finding) {}

    /**
     * A stretch of the text.
     *
     * @param near when the words before it end, if known
     * @param kind what it was understood to be, if that is nothing spoken; empty for what counts as spoken and was not heard
     */
    public record Passage(int line, int words, String excerpt, Optional<Double> near, Optional<ParagraphKind> kind) {}

    /** A place to check. */
    public record Spot(double seconds, int line, Finding finding, double severity) {}

    private static final int FEWEST_WORDS = 3;
    private static final double MAXIMUM_WORDS_A_SECOND = 6.5;
    private static final int WINDOW = 8;
    private static final double LONGEST_WORD = 2.0;
    private static final double JUMP = 8;
    private static final double DOUBTFUL = 0.3;
    private static final int EXCERPT = 60;
    /** Draws up the report of a synced transcript. */
    public static SyncReport of(TranscriptIndex index) {
        SyncedTranscript t = index.transcript();
        int evidence = 0;
        int file = 0;
        int interpolated = 0;
        int placed = 0;
        for (Word word : index.words()) {
            if (word.timing() instanceof Timing.Timed timed) {
                if (timed.origin() == Origin.INTERPOLATED) {
                    interpolated++;
                } else if (timed.origin() == Origin.PLACED) {
                    placed++;
                } else if (timed.origin() == Origin.IMPORTED) {
                    file++;
                } else {
                    evidence++;
                }
            }
        }
        int words = index.words().size();
        List<StraySpeech> untranscribed = new ArrayList<>(t.untranscribed());
        untranscribed.sort(Comparator.comparingDouble(StraySpeech::seconds).reversed());
        return new SyncReport(
                words,
                evidence,
                file,
                interpolated,
                placed,
                words - evidence - file - interpolated - placed,
                passages(index),
                List.copyOf(untranscribed),
                spots(index),
                SpeakerShare.of(t),
                RecordingRemarks.of(index),
                t.transcript().doubts(),
                t.speakerDoubts(),
                t.notes().corrections().replaced().stream()
                        .map(r -> new AtLine(r.line(), replaced(r)))
                        .toList());
    }

    private static Finding replaced(HandCorrections.Replaced r) {
        if (r.byHand().isEmpty()) {
            return new Finding(FindingCode.DELETION_REPLACED, r.revised());
        }
        return r.revised().isEmpty()
                ? new Finding(FindingCode.CORRECTION_GONE, r.byHand())
                : new Finding(FindingCode.CORRECTION_REPLACED, r.byHand(), r.revised());
    }

    private static List<Passage> passages(TranscriptIndex index) {
        List<Passage> result = new ArrayList<>();
        SyncedTranscript t = index.transcript();
        for (Paragraph p : t.transcript().paragraphs()) {
            if (!p.kind().isSpoken()) {
                String text = p.place().of(t.transcript().text());
                result.add(new Passage(
                        p.line(),
                        text.split("[\\s\\h]+").length,
                        excerpt(text),
                        Optional.empty(),
                        Optional.of(p.kind())));
            }
        }
        result.addAll(notHeard(index));
        result.sort(Comparator.comparingInt(Passage::words).reversed());
        return result;
    }

    /** Passages that count as spoken and were not heard, the longest first. */
    public static List<Passage> notHeard(TranscriptIndex index) {
        List<Passage> result = new ArrayList<>();
        SyncedTranscript t = index.transcript();
        List<Word> words = index.words();
        Optional<Double> near = Optional.empty();
        for (int i = 0; i < words.size(); ) {
            int to = i;
            while (to < words.size() && !words.get(to).isTimed()) {
                to++;
            }
            if (to - i >= FEWEST_WORDS) {
                String text = t.transcript()
                        .text()
                        .substring(
                                words.get(i).place().start(),
                                words.get(to - 1).place().end());
                result.add(new Passage(
                        t.transcript().lineAt(words.get(i).place().start()),
                        to - i,
                        excerpt(text),
                        near,
                        Optional.empty()));
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

    private static List<Spot> spots(TranscriptIndex index) {
        List<Spot> result = new ArrayList<>();
        Transcript text = index.transcript().transcript();
        List<Word> timed = index.words().stream().filter(Word::isTimed).toList();
        for (int i = 0; i < timed.size(); i++) {
            TimeSpan span = timed.get(i).span().orElseThrow();
            int line = text.lineAt(timed.get(i).place().start());
            if (span.seconds() > LONGEST_WORD) {
                result.add(new Spot(
                        span.startSeconds(),
                        line,
                        new Finding(FindingCode.LONG_WORD, timed.get(i).text(), span.seconds()),
                        span.seconds()));
            }
            if (i % WINDOW == 0 && i + WINDOW < timed.size()) {
                double taken = timed.get(i + WINDOW).span().orElseThrow().startSeconds() - span.startSeconds();
                if (taken < WINDOW / MAXIMUM_WORDS_A_SECOND) {
                    result.add(new Spot(
                            span.startSeconds(),
                            line,
                            new Finding(FindingCode.FAST_WORDS, WINDOW / Math.max(taken, 0.1)),
                            WINDOW / Math.max(taken, 0.1)));
                }
                double sure = timed.subList(i, i + WINDOW).stream()
                        .mapToDouble(Word::confidence)
                        .average()
                        .orElse(1);
                if (sure < DOUBTFUL) {
                    result.add(new Spot(
                            span.startSeconds(),
                            line,
                            new Finding(FindingCode.UNSURE_WORDS, WINDOW, sure),
                            4 * (1 - sure)));
                }
            }
            if (i > 0) {
                double jump = span.startSeconds()
                        - timed.get(i - 1).span().orElseThrow().endSeconds();
                if (jump > JUMP) {
                    result.add(
                            new Spot(span.startSeconds(), line, new Finding(FindingCode.JUMP, jump), Math.log(jump)));
                }
            }
        }
        result.sort(Comparator.comparingDouble(Spot::severity).reversed());
        return result;
    }
}
