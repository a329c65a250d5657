package org.tapescript.domain;

import java.util.List;

/**
 * A transcript's text and what each of its paragraphs was understood to be.
 *
 * @param name file name it came from
 * @param text decoded text, line ends as they were
 * @param paragraphs in the order of the text
 * @param doubts the likeliest first
 * @param hints times that the file gave, of stretches in the order of the text
 * @param remarks what the file notes of places, until a sync makes comments of them
 */
public record Transcript(
        String name,
        String text,
        List<Paragraph> paragraphs,
        List<Doubt> doubts,
        List<Hint> hints,
        List<Remark> remarks) {
    public Transcript {
        paragraphs = List.copyOf(paragraphs);
        doubts = List.copyOf(doubts);
        hints = List.copyOf(hints);
        remarks = List.copyOf(remarks);
    }

    public Transcript(String name, String text, List<Paragraph> paragraphs, List<Doubt> doubts, List<Hint> hints) {
        this(name, text, paragraphs, doubts, hints, List.of());
    }

    /**
     * When a stretch of the text is spoken.
     *
     * @param exact whether it is one word's time, to be taken as it is; if not, it only guides
     * @param recording from whose beginning the time counts: 0 for the first, whose beginning is that of the whole timeline
     */
    public record Hint(CharSpan place, TimeSpan time, boolean exact, int recording) {
        public Hint {
            if (recording < 0) {
                throw new IllegalArgumentException("recording " + recording);
            }
        }

        public Hint(CharSpan place, TimeSpan time, boolean exact) {
            this(place, time, exact, 0);
        }

        public Hint withPlace(CharSpan other) {
            return new Hint(other, time, exact, recording);
        }
    }

    /** The line on which a place in the text lies. */
    public int lineAt(int offset) {
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

    public Transcript withHints(List<Hint> other) {
        return new Transcript(name, text, paragraphs, doubts, other, remarks);
    }

    public Transcript withRemarks(List<Remark> other) {
        return new Transcript(name, text, paragraphs, doubts, hints, other);
    }
}
