package org.tapescript.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;

/** Files that are being read and must not be overwritten, whatever name or link leads to them. */
public final class Inputs {
    private final Map<Object, Path> byIdentity = new HashMap<>();

    /** What is not there cannot be written over. */
    public Inputs add(Collection<Path> files) {
        for (Path file : files) {
            identity(file).ifPresent(i -> byIdentity.putIfAbsent(i, file));
        }
        return this;
    }

    /** A project, and its recordings and transcript where they may lie. */
    public static List<Path> ofProject(Path project, SyncedTranscript content) {
        Set<Path> files = new LinkedHashSet<>(List.of(project));
        String transcript = content.transcript().name();
        addBeside(files, project, transcript);
        for (Recording recording : content.recordings()) {
            try {
                Path was = Path.of(recording.path());
                files.add(was);
                addBeside(files, was, transcript);
                if (was.getFileName() != null) {
                    addBeside(files, project, was.getFileName().toString());
                }
            } catch (InvalidPathException e) {
                // What no path names cannot be written over.
            }
        }
        return new ArrayList<>(files);
    }

    /**
     * Whether a file is the transcript that a project was made of, wherever it lies: it has its name and its text.
     *
     * @param content of the project
     */
    public static boolean isTranscript(Path file, SyncedTranscript content) {
        Path name = file.getFileName();
        if (name == null || !name.toString().equals(content.transcript().name()) || !Files.isRegularFile(file)) {
            return false;
        }
        String printed = content.notes()
                .corrections()
                .printed()
                .orElse(content.transcript().text());
        try {
            return ImportTranscript.run(file, List.of()).text().equals(printed);
        } catch (IOException e) {
            return false;
        }
    }

    private static void addBeside(Set<Path> files, Path file, String name) {
        try {
            files.add(file.toAbsolutePath().resolveSibling(name));
        } catch (InvalidPathException e) {
            // The name that a file had on another system names none here.
        }
    }

    /** The input that a file is. */
    public Optional<Path> at(Path file) {
        return identity(file).map(byIdentity::get);
    }

    /** The file itself where the system tells (a hard link is the same), else its real name. */
    private static Optional<Object> identity(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Optional.of(key == null ? file.toRealPath() : key);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
