package org.tapescript.ui.mainwindow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.stage.Window;
import org.tapescript.domain.HandCorrections.Replaced;
import org.tapescript.domain.SyncBasis;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.edit.Edit;
import org.tapescript.edit.ReplaceAll;
import org.tapescript.format.ReadOptions;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.session.EditorSession;
import org.tapescript.text.structure.Instructions;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.FilePicker;
import org.tapescript.ui.common.FxJobRunner;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Prompts;
import org.tapescript.workflow.ImportTranscript;

/**
 * What goes over the whole tape beside the window, one at a time: what it finds is one step, to be undone as any other, and cancelled it
 * changes nothing.
 */
final class TapeJobs {
    private final EditorSession session;
    private final WholeTape whole;
    private final FxJobRunner jobs;
    private final JobBar bar;
    private final Prompts prompts;
    private final Consumer<Edit> edits;
    private final Consumer<String> say;
    private Optional<CancellationToken> running = Optional.empty();

    /**
     * @param edits does an edit
     * @param say tells the user something, for a while
     */
    TapeJobs(
            EditorSession session,
            WholeTape whole,
            FxJobRunner jobs,
            JobBar bar,
            Prompts prompts,
            Consumer<Edit> edits,
            Consumer<String> say) {
        this.session = session;
        this.whole = whole;
        this.jobs = jobs;
        this.bar = bar;
        this.prompts = prompts;
        this.edits = edits;
        this.say = say;
    }

    void run(WholeTape.Pass pass) {
        if (running.isPresent()) {
            say.accept(Messages.get("engine.busy"));
            return;
        }
        SyncedTranscript before = session.transcript();
        bar.begin(this::cancel);
        running = Optional.of(jobs.run(
                (progress, cancel) -> pass.run(whole, before, progress, cancel),
                (phase, at, all) -> {
                    if (running.isPresent()) {
                        bar.report(phase, at, all);
                    }
                },
                found -> {
                    end();
                    if (session.transcript() == before) {
                        edits.accept(new ReplaceAll(found));
                        say.accept(done(before, found));
                    } else {
                        say.accept(Messages.get("engine.late"));
                    }
                },
                e -> {
                    end();
                    say.accept(Failures.message(e));
                }));
    }

    /** That it is done; if corrections gave way to a revised text, that they did. */
    private static String done(SyncedTranscript before, SyncedTranscript found) {
        List<Replaced> replaced = found.notes().corrections().replaced();
        return replaced.isEmpty()
                        || replaced.equals(before.notes().corrections().replaced())
                ? Messages.get("engine.done")
                : Messages.get("engine.replaced", replaced.size());
    }

    private void cancel() {
        running.ifPresent(CancellationToken::cancel);
        end();
        say.accept(Messages.get("engine.cancelled"));
    }

    private void end() {
        running = Optional.empty();
        bar.end();
    }

    /** Asks for a revised transcript of the same interview, says how it was understood, and syncs it if that is right. */
    void revise(FilePicker files, Window window) {
        Optional<Path> folder =
                Optional.ofNullable(session.project().toAbsolutePath().getParent());
        files.open(window, Messages.get("revise.choose"), folder, Optional.empty())
                .ifPresent(file -> jobs.run(
                        (progress, cancel) -> ImportTranscript.understand(file, ReadOptions.FIND, Instructions.NONE)
                                .transcript(),
                        ProgressSink.IGNORE,
                        revised -> revise(file, revised),
                        e -> say.accept(Failures.message(e))));
    }

    private void revise(Path file, Transcript revised) {
        Set<String> speakers = new TreeSet<>();
        revised.paragraphs().forEach(p -> p.speaker().ifPresent(speakers::add));
        String understood = Messages.get(
                "revise.understood",
                file.getFileName(),
                revised.paragraphs().size(),
                String.join(", ", speakers),
                revised.doubts().size());
        if (prompts.yes(understood, Messages.get("revise.sync"), Messages.get("revise.leave"))) {
            run((tape, before, progress, cancel) -> tape.align(before, revised, progress, cancel));
        }
    }

    /** Asks for the languages, the track of sound and pronunciations, and syncs anew if they are others. */
    void languages(FilePicker files) {
        SyncedTranscript now = session.transcript();
        new LanguagesDialog(prompts, files, whole.syncing().languages(), now)
                .ask()
                .ifPresent(chosen -> {
                    SyncBasis basis = chosen.basis();
                    if (chosen.track().isEmpty()
                            && basis.withTextLanguage(now.basis().textLanguage())
                                    .equals(now.basis())) {
                        if (!basis.equals(now.basis())) {
                            edits.accept(new ReplaceAll(now.withBasis(basis)));
                        }
                        return;
                    }
                    run((tape, before, progress, cancel) ->
                            tape.align(before, basis, chosen.track(), progress, cancel));
                });
    }

    /**
     * How a project is to be synced.
     *
     * @param track of the recordings' sound, if it is to be another
     */
    record Chosen(SyncBasis basis, OptionalInt track) {}
}
