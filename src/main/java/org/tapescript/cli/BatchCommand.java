package org.tapescript.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.tapescript.align.LongTextAligner;
import org.tapescript.audio.RecordingCache;
import org.tapescript.batch.BatchEntry;
import org.tapescript.batch.BatchResult;
import org.tapescript.batch.BatchRun;
import org.tapescript.batch.MalformedManifestException;
import org.tapescript.batch.Manifest;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.language.LanguagePack;
import org.tapescript.language.LanguagePacks;
import org.tapescript.workflow.ImportTranscript;
import org.tapescript.workflow.PlaceTranscript;
import org.tapescript.workflow.SyncTape;
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

    private LanguagePack language;

    BatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, CommandFailedException {
        List<BatchEntry> entries = entries();
        Path folder = output == null
                ? manifest.toAbsolutePath()
                        .resolveSibling(manifest.getFileName().toString().replaceFirst("\\.[^.]+$", "") + "-results")
                : output;
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
                (cache, cancel, progress) -> new BatchRun(
                                folder,
                                settings.options(OptionalDouble.empty()),
                                entry -> entry.language().equals(LanguagePacks.NONE)
                                        ? place(entry, cache, progress, cancel)
                                        : new SyncTape(cache, console.places().voices(), new LongTextAligner())
                                                .run(
                                                        new SyncTape.Request(
                                                                entry.tapes(),
                                                                ImportTranscript.run(
                                                                        entry.transcript(), entry.speakers()),
                                                                language(entry.language()),
                                                                List.of(),
                                                                !noVoices,
                                                                entry.speakers()),
                                                        progress,
                                                        cancel),
                                new Lines())
                        .run(entries, force));
    }

    /** A tape in a language without a model: its transcript is a translation. */
    private SyncedTranscript place(
            BatchEntry entry, RecordingCache cache, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        return console.places()
                .placing(cache)
                .run(
                        new PlaceTranscript.Request(
                                entry.tapes(),
                                ImportTranscript.run(entry.transcript(), entry.speakers()),
                                entry.language(),
                                console.places().languages().ears(entry.language()),
                                entry.speakers()),
                        progress,
                        cancel);
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

    /** Loaded once for tapes that follow each other. */
    private LanguagePack language(String tag) throws IOException {
        if (language == null || !language.tag().equals(tag)) {
            language = console.places().languages().load(tag);
        }
        return language;
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
