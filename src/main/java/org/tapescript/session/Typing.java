package org.tapescript.session;

import java.util.Optional;
import java.util.OptionalLong;
import org.tapescript.domain.CharSpan;
import org.tapescript.edit.CorrectText;

/**
 * A stretch of the text that is being typed in: what the text has there, what is typed, and the smallest edit that makes the one of
 * the other. It keeps its place when the text changes elsewhere.
 */
public final class Typing {
    private final String turn;
    private final int caret;
    private final int caretEnd;
    /** Of the whole transcript, as it was when the place was last looked at. */
    private String whole;

    private int start;
    private String shown;
    private String typed;
    private OptionalLong step = OptionalLong.empty();

    Typing(String turn, String whole, int start, String text, int caret, int caretEnd) {
        this.turn = turn;
        this.whole = whole;
        this.start = start;
        this.shown = text;
        this.typed = text;
        this.caret = caret;
        this.caretEnd = caretEnd;
    }

    /** Id of the turn that it belongs to. */
    public String turn() {
        return turn;
    }

    /** Where the stretch begins in the text. */
    public int start() {
        return start;
    }

    /** What has been typed so far. */
    public String text() {
        return typed;
    }

    /** Where in the text typing began. */
    public int caret() {
        return caret;
    }

    /** Where in the text what is to be typed over ends; {@link #caret} if nothing is. */
    public int caretEnd() {
        return caretEnd;
    }

    /** Where it stands in the text, with all that was done of it. */
    public CharSpan place() {
        return new CharSpan(start, start + shown.length());
    }

    void type(String text) {
        typed = text;
    }

    /** The step that what was typed so far belongs to. */
    OptionalLong step() {
        return step;
    }

    void done(long belongsTo, String now) {
        shown = flat(typed);
        whole = now;
        step = OptionalLong.of(belongsTo);
    }

    /** What is typed from now on is a step of its own. */
    void restart() {
        step = OptionalLong.empty();
    }

    /** What is typed and not done yet. */
    Optional<CorrectText> pending() {
        String now = flat(typed);
        if (now.equals(shown)) {
            return Optional.empty();
        }
        Difference d = Difference.of(shown, now);
        return Optional.of(new CorrectText(start + d.from(), start + d.to(), now.substring(d.from(), d.newTo())));
    }

    private static String flat(String text) {
        return text.replaceAll("\\R", " ");
    }

    /** Whether a stretch of the text is the one that is typed in, with all that was done of it; blanks at its ends do not count. */
    public boolean isAt(int place, String text) {
        return text.strip().equals(shown.strip()) && place >= start && place <= start + shown.length();
    }

    /** Follows its place when something else changed the text. What was typed and not done yet stays typed. */
    void follow(String now) {
        if (whole.equals(now)) {
            return;
        }
        boolean clean = pending().isEmpty();
        Difference d = Difference.of(whole, now);
        int by = d.newTo() - d.to();
        int end = start + shown.length();
        int from = start >= d.to() ? start + by : Math.min(start, d.from());
        int to = end <= d.from() ? end : end >= d.to() ? end + by : d.newTo();
        start = from;
        whole = now;
        shown = now.substring(from, Math.max(from, to));
        typed = clean ? shown : typed;
    }

    /** Where two texts differ: characters {@code [from, to)} of the one, {@code [from, newTo)} of the other. */
    private record Difference(int from, int to, int newTo) {
        static Difference of(String was, String now) {
            int head = 0;
            int shared = Math.min(now.length(), was.length());
            while (head < shared && now.charAt(head) == was.charAt(head)) {
                head++;
            }
            int tail = 0;
            while (tail < shared - head && now.charAt(now.length() - 1 - tail) == was.charAt(was.length() - 1 - tail)) {
                tail++;
            }
            // Halves of a character stay together.
            if (head > 0 && Character.isHighSurrogate(was.charAt(head - 1))) {
                head--;
            }
            if (tail > 0 && Character.isLowSurrogate(was.charAt(was.length() - tail))) {
                tail--;
            }
            return new Difference(head, was.length() - tail, now.length() - tail);
        }
    }
}
