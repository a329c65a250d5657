package org.tapescript.session;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.tapescript.job.JobRunner;
import org.tapescript.job.ProgressSink;
import org.tapescript.project.OpenProject;

/**
 * Saves a project beside the window, one time after another: a disk may be slow, and edits go on meanwhile. Used on the window's thread
 * alone.
 */
final class SaveQueue {
    /** @param to another name to save under */
    private record Wish(Optional<Path> to, Runnable done, Consumer<Throwable> failed) {}

    private final OpenProject door;
    private final Runnable beginning;
    private final Runnable ended;
    private final JobRunner files;
    private final Deque<Wish> wishes = new ArrayDeque<>();
    private Optional<OpenProject.Saving> saving = Optional.empty();

    /**
     * @param files runs what is written; must last longer than this
     * @param beginning told just before a state is saved
     * @param ended told when that is over, in whichever way
     */
    SaveQueue(OpenProject door, JobRunner files, Runnable beginning, Runnable ended) {
        this.door = door;
        this.files = files;
        this.beginning = beginning;
        this.ended = ended;
    }

    void save(Optional<Path> to, Runnable done, Consumer<Throwable> failed) {
        wishes.add(new Wish(to, done, failed));
        if (saving.isEmpty()) {
            next();
        }
    }

    private void next() {
        Wish wish = wishes.poll();
        if (wish == null) {
            return;
        }
        beginning.run();
        OpenProject.Saving begun = wish.to().map(door::beginSavingAs).orElseGet(door::beginSaving);
        saving = Optional.of(begun);
        files.run(
                (progress, cancel) -> {
                    begun.write();
                    return begun;
                },
                ProgressSink.IGNORE,
                written -> end(begun, wish.done()),
                e -> end(begun, () -> wish.failed().accept(e)));
    }

    private void end(OpenProject.Saving begun, Runnable answer) {
        begun.end();
        saving = Optional.empty();
        ended.run();
        answer.run();
        next();
    }

    /** Waits for what is being saved; what waits behind it is not saved. */
    void close() {
        wishes.clear();
        saving.ifPresent(OpenProject.Saving::end);
    }
}
