package org.tapescript.domain;

import java.util.Optional;

/**
 * What an editor notes of a place; a bookmark where nothing is said of it.
 *
 * @param id unique among the comments of a transcript
 * @param words that it is about; nothing for a moment of the tape. Some of them may be there no more
 * @param micros where the place is on the tape: of words that are there no more, or have no time, where it was
 * @param text what is noted; empty for a bookmark
 */
public record Comment(String id, Optional<Words> words, long micros, String text) {
    /** What a bookmark says in files of other programs, which know comments alone. */
    public static final String BOOKMARK = "\u2605";

    /** Words from one to another, by their ids; the same twice for one. */
    public record Words(String first, String last) {}

    public Comment {
        text = text.strip();
        if (micros < 0) {
            throw new IllegalArgumentException("a comment stands at no time before the tape");
        }
    }

    /** What other programs say of a place. */
    public static Comment imported(String id, Optional<Words> words, long micros, String text) {
        return new Comment(id, words, micros, text.strip().equals(BOOKMARK) ? "" : text);
    }

    public boolean isBookmark() {
        return text.isEmpty();
    }

    /** What is said to programs that know comments alone. */
    public String exported() {
        return isBookmark() ? BOOKMARK : text;
    }

    public Comment withText(String other) {
        return new Comment(id, words, micros, other);
    }

    public Comment withMicros(long other) {
        return new Comment(id, words, other, text);
    }

    public Comment withWords(Optional<Words> other) {
        return new Comment(id, other, micros, text);
    }
}
