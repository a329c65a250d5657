package org.tapescript.acoustic;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of an acoustic model, wherever they are stored. */
public interface ModelFiles {
    /** Opens one of the files by its name. */
    InputStream open(String name) throws IOException;

    boolean has(String name);

    /** How to name these files to a user. */
    String describe();

    /** Files in a folder. */
    static ModelFiles folder(Path folder) {
        return new ModelFiles() {
            @Override
            public InputStream open(String name) throws IOException {
                return Files.newInputStream(folder.resolve(name));
            }

            @Override
            public boolean has(String name) {
                return Files.isRegularFile(folder.resolve(name));
            }

            @Override
            public String describe() {
                return folder.toString();
            }
        };
    }

    /** Files on the class path, as the Sphinx4 data jar carries them. */
    static ModelFiles resources(String prefix) {
        return new ModelFiles() {
            @Override
            public InputStream open(String name) throws IOException {
                InputStream in = ModelFiles.class.getResourceAsStream("/" + prefix + "/" + name);
                if (in == null) {
                    throw new FileNotFoundException(prefix + "/" + name);
                }
                return in;
            }

            @Override
            public boolean has(String name) {
                return ModelFiles.class.getResource("/" + prefix + "/" + name) != null;
            }

            @Override
            public String describe() {
                return prefix;
            }
        };
    }
}
