package org.tapescript.ui.common;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks the user for files. An answer is empty if the user chose none. */
public interface FilePicker {
    /** The desktop's own dialogs. */
    FilePicker NATIVE = new FilePicker() {
        @Override
        public List<Path> openMany(Window owner, String title) {
            List<File> chosen = chooser(title, Optional.empty()).showOpenMultipleDialog(owner);
            return chosen == null
                    ? List.of()
                    : chosen.stream().map(File::toPath).toList();
        }

        @Override
        public Optional<Path> open(Window owner, String title, Optional<Path> folder, Optional<String> extension) {
            FileChooser chooser = chooser(title, folder);
            extension.ifPresent(
                    e -> chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("*." + e, "*." + e)));
            return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
        }

        @Override
        public Optional<Path> save(Window owner, String title, Path suggested) {
            FileChooser chooser = chooser(
                    title, Optional.ofNullable(suggested.toAbsolutePath().getParent()));
            chooser.setInitialFileName(suggested.getFileName().toString());
            return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
        }

        @Override
        public Optional<Path> folder(Window owner, String title, Path first) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(title);
            if (Files.isDirectory(first)) {
                chooser.setInitialDirectory(first.toFile());
            }
            return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
        }

        private static FileChooser chooser(String title, Optional<Path> folder) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(title);
            folder.filter(Files::isDirectory).ifPresent(f -> chooser.setInitialDirectory(f.toFile()));
            return chooser;
        }
    };

    List<Path> openMany(Window owner, String title);

    /**
     * @param folder shown first
     * @param extension of the files that are offered; all if empty
     */
    Optional<Path> open(Window owner, String title, Optional<Path> folder, Optional<String> extension);

    /** @param suggested folder and name */
    Optional<Path> save(Window owner, String title, Path suggested);

    /** Asks for a folder that is there. @param first shown first */
    Optional<Path> folder(Window owner, String title, Path first);
}
