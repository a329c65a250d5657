package org.tapescript.workflow;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import org.tapescript.job.CancellationToken;
import org.tapescript.project.ProjectFile;
import org.tapescript.project.bundle.BundleFile;
import org.tapescript.storage.ScratchFolder;

/** Unpacks a bundle into a folder of its own, which is there whole or not at all; nothing is ever written over. */
public final class UnpackBundle {
    private UnpackBundle() {}

    /**
     * Where a bundle is unpacked.
     *
     * @param folder that is made, or was
     * @param project in that folder
     * @param isThere whether it was unpacked there before, and may have been worked on since
     */
    public record Place(Path folder, Path project, boolean isThere) {}

    public static boolean isBundle(Path file) {
        return ProjectFile.isBundle(file);
    }

    /**
     * Where a bundle goes if nobody says otherwise: into a folder of its name.
     *
     * @param parent in which that folder is to be made
     * @throws org.tapescript.project.bundle.MalformedBundleException if it is none, or may do harm
     */
    public static Place place(Path bundle, Path parent) throws IOException {
        try (BundleFile file = BundleFile.open(bundle)) {
            String name = bundle.getFileName().toString();
            int dot = name.lastIndexOf('.');
            String begin = dot > 0 ? name.substring(0, dot) : name;
            for (int n = 1; ; n++) {
                Path folder = parent.resolve(n == 1 ? begin : begin + "-" + n);
                boolean isThere = file.isUnpackedIn(folder);
                if (isThere || !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                    return new Place(folder, folder.resolve(file.project()), isThere);
                }
            }
        }
    }

    /** A folder that the user named. @throws FileAlreadyExistsException if something else has that name */
    public static Place in(Path bundle, Path folder) throws IOException {
        try (BundleFile file = BundleFile.open(bundle)) {
            boolean isThere = file.isUnpackedIn(folder);
            if (!isThere && Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(folder.toString());
            }
            return new Place(folder, folder.resolve(file.project()), isThere);
        }
    }

    /** Unpacks a bundle, if that was not done before. @param progress told the share that is done */
    public static void run(Path bundle, Place place, DoubleConsumer progress, CancellationToken cancel)
            throws IOException {
        if (place.isThere()) {
            return;
        }
        try (BundleFile file = BundleFile.open(bundle);
                ScratchFolder folder = ScratchFolder.beside(place.folder())) {
            long room = Files.getFileStore(folder.path()).getUsableSpace();
            if (room < file.bytes()) {
                throw new FileSystemException(
                        place.folder().toString(),
                        null,
                        "the disk is full: " + (file.bytes() >> 20) + " MB are needed, and " + (room >> 20)
                                + " are left");
            }
            file.unpack(folder.path(), n -> {
                cancel.check();
                progress.accept(n / (double) file.bytes());
            });
            folder.moveTo(place.folder());
        }
    }
}
