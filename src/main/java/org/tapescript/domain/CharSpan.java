package org.tapescript.domain;

/**
 * A stretch of the transcript's text, half open, in UTF-16 units of the decoded text without its byte order mark.
 *
 * @param start not negative
 * @param end not before {@code start}
 */
public record CharSpan(int start, int end) {
    public CharSpan {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span of text: " + start + " to " + end);
        }
    }

    public boolean contains(CharSpan other) {
        return start <= other.start && other.end <= end;
    }

    public boolean overlaps(CharSpan other) {
        return start < other.end && other.start < end;
    }

    /** The text that the span covers. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
