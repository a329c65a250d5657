package org.tapescript.project.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.tapescript.domain.Recording;
import org.tapescript.project.MalformedProjectException;
import org.tapescript.project.PortableProject;
import org.tapescript.project.ProjectFile;
import org.tapescript.storage.Checksum;
import org.tapescript.storage.FileNames;

/**
 * A bundle that somebody sent. Nothing in it is believed before it was looked at: names, numbers and sizes when it is opened, and each
 * file by its checksum when it is unpacked. Used by one thread.
 */
public final class BundleFile implements AutoCloseable {
    private static final int MOST_FILES = 1000;
    private static final int LARGEST_LIST = 1 << 20;
    private static final long LARGEST_PROJECT = 256L << 20;
    /** Projects are text, which becomes some ten times smaller; sound is not compressed at all. */
    private static final long MOST_GROWTH = 100;

    private static final long ALWAYS = 16L << 20;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    private final byte[] listBytes;
    private final BundleList list;

    private BundleFile(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        enter(Collections.list(zip.getEntries()));
        String type = entries.containsKey(BundleList.TYPE_NAME)
                ? new String(bytes(BundleList.TYPE_NAME, BundleList.TYPE.length()), StandardCharsets.ISO_8859_1)
                : "";
        if (!type.equals(BundleList.TYPE) || !entries.containsKey(BundleList.NAME)) {
            throw fault(BundleFault.NO_BUNDLE);
        }
        this.listBytes = bytes(BundleList.NAME, LARGEST_LIST);
        this.list = list(listBytes);
        compare();
    }

    /**
     * Opens a bundle and looks at all but the content of its files.
     *
     * @throws MalformedBundleException if it is none, or may do harm
     */
    public static BundleFile open(Path file) throws IOException {
        ArchiveEnd.check(file, MOST_FILES);
        ZipFile zip;
        try {
            zip = ZipFile.builder()
                    .setPath(file)
                    .setUseUnicodeExtraFields(false)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Damaged headers show themselves by several unchecked exceptions too.
            throw damaged(e, new MalformedBundleException(file, BundleFault.CUT_OFF));
        }
        try {
            return new BundleFile(file, zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static MalformedBundleException damaged(Exception cause, MalformedBundleException e) {
        e.initCause(cause);
        return e;
    }

    private MalformedBundleException fault(BundleFault fault, Object... arguments) {
        return new MalformedBundleException(file, fault, arguments);
    }

    private void enter(List<ZipArchiveEntry> all) throws MalformedBundleException {
        if (all.size() > MOST_FILES) {
            throw fault(BundleFault.TOO_MANY, all.size());
        }
        Set<String> folded = new HashSet<>();
        for (ZipArchiveEntry entry : all) {
            String name = entry.getName();
            if (!FileNames.isPortable(name)) {
                throw fault(BundleFault.NAME, name);
            }
            if (entry.isDirectory()
                    || entry.isUnixSymlink()
                    || entry.getGeneralPurposeBit().usesEncryption()
                    || entry.getMethod() != ZipArchiveEntry.STORED && entry.getMethod() != ZipArchiveEntry.DEFLATED) {
                throw fault(BundleFault.NO_FILE, name);
            }
            if (!folded.add(BundleWriter.folded(name))) {
                throw fault(BundleFault.TWICE, name);
            }
            entries.put(name, entry);
        }
    }

    private BundleList list(byte[] json) throws MalformedBundleException {
        BundleList read;
        try {
            read = BundleList.of(json);
        } catch (IOException e) {
            throw damaged(e, fault(BundleFault.DAMAGED, BundleList.NAME));
        }
        if (read.version() > BundleList.VERSION) {
            throw fault(BundleFault.NEWER);
        }
        if (!read.isWhole() || read.version() < 1) {
            throw fault(BundleFault.DAMAGED, BundleList.NAME);
        }
        if (read.journal() != null && !read.journal().equals(PortableProject.journal(read.project()))) {
            throw fault(BundleFault.NAME, read.journal());
        }
        return read;
    }

    /** The list against what is there. */
    private void compare() throws IOException {
        Set<String> named = new HashSet<>(Set.of(BundleList.TYPE_NAME, BundleList.NAME));
        long all = 0;
        for (BundleList.Listed listed : list.files()) {
            if (!named.add(listed.name())) {
                throw fault(BundleFault.TWICE, listed.name());
            }
            ZipArchiveEntry entry = entries.get(listed.name());
            if (entry == null) {
                throw fault(BundleFault.MISSING, listed.name());
            }
            if (entry.getSize() != listed.bytes()) {
                throw fault(BundleFault.DAMAGED, listed.name());
            }
            // Added up as if there were no end to numbers.
            all = all + listed.bytes() < all ? Long.MAX_VALUE : all + listed.bytes();
        }
        for (String name : entries.keySet()) {
            if (!named.contains(name)) {
                throw fault(BundleFault.UNLISTED, name);
            }
        }
        if (all > ALWAYS && all / MOST_GROWTH > Files.size(file)) {
            throw fault(BundleFault.GROWS, all >> 20);
        }
    }

    /** Bytes of all that is unpacked. */
    public long bytes() {
        return list.files().stream().mapToLong(BundleList.Listed::bytes).sum();
    }

    /** Name of the project's file. */
    public String project() {
        return list.project();
    }

    /** Whether this very bundle was unpacked in a folder; what is there may have been changed since. */
    public boolean isUnpackedIn(Path folder) throws IOException {
        Path there = folder.resolve(BundleList.NAME);
        return Files.isRegularFile(there)
                && Files.size(there) == listBytes.length
                && Arrays.equals(Files.readAllBytes(there), listBytes)
                && Files.isRegularFile(folder.resolve(project()));
    }

    /**
     * Unpacks all files into an empty folder.
     *
     * @param written told how many bytes are unpacked; may throw to stop
     * @throws MalformedBundleException if a file is not what was packed
     */
    public void unpack(Path folder, LongConsumer written) throws IOException {
        checkProject();
        long before = 0;
        for (BundleList.Listed listed : list.files()) {
            long done = before;
            Path to = folder.resolve(listed.name());
            try (FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = java.nio.channels.Channels.newOutputStream(channel)) {
                copy(listed, out, n -> written.accept(done + n));
                channel.force(true);
            }
            before += listed.bytes();
        }
        Files.write(folder.resolve(BundleList.NAME), listBytes, StandardOpenOption.CREATE_NEW);
    }

    /** A project may name any file on the computer as its recording; one that was sent names those that were sent with it. */
    private void checkProject() throws IOException {
        BundleList.Listed listed = list.files().stream()
                .filter(f -> f.name().equals(project()))
                .findFirst()
                .orElseThrow();
        if (listed.bytes() > LARGEST_PROJECT) {
            throw fault(BundleFault.GROWS, listed.bytes() >> 20);
        }
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        copy(listed, json, n -> {});
        ProjectFile content;
        try {
            content = ProjectFile.of(Path.of(project()), json.toByteArray());
        } catch (MalformedProjectException e) {
            throw damaged(e, fault(BundleFault.DAMAGED, project()));
        }
        for (Recording recording : content.transcript().recordings()) {
            if (!list.recordings().contains(recording.path())) {
                throw fault(BundleFault.ELSEWHERE, recording.path());
            }
        }
    }

    private void copy(BundleList.Listed listed, OutputStream out, LongConsumer written) throws IOException {
        Checksum sum = new Checksum();
        long bytes = 0;
        try (InputStream in = content(listed.name())) {
            byte[] buffer = new byte[BUFFER];
            for (int n = read(in, buffer, listed.name()); n > 0; n = read(in, buffer, listed.name())) {
                bytes += n;
                if (bytes > listed.bytes()) {
                    throw fault(BundleFault.DAMAGED, listed.name());
                }
                sum.add(ByteBuffer.wrap(buffer, 0, n));
                out.write(buffer, 0, n);
                written.accept(bytes);
            }
        }
        if (bytes != listed.bytes() || !sum.hex().equals(listed.sha256())) {
            throw fault(BundleFault.DAMAGED, listed.name());
        }
    }

    private InputStream content(String name) throws MalformedBundleException {
        try {
            return zip.getInputStream(entries.get(name));
        } catch (IOException | RuntimeException e) {
            throw damaged(e, fault(BundleFault.DAMAGED, name));
        }
    }

    private int read(InputStream in, byte[] buffer, String name) throws MalformedBundleException {
        try {
            return in.read(buffer);
        } catch (IOException | RuntimeException e) {
            throw damaged(e, fault(BundleFault.DAMAGED, name));
        }
    }

    /** A small file that no list vouches for, by the archive's own checksum. */
    private byte[] bytes(String name, int most) throws MalformedBundleException {
        ZipArchiveEntry entry = entries.get(name);
        byte[] bytes;
        try (InputStream in = content(name)) {
            bytes = in.readNBytes(most + 1);
        } catch (MalformedBundleException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(e, fault(BundleFault.DAMAGED, name));
        }
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if (bytes.length > most || sum.getValue() != entry.getCrc()) {
            throw fault(BundleFault.DAMAGED, name);
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
