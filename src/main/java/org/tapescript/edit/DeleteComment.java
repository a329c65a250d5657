package org.tapescript.edit;

import java.util.List;
import org.tapescript.domain.Comment;
import org.tapescript.domain.SyncedTranscript;

/** Takes a comment or a bookmark away. */
public record DeleteComment(String comment) implements Edit {
    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        List<Comment> left = before.notes().comments().stream()
                .filter(c -> !c.id().equals(comment))
                .toList();
        if (left.size() == before.notes().comments().size()) {
            throw new RefusedEditException(Refusal.NO_COMMENT, comment);
        }
        return before.withNotes(before.notes().withComments(left));
    }
}
