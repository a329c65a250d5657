package org.tapescript.edit;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.domain.Comment;
import org.tapescript.domain.SyncedTranscript;

/** Notes something of a place, in place of what was noted under the same id. */
public record PutComment(Comment comment) implements Edit {
    @Override
    public SyncedTranscript apply(SyncedTranscript before) {
        List<Comment> comments = new ArrayList<>(before.notes().comments());
        for (int i = 0; i < comments.size(); i++) {
            if (comments.get(i).id().equals(comment.id())) {
                comments.set(i, comment);
                return with(before, comments);
            }
        }
        comments.add(comment);
        return with(before, comments);
    }

    private static SyncedTranscript with(SyncedTranscript before, List<Comment> comments) {
        return before.withNotes(before.notes().withComments(comments));
    }

    /** An id that no comment has. */
    public static String freshId(SyncedTranscript t) {
        for (int n = t.notes().comments().size() + 1; ; n++) {
            String id = "c" + n;
            if (t.notes().comments().stream().noneMatch(c -> c.id().equals(id))) {
                return id;
            }
        }
    }
}
