package org.tapescript.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Tapescript in this process, apart from Spark's libraries: loaded once, and so are its languages. */
final class Worker {
    private static final String DOOR = "org.tapescript.ArchiveWorker";
    private static Function<List<Object>, Object> door;

    private Worker() {}

    /**
     * @param home folder that holds {@code tapescript.jar} and {@code lib}
     * @param call as the door takes it
     * @throws IOException if Tapescript says so
     */
    static Object ask(Path home, Object... call) throws IOException {
        try {
            return door(home).apply(List.of(call));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @SuppressWarnings("unchecked")
    private static synchronized Function<List<Object>, Object> door(Path home) throws IOException {
        if (door == null) {
            List<URL> jars = new ArrayList<>();
            jars.add(home.resolve("tapescript.jar").toUri().toURL());
            try (DirectoryStream<Path> libraries = Files.newDirectoryStream(home.resolve("lib"), "*.jar")) {
                for (Path library : libraries) {
                    jars.add(library.toUri().toURL());
                }
            }
            // Never closed: it lives as long as the executor does.
            ClassLoader loader =
                    new URLClassLoader("tapescript", jars.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(loader);
            try {
                door = (Function<List<Object>, Object>)
                        loader.loadClass(DOOR).getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IOException("Loading Tapescript from " + home + ": " + e, e);
            } finally {
                thread.setContextClassLoader(before);
            }
        }
        return door;
    }
}
