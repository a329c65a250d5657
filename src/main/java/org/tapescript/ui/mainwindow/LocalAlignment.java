package org.tapescript.ui.mainwindow;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.tapescript.align.LongTextAligner;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.CorrectText;
import org.tapescript.edit.Edit;
import org.tapescript.edit.SetWordTimes;
import org.tapescript.job.ProgressSink;
import org.tapescript.language.LanguagePacks;
import org.tapescript.session.EditorSession;
import org.tapescript.ui.common.FxJobRunner;
import org.tapescript.ui.common.Places;
import org.tapescript.ui.common.Tape;
import org.tapescript.workflow.AlignPassage;

/**
 * Finds the words again that somebody typed, beside the window. The language is loaded once, as soon as a project is open, and the
 * aligner warmed up, so that the first correction need not wait for it.
 */
final class LocalAlignment {
    private static final int PRACTICE = 2;

    private final EditorSession session;
    private final SyncedTranscript opened;
    private final FxJobRunner jobs;
    private final CompletableFuture<AlignPassage> passage = new CompletableFuture<>();
    private final Consumer<String> status;

    /** @param status told what is going on */
    LocalAlignment(EditorSession session, Tape tape, Places places, FxJobRunner jobs, Consumer<String> status) {
        this.session = session;
        this.jobs = jobs;
        this.status = status;
        this.opened = session.transcript();
        String language = opened.language();
        if (opened.isPlaced()) {
            // In another language than the text there are no words to find.
            return;
        }
        jobs.run(
                (progress, cancel) -> {
                    AlignPassage made = new AlignPassage(
                            new LongTextAligner(),
                            new LanguagePacks(places.models(), places.cache()).load(language),
                            List.of(),
                            tape.sound());
                    practise(made);
                    return made;
                },
                ProgressSink.IGNORE,
                passage::complete,
                passage::completeExceptionally);
    }

    /** Aligns what is aligned already, for nothing: Java is quick only at what it has done a few times. */
    private void practise(AlignPassage made) {
        opened.turns().stream()
                .filter(t -> t.span().isPresent() && t.words().size() > 1)
                .limit(PRACTICE)
                .forEach(t -> made.run(opened, t.id(), 0, 1, Optional.empty()));
    }

    /** Aligns the words of a correction that was done. */
    void corrected(CorrectText edit) {
        int from = edit.start();
        int to = edit.start() + edit.replacement().length();
        for (Turn turn : session.transcript().turns()) {
            List<Word> words = turn.words();
            int first = -1;
            int last = -1;
            for (int i = 0; i < words.size(); i++) {
                if (words.get(i).place().end() >= from && words.get(i).place().start() <= to) {
                    first = first < 0 ? i : first;
                    last = i + 1;
                }
            }
            if (first >= 0) {
                align(turn.id(), first, last, Optional.empty());
                return;
            }
        }
    }

    /** Aligns all words of a turn, within a span if it is known. */
    void inserted(String turnId, Optional<TimeSpan> within) {
        session.transcript().turns().stream()
                .filter(t -> t.id().equals(turnId))
                .findFirst()
                .ifPresent(t -> align(turnId, 0, t.words().size(), within));
    }

    private void align(String turnId, int from, int to, Optional<TimeSpan> within) {
        if (opened.isPlaced()) {
            return;
        }
        SyncedTranscript before = session.transcript();
        Optional<Edit> doneFor = session.undoableProperty().get();
        jobs.run(
                (progress, cancel) -> passage.get().run(before, turnId, from, to, within),
                ProgressSink.IGNORE,
                times -> done(times, doneFor),
                e -> status.accept(e.getMessage()));
    }

    /** Times found belong to the edit they were found for, if nothing was done since; else they are a step of their own. */
    private void done(SetWordTimes times, Optional<Edit> doneFor) {
        if (times.times().isEmpty()) {
            return;
        }
        Optional<Edit> last = session.undoableProperty().get();
        if (last.isPresent() && last.equals(doneFor)) {
            session.amend(times);
        } else {
            session.apply(times);
        }
    }
}
