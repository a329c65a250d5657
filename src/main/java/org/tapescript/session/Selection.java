package org.tapescript.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.domain.Word;

/** Where the caret is, and the words from where selecting began up to it. Whoever moves the caret without selecting selects nothing. */
public final class Selection {
    private final Supplier<TranscriptIndex> index;
    /** Id of the word that the caret is at; empty for none. */
    private final ObjectProperty<Optional<String>> caret = new SimpleObjectProperty<>(Optional.empty());

    private final ReadOnlyObjectWrapper<Optional<String>> anchor = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean selecting;

    Selection(Supplier<TranscriptIndex> index) {
        this.index = index;
        caret.addListener((o, was, now) -> {
            if (!selecting) {
                anchor.set(Optional.empty());
            }
        });
    }

    /** Id of the word that the caret is at; empty for none. */
    public ObjectProperty<Optional<String>> caretProperty() {
        return caret;
    }

    /** Id of the word where selecting began; empty while nothing is selected. */
    public ReadOnlyObjectProperty<Optional<String>> anchorProperty() {
        return anchor.getReadOnlyProperty();
    }

    /** Selects from one word to another, either of which may come first; the caret goes to the other. */
    public void select(String from, String to) {
        selecting = true;
        anchor.set(Optional.of(from));
        caret.set(Optional.of(to));
        selecting = false;
    }

    /** Selects from where selecting began, or else from the caret, to a word. */
    public void extendTo(String word) {
        select(anchor.get().or(caret::get).orElse(word), word);
    }

    public void clear() {
        anchor.set(Optional.empty());
    }

    /** Follows an edit: where the caret's word is gone, it goes to the one that is said nearest before it, and nothing is selected. */
    void follow(TranscriptIndex before, TranscriptIndex now) {
        String at = caret.get().orElse("");
        int was = before.indexOf(at);
        if (was < 0 || now.indexOf(at) >= 0) {
            if (anchor.get().filter(id -> now.indexOf(id) < 0).isPresent()) {
                clear();
            }
            return;
        }
        int from = was;
        while (from >= 0 && now.indexOf(before.words().get(from).id()) < 0) {
            from--;
        }
        int to = from < 0 ? 0 : now.indexOf(before.words().get(from).id());
        clear();
        caret.set(
                now.words().isEmpty()
                        ? Optional.empty()
                        : Optional.of(now.words().get(to).id()));
    }

    /** What is selected, in the order of the text. */
    public List<Word> words() {
        int from = anchor.get().map(index.get()::indexOf).orElse(-1);
        int to = caret.get().map(index.get()::indexOf).orElse(-1);
        return from < 0 || to < 0 ? List.of() : index.get().words().subList(Math.min(from, to), Math.max(from, to) + 1);
    }

    /** From when to when words are said, as far as that is known. */
    public static Optional<TimeSpan> span(List<Word> words) {
        List<TimeSpan> spans = words.stream().flatMap(w -> w.span().stream()).toList();
        return spans.isEmpty()
                ? Optional.empty()
                : Optional.of(new TimeSpan(
                        spans.stream().mapToLong(TimeSpan::startMicros).min().orElseThrow(),
                        spans.stream().mapToLong(TimeSpan::endMicros).max().orElseThrow()));
    }
}
