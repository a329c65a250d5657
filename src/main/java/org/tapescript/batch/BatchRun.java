package org.tapescript.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.Format;
import org.tapescript.format.Formats;
import org.tapescript.format.TableCell;
import org.tapescript.project.OpenProject;
import org.tapescript.project.ProjectFile;
import org.tapescript.report.SyncReport;
import org.tapescript.storage.AtomicFile;
import org.tapescript.storage.FileNames;
import org.tapescript.workflow.FailureMessage;
import org.tapescript.workflow.Inputs;

/**
 * Runs an archive, tape by tape: one that fails does not stop the rest, one that was done is not done again as long as its files and
 * what is asked for are the same. Each has a folder of its own with project, exports and page; above them a table and a page of all.
 */
public final class BatchRun {
    private static final String RESULT = "result.json";
    private static final String INDEX = "index.html";
    private static final String SUMMARY = "summary.csv";

    /** Syncs a tape. */
    @FunctionalInterface
    public interface Sync {
        SyncedTranscript sync(BatchEntry entry) throws IOException;
    }

    /** Is told how it goes. */
    public interface Listener {
        void begins(BatchEntry entry, int number, int all);

        /** @param earlier whether it was done in an earlier run */
        void ends(BatchResult result, boolean earlier);
    }

    private final Path folder;
    private final Path table;
    private final ExportOptions options;
    private final Sync sync;
    private final Listener listener;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param folder for the results; made if it is not there
     * @param table that the entries were read from
     */
    public BatchRun(Path folder, Path table, ExportOptions options, Sync sync, Listener listener) {
        this.folder = folder;
        this.table = table;
        this.options = options;
        this.sync = sync;
        this.listener = listener;
    }

    /**
     * @param again whether what was done before is done again
     * @throws IOException if the folder cannot be written to; all else is a result
     */
    public List<BatchResult> run(List<BatchEntry> entries, boolean again) throws IOException {
        Files.createDirectories(folder);
        Inputs read = new Inputs().add(List.of(table));
        entries.forEach(e -> read.add(files(e)));
        spare(read, List.of(folder.resolve(SUMMARY), folder.resolve(INDEX)));
        List<BatchResult> results = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            BatchEntry entry = entries.get(i);
            listener.begins(entry, i + 1, entries.size());
            String inputs = inputs(entry);
            Optional<BatchResult> earlier = again ? Optional.empty() : earlier(entry, inputs);
            BatchResult result = earlier.isPresent() ? earlier.get() : one(entry, inputs, read);
            listener.ends(result, earlier.isPresent());
            results.add(result);
            summary(results);
        }
        return results;
    }

    /** What is read is never written over, whatever entries are called and wherever results go. */
    private static void spare(Inputs read, List<Path> written) throws FileSystemException {
        for (Path file : written) {
            Optional<Path> same = read.at(file);
            if (same.isPresent()) {
                throw new FileSystemException(
                        file.toString(),
                        null,
                        "that is " + same.get()
                                + ", which is read here and would be lost; give another name or folder");
            }
        }
    }

    private Path own(BatchEntry entry) {
        return folder.resolve(FileNames.fit(entry.name(), ""));
    }

    private Path project(BatchEntry entry) {
        return own(entry).resolve(FileNames.fit(entry.name(), ".tapescript"));
    }

    private Path export(BatchEntry entry, String name) {
        Format format = Formats.writable(name).orElseThrow();
        // Formats of one extension are told apart by their names.
        String suffix = format.name().equalsIgnoreCase(format.extension()) ? "" : "." + format.extension();
        return own(entry).resolve(FileNames.fit(entry.name(), "." + name + suffix));
    }

    /** All that an entry that is done has left behind. */
    private List<Path> outputs(BatchEntry entry) {
        List<Path> files = new ArrayList<>(List.of(project(entry), own(entry).resolve(INDEX)));
        entry.formats().forEach(name -> files.add(export(entry, name)));
        return files;
    }

    private BatchResult one(BatchEntry entry, String inputs, Inputs read) throws IOException {
        Path own = own(entry);
        Files.createDirectories(own);
        spare(read, List.of(own.resolve(RESULT)));
        long begun = System.nanoTime();
        BatchResult result;
        try {
            spare(read, outputs(entry));
            SyncedTranscript synced = sync.sync(entry);
            OpenProject.replace(project(entry), ProjectFile.of(synced));
            for (String name : entry.formats()) {
                Format format = Formats.writable(name).orElseThrow();
                AtomicFile.writeBytes(export(entry, name), out -> format.write(synced, options, out));
            }
            SyncReport report = SyncReport.of(new TranscriptIndex(synced));
            AtomicFile.write(own.resolve(INDEX), out -> new TapePage(entry, synced, report).write(out));
            result = new BatchResult(
                    entry.name(), inputs, null, seconds(begun), BatchResult.Figures.of(report, synced.seconds()));
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException | VirtualMachineError e) {
            // Whatever is the matter with this tape, the next ones are not to suffer for it.
            result = new BatchResult(entry.name(), inputs, FailureMessage.of(e), seconds(begun), null);
        }
        BatchResult written = result;
        AtomicFile.write(own.resolve(RESULT), out -> out.write(json.writeValueAsString(written) + "\n"));
        return result;
    }

    private static double seconds(long since) {
        return Math.round((System.nanoTime() - since) / 1e8) / 10.0;
    }

    private static List<Path> files(BatchEntry entry) {
        List<Path> files = new ArrayList<>(entry.tapes());
        files.add(entry.transcript());
        return files;
    }

    private String inputs(BatchEntry entry) {
        StringBuilder text = new StringBuilder();
        for (Path file : files(entry)) {
            text.append(file).append(' ');
            try {
                text.append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file));
            } catch (IOException e) {
                text.append("missing");
            }
            text.append('\n');
        }
        return text.append(entry.speakers())
                .append(entry.language())
                .append(entry.formats())
                .append(options)
                .toString();
    }

    private Optional<BatchResult> earlier(BatchEntry entry, String inputs) {
        try {
            BatchResult result = json.readValue(own(entry).resolve(RESULT).toFile(), BatchResult.class);
            return Optional.of(result)
                    .filter(r -> r.isDone()
                            && r.inputs().equals(inputs)
                            && outputs(entry).stream().allMatch(BatchRun::isThere));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isThere(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void summary(List<BatchResult> results) throws IOException {
        AtomicFile.write(folder.resolve(SUMMARY), out -> {
            CsvMapper mapper = new CsvMapper();
            mapper.disable(com.fasterxml.jackson.core.JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
            List.of(
                            "name",
                            "state",
                            "minutes",
                            "words",
                            "placed",
                            "not found",
                            "untranscribed seconds",
                            "spots",
                            "unsure speakers",
                            "seconds",
                            "problem")
                    .forEach(schema::addColumn);
            try (SequenceWriter rows = mapper.writer(schema.build()).writeValues(out)) {
                for (BatchResult r : results) {
                    rows.write(row(r));
                }
            }
        });
        AtomicFile.write(folder.resolve(INDEX), out -> new BatchPage(results).write(out));
    }

    private static List<String> row(BatchResult r) {
        BatchResult.Figures f = r.figures();
        return f == null
                ? List.of(
                        TableCell.of(r.name()),
                        "failed",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        String.valueOf(r.seconds()),
                        TableCell.of(r.problem()))
                : List.of(
                        TableCell.of(r.name()),
                        "done",
                        String.format(Locale.ROOT, "%.1f", f.minutes()),
                        String.valueOf(f.words()),
                        String.format(Locale.ROOT, "%.4f", f.placedShare()),
                        String.valueOf(f.notFound()),
                        String.format(Locale.ROOT, "%.1f", f.untranscribedSeconds()),
                        String.valueOf(f.spots()),
                        String.valueOf(f.unsureSpeakers()),
                        String.valueOf(r.seconds()),
                        "");
    }
}
