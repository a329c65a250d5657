package org.tapescript.session;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Word;
import org.tapescript.edit.CorrectText;
import org.tapescript.edit.Edit;
import org.tapescript.edit.InsertTurn;

/**
 * Speech that the text lacks and that somebody types in. Each pause does what was typed so far, by whom it is said then, as one step
 * in place of the one before; with nothing typed there is no step.
 */
public final class GapTyping {
    private final EditorSession session;
    private final TimeSpan gap;
    private final Optional<String> after;
    private String speaker;
    private String typed = "";
    private Optional<InsertTurn> done = Optional.empty();
    private OptionalLong step = OptionalLong.empty();
    private Set<String> words = Set.of();

    GapTyping(EditorSession session, TimeSpan gap, Optional<String> after, String speaker) {
        this.session = session;
        this.gap = gap;
        this.after = after;
        this.speaker = speaker;
    }

    /** When it is heard. */
    public TimeSpan gap() {
        return gap;
    }

    /** Id of the word behind which it goes; nothing for the beginning. */
    public Optional<String> after() {
        return after;
    }

    public String speaker() {
        return speaker;
    }

    public String text() {
        return typed;
    }

    /** Ids of the words that were typed, as far as they have been done. */
    public Set<String> words() {
        return words;
    }

    /** Said by somebody from now on. */
    public void say(String by) {
        speaker = by;
    }

    /** Is to read so; done with the next pause. */
    public void type(String text) {
        typed = text;
    }

    /** Takes the words back that are there no more since the step was undone. */
    void follow() {
        if (step.isPresent() && !session.isDone(step.getAsLong())) {
            step = OptionalLong.empty();
            words = Set.of();
            done = Optional.empty();
        }
    }

    void flush() {
        follow();
        String now = typed.strip();
        Optional<InsertTurn> wanted = now.codePoints().noneMatch(Character::isLetterOrDigit)
                ? Optional.empty()
                : Optional.of(new InsertTurn(gap.startMicros(), gap.endMicros(), speaker, now, after));
        if (wanted.equals(done)) {
            return;
        }
        if (step.isEmpty() || session.lastStep().equals(step)) {
            words = session.instead(step, wanted.map(Edit.class::cast), s -> step = s);
        } else if (wanted.isPresent()) {
            // Something else was done since: what was typed is corrected on top of it.
            Set<String> all = new HashSet<>(words);
            all.addAll(session.instead(
                    OptionalLong.empty(),
                    Optional.of(new CorrectText(
                            place().start(), place().end(), wanted.get().text())),
                    s -> {}));
            words = all;
        }
        done = wanted;
    }

    private CharSpan place() {
        return session.index().words().stream()
                .filter(w -> words.contains(w.id()))
                .map(Word::place)
                .reduce((a, b) -> new CharSpan(a.start(), b.end()))
                .orElseThrow();
    }
}
