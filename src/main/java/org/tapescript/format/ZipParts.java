package org.tapescript.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The parts of a package, as Word, OpenDocument and EPUB have them; unpacked one by one, and none that is larger than text ever is. */
public final class ZipParts implements AutoCloseable {
    private static final int MAX_PART_SIZE = 48 << 20;

    private final TranscriptFile file;
    private final ZipFile zip;

    /** @throws UnreadableTranscriptException if it is no package, or a damaged one */
    public ZipParts(TranscriptFile file, TranscriptFault damaged) throws UnreadableTranscriptException {
        this.file = file;
        try {
            zip = ZipFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(file.bytes()))
                    .get();
        } catch (IOException | RuntimeException e) {
            // Damaged headers show themselves by several unchecked exceptions too.
            throw file.unreadable(e, damaged);
        }
    }

    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            names.add(entry.getName());
        }
        return names;
    }

    /**
     * The bytes of a part; nothing if there is none of that name.
     *
     * @throws UnreadableTranscriptException if it is damaged or too large
     */
    public Optional<byte[]> part(String name) throws UnreadableTranscriptException {
        ZipArchiveEntry entry = zip.getEntry(name.startsWith("/") ? name.substring(1) : name);
        if (entry == null || entry.isDirectory()) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MAX_PART_SIZE + 1);
            if (bytes.length > MAX_PART_SIZE) {
                throw file.unreadable(TranscriptFault.LARGE_PART, entry.getName(), MAX_PART_SIZE >> 20);
            }
            return Optional.of(bytes);
        } catch (UnreadableTranscriptException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw file.unreadable(e, TranscriptFault.DAMAGED_PART, entry.getName());
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
