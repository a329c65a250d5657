package org.tapescript.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder of what can be made again, which its owner alone may read. When it holds more than its limit, the entries that were not used
 * for longest go; an entry is all files whose names are alike up to the first dot or hyphen. What was used within the last hour stays
 * even then: somebody may be reading it. Files are there whole or not at all, but are not forced onto the disk: whoever reads one
 * checks it, and calls {@link #drop} for a damaged entry. Thread-safe; several processes may share a folder.
 */
public final class CacheFolder {
    /** A hundred hours of stereo tape, decoded. */
    public static final long DEFAULT_LIMIT = 32L << 30;

    private static final Duration IN_USE = Duration.ofHours(1);
    private static final Pattern ENTRY = Pattern.compile("[^.-]+");

    private final Path folder;
    private final long limit;

    public CacheFolder(Path folder) {
        this(folder, DEFAULT_LIMIT);
    }

    /** @param folder made when it is needed @param limit in bytes */
    public CacheFolder(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    private void prepare() throws IOException {
        Modes.privateFolder(folder);
        Leftovers.sweep(folder);
    }

    /** Where a file of this name is or would be. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** A file if it is there; its whole entry counts as used now. */
    public Optional<Path> find(String name) {
        Leftovers.sweep(folder);
        Path file = file(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        touch(file);
        return Optional.of(file);
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // It may go sooner, and be made again.
        }
    }

    /** Keeps a file, in place of one of that name. */
    public Path write(String name, AtomicFile.Bytes content) throws IOException {
        try (Scratch scratch = scratch(entry(name))) {
            try (OutputStream out = new BufferedOutputStream(scratch.output(), 1 << 16)) {
                content.write(out);
            }
            return keep(scratch, name);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw FileFailure.of(e, folder);
        }
    }

    /** A temporary file, for what is made little by little; to be closed whether it was kept or not. */
    public Scratch scratch(String purpose) throws IOException {
        prepare();
        return Scratch.in(folder, purpose);
    }

    /** Gives a temporary file of this folder its name, in place of a file that has it. */
    public Path keep(Scratch scratch, String name) throws IOException {
        Path file = file(name);
        Files.move(scratch.path(), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        trim();
        return file;
    }

    /** Removes an entry, as one that turned out to be damaged. @param name of any of its files */
    public void drop(String name) throws IOException {
        for (Path file : files()) {
            if (entry(file.getFileName().toString()).equals(entry(name))) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> files() throws IOException {
        List<Path> result = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                if (Files.isRegularFile(file) && !file.toString().endsWith(".tmp")) {
                    result.add(file);
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return result;
    }

    private static String entry(String name) {
        Matcher matcher = ENTRY.matcher(name);
        return matcher.lookingAt() ? matcher.group() : name;
    }

    private static final class Entry {
        final List<Path> files = new ArrayList<>();
        long bytes;
        Instant used = Instant.MIN;
    }

    /** Removes what was not used for longest until the rest is within the limit. */
    private void trim() throws IOException {
        Map<String, Entry> entries = new HashMap<>();
        long all = 0;
        for (Path file : files()) {
            BasicFileAttributes attributes;
            try {
                attributes = Files.readAttributes(file, BasicFileAttributes.class);
            } catch (NoSuchFileException e) {
                // Another process was faster.
                continue;
            }
            Entry entry = entries.computeIfAbsent(entry(file.getFileName().toString()), name -> new Entry());
            entry.files.add(file);
            entry.bytes += attributes.size();
            Instant used = attributes.lastModifiedTime().toInstant();
            entry.used = used.isAfter(entry.used) ? used : entry.used;
            all += attributes.size();
        }
        Instant inUse = Instant.now().minus(IN_USE);
        List<Entry> oldest = new ArrayList<>(entries.values());
        oldest.removeIf(e -> e.used.isAfter(inUse));
        oldest.sort(Comparator.comparing(e -> e.used));
        for (Entry entry : oldest) {
            if (all <= limit) {
                return;
            }
            try {
                for (Path file : entry.files) {
                    Files.deleteIfExists(file);
                }
                all -= entry.bytes;
            } catch (IOException e) {
                // Windows keeps what is open.
            }
        }
    }
}
