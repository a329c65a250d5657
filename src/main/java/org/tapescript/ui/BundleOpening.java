package org.tapescript.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tapescript.job.JobRunner;
import org.tapescript.job.ProgressSink;
import org.tapescript.workflow.UnpackBundle;

/** Comes to the project in a bundle beside the window: asks where it is to be unpacked, unless it was before. */
final class BundleOpening {
    private final JobRunner jobs;
    private final OpeningView page;
    private final Function<Path, Optional<Path>> askWhere;

    /**
     * @param page shows how far unpacking is
     * @param askWhere asks in which folder the one that is suggested shall be made; nothing if the user gives up
     */
    BundleOpening(JobRunner jobs, OpeningView page, Function<Path, Optional<Path>> askWhere) {
        this.jobs = jobs;
        this.page = page;
        this.askWhere = askWhere;
    }

    /** @param left called if the user gives up */
    void open(Path bundle, Consumer<Path> opened, Runnable left, Consumer<Throwable> failed) {
        Path beside = bundle.toAbsolutePath().getParent();
        at(bundle, beside, failed, place -> {
            if (place.isThere()) {
                opened.accept(place.project());
                return;
            }
            Optional<Path> parent = askWhere.apply(place.folder());
            if (parent.isEmpty()) {
                left.run();
            } else {
                at(bundle, parent.get(), failed, chosen -> unpack(bundle, chosen, opened, failed));
            }
        });
    }

    private void at(Path bundle, Path parent, Consumer<Throwable> failed, Consumer<UnpackBundle.Place> found) {
        jobs.run((sink, cancel) -> UnpackBundle.place(bundle, parent), ProgressSink.IGNORE, found, failed);
    }

    private void unpack(Path bundle, UnpackBundle.Place place, Consumer<Path> opened, Consumer<Throwable> failed) {
        jobs.run(
                (sink, cancel) -> {
                    UnpackBundle.run(bundle, place, share -> sink.progress("Unpacking", share, 1), cancel);
                    return place.project();
                },
                (phase, at, all) -> page.unpacking(at / all, place.folder()),
                opened,
                failed);
    }
}
