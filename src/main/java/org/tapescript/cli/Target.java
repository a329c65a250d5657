package org.tapescript.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.tapescript.workflow.Inputs;

/** A file that a command is to write; what speaks against it is said before any work is done. */
final class Target {
    /** What a PNG file begins with (ISO/IEC 15948, 5.2). */
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private Target() {}

    /**
     * @param inputs that the command reads
     * @throws CommandFailedException if it is one of them, or no file can be written there
     */
    static void check(Path target, Collection<Path> inputs) throws CommandFailedException {
        check("-o", target, inputs);
    }

    /** @param option by which another place can be named */
    static void check(String option, Path target, Collection<Path> inputs) throws CommandFailedException {
        Optional<Path> same = new Inputs().add(inputs).at(target);
        if (same.isPresent()) {
            throw refused(
                    target,
                    same.get().equals(target)
                            ? "that is read here, and would be lost; give another name"
                            : "that is " + same.get() + ", which is read here and would be lost; give another name");
        }
        if (Files.isDirectory(target)) {
            throw refused(target, "that is a folder; give the name of a file in it");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw refused(target, "that is a pipe or a device, and no file; give another name");
        }
        if (Files.isSymbolicLink(target) && !Files.exists(target)) {
            throw refused(target, "that is a link to what is not there; give another name");
        }
        checkFolder(option, target, folder(target));
    }

    /** What is there already stays, unless the user says otherwise. */
    static void refuseToReplace(Path target, boolean force) throws CommandFailedException {
        if (Files.exists(target) && !force) {
            throw refused(target, "it is there already; say --force to replace it, or give another name");
        }
    }

    /** A picture is made anew as often as one likes; anything else is not replaced by one. */
    static void checkPicture(Path target) throws IOException, CommandFailedException {
        if (Files.exists(target)) {
            try (InputStream in = Files.newInputStream(target)) {
                if (!Arrays.equals(in.readNBytes(PNG.length), PNG)) {
                    throw refused(target, "it is there already, and no picture; give another name");
                }
            }
        }
    }

    /** Whether anything can be written where a file is to be. */
    static void checkFolder(Path target) throws CommandFailedException {
        checkFolder("-o", target, folder(target));
    }

    private static Path folder(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        return folder == null ? target.toAbsolutePath() : folder;
    }

    private static void checkFolder(String option, Path target, Path folder) throws CommandFailedException {
        if (!Files.exists(folder)) {
            throw refused(target, "there is no folder " + folder + "; make it first");
        }
        if (!Files.isDirectory(folder)) {
            throw refused(target, folder + " is no folder, but a file; give another folder");
        }
        if (!Files.isWritable(folder)) {
            throw refused(target, "you may not write into the folder " + folder + "; write elsewhere with " + option);
        }
    }

    /** A folder into which results go; made if it is not there. */
    static void checkResults(Path folder) throws CommandFailedException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
            throw refused(folder, "that is no folder; give the name of a folder for the results");
        }
        Path there = folder.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        checkFolder("-o", folder, there);
    }

    private static CommandFailedException refused(Path target, String reason) {
        return new CommandFailedException("Writing " + target + ": " + reason);
    }
}
