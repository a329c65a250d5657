package org.tapescript.ui.transcript;

import java.util.Optional;
import org.tapescript.edit.CorrectText;

/** A row that is being typed in: what it was, what it is, and the smallest edit that makes the one of the other. */
final class TurnEditing {
    private final String key;
    private final int start;
    private final int caret;
    private String shown;
    private String typed;
    private boolean begun;

    TurnEditing(Row.Spoken row, int caret) {
        this.key = row.key();
        this.start = row.place().start();
        this.shown = row.text();
        this.typed = shown;
        this.caret = caret;
    }

    boolean isOf(Row.Spoken row) {
        return row.key().equals(key);
    }

    String text() {
        return typed;
    }

    int caret() {
        return caret;
    }

    void type(String text) {
        typed = text;
    }

    /** Whether an edit was done for this row since typing began. */
    boolean isBegun() {
        return begun;
    }

    void done() {
        shown = typed;
        begun = true;
    }

    /** What is typed and not done yet. */
    Optional<CorrectText> pending() {
        String now = typed.replaceAll("\\R", " ");
        if (now.equals(shown)) {
            return Optional.empty();
        }
        int head = 0;
        int shared = Math.min(now.length(), shown.length());
        while (head < shared && now.charAt(head) == shown.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shared - head && now.charAt(now.length() - 1 - tail) == shown.charAt(shown.length() - 1 - tail)) {
            tail++;
        }
        // Halves of a character stay together.
        if (head > 0 && Character.isHighSurrogate(shown.charAt(head - 1))) {
            head--;
        }
        if (tail > 0 && Character.isLowSurrogate(shown.charAt(shown.length() - tail))) {
            tail--;
        }
        return Optional.of(
                new CorrectText(start + head, start + shown.length() - tail, now.substring(head, now.length() - tail)));
    }
}
