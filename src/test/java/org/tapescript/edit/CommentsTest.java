package org.tapescript.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Comment;
import org.tapescript.domain.PlacedComment;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.domain.Word;
import org.tapescript.format.Timebase;
import org.tapescript.support.Transcripts;

class CommentsTest {
    private static final SyncedTranscript T =
            Transcripts.of(List.of("Ann", "Bo"), "We went home early.", "And then it rained.");
    private static final Word WENT = T.words().get(1);
    private static final Word HOME = T.words().get(2);

    private static Comment on(String id, Word first, Word last, String text) {
        return new Comment(
                id,
                Optional.of(new Comment.Words(first.id(), last.id())),
                first.span().orElseThrow().startMicros(),
                text);
    }

    private static List<PlacedComment> placed(SyncedTranscript t) {
        return new TranscriptIndex(t).comments();
    }

    @Test
    void aCommentIsMadeChangedAndDeleted() {
        SyncedTranscript made = new PutComment(on("c1", WENT, HOME, " Which home? ")).apply(T);
        assertThat(made.notes().comments()).extracting(Comment::text).containsExactly("Which home?");
        SyncedTranscript changed = new PutComment(on("c1", WENT, HOME, "Ask her.")).apply(made);
        assertThat(changed.notes().comments()).extracting(Comment::text).containsExactly("Ask her.");
        assertThat(PutComment.freshId(changed)).isNotEqualTo("c1");
        assertThat(new DeleteComment("c1").apply(changed)).isEqualTo(T);
        assertThatThrownBy(() -> new DeleteComment("c1").apply(T)).isInstanceOf(RefusedEditException.class);
    }

    @Test
    void itStaysWithItsWordsWhateverIsTypedBefore() {
        SyncedTranscript made = new PutComment(on("c1", WENT, HOME, "x")).apply(T);
        SyncedTranscript typed = new CorrectText(0, 2, "Yesterday all of us").apply(made);
        PlacedComment placed = placed(typed).get(0);
        assertThat(placed.ofWords()).isTrue();
        assertThat(placed.first().orElseThrow().text()).isEqualTo("went");
        assertThat(placed.last().orElseThrow().text()).isEqualTo("home");
    }

    @Test
    void ofWordsThatAreGoneItStaysAtTheirTime() {
        SyncedTranscript made = new PutComment(on("c1", WENT, WENT, "x")).apply(T);
        SyncedTranscript gone =
                new CorrectText(WENT.place().start(), WENT.place().end(), "").apply(made);
        PlacedComment placed = placed(gone).get(0);
        assertThat(placed.ofWords()).isFalse();
        assertThat(placed.seconds()).isEqualTo(WENT.span().orElseThrow().startSeconds());
        assertThat(placed.first().orElseThrow().text()).isEqualTo("We");
    }

    @Test
    void commentsAreInTheOrderOfTheTape() {
        SyncedTranscript t = new PutComment(on("c1", HOME, HOME, "second")).apply(T);
        t = new PutComment(new Comment("c2", Optional.empty(), 0, "")).apply(t);
        assertThat(placed(t)).extracting(p -> p.comment().id()).containsExactly("c2", "c1");
        assertThat(placed(t).get(0).comment().isBookmark()).isTrue();
    }

    @Test
    void timesOfAnExportCountForCommentsToo() {
        SyncedTranscript t = new PutComment(new Comment("c1", Optional.empty(), 2_000_000, "x")).apply(T);
        assertThat(new Timebase(10, 1, 25, false, 0)
                        .apply(t)
                        .notes()
                        .comments()
                        .get(0)
                        .micros())
                .isEqualTo(12_000_000);
        assertThat(new Timebase(-10, 1, 25, false, 0)
                        .apply(t)
                        .notes()
                        .comments()
                        .get(0)
                        .micros())
                .isZero();
    }
}
