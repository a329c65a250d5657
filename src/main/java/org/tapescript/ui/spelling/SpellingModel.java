package org.tapescript.ui.spelling;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.job.ProgressSink;
import org.tapescript.session.EditorSession;
import org.tapescript.spelling.Dictionaries;
import org.tapescript.spelling.SpellChecker;
import org.tapescript.spelling.Spelling;
import org.tapescript.spelling.Spelling.Doubt;
import org.tapescript.ui.common.FxJobRunner;
import org.tapescript.ui.common.Later;
import org.tapescript.ui.common.Messages;

/** Which words of the transcript as it is now may be misspelled; dictionaries are read and asked beside the window. */
public final class SpellingModel {
    /** What is doubted, and by which dictionary; without one, nothing is. */
    private record Checked(Optional<SpellChecker> checker, Optional<String> language, List<Doubt> doubts) {}

    private final EditorSession session;
    private final FxJobRunner jobs;
    private final Path own;
    private final Dictionaries dictionaries;
    private final Later checking = new Later(this::check);
    private final ReadOnlyObjectWrapper<List<Doubt>> doubts = new ReadOnlyObjectWrapper<>(List.of());
    private Map<String, List<Doubt>> byWord = Map.of();
    private boolean on;
    private Optional<SpellChecker> checker = Optional.empty();
    private Optional<String> language = Optional.empty();
    /** Why there is no dictionary, if one was looked for in vain. */
    private Optional<String> lacking = Optional.empty();

    /** @param own the user's folder of dictionaries */
    public SpellingModel(EditorSession session, FxJobRunner jobs, Path own) {
        this.session = session;
        this.jobs = jobs;
        this.own = own;
        this.dictionaries = Dictionaries.of(own);
        session.transcriptProperty().addListener(o -> checking.ask());
    }

    /** Checks from now on, or no more. */
    public void setOn(boolean wanted) {
        if (on != wanted) {
            on = wanted;
            check();
        }
    }

    private void check() {
        if (!on) {
            show(new Checked(checker, language, List.of()));
            return;
        }
        SyncedTranscript now = session.transcript();
        Optional<String> wanted = now.basis().writtenLanguage().filter(l -> !l.equals("none"));
        Optional<SpellChecker> known = wanted.equals(language) ? checker : Optional.empty();
        jobs.run(
                (progress, cancel) -> {
                    Optional<SpellChecker> by = known;
                    if (by.isEmpty() && wanted.isPresent()) {
                        by = dictionaries.load(wanted.get());
                    }
                    return new Checked(
                            by, wanted, by.map(c -> Spelling.doubts(c, now)).orElse(List.of()));
                },
                ProgressSink.IGNORE,
                checked -> {
                    lacking = checked.checker().isPresent() ? Optional.empty() : Optional.of(advice(wanted));
                    if (now == session.transcript() && on) {
                        show(checked);
                    }
                },
                e -> lacking = Optional.of(Messages.get("spelling.unreadable", e.getMessage())));
    }

    private String advice(Optional<String> wanted) {
        return wanted.map(tag -> Messages.get("spelling.install", tag, Dictionaries.debianPackage(tag), own))
                .orElseGet(() -> Messages.get("spelling.noLanguage"));
    }

    private void show(Checked checked) {
        checker = checked.checker();
        language = checked.language();
        Map<String, List<Doubt>> found = new HashMap<>();
        checked.doubts()
                .forEach(d -> found.computeIfAbsent(d.word().id(), id -> new java.util.ArrayList<>())
                        .add(d));
        byWord = found;
        doubts.set(checked.doubts());
    }

    /** In the order of the text. */
    public ReadOnlyObjectProperty<List<Doubt>> doubtsProperty() {
        return doubts.getReadOnlyProperty();
    }

    /** What of a word may be misspelled. */
    public List<Doubt> of(String word) {
        return byWord.getOrDefault(word, List.of());
    }

    /** Why nothing is doubted, if that is for want of a dictionary. */
    Optional<String> lacking() {
        return lacking;
    }

    boolean isOn() {
        return on;
    }

    /** Asks what may have been meant. @param then told on the window's thread */
    void suggest(Doubt doubt, Consumer<List<String>> then) {
        checker.ifPresent(by -> jobs.run(
                (progress, cancel) -> by.suggestions(doubt.text()),
                ProgressSink.IGNORE,
                then,
                e -> then.accept(List.of())));
    }
}
