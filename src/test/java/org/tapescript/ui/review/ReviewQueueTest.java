package org.tapescript.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SpeakerDoubt;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.domain.Word;
import org.tapescript.edit.Edit;
import org.tapescript.edit.SetWordTimes;
import org.tapescript.subtitle.CueBuilder;
import org.tapescript.subtitle.CueRules;
import org.tapescript.support.Transcripts;

class ReviewQueueTest {
    private static SyncedTranscript doubtful() {
        SyncedTranscript t = Transcripts.of(List.of("A", "B"), "one two three four", "five six");
        Word two = t.words().get(1);
        TimeSpan span = two.span().orElseThrow();
        SyncedTranscript unsure = new SetWordTimes(
                        Map.of(two.id(), new SetWordTimes.Found(span.startMicros(), span.endMicros(), 0.1)))
                .apply(t);
        return new SyncedTranscript(
                unsure.language(),
                unsure.recordings(),
                unsure.transcript(),
                unsure.turns(),
                List.of(new StraySpeech(TimeSpan.ofSeconds(2, 9), Optional.of("B"), false)),
                List.of(new SpeakerDoubt(2, Optional.of(1.3), "B", "A", 0.4, List.of())),
                unsure.match());
    }

    private static List<ReviewItem> doubts(SyncedTranscript t) {
        return ReviewQueue.of(new TranscriptIndex(t), CueRules.DEFAULT, new CueBuilder(CueRules.DEFAULT).build(t));
    }

    @Test
    void theWorstComesFirstAndEachKindIsSettledInItsWay() {
        SyncedTranscript t = doubtful();
        List<ReviewItem> items = doubts(t);
        assertThat(items)
                .extracting(ReviewItem::kind)
                .containsExactly(ReviewItem.Kind.SPEAKER, ReviewItem.Kind.UNTRANSCRIBED, ReviewItem.Kind.WORD);
        Edit other = ReviewQueue.change(items.get(0)).orElseThrow();
        SyncedTranscript changed = other.apply(t);
        assertThat(changed.turns().get(1).speaker()).isEqualTo("A");
        assertThat(doubts(changed)).extracting(ReviewItem::kind).doesNotContain(ReviewItem.Kind.SPEAKER);
        assertThat(ReviewQueue.unsureSpeakers(new TranscriptIndex(t))).isEqualTo(1);
        assertThat(ReviewQueue.unsureSpeakers(new TranscriptIndex(changed))).isZero();
        SyncedTranscript pinned =
                ReviewQueue.accept(t, items.get(2)).orElseThrow().apply(t);
        assertThat(pinned.words().get(1).isManual()).isTrue();
        assertThat(doubts(pinned)).hasSize(2);
        assertThat(ReviewQueue.accept(t, items.get(1))).isEmpty();
    }
}
