package org.tapescript.ui.common;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.tapescript.storage.AtomicFile;

/**
 * What the window remembers of one run for the next, in a file of the user's, written beside the window. A file that cannot be read is
 * as an empty one.
 */
public final class Settings implements AutoCloseable {
    private static final int MAXIMUM_RECENT = 10;
    private static final String PLACE = "place.";
    /** As long as {@link #PLACE}. */
    private static final String ABOUT = "about.";

    private static final String TAPE = "tape.";
    /** As long as {@link #PLACE}. */
    private static final String TIMES = "times.";

    private final Path file;
    private final Properties values = new Properties();
    private final List<Runnable> watchers = new ArrayList<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "settings");
        thread.setDaemon(true);
        return thread;
    });
    /** What is to be written and is not yet: of many values that change at once, the last state is enough. */
    private final AtomicReference<Properties> waiting = new AtomicReference<>();

    public Settings(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                values.load(in);
            } catch (IOException | IllegalArgumentException e) {
                values.clear();
            }
        }
    }

    public String get(String key, String otherwise) {
        return values.getProperty(key, otherwise);
    }

    public double number(String key, double otherwise) {
        try {
            return Double.parseDouble(values.getProperty(key, ""));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    public boolean flag(String key, boolean otherwise) {
        return Boolean.parseBoolean(values.getProperty(key, Boolean.toString(otherwise)));
    }

    /** Remembers a value; that it cannot be written is no reason to disturb anybody's work. */
    public void put(String key, Object value) {
        if (!String.valueOf(value).equals(values.setProperty(key, String.valueOf(value)))) {
            write();
            List.copyOf(watchers).forEach(Runnable::run);
        }
    }

    /**
     * @param watcher called after a value has changed
     * @return ends that
     */
    public Runnable onChange(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** Projects opened before, the last first, as far as they are still there. */
    public List<Path> recent() {
        List<Path> result = new ArrayList<>();
        for (int i = 0; i < MAXIMUM_RECENT; i++) {
            String path = values.getProperty("recent." + i);
            if (path != null && Files.exists(Path.of(path))) {
                result.add(Path.of(path));
            }
        }
        return result;
    }

    public void addRecent(Path project) {
        List<Path> recent = new ArrayList<>(recent());
        Path absolute = project.toAbsolutePath().normalize();
        recent.remove(absolute);
        recent.add(0, absolute);
        for (int i = 0; i < MAXIMUM_RECENT; i++) {
            values.remove("recent." + i);
            if (i < recent.size()) {
                values.setProperty("recent." + i, recent.get(i).toString());
            }
        }
        write();
    }

    /**
     * Where somebody stopped in a project.
     *
     * @param seconds of the play head
     * @param word that the caret was at; empty for none
     * @param page of the side that was shown, counted from 0
     */
    public record Place(double seconds, String word, int page) {}

    public Optional<Place> place(Path project) {
        String[] parts = values.getProperty(placeKey(project), "").split(" ", -1);
        try {
            return Optional.of(new Place(
                    Double.parseDouble(parts[0]),
                    parts.length > 1 ? parts[1] : "",
                    parts.length > 2 ? Integer.parseInt(parts[2]) : 0));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Remembers where somebody stops, for the projects that are remembered themselves. */
    public void putPlace(Path project, Place place) {
        Set<String> kept = recent().stream().map(Path::toString).collect(Collectors.toSet());
        values.keySet()
                .removeIf(key -> (String.valueOf(key).startsWith(PLACE)
                                || String.valueOf(key).startsWith(ABOUT)
                                || String.valueOf(key).startsWith(TIMES))
                        && !kept.contains(String.valueOf(key).substring(PLACE.length())));
        put(placeKey(project), place.seconds() + " " + place.word() + " " + place.page());
    }

    /** What the first page says of a project. @param doubts that were left when it was closed */
    public record About(double seconds, int doubts) {}

    public Optional<About> about(Path project) {
        String[] parts = values.getProperty(ABOUT + project.toAbsolutePath().normalize(), "")
                .split(" ");
        try {
            return Optional.of(new About(Double.parseDouble(parts[0]), Integer.parseInt(parts[1])));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    public void putAbout(Path project, About about) {
        put(ABOUT + project.toAbsolutePath().normalize(), about.seconds() + " " + about.doubts());
    }

    /** How the times of a project's exports are counted, as it was typed. */
    public record Times(String offset, String factor, String start, boolean dropFrame) {}

    public Optional<Times> times(Path project) {
        String[] parts = values.getProperty(TIMES + project.toAbsolutePath().normalize(), "")
                .split("\\|");
        return parts.length < 4
                ? Optional.empty()
                : Optional.of(new Times(parts[0], parts[1], parts[2], Boolean.parseBoolean(parts[3])));
    }

    public void putTimes(Path project, Times times) {
        put(
                TIMES + project.toAbsolutePath().normalize(),
                String.join("|", times.offset(), times.factor(), times.start(), String.valueOf(times.dropFrame())));
    }

    /** Where a recording was found that is not where its project says; nothing if it is not there any more. */
    public Optional<Path> tape(String fingerprint) {
        return Optional.ofNullable(values.getProperty(TAPE + fingerprint))
                .map(Path::of)
                .filter(Files::isRegularFile);
    }

    public void putTape(String fingerprint, Path file) {
        put(TAPE + fingerprint, file.toAbsolutePath());
    }

    private static String placeKey(Path project) {
        return PLACE + project.toAbsolutePath().normalize();
    }

    private void write() {
        Properties now = new Properties();
        now.putAll(values);
        if (waiting.getAndSet(now) == null && !writer.isShutdown()) {
            writer.execute(() -> write(waiting.getAndSet(null)));
        }
    }

    private void write(Properties now) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, out -> now.store(out, null));
        } catch (IOException e) {
            System.getLogger(Settings.class.getName())
                    .log(System.Logger.Level.WARNING, "Settings were not kept in " + file, e);
        }
    }

    /** Waits until all is written. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(10, TimeUnit.SECONDS)) {
                System.getLogger(Settings.class.getName())
                        .log(System.Logger.Level.WARNING, "Settings were not kept in " + file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
