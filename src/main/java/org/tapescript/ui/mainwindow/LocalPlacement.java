package org.tapescript.ui.mainwindow;

import java.util.function.Consumer;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.AssignSpeaker;
import org.tapescript.edit.Edit;
import org.tapescript.edit.MergeTurn;
import org.tapescript.edit.PinWords;
import org.tapescript.edit.ReplaceAll;
import org.tapescript.edit.SetWordTime;
import org.tapescript.edit.SplitTurn;
import org.tapescript.job.ProgressSink;
import org.tapescript.session.EditorSession;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.FxJobRunner;
import org.tapescript.ui.common.Messages;

/**
 * Places a translation's sentences anew, beside the window, whenever an editor has said something of times or speakers: that is
 * evidence for all others. What it finds belongs to the edit it was found for.
 */
final class LocalPlacement {
    private final EditorSession session;
    private final Engines engines;
    private final FxJobRunner jobs;
    private final Consumer<String> status;
    private boolean running;
    private boolean again;

    /** @param status told what is going on */
    LocalPlacement(EditorSession session, Engines engines, FxJobRunner jobs, Consumer<String> status) {
        this.session = session;
        this.engines = engines;
        this.jobs = jobs;
        this.status = status;
        session.onApplied(this::applied);
    }

    private void applied(Edit edit) {
        boolean tells = edit instanceof SetWordTime
                || edit instanceof PinWords
                || edit instanceof AssignSpeaker
                || edit instanceof SplitTurn
                || edit instanceof MergeTurn;
        if (tells && session.transcript().isPlaced()) {
            place();
        }
    }

    private void place() {
        if (running) {
            again = true;
            return;
        }
        running = true;
        SyncedTranscript before = session.transcript();
        status.accept(Messages.get("engine.places"));
        jobs.run(
                (progress, cancel) -> engines.place(before, progress, cancel),
                ProgressSink.IGNORE,
                found -> {
                    running = false;
                    if (session.transcript() == before) {
                        session.amend(new ReplaceAll(found));
                        status.accept(Messages.get("engine.placed"));
                    } else if (again) {
                        again = false;
                        place();
                    }
                },
                e -> {
                    running = false;
                    status.accept(Failures.message(e));
                });
    }
}
