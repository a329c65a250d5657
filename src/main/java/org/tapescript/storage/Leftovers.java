package org.tapescript.storage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Temporary files and folders of processes that were killed. A name ends with {@code ~PROCESS-MACHINE-RANDOM.tmp}; a file goes when there is no
 * such process on this machine any more. Those of other machines, and those that earlier versions named at random, go when nobody has
 * written them for long.
 */
public final class Leftovers {
    private static final Duration FORGOTTEN = Duration.ofHours(6);
    private static final Pattern OURS = Pattern.compile(".*~(\\d+)-([0-9a-f]{8})-[0-9a-f]+\\.tmp");
    private static final Pattern EARLIER = Pattern.compile(
            "\\..*\\.tapescript\\d+\\.tmp|(decoding|mixing|index|converting|voices|heard|graphones)\\d+\\.tmp");

    private static final String MACHINE = machine();
    private static final Set<Path> SWEPT = ConcurrentHashMap.newKeySet();

    private Leftovers() {}

    static String ending(String random) {
        return "~" + ProcessHandle.current().pid() + "-" + MACHINE + "-" + random + ".tmp";
    }

    /** Tells machines, and runs of one, apart as far as that can be found out without asking a network. */
    private static String machine() {
        String known;
        try {
            known = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
        } catch (IOException e) {
            known = Optional.ofNullable(System.getenv("COMPUTERNAME")).orElse("") + System.getProperty("os.name");
        }
        return Checksum.ofText(known).substring(0, 8);
    }

    /** Sweeps a folder, once in the life of this process. What cannot be swept stays. */
    public static void sweep(Path folder) {
        Path where = folder.toAbsolutePath().normalize();
        if (SWEPT.add(where)) {
            sweepNow(where);
        }
    }

    static void sweepNow(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.tmp")) {
            for (Path file : files) {
                if (isLeft(file)) {
                    remove(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // No such folder, or one that cannot be read or written: nothing of ours is lost by leaving it.
        }
    }

    /** Removes a file, or a folder with all that is in it; links are removed, not followed. */
    static void remove(Path left) throws IOException {
        if (!Files.exists(left, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(left, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isLeft(Path file) throws IOException {
        String name = file.getFileName().toString();
        Matcher ours = OURS.matcher(name);
        if (ours.matches() && ours.group(2).equals(MACHINE)) {
            long process = Long.parseLong(ours.group(1));
            // Processes are numbered alike in every container: one of our own number is ours only if we know of it.
            return process == ProcessHandle.current().pid()
                    ? !Scratch.isLive(name)
                    : ProcessHandle.of(process).isEmpty();
        }
        return (ours.matches() || EARLIER.matcher(name).matches())
                && Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(Instant.now().minus(FORGOTTEN));
    }
}
