package org.tapescript.ffmpeg;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.job.CancellationToken;

/**
 * A program that delivers bytes on its standard output, and ends when it is closed, cancelled or stalled, or when this program ends,
 * even if this program is killed. To be used by one thread.
 *
 * <p>The last needs help: a shell stands between, whose own input is a pipe from us; when that breaks, it kills the program. Where
 * there is no such shell (Windows), an orphan ends at its next write to its output, which nobody reads.
 */
public final class ChildProcess implements AutoCloseable {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final String ENDS_WITH_US = """
            exec 3<&0
            "$@" 3<&- </dev/null &
            child=$!
            { read -r _ <&3; kill -9 $child; } >/dev/null 2>&1 &
            watcher=$!
            exec 3<&-
            wait $child
            status=$?
            kill -9 $watcher 2>/dev/null
            exit $status
            """;

    private static final int KEPT_COMPLAINTS = 12;
    private static final int LONGEST_COMPLAINT = 240;
    private static final long WATCH_MILLIS = 50;
    /** Notes that the program was asked to write among its complaints: numbers between tildes. */
    private static final Pattern NOTE = Pattern.compile("~([-0-9/ ]*)~");

    /** Which part of the program complains. */
    private static final Pattern SOURCE = Pattern.compile("^\\[[^\\]]*\\] ?");

    private final Process process;
    private final String inputName;
    private final long patienceNanos;
    private final CancellationToken cancel;
    private final InputStream out;
    private final Thread errors = new Thread(this::drainErrors, "child-stderr");
    private final List<String> complaints = new ArrayList<>();
    private final BlockingQueue<Optional<String>> notes = new LinkedBlockingQueue<>();

    private volatile boolean waiting;
    private volatile long waitingSince;
    private volatile boolean stalled;
    private volatile boolean closed;

    private ChildProcess(Process process, String inputName, Duration patience, CancellationToken cancel) {
        this.process = process;
        this.inputName = inputName;
        this.patienceNanos = patience.toNanos();
        this.cancel = cancel;
        this.out = process.getInputStream();
    }

    /**
     * @param inputName as the command has the input file; complaints get its last part alone
     * @param patience how long the program may deliver nothing while it is waited for
     */
    static ChildProcess start(List<String> command, String inputName, Duration patience, CancellationToken cancel)
            throws IOException {
        List<String> whole = new ArrayList<>();
        if (Files.isExecutable(SHELL)) {
            whole.addAll(List.of(SHELL.toString(), "-c", ENDS_WITH_US, "sh"));
        }
        whole.addAll(command);
        ChildProcess child = new ChildProcess(new ProcessBuilder(whole).start(), inputName, patience, cancel);
        child.errors.setDaemon(true);
        child.errors.start();
        Thread watch = new Thread(child::watch, "child-watch");
        watch.setDaemon(true);
        watch.start();
        return child;
    }

    /**
     * Reads as {@link InputStream#read(byte[], int, int)}.
     *
     * @throws StalledException if nothing came for too long
     * @throws CancellationException if that was asked for
     */
    public int read(byte[] target, int from, int count) throws IOException {
        beginWaiting();
        try {
            return out.read(target, from, count);
        } catch (IOException e) {
            checkEnded();
            throw e;
        } finally {
            waiting = false;
            checkEnded();
        }
    }

    /** The next note, in the order in which they were written; nothing at the end. */
    public Optional<String> note() throws IOException {
        beginWaiting();
        try {
            Optional<String> note = notes.take();
            checkEnded();
            return note;
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            waiting = false;
        }
    }

    /** Waits for the end; the exit status. */
    public int status() throws IOException {
        beginWaiting();
        try {
            int status = process.waitFor();
            errors.join(1000);
            checkEnded();
            return status;
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            waiting = false;
        }
    }

    /** All lines of standard output. */
    public List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[1 << 13];
        for (int n = read(buffer, 0, buffer.length); n >= 0; n = read(buffer, 0, buffer.length)) {
            text.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
        }
        text.toString().lines().forEach(lines::add);
        return lines;
    }

    /** The first complaints, in one line of bearable length; empty if there are none. */
    public String complaint() {
        String all = String.join("; ", complaints());
        return all.length() <= LONGEST_COMPLAINT ? all : all.substring(0, LONGEST_COMPLAINT) + "\u2026";
    }

    /** What the program complained of, each once. */
    public List<String> complaints() {
        synchronized (complaints) {
            return List.copyOf(complaints);
        }
    }

    private void beginWaiting() {
        waitingSince = System.nanoTime();
        waiting = true;
    }

    private void checkEnded() throws StalledException {
        cancel.check();
        if (stalled) {
            throw new StalledException("it delivered nothing for "
                    + Duration.ofNanos(patienceNanos).toSeconds() + " seconds");
        }
    }

    private CancellationException interrupted() {
        Thread.currentThread().interrupt();
        cancel.cancel();
        return new CancellationException("interrupted");
    }

    private void watch() {
        try {
            while (!closed && process.isAlive()) {
                if (cancel.isCancelled()) {
                    kill();
                } else if (waiting && System.nanoTime() - waitingSince > patienceNanos) {
                    stalled = true;
                    kill();
                }
                Thread.sleep(WATCH_MILLIS);
            }
        } catch (InterruptedException e) {
            kill();
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Ends the program if it still runs. */
    @Override
    public void close() throws IOException {
        closed = true;
        kill();
        out.close();
        process.getOutputStream().close();
    }

    private void drainErrors() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                take(line);
            }
        } catch (IOException e) {
            // The process is gone; what it said so far is all there is.
        } finally {
            notes.add(Optional.empty());
        }
    }

    private void take(String line) {
        Matcher note = NOTE.matcher(line);
        String rest = line;
        if (note.find()) {
            notes.add(Optional.of(note.group(1)));
            rest = line.substring(0, note.start()) + line.substring(note.end());
        }
        if (rest.isBlank()) {
            return;
        }
        String complaint = SOURCE.matcher(rest).replaceFirst("").trim();
        if (!inputName.isEmpty()) {
            complaint = complaint.replace(inputName, new File(inputName).getName());
        }
        synchronized (complaints) {
            if (complaints.size() < KEPT_COMPLAINTS && !complaint.isEmpty() && !complaints.contains(complaint)) {
                complaints.add(complaint);
            }
        }
    }
}
