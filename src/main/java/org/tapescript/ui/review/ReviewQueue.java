package org.tapescript.ui.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tapescript.domain.Cue;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.Origin;
import org.tapescript.domain.SpeakerDoubt;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Timing;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.AssignSpeaker;
import org.tapescript.edit.DismissDoubt;
import org.tapescript.edit.Edit;
import org.tapescript.edit.PinWords;
import org.tapescript.report.SyncReport;
import org.tapescript.subtitle.CueCheck;
import org.tapescript.subtitle.CueRules;
import org.tapescript.text.SpeakerReasonText;
import org.tapescript.text.structure.DoubtText;
import org.tapescript.ui.common.Messages;

/** All doubts of a transcript in one list, the worst first, and the edits that settle them. */
public final class ReviewQueue {
    private static final double DOUBTFUL_WORD = 0.5;
    private static final double LONG_STRAY = 10;
    private static final int EXCERPT = 60;

    private ReviewQueue() {}

    /**
     * @param rules that subtitles are to keep to
     * @param cues the transcript's subtitles
     */
    public static List<ReviewItem> of(TranscriptIndex index, CueRules rules, List<Cue> cues) {
        SyncedTranscript t = index.transcript();
        List<ReviewItem> items = new ArrayList<>();
        speakers(index, items);
        for (Doubt doubt : t.transcript().doubts()) {
            items.add(new ReviewItem(
                    ReviewItem.Kind.TEXT,
                    0.3 + 0.4 * doubt.likelihood(),
                    doubt.line(),
                    turnAt(index, doubt.line()).flatMap(Turn::span).map(s -> s.startSeconds()),
                    DoubtText.of(doubt, Messages.locale()),
                    turnAt(index, doubt.line()).map(turn -> turn.words().get(0).id()),
                    Optional.empty(),
                    Optional.empty()));
        }
        words(t, items);
        // What was understood as not spoken, and not heard, is nothing to doubt.
        for (SyncReport.Passage p : SyncReport.notHeard(index)) {
            items.add(new ReviewItem(
                    ReviewItem.Kind.UNSPOKEN,
                    Math.min(0.9, 0.3 + p.words() / 100.0),
                    p.line(),
                    p.near(),
                    Messages.get("review.unspoken", p.words(), p.excerpt()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        for (StraySpeech s : t.untranscribed()) {
            if (s.seconds() >= 1 && !s.overlapsWords()) {
                items.add(new ReviewItem(
                        ReviewItem.Kind.UNTRANSCRIBED,
                        Math.min(0.8, 0.2 + 0.5 * s.seconds() / LONG_STRAY),
                        0,
                        Optional.of(s.startSeconds()),
                        Messages.get(
                                "review.untranscribed",
                                s.seconds(),
                                s.speaker().orElse(Messages.get("speaker.unknown"))),
                        Optional.empty(),
                        Optional.empty(),
                        s.speaker()));
            }
        }
        for (Cue cue : cues) {
            List<CueCheck.Breach> breaches = CueCheck.of(cue, rules);
            if (!breaches.isEmpty()) {
                items.add(new ReviewItem(
                        ReviewItem.Kind.SUBTITLE,
                        0.1,
                        0,
                        Optional.of(cue.time().startSeconds()),
                        Messages.get(
                                "review.subtitle",
                                Messages.get("breach." + breaches.get(0).name().toLowerCase(Locale.ROOT)),
                                shortened(String.join(" ", cue.lines()))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
            }
        }
        items.sort(Comparator.comparingDouble(ReviewItem::severity).reversed());
        return items;
    }

    private static Optional<Turn> turnAt(TranscriptIndex index, int line) {
        return index.turnsAt(line).stream().findFirst();
    }

    private static Optional<Turn> doubted(TranscriptIndex index, SpeakerDoubt d) {
        return index.turnsAt(d.line()).stream()
                .filter(turn -> turn.speaker().equals(d.speaker()))
                .findFirst();
    }

    private static void speakers(TranscriptIndex index, List<ReviewItem> items) {
        for (SpeakerDoubt d : index.transcript().speakerDoubts()) {
            Optional<Turn> turn = doubted(index, d);
            if (turn.isEmpty() || turn.get().speakerIsManual()) {
                continue;
            }
            items.add(new ReviewItem(
                    ReviewItem.Kind.SPEAKER,
                    Math.min(1, 1.4 - 0.8 * d.probability()),
                    d.line(),
                    d.seconds(),
                    Messages.get(
                            "review.speaker",
                            d.speaker(),
                            d.other(),
                            SpeakerReasonText.of(d.reasons(), Messages.locale())),
                    turn.map(x -> x.words().get(0).id()),
                    turn.map(Turn::id),
                    Optional.of(d.other()).filter(o -> !o.isEmpty())));
        }
    }

    /** Doubtful words that follow each other are one item. */
    private static void words(SyncedTranscript t, List<ReviewItem> items) {
        for (Turn turn : t.turns()) {
            List<Word> words = turn.words();
            for (int i = 0; i < words.size(); i++) {
                int to = i;
                double least = 1;
                while (to < words.size() && isDoubtful(words.get(to))) {
                    least = Math.min(least, words.get(to).confidence());
                    to++;
                }
                if (to > i) {
                    StringBuilder text = new StringBuilder();
                    words.subList(i, to)
                            .forEach(w -> text.append(text.isEmpty() ? "" : " ").append(w.text()));
                    items.add(new ReviewItem(
                            ReviewItem.Kind.WORD,
                            0.5 * (1 - least),
                            turn.line(),
                            words.get(i).span().map(s -> s.startSeconds()),
                            Messages.get(
                                    isPlaced(words.get(i)) ? "review.placed" : "review.word",
                                    shortened(text.toString()),
                                    least),
                            Optional.of(words.get(i).id()),
                            Optional.empty(),
                            Optional.empty()));
                    i = to;
                }
            }
        }
    }

    private static String shortened(String text) {
        return text.length() > EXCERPT ? text.substring(0, EXCERPT - 1) + "…" : text;
    }

    private static boolean isPlaced(Word word) {
        return word.timing() instanceof Timing.Timed timed && timed.origin() == Origin.PLACED;
    }

    static boolean isDoubtful(Word word) {
        return word.timing() instanceof Timing.Timed timed
                && (timed.confidence() < DOUBTFUL_WORD || timed.origin() == Origin.INTERPOLATED)
                && timed.origin() != Origin.MANUAL;
    }

    /** The edit that says that all is right as it is; nothing for what can only be changed or left. */
    public static Optional<Edit> accept(SyncedTranscript t, ReviewItem item) {
        return switch (item.kind()) {
            case SPEAKER ->
                item.turn()
                        .flatMap(id -> t.turns().stream()
                                .filter(x -> x.id().equals(id))
                                .findFirst())
                        .map(turn -> new AssignSpeaker(turn.id(), turn.speaker()));
            case TEXT -> Optional.of(new DismissDoubt(item.line()));
            case WORD -> item.word().map(id -> new PinWords(run(t, id)));
            case UNSPOKEN, UNTRANSCRIBED, SUBTITLE -> Optional.empty();
        };
    }

    /** The edit that takes the other possibility. */
    public static Optional<Edit> change(ReviewItem item) {
        return item.kind() == ReviewItem.Kind.SPEAKER && item.turn().isPresent()
                ? item.other().map(other -> new AssignSpeaker(item.turn().get(), other))
                : Optional.empty();
    }

    private static List<String> run(SyncedTranscript t, String first) {
        List<String> result = new ArrayList<>();
        for (Turn turn : t.turns()) {
            boolean in = false;
            for (Word word : turn.words()) {
                in = word.id().equals(first) || in && isDoubtful(word);
                if (in) {
                    result.add(word.id());
                }
            }
        }
        return result;
    }

    /** Doubts whose speaker an editor has not settled. */
    public static int unsureSpeakers(TranscriptIndex index) {
        Set<Integer> lines = new HashSet<>();
        for (SpeakerDoubt d : index.transcript().speakerDoubts()) {
            index.turnsAt(d.line()).stream()
                    .filter(turn -> turn.speaker().equals(d.speaker()) && !turn.speakerIsManual())
                    .findFirst()
                    .ifPresent(turn -> lines.add(turn.line()));
        }
        return lines.size();
    }
}
