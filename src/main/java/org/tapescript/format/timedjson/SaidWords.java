package org.tapescript.format.timedjson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tapescript.domain.TimeSpan;

/** Makes words of pieces: those that are words, those that are parts of words with their blanks, and marks of punctuation between. */
final class SaidWords {
    /**
     * A word of the text.
     *
     * @param speaker nobody known if it is empty
     * @param group words of different groups are of different segments
     */
    record SaidWord(String text, Optional<TimeSpan> time, String speaker, int group) {
        private SaidWord joined(String more, Optional<TimeSpan> other) {
            Optional<TimeSpan> both = time.isPresent() && other.isPresent()
                    ? Optional.of(time.get().union(other.get()))
                    : time.or(() -> other);
            return new SaidWord(text + more, both, speaker, group);
        }
    }

    private static final long MAX_MICROS = 1_000_000;

    private final Units units;

    SaidWords(Units units) {
        this.units = units;
    }

    /** Words of pieces of one word or part of a word each. */
    List<SaidWord> of(List<Piece> pieces) {
        // Where pieces bring their own blanks, a piece without one goes on with a word.
        long blanks =
                pieces.stream().filter(p -> !p.text().strip().equals(p.text())).count();
        boolean raw = blanks * 4 > pieces.size();
        List<SaidWord> words = new ArrayList<>();
        boolean open = false;
        int group = -1;
        for (int index = 0; index < pieces.size(); index++) {
            Piece piece = pieces.get(index);
            // Whisper's tokens that are no text.
            if (piece.text().matches("\\s*(?:\\[_[A-Z0-9_]+\\]|<\\|[^|]{0,40}\\|>)\\s*")) {
                continue;
            }
            open &= piece.group() == group;
            group = piece.group();
            String text = piece.text();
            boolean leads = !text.isEmpty() && Character.isWhitespace(text.charAt(0));
            String[] parts = text.strip().split("(?U)\\s+");
            Optional<TimeSpan> time = piece.mark() || !piece.own() ? Optional.empty() : time(pieces, index);
            for (int i = 0; i < parts.length; i++) {
                boolean joins = !words.isEmpty() && i == 0 && (raw ? open && !leads : piece.mark());
                if (parts[i].isEmpty()) {
                    continue;
                }
                if (joins) {
                    SaidWord last = words.remove(words.size() - 1);
                    words.add(last.joined(parts[i], time));
                } else {
                    words.add(new SaidWord(
                            parts[i], parts.length == 1 ? time : Optional.empty(), piece.speaker(), piece.group()));
                }
            }
            open = raw && !text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1));
        }
        return words;
    }

    /** A word whose end the file does not say lasts until the next one, if that is not long. */
    private Optional<TimeSpan> time(List<Piece> pieces, int index) {
        Optional<TimeSpan> own = units.span(pieces.get(index));
        if (own.isEmpty() || pieces.get(index).end().isPresent()) {
            return own;
        }
        long start = own.get().startMicros();
        long end = start + MAX_MICROS;
        for (int i = index + 1; i < Math.min(pieces.size(), index + 4); i++) {
            Optional<TimeSpan> next = units.span(pieces.get(i)).filter(t -> t.startMicros() > start);
            if (next.isPresent()) {
                end = Math.min(end, next.get().startMicros());
                break;
            }
        }
        return Optional.of(new TimeSpan(start, end));
    }
}
