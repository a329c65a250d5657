package org.tapescript.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tapescript.workflow.UnpackBundle;

/** How commands come to the project in a bundle. */
final class Bundles {
    private Bundles() {}

    /**
     * The project of a bundle, unpacked now if that was not done before; says where.
     *
     * @param folder to be made, or null for one of the bundle's name beside it
     */
    static Path unpacked(Console console, Path bundle, Path folder) throws IOException, CommandFailedException {
        if (!UnpackBundle.isBundle(bundle)) {
            throw new CommandFailedException("Unpacking " + bundle + ": "
                    + (Files.exists(bundle) ? "it is no bundle" : "there is no such file"));
        }
        UnpackBundle.Place place = place(bundle, folder);
        Job.run(console, (sync, cancel, progress) -> {
            UnpackBundle.run(bundle, place, share -> {}, cancel);
            return place;
        });
        console.err().println((place.isThere() ? "Unpacked before, at " : "Unpacked at ") + place.folder());
        console.err().flush();
        return place.project();
    }

    private static UnpackBundle.Place place(Path bundle, Path folder) throws IOException, CommandFailedException {
        if (folder == null) {
            return UnpackBundle.place(bundle, bundle.toAbsolutePath().getParent());
        }
        try {
            return UnpackBundle.in(bundle, folder);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailedException(
                    "Unpacking " + bundle + ": " + folder + " is there already; name a folder that is not");
        }
    }
}
