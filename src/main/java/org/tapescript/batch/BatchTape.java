package org.tapescript.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.Format;
import org.tapescript.format.Formats;
import org.tapescript.project.OpenProject;
import org.tapescript.project.ProjectFile;
import org.tapescript.project.ProjectInUseException;
import org.tapescript.project.ProjectPlace;
import org.tapescript.report.SyncReport;
import org.tapescript.storage.AtomicFile;
import org.tapescript.storage.Checksum;
import org.tapescript.storage.FileNames;
import org.tapescript.workflow.FailureMessage;
import org.tapescript.workflow.Inputs;

/** One tape of an archive: its folder, what lies there, and the work that puts it there. Safe from several threads. */
final class BatchTape {
    static final String INDEX = "index.html";
    private static final String RESULT = "result.json";
    private static final String MADE = "made.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final ExportOptions options;
    private final BatchRun.Sync sync;

    /** @param folder for the results of all tapes */
    BatchTape(Path folder, ExportOptions options, BatchRun.Sync sync) {
        this.folder = folder;
        this.options = options;
        this.sync = sync;
    }

    /** What is read is never written over, whatever entries are called and wherever results go. */
    static void spare(Inputs read, List<Path> written) throws FileSystemException {
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

    /**
     * Refuses to replace what no run has written in a tape's folder, and writes down what this one is about to; a project is taken for a
     * corrected one.
     */
    private void refuseForeign(BatchEntry entry) throws IOException {
        Made made = made(entry);
        boolean ran = Files.exists(own(entry).resolve(MADE))
                || result(entry).filter(BatchResult::isDone).isPresent();
        // Versions before wrote down no files: all that is there is taken for theirs.
        boolean anyFile = ran && made.files() == null;
        Set<String> ours = new TreeSet<>(made.files() == null ? List.of() : made.files());
        for (Path file : outputs(entry)) {
            String name = file.getFileName().toString();
            if (!anyFile && !ours.contains(name) && !file.equals(project(entry))) {
                refuseForeign(file);
            }
            ours.add(name);
        }
        keep(entry, new Made(made.sources(), made.project(), List.copyOf(ours)));
    }

    /** @param file that no earlier run has written */
    static void refuseForeign(Path file) throws FileSystemException {
        if (Files.exists(file)) {
            throw new FileSystemException(
                    file.toString(),
                    null,
                    "it is there already, and is not of an earlier run; give another folder for the results");
        }
    }

    Path own(BatchEntry entry) {
        return folder.resolve(BatchRun.folderName(entry));
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

    /**
     * What the project was made of; kept beside it, whatever becomes of the tape later.
     *
     * @param sources recordings, transcript, and how they were read
     * @param project digest of the project's file as it was written here: it is another once somebody has corrected it
     * @param files names of what runs have written, or were about to; null where that was not written down
     */
    private record Made(String sources, String project, List<String> files) {
        static final Made UNKNOWN = new Made("", "", null);
    }

    private Made made(BatchEntry entry) {
        try {
            return JSON.readValue(own(entry).resolve(MADE).toFile(), Made.class);
        } catch (IOException e) {
            // Versions before wrote none: nobody knows whether that project was corrected.
            return Made.UNKNOWN;
        }
    }

    private void keep(BatchEntry entry, Made made) throws IOException {
        AtomicFile.write(own(entry).resolve(MADE), out -> out.write(JSON.writeValueAsString(made) + "\n"));
    }

    /**
     * What a tape's project says: it is made if there is none, or of something else, or if it is to be made again. One that somebody has
     * corrected is never made anew: what was corrected stays, and the text as it is now is taken into it.
     */
    private SyncedTranscript synced(BatchEntry entry, Inputs read, boolean again) throws IOException {
        Path project = project(entry);
        Made made = made(entry);
        boolean same = made.sources().equals(sources(entry)) && !again;
        try (ProjectPlace place = ProjectPlace.take(project)) {
            spare(read, outputs(entry));
            boolean isThere = isThere(project);
            Optional<SyncedTranscript> untouched = isThere ? untouched(entry, made) : Optional.empty();
            if (untouched.isPresent() && same) {
                return untouched.get();
            }
            if (!isThere || untouched.isPresent()) {
                SyncedTranscript synced = sync.sync(entry);
                place.replace(ProjectFile.of(synced));
                keep(entry, new Made(sources(entry), Checksum.of(Files.readAllBytes(project)), made.files()));
                return synced;
            }
        }
        try (OpenProject corrected = OpenProject.open(project, own(entry))) {
            SyncedTranscript before = corrected.history().current();
            if (same) {
                return before;
            }
            SyncedTranscript synced = sync.again(entry, project, before);
            corrected.save(synced);
            keep(entry, new Made(sources(entry), made.project(), made.files()));
            return synced;
        }
    }

    /** What a project holds if nobody has corrected it since it was made, saved or not. */
    private Optional<SyncedTranscript> untouched(BatchEntry entry, Made made) throws IOException {
        if (!made.project().equals(Checksum.of(Files.readAllBytes(project(entry))))) {
            return Optional.empty();
        }
        OpenProject.View view = OpenProject.view(project(entry), own(entry));
        return view.recovery().steps() == 0 ? Optional.of(view.file().transcript()) : Optional.empty();
    }

    /**
     * Syncs and exports a tape.
     *
     * @param read files that nothing may be written over
     * @param again whether it is synced even if its project is there
     */
    BatchResult run(BatchEntry entry, Inputs read, boolean again) throws IOException {
        String inputs = inputs(entry);
        Path own = own(entry);
        Files.createDirectories(own);
        spare(read, List.of(own.resolve(RESULT), own.resolve(MADE)));
        long begun = System.nanoTime();
        BatchResult result;
        try {
            spare(read, outputs(entry));
            refuseForeign(entry);
            SyncedTranscript synced = synced(entry, read, again);
            for (String name : entry.formats()) {
                Format format = Formats.writable(name).orElseThrow();
                AtomicFile.writeBytes(export(entry, name), out -> format.write(synced, options, out));
            }
            SyncReport report = SyncReport.of(new TranscriptIndex(synced));
            AtomicFile.write(
                    own.resolve(INDEX), out -> new TapePage(entry, synced, report, Locale.getDefault()).write(out));
            result = new BatchResult(
                    entry.name(), inputs, null, seconds(begun), BatchResult.Figures.of(report, synced.seconds()));
        } catch (ProjectInUseException e) {
            // How it went is said by whoever is at work on it.
            return new BatchResult(entry.name(), inputs, FailureMessage.of(e), seconds(begun), null);
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException | VirtualMachineError e) {
            // Whatever is the matter with this tape, the next ones are not to suffer for it.
            result = new BatchResult(entry.name(), inputs, FailureMessage.of(e), seconds(begun), null);
        }
        return keep(entry, result);
    }

    private BatchResult keep(BatchEntry entry, BatchResult result) throws IOException {
        AtomicFile.write(own(entry).resolve(RESULT), out -> out.write(JSON.writeValueAsString(result) + "\n"));
        return result;
    }

    /** Says of a tape that it failed, for whoever worked on it no longer can. */
    BatchResult fail(BatchEntry entry, String problem, double seconds) throws IOException {
        Files.createDirectories(own(entry));
        return keep(entry, new BatchResult(entry.name(), inputs(entry), problem, seconds, null));
    }

    /** Forgets how a tape went before. */
    void forget(BatchEntry entry) throws IOException {
        Files.deleteIfExists(own(entry).resolve(RESULT));
    }

    /** How a tape went, as was written down last. */
    Optional<BatchResult> result(BatchEntry entry) {
        try {
            return Optional.of(JSON.readValue(own(entry).resolve(RESULT).toFile(), BatchResult.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static double seconds(long since) {
        return Math.round((System.nanoTime() - since) / 1e8) / 10.0;
    }

    static List<Path> files(BatchEntry entry) {
        List<Path> files = new ArrayList<>(entry.tapes());
        files.add(entry.transcript());
        return files;
    }

    private String inputs(BatchEntry entry) {
        return sources(entry) + entry.formats() + options;
    }

    private static String sources(BatchEntry entry) {
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
        return text.append(entry.speakers()).append(entry.language()).toString();
    }

    /** How a tape went in an earlier run, if it was done of the same files, all that it left is there, and nobody has corrected it since. */
    Optional<BatchResult> earlier(BatchEntry entry) {
        String inputs = inputs(entry);
        return result(entry)
                .filter(r -> r.isDone()
                        && r.inputs().equals(inputs)
                        && outputs(entry).stream().allMatch(f -> isThere(f) && isUpToDate(f, project(entry))));
    }

    private static boolean isUpToDate(Path file, Path project) {
        try {
            return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(project)) >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isThere(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
