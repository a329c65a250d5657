package org.tapescript.ui.mainwindow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.job.JobRunner;
import org.tapescript.job.ProgressSink;
import org.tapescript.session.EditorSession;
import org.tapescript.session.Selection;
import org.tapescript.storage.AtomicFile;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.FilePicker;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.transcript.SelectedText;
import org.tapescript.ui.transcript.TranscriptView;

/** Saves the sound of what is selected, or else of the turn at the caret, with its text in a file beside it. */
final class SaveSound {
    private final EditorSession session;
    private final TranscriptView transcript;
    private final WholeTape tape;
    private final JobRunner jobs;
    private final FilePicker files;
    private final Consumer<String> say;

    SaveSound(
            EditorSession session,
            TranscriptView transcript,
            WholeTape tape,
            JobRunner jobs,
            FilePicker files,
            Consumer<String> say) {
        this.session = session;
        this.transcript = transcript;
        this.tape = tape;
        this.jobs = jobs;
        this.files = files;
        this.say = say;
    }

    void run(Supplier<Window> window) {
        List<Word> selected = session.selection().words();
        List<Word> words =
                selected.isEmpty() ? transcript.currentTurn().map(Turn::words).orElse(List.of()) : selected;
        Optional<TimeSpan> span = Selection.span(words);
        if (span.isEmpty()) {
            say.accept(Messages.get("edit.noTurn"));
            return;
        }
        String name = session.project().getFileName().toString().replaceFirst("\\.tapescript$", "") + " "
                + Clock.brief(span.get().startSeconds()).replace(':', '.') + ".wav";
        files.save(
                        window.get(),
                        Messages.get("command.saveSound"),
                        session.project().toAbsolutePath().resolveSibling(name))
                .ifPresent(to -> write(words, span.get(), to));
    }

    private void write(List<Word> words, TimeSpan span, Path to) {
        String text = SelectedText.of(session.transcript(), words, SelectedText.Heads.TIMES);
        String name = to.getFileName().toString();
        Path beside = to.resolveSibling(name.replaceFirst("\\.[^.]+$", "") + ".txt");
        jobs.run(
                (progress, cancel) -> {
                    tape.clip(span, to, cancel);
                    AtomicFile.write(beside, out -> out.write(text + "\n"));
                    return to;
                },
                ProgressSink.IGNORE,
                done -> say.accept(Messages.get("export.done", done)),
                e -> say.accept(Failures.message(e)));
    }
}
