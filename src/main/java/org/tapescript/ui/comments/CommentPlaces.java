package org.tapescript.ui.comments;

import java.util.List;
import java.util.Optional;
import org.tapescript.domain.Comment;
import org.tapescript.domain.PlacedComment;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.domain.Word;
import org.tapescript.edit.PutComment;
import org.tapescript.session.EditorSession;

/** What a new comment is about: the words that are selected, the one at the caret, or a moment of the tape. */
final class CommentPlaces {
    private final EditorSession session;

    CommentPlaces(EditorSession session) {
        this.session = session;
    }

    /** About the words that are selected, or else the one at the caret; without either, about a moment. */
    Comment atWords(double seconds) {
        TranscriptIndex index = session.index();
        List<Word> words = session.selection().words();
        if (words.isEmpty()) {
            words = session.caretProperty().get().flatMap(index::word).stream().toList();
        }
        if (words.isEmpty()) {
            return at(seconds);
        }
        Word first = words.get(0);
        Word last = words.get(words.size() - 1);
        return new Comment(
                PutComment.freshId(session.transcript()),
                Optional.of(new Comment.Words(first.id(), last.id())),
                micros(index, first),
                "");
    }

    /** About a moment of the tape. */
    Comment at(double seconds) {
        return new Comment(
                PutComment.freshId(session.transcript()), Optional.empty(), Math.round(Math.max(0, seconds) * 1e6), "");
    }

    /** When a word is said, or, if that is not known, the last one before it whose time is. */
    private static long micros(TranscriptIndex index, Word word) {
        for (int i = index.indexOf(word.id()); i >= 0; i--) {
            Optional<Long> start = index.words().get(i).span().map(s -> s.startMicros());
            if (start.isPresent()) {
                return start.get();
            }
        }
        return 0;
    }

    /** The comment that is about the same as another. */
    Optional<Comment> same(Comment comment) {
        return session.transcript().notes().comments().stream()
                .filter(c ->
                        c.words().equals(comment.words()) && (c.words().isPresent() || c.micros() == comment.micros()))
                .findFirst();
    }

    /** The comment at the caret. */
    Optional<Comment> atCaret() {
        return session.caretProperty().get().flatMap(session.index()::word).flatMap(this::about);
    }

    private Optional<Comment> about(Word word) {
        return session.index().comments().stream()
                .filter(PlacedComment::ofWords)
                .filter(p -> p.isAbout(word))
                .map(PlacedComment::comment)
                .findFirst();
    }
}
