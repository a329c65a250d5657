package org.tapescript.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.tapescript.batch.BatchEntry;
import org.tapescript.batch.BatchResult;
import org.tapescript.batch.BatchRun;
import org.tapescript.batch.MalformedManifestException;
import org.tapescript.batch.Manifest;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.workflow.FindRecordings;
import org.tapescript.workflow.ImportTranscript;
import org.tapescript.workflow.TapeSync;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Option(names = "--force", description = "Do again what was done before; what was corrected stays.")
    private boolean force;

    @Option(names = "--no-voices", description = "Leave speakers as the text has them; do not compare voices.")
    private boolean noVoices;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many tapes are worked on at the same time, each by a program of its own.")
    private int jobs;

    @Option(
            names = "--cost",
            paramLabel = "N",
            description = "What an hour of this computer costs; statistics then say what was and will be spent.")
    private Double cost;

    @Option(names = "--only", hidden = true, description = "Do the tape of this number alone, and no summary.")
    private Integer only;

    @Mixin
    private ExportSettings settings;

    @Spec
    private CommandSpec spec;

    BatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, CommandFailedException {
        if (output != null) {
            Target.checkResults(output);
        }
        List<BatchEntry> entries = entries();
        Path folder = folder();
        Target.checkResults(folder);
        if (jobs < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--jobs needs a number of at least 1");
        }
        if (only == null) {
            sayTwice(entries);
        }
        List<BatchResult> results = run(entries, folder);
        long failed = results.stream().filter(r -> !r.isDone()).count();
        if (only == null) {
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%d done, %d failed; see %s",
                            results.size() - failed,
                            failed,
                            folder.resolve("index.html")));
            console.out().flush();
        }
        return failed > 0 ? 1 : 0;
    }

    private Path folder() {
        return output == null
                ? manifest.toAbsolutePath()
                        .resolveSibling(manifest.getFileName().toString().replaceFirst("\\.[^.]+$", "") + "-results")
                : output;
    }

    private List<BatchResult> run(List<BatchEntry> entries, Path folder) throws IOException, CommandFailedException {
        try {
            return Job.run(console, (sync, cancel, progress) -> {
                BatchRun run = batch(sync, cancel, progress);
                if (only != null) {
                    ChildPrograms.endWithCaller(cancel);
                    return List.of(run.tape(entries, only - 1, force));
                }
                if (jobs == 1) {
                    return run.run(entries, force);
                }
                sayMemory();
                ChildPrograms children = new ChildPrograms(arguments(), jobs, cancel);
                return run.run(entries, force, jobs, (number, entry) -> children.run(number));
            });
        } catch (CancellationException e) {
            throw new CommandFailedException(
                    "Cancelled; tapes that are done stay, and the next run goes on from there");
        }
    }

    /** Does tapes, and keeps and says how they went. */
    BatchRun batch(TapeSync sync, CancellationToken cancel, ProgressSink progress) {
        return new BatchRun(
                        folder(),
                        manifest,
                        settings.options(OptionalDouble.empty()),
                        new BatchRun.Sync() {
                            @Override
                            public SyncedTranscript sync(BatchEntry entry) throws IOException {
                                return sync.run(request(entry), progress, cancel);
                            }

                            @Override
                            public SyncedTranscript again(BatchEntry entry, Path project, SyncedTranscript corrected)
                                    throws IOException {
                                return sync.again(corrected, request(entry, project, corrected), progress, cancel);
                            }
                        },
                        new Lines())
                .withPrice(cost == null ? OptionalDouble.empty() : OptionalDouble.of(cost));
    }

    boolean again() {
        return force;
    }

    private List<String> arguments() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    /** A tape may have several texts, but a slip of the hand in the table looks the same. */
    private void sayTwice(List<BatchEntry> entries) {
        Map<Path, List<Integer>> lines = new LinkedHashMap<>();
        for (BatchEntry entry : entries) {
            entry.tapes()
                    .forEach(t -> lines.computeIfAbsent(t.normalize(), p -> new ArrayList<>())
                            .add(entry.line()));
        }
        lines.forEach((tape, in) -> {
            if (in.size() > 1) {
                console.err()
                        .println(tape + " is listed " + in.size() + " times, in lines "
                                + in.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            }
        });
        console.err().flush();
    }

    private void sayMemory() {
        long each = Runtime.getRuntime().maxMemory() >> 20;
        console.err()
                .println(jobs + " tapes at the same time, each in up to " + each + " MB of memory: " + jobs * each
                        + " MB in all");
        console.err().flush();
    }

    private TapeSync.Request request(BatchEntry entry) throws IOException {
        return new TapeSync.Request(
                entry.tapes(),
                ImportTranscript.run(entry.transcript(), entry.speakers()),
                TapeSync.basis(entry.language(), false),
                !noVoices,
                entry.speakers());
    }

    /** For a tape whose project was corrected; in the language that it was synced in. */
    private TapeSync.Request request(BatchEntry entry, Path project, SyncedTranscript corrected) throws IOException {
        return TapeSync.Request.of(corrected, FindRecordings.run(project, corrected.recordings(), entry.tapes()))
                .withTranscript(ImportTranscript.run(entry.transcript(), entry.speakers()))
                .withVoices(!noVoices)
                .withSpeakers(entry.speakers());
    }

    List<BatchEntry> entries() throws IOException, CommandFailedException {
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
        @Override
        public void begins(BatchEntry entry, int number, int all) {
            say(number + "/" + all + " " + entry.name() + " ...");
        }

        @Override
        public void ends(BatchResult result, int number, int all, boolean earlier) {
            String how = earlier
                    ? "was done before"
                    : result.isDone()
                            ? String.format(
                                    Locale.ROOT,
                                    "done in %.0f s, %.1f %% of the words placed",
                                    result.seconds(),
                                    100 * result.figures().placedShare())
                            : "failed: " + result.problem();
            say(number + "/" + all + " " + result.name() + ": " + how);
        }

        private void say(String line) {
            synchronized (console) {
                console.err().println(line);
                console.err().flush();
            }
        }
    }
}
