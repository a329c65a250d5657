package org.tapescript.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.tapescript.storage.CacheFolder;

/**
 * A small file that says what files lie beside it in the cache, with length and checksum of each, and a few facts: what was cut short,
 * damaged or lost is noticed before it is believed. A checksum over an hour of sound takes hundredths of a second.
 */
final class CacheIndex {
    private static final String CHECK = "check";

    private final Properties facts;

    CacheIndex() {
        this(new Properties());
    }

    private CacheIndex(Properties facts) {
        this.facts = facts;
    }

    /** Reads an index; nothing if there is none, or it is damaged. */
    static Optional<CacheIndex> read(CacheFolder folder, String name) {
        Optional<Path> file = folder.find(name);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file.get())) {
            Properties facts = new Properties();
            facts.load(new StringReader(new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8)));
            String check = String.valueOf(facts.remove(CHECK));
            return check.equals(sum(facts)) ? Optional.of(new CacheIndex(facts)) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            // Not there, or no properties: what it would have said of is made anew.
            return Optional.empty();
        }
    }

    void write(CacheFolder folder, String name) throws IOException {
        Properties written = new Properties();
        written.putAll(facts);
        written.setProperty(CHECK, sum(facts));
        folder.write(name, out -> written.store(new OutputStreamWriter(out, StandardCharsets.UTF_8), null));
    }

    String get(String fact) {
        return facts.getProperty(fact, "");
    }

    void put(String fact, String value) {
        facts.setProperty(fact, value);
    }

    /** Notes a file that was written through a {@link Sum}. */
    void vouch(Path file, Sum sum) {
        facts.setProperty(file.getFileName().toString(), sum.toString());
    }

    /** Whether a file is as it was written. */
    boolean vouchesFor(Path file) throws IOException {
        String known = get(file.getFileName().toString());
        if (!Files.isRegularFile(file) || !known.startsWith(Files.size(file) + " ")) {
            return false;
        }
        Sum sum = new Sum();
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(buffer.clear()) >= 0) {
                sum.add(buffer.flip());
            }
        }
        return known.equals(sum.toString());
    }

    private static String sum(Properties facts) {
        CRC32C crc = new CRC32C();
        crc.update(new TreeMap<>(facts).toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    /** Length and checksum of what passes by. */
    static final class Sum {
        private final CRC32C crc = new CRC32C();
        private long length;

        private void add(ByteBuffer bytes) {
            length += bytes.remaining();
            crc.update(bytes);
        }

        /** A stream that counts what is written to another. */
        OutputStream over(OutputStream out) {
            return new CheckedOutputStream(out, crc) {
                @Override
                public void write(int b) throws IOException {
                    super.write(b);
                    length++;
                }

                @Override
                public void write(byte[] b, int off, int len) throws IOException {
                    super.write(b, off, len);
                    length += len;
                }
            };
        }

        @Override
        public String toString() {
            return length + " " + Long.toHexString(crc.getValue());
        }
    }
}
