package org.tapescript.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.format.ExportOptions;
import org.tapescript.storage.FileNames;
import org.tapescript.workflow.Inputs;

/**
 * Runs an archive, tape by tape: one that fails does not stop the rest, one that was done is not done again as long as its files and
 * what is asked for are the same. Each has a folder of its own with project, exports and page; above them tables and a page of all.
 */
public final class BatchRun {
    /** Syncs tapes. */
    public interface Sync {
        SyncedTranscript sync(BatchEntry entry) throws IOException;

        /** Syncs a tape again, with the text as it is now. @param corrected what somebody made of its project, and keeps */
        SyncedTranscript again(BatchEntry entry, Path project, SyncedTranscript corrected) throws IOException;
    }

    /** Has a tape done elsewhere, by {@link BatchRun#tape} there. */
    @FunctionalInterface
    public interface Elsewhere {
        /** @return what went wrong, if the tape's folder does not say how it went */
        String run(int number, BatchEntry entry) throws IOException;
    }

    /** Is told how it goes; from several threads at a time if there are several jobs. */
    public interface Listener {
        void begins(BatchEntry entry, int number, int all);

        /** @param earlier whether it was done in an earlier run */
        void ends(BatchResult result, int number, int all, boolean earlier);
    }

    private final Path folder;
    private final Path table;
    private final BatchTape tape;
    private final Listener listener;
    private OptionalDouble price = OptionalDouble.empty();

    /**
     * @param folder for the results; made if it is not there
     * @param table that the entries were read from
     */
    public BatchRun(Path folder, Path table, ExportOptions options, Sync sync, Listener listener) {
        this.folder = folder;
        this.table = table;
        this.tape = new BatchTape(folder, options, sync);
        this.listener = listener;
    }

    /** The folder of a tape's results, below that of all. */
    public static String folderName(BatchEntry entry) {
        return FileNames.fit(entry.name(), "");
    }

    /** @param hour what an hour of the computer costs, to be reckoned with */
    public BatchRun withPrice(OptionalDouble hour) {
        price = hour;
        return this;
    }

    /**
     * Does one tape after another, here.
     *
     * @param again whether what was done before is done again
     * @throws IOException if the folder cannot be written to; all else is a result
     */
    public List<BatchResult> run(List<BatchEntry> entries, boolean again) throws IOException {
        Inputs read = begin(entries);
        BatchResult[] results = new BatchResult[entries.size()];
        for (int i = 0; i < results.length; i++) {
            BatchEntry entry = entries.get(i);
            one(entries, i, again, 1, results, () -> tape.run(entry, read, again));
        }
        return List.of(results);
    }

    /**
     * Has several tapes done at the same time, elsewhere; results are in the order of the entries all the same.
     *
     * @throws IOException as {@link #run(List, boolean)}
     */
    public List<BatchResult> run(List<BatchEntry> entries, boolean again, int jobs, Elsewhere elsewhere)
            throws IOException {
        begin(entries);
        BatchResult[] results = new BatchResult[entries.size()];
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < results.length; i++) {
                int number = i;
                all.add(pool.submit(() -> {
                    one(entries, number, again, jobs, results, () -> elsewhere(entries.get(number), number, elsewhere));
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw e.getCause() instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        } finally {
            pool.shutdownNow();
        }
        return List.of(results);
    }

    /** Does one tape here and writes nothing about the whole. @param again whether what was done before is done again */
    public BatchResult tape(List<BatchEntry> entries, int index, boolean again) throws IOException {
        return tape.run(entries.get(index), begin(entries), again);
    }

    /** Writes table, statistics and page by what the tapes' folders say; what a folder does not say is left. */
    public List<BatchResult> summary(List<BatchEntry> entries, int jobs) throws IOException {
        begin(entries);
        BatchResult[] results = new BatchResult[entries.size()];
        for (int i = 0; i < results.length; i++) {
            results[i] = tape.result(entries.get(i)).orElse(null);
        }
        return summary(entries, results, jobs);
    }

    /** Says of a tape that it failed, for whoever worked on it no longer can. */
    public void fail(BatchEntry entry, String problem) throws IOException {
        tape.fail(entry, problem, 0);
    }

    /** Whether a tape need not be done again. */
    public boolean isDone(BatchEntry entry) {
        return tape.earlier(entry).isPresent();
    }

    private Inputs begin(List<BatchEntry> entries) throws IOException {
        Files.createDirectories(folder);
        Inputs read = new Inputs().add(List.of(table));
        entries.forEach(e -> read.add(BatchTape.files(e)));
        BatchTape.spare(read, BatchSummary.files(folder));
        BatchSummary.checkOwn(folder);
        return read;
    }

    /** Does a tape's work. */
    private interface Work {
        BatchResult run() throws IOException;
    }

    private void one(List<BatchEntry> entries, int i, boolean again, int jobs, BatchResult[] results, Work work)
            throws IOException {
        listener.begins(entries.get(i), i + 1, results.length);
        Optional<BatchResult> earlier = again ? Optional.empty() : tape.earlier(entries.get(i));
        BatchResult result = earlier.isPresent() ? earlier.get() : work.run();
        listener.ends(result, i + 1, results.length, earlier.isPresent());
        synchronized (results) {
            results[i] = result;
            summary(entries, results, jobs);
        }
    }

    private BatchResult elsewhere(BatchEntry entry, int i, Elsewhere elsewhere) throws IOException {
        long begun = System.nanoTime();
        tape.forget(entry);
        String problem = elsewhere.run(i + 1, entry);
        Optional<BatchResult> result = tape.result(entry);
        return result.isPresent() ? result.get() : tape.fail(entry, problem, BatchTape.seconds(begun));
    }

    private List<BatchResult> summary(List<BatchEntry> entries, BatchResult[] results, int jobs) throws IOException {
        List<BatchResult> there =
                Arrays.stream(results).filter(Objects::nonNull).toList();
        new BatchSummary(folder, there, BatchStatistics.of(entries, there, jobs, price)).write();
        return there;
    }
}
