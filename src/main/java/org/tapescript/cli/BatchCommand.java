package org.tapescript.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.tapescript.batch.BatchEntry;
import org.tapescript.batch.BatchResult;
import org.tapescript.batch.BatchRun;
import org.tapescript.batch.MalformedManifestException;
import org.tapescript.batch.Manifest;
import org.tapescript.workflow.ImportTranscript;
import org.tapescript.workflow.TapeSync;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tapescript batch}: syncs and exports all tapes of a table. */
@Command(name = "batch", description = "Sync and export all tapes of a table; what was done before is not done again.")
final class BatchCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "MANIFEST",
            description =
                    "CSV with the columns tape and transcript, and if wanted speakers, language, formats and name; several values"
                            + " in a field are separated by semicolons.")
    private Path manifest;

    @Option(names = "-o", paramLabel = "FOLDER", description = "For the results; beside the table if not given.")
    private Path output;

    @Option(names = "--force", description = "Do again what was done before.")
    private boolean force;

    @Option(names = "--no-voices", description = "Leave speakers as the text has them; do not compare voices.")
    private boolean noVoices;

    @Mixin
    private ExportSettings settings;

    BatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, CommandFailedException {
        if (output != null) {
            Target.checkResults(output);
        }
        List<BatchEntry> entries = entries();
        Path folder = output == null
                ? manifest.toAbsolutePath()
                        .resolveSibling(manifest.getFileName().toString().replaceFirst("\\.[^.]+$", "") + "-results")
                : output;
        Target.checkResults(folder);
        List<BatchResult> results = run(entries, folder);
        long failed = results.stream().filter(r -> !r.isDone()).count();
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "%d done, %d failed; see %s",
                        results.size() - failed,
                        failed,
                        folder.resolve("index.html")));
        console.out().flush();
        return failed > 0 ? 1 : 0;
    }

    private List<BatchResult> run(List<BatchEntry> entries, Path folder) throws IOException, CommandFailedException {
        try {
            return syncAll(entries, folder);
        } catch (CancellationException e) {
            throw new CommandFailedException(
                    "Cancelled; tapes that are done stay, and the next run goes on from there");
        }
    }

    private List<BatchResult> syncAll(List<BatchEntry> entries, Path folder) throws IOException {
        return Job.run(
                console,
                (sync, cancel, progress) -> new BatchRun(
                                folder,
                                manifest,
                                settings.options(OptionalDouble.empty()),
                                entry -> sync.run(request(entry), progress, cancel),
                                new Lines())
                        .run(entries, force));
    }

    private TapeSync.Request request(BatchEntry entry) throws IOException {
        return new TapeSync.Request(
                entry.tapes(),
                ImportTranscript.run(entry.transcript(), entry.speakers()),
                TapeSync.basis(entry.language(), false),
                !noVoices,
                entry.speakers());
    }

    private List<BatchEntry> entries() throws IOException, CommandFailedException {
        try {
            return Manifest.read(manifest);
        } catch (MalformedManifestException e) {
            throw new CommandFailedException(e.getMessage());
        } catch (NoSuchFileException e) {
            throw new CommandFailedException("Reading " + manifest + ": there is no such file");
        }
    }

    /** A line a tape. */
    private final class Lines implements BatchRun.Listener {
        private String number = "";

        @Override
        public void begins(BatchEntry entry, int at, int all) {
            number = at + "/" + all;
            console.err().println(number + " " + entry.name() + " ...");
            console.err().flush();
        }

        @Override
        public void ends(BatchResult result, boolean earlier) {
            String how = earlier
                    ? "was done before"
                    : result.isDone()
                            ? String.format(
                                    Locale.ROOT,
                                    "done in %.0f s, %.1f %% of the words placed",
                                    result.seconds(),
                                    100 * result.figures().placedShare())
                            : "failed: " + result.problem();
            console.err().println(number + " " + result.name() + ": " + how);
            console.err().flush();
        }
    }
}
