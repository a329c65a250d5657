package org.tapescript.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tapescript.batch.BatchEntry;
import org.tapescript.batch.BatchResult;
import org.tapescript.batch.BatchRun;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.workflow.Places;
import org.tapescript.workflow.TapeSync;
import picocli.CommandLine;

/**
 * What {@code tapescript batch} does, in steps for whoever spreads tapes over computers. All calls share one {@link TapeSync}, so that a
 * language is loaded once. Safe from several threads.
 */
public final class BatchWorker {
    private final Console console;
    private final TapeSync sync;

    public BatchWorker(Places places) {
        PrintWriter nobody = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        this.sync = new TapeSync(places);
        this.console = new Console(nobody, nobody, false, places, opening -> 1, () -> sync);
    }

    private BatchCommand command(List<String> arguments) {
        BatchCommand command = new BatchCommand(console);
        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments.toArray(new String[0]));
        return command;
    }

    private BatchRun run(BatchCommand command) {
        return command.batch(sync, CancellationToken.none(), ProgressSink.IGNORE);
    }

    /**
     * The tapes of a manifest.
     *
     * @param arguments of {@code tapescript batch}
     * @return a tape each: its folder among the results, its transcript, its recordings
     */
    public List<List<String>> plan(List<String> arguments) throws IOException {
        BatchCommand command = command(arguments);
        List<List<String>> plan = new ArrayList<>();
        for (BatchEntry entry : entries(command)) {
            List<String> one = new ArrayList<>(List.of(BatchRun.folderName(entry)));
            one.add(entry.transcript().toString());
            entry.tapes().stream().map(Path::toString).forEach(one::add);
            plan.add(one);
        }
        return plan;
    }

    /**
     * Does a tape, if it was not done before.
     *
     * @param number from 1
     * @return why it failed; empty if it did not
     */
    public String tape(List<String> arguments, int number) throws IOException {
        BatchCommand command = command(arguments);
        List<BatchEntry> entries = entries(command);
        BatchRun run = run(command);
        if (!command.again() && run.isDone(entries.get(number - 1))) {
            return "";
        }
        BatchResult result = run.tape(entries, number - 1, command.again());
        return result.isDone() ? "" : result.problem();
    }

    /** Says of a tape that it failed, for whoever worked on it no longer can. */
    public void fail(List<String> arguments, int number, String problem) throws IOException {
        BatchCommand command = command(arguments);
        run(command).fail(entries(command).get(number - 1), problem);
    }

    /**
     * Writes the summary by what tapes' folders say.
     *
     * @param jobs that went on at the same time
     * @return how many are done, how many have failed
     */
    public List<Integer> summary(List<String> arguments, int jobs) throws IOException {
        BatchCommand command = command(arguments);
        List<BatchResult> results = run(command).summary(entries(command), jobs);
        int done = (int) results.stream().filter(BatchResult::isDone).count();
        return List.of(done, results.size() - done);
    }

    private static List<BatchEntry> entries(BatchCommand command) throws IOException {
        try {
            return command.entries();
        } catch (CommandFailedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
