package org.tapescript.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A file of lines that grows, each with a checksum (CRC-32, eight hexadecimal digits, a space, then the line). A line is in the file when
 * {@link #append} returns, and on the disk {@value #SECONDS_TO_DISK} s later. A line that could not be written, as on a full disk, leaves
 * no part of it behind, and is written before the next one: no line is there without those before it.
 */
public final class LineLog implements AutoCloseable {
    private static final double SECONDS_TO_DISK = 0.25;
    private static final int CHECKSUM_DIGITS = 8;

    private static final ScheduledExecutorService TO_DISK = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "journal-to-disk");
        thread.setDaemon(true);
        return thread;
    });

    /** Opens a file for writing. */
    @FunctionalInterface
    public interface Opener {
        FileChannel open(Path file) throws IOException;
    }

    /** As the system does it. */
    public static final Opener PLAIN =
            file -> FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private final Path file;
    private final Opener opener;
    /** Lines that are not in the file yet. */
    private final List<byte[]> waiting = new ArrayList<>();

    private FileChannel channel;
    /** Tells the file that is written to from another of its name; null where the system cannot. */
    private Object key;
    /** Where the last whole line ends. */
    private long end;

    private boolean forcing;
    private IOException failedToForce;

    private LineLog(Path file, Opener opener) throws IOException {
        this.file = file;
        this.opener = opener;
        this.channel = opener.open(file);
        this.key = key(file);
        this.end = channel.size();
    }

    /**
     * Goes on with a file that holds whole lines only, see {@link Content#isWhole}.
     *
     * @param opener {@link #PLAIN}
     */
    public static LineLog open(Path file, Opener opener) throws IOException {
        return new LineLog(file, opener);
    }

    /** Begins a file that its owner alone may read, in place of what is there: the new one is there as a whole or not at all. */
    public static LineLog begin(Path file, List<String> lines, Opener opener) throws IOException {
        AtomicFile.writePrivate(file, out -> out.write(text(lines)));
        return new LineLog(file, opener);
    }

    /** What a file of these lines holds. */
    public static String text(List<String> lines) {
        return lines.stream().map(LineLog::withChecksum).collect(Collectors.joining());
    }

    private static String withChecksum(String line) {
        return checksum(line.getBytes(StandardCharsets.UTF_8)) + " " + line + "\n";
    }

    private static String checksum(byte[] line) {
        CRC32 crc = new CRC32();
        crc.update(line);
        return String.format("%08x", crc.getValue());
    }

    /**
     * Writes a line, after all that could not be written before.
     *
     * @throws IOException if that fails; the line waits, and is tried again with the next one
     */
    public synchronized void append(String line) throws IOException {
        waiting.add(withChecksum(line).getBytes(StandardCharsets.UTF_8));
        try {
            write();
        } catch (IOException e) {
            cutBack();
            throw e;
        }
        if (!forcing) {
            forcing = true;
            TO_DISK.schedule(this::forceLater, (long) (SECONDS_TO_DISK * 1000), TimeUnit.MILLISECONDS);
        }
        if (failedToForce != null) {
            IOException failure = failedToForce;
            failedToForce = null;
            throw failure;
        }
    }

    private void write() throws IOException {
        if (!channel.isOpen()) {
            // An interrupted thread closes what it writes to.
            channel = opener.open(file);
            key = key(file);
        }
        if (!isThere()) {
            putBack();
        }
        if (channel.size() > end) {
            channel.truncate(end);
        }
        channel.position(end);
        for (byte[] line : waiting) {
            ByteBuffer rest = ByteBuffer.wrap(line);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
        end = channel.position();
        waiting.clear();
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private boolean isThere() throws IOException {
        try {
            return Objects.equals(key, key(file));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Somebody removed the file, as who tidies up a folder does: what is open is written into one that nobody would find. */
    private void putBack() throws IOException {
        ByteBuffer whole = ByteBuffer.allocate((int) end);
        while (whole.hasRemaining() && channel.read(whole, whole.position()) >= 0) {
            // Until it is whole.
        }
        String lines = new String(whole.array(), 0, whole.position(), StandardCharsets.UTF_8);
        AtomicFile.writePrivate(file, out -> out.write(lines));
        channel.close();
        channel = opener.open(file);
        key = key(file);
    }

    private void cutBack() {
        try {
            channel.truncate(end);
        } catch (IOException e) {
            // Whoever reads the file finds half a line at its end and leaves it out; the next write cuts it off.
        }
    }

    /** Whoever appends in the meantime does not wait for the disk. */
    private void forceLater() {
        FileChannel open;
        synchronized (this) {
            forcing = false;
            open = channel;
        }
        try {
            open.force(false);
        } catch (ClosedChannelException e) {
            // Closing forces as well.
        } catch (IOException e) {
            synchronized (this) {
                failedToForce = e;
            }
        }
    }

    /** Returns when all that was appended is on the disk; whoever appends in the meantime does not wait for that. */
    public void force() throws IOException {
        FileChannel open;
        synchronized (this) {
            open = channel;
        }
        if (open.isOpen()) {
            open.force(false);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            force();
        } finally {
            channel.close();
        }
    }

    /** A line without its checksum. @param number counted from 1 @param checked whether it had one */
    public record Line(int number, String text, boolean checked) {}

    /**
     * What a file holds.
     *
     * @param lines those that are whole; those of a file without checksums are given as they are
     * @param damaged number of lines that are not what was written
     * @param isWhole whether the file ends with a whole line, so that it can be gone on with
     */
    public record Content(List<Line> lines, List<Integer> damaged, boolean isWhole) {}

    /** Reads a file; a last line without its end counts if it is whole, and is no damage if it is not. */
    public static Content read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<Line> lines = new ArrayList<>();
        List<Integer> damaged = new ArrayList<>();
        boolean checked = bytes.length == 0 || bytes[0] != '{';
        int number = 0;
        for (int from = 0; from < bytes.length; ) {
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            number++;
            Optional<String> line = line(bytes, from, to, checked);
            if (line.isEmpty() && to == bytes.length) {
                // Of the last line, its end may be the one thing that is damaged.
                line = line(bytes, from, to - 1, checked);
            }
            if (line.isPresent()) {
                lines.add(new Line(number, line.get(), checked));
            } else if (to < bytes.length) {
                damaged.add(number);
            }
            from = to + 1;
        }
        return new Content(lines, damaged, bytes.length == 0 || bytes[bytes.length - 1] == '\n');
    }

    private static Optional<String> line(byte[] bytes, int from, int to, boolean checked) {
        if (!checked) {
            return Optional.of(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
        int text = from + CHECKSUM_DIGITS + 1;
        if (text > to || bytes[text - 1] != ' ') {
            return Optional.empty();
        }
        byte[] line = Arrays.copyOfRange(bytes, text, to);
        String digits = new String(bytes, from, CHECKSUM_DIGITS, StandardCharsets.US_ASCII);
        return digits.equals(checksum(line)) ? Optional.of(new String(line, StandardCharsets.UTF_8)) : Optional.empty();
    }
}
