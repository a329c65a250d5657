package org.tapescript.acoustic;

import java.io.IOException;
import java.io.InputStream;

/** Reads a file of a model; of whatever goes wrong it is said in which file. */
public final class ModelFile {
    private ModelFile() {}

    /** Opens a file. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** Makes something of a file. */
    @FunctionalInterface
    public interface Reader<R> {
        R read(InputStream in) throws IOException;
    }

    /**
     * @param file how to name it to the user
     * @throws MalformedModelException if it cannot be opened, or the reader fails in whatever way: damaged files lead readers anywhere
     */
    public static <R> R read(String file, Source source, Reader<R> reader) throws MalformedModelException {
        try (InputStream in = source.open()) {
            return reader.read(in);
        } catch (IOException | RuntimeException e) {
            throw MalformedModelException.of(file, e);
        }
    }

    /** A file of an acoustic model as a whole. */
    public static byte[] bytes(ModelFiles files, String name) throws MalformedModelException {
        return read(files.describe() + "/" + name, () -> files.open(name), InputStream::readAllBytes);
    }
}
