package org.tapescript.ui.mainwindow;

import java.io.IOException;
import java.util.function.Consumer;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.session.Placer;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.Messages;

/**
 * Places a translation's sentences anew, and says in the status bar what is going on.
 *
 * @param status told what is going on
 */
record LocalPlacement(WholeTape whole, Consumer<String> status) implements Placer {
    @Override
    public SyncedTranscript run(SyncedTranscript before, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        return whole.align(before, progress, cancel);
    }

    @Override
    public void begun() {
        status.accept(Messages.get("engine.places"));
    }

    @Override
    public void done() {
        status.accept(Messages.get("engine.placed"));
    }

    @Override
    public void failed(Throwable e) {
        status.accept(Failures.message(e));
    }
}
