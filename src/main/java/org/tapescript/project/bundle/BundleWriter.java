package org.tapescript.project.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tapescript.project.PortableProject;
import org.tapescript.storage.Checksum;
import org.tapescript.storage.FileNames;

/**
 * Writes a bundle, part after part; the same parts give the same bytes. Recordings come first, for what they become is in the project.
 * Used by one thread.
 */
public final class BundleWriter {
    private static final int BUFFER = 1 << 16;

    /** The first month that Java writes without a note of its own, which would depend on the time zone. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ZipOutputStream zip;
    private final String project;
    private final Set<String> taken = new HashSet<>();
    private final List<String> recordings = new ArrayList<>();
    private final List<BundleList.Listed> files = new ArrayList<>();

    /** @param project name of the project's file */
    public BundleWriter(OutputStream out, String project) throws IOException {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        name(BundleList.TYPE_NAME);
        name(BundleList.NAME);
        this.project = name(project);
        name(PortableProject.journal(this.project));
        byte[] type = BundleList.TYPE.getBytes(StandardCharsets.US_ASCII);
        ZipEntry first = entry(BundleList.TYPE_NAME);
        // Not compressed, and of known length beforehand: then it stands where whoever looks at a file's first bytes
        // finds it.
        first.setMethod(ZipEntry.STORED);
        first.setSize(type.length);
        CRC32 sum = new CRC32();
        sum.update(type);
        first.setCrc(sum.getValue());
        zip.putNextEntry(first);
        zip.write(type);
        zip.closeEntry();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        return entry;
    }

    /** A name that no other file here has on any system. */
    private String name(String wanted) {
        String portable = FileNames.portable(wanted);
        int dot = portable.lastIndexOf('.');
        String begin = dot > 0 ? portable.substring(0, dot) : portable;
        String ending = dot > 0 ? portable.substring(dot) : "";
        String name = portable;
        for (int n = 2; !taken.add(folded(name)); n++) {
            name = FileNames.fit(begin, "-" + n + ending);
        }
        return name;
    }

    /** Two names that are one on some system become one. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Packs a recording.
     *
     * @param written told how many bytes of it are packed
     * @return the name that it has in the bundle
     */
    public String recording(String name, InputStream sound, LongConsumer written) throws IOException {
        String own = name(name);
        // Sound hardly becomes smaller; what is tried on it is time lost.
        pack(own, sound, Deflater.NO_COMPRESSION, written);
        recordings.add(own);
        return own;
    }

    /** Packs the rest. @param transcript its name, and the text */
    public void finish(PortableProject.Files content, String transcript, String text) throws IOException {
        pack(project, content.project());
        Optional<String> journal = Optional.empty();
        if (content.journal().isPresent()) {
            journal = Optional.of(PortableProject.journal(project));
            pack(journal.get(), content.journal().get());
        }
        String textName = name(transcript);
        pack(textName, text.getBytes(StandardCharsets.UTF_8));
        byte[] list = new BundleList(
                        BundleList.FORMAT,
                        BundleList.VERSION,
                        project,
                        journal.orElse(null),
                        textName,
                        recordings,
                        files)
                .json();
        zip.setLevel(Deflater.BEST_COMPRESSION);
        zip.putNextEntry(entry(BundleList.NAME));
        zip.write(list);
        zip.closeEntry();
        zip.finish();
    }

    private void pack(String name, byte[] content) throws IOException {
        pack(name, new ByteArrayInputStream(content), Deflater.DEFAULT_COMPRESSION, n -> {});
    }

    private void pack(String name, InputStream content, int level, LongConsumer written) throws IOException {
        zip.setLevel(level);
        zip.putNextEntry(entry(name));
        Checksum sum = new Checksum();
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (int n = content.read(buffer); n > 0; n = content.read(buffer)) {
            sum.add(ByteBuffer.wrap(buffer, 0, n));
            zip.write(buffer, 0, n);
            bytes += n;
            written.accept(bytes);
        }
        zip.closeEntry();
        files.add(new BundleList.Listed(name, bytes, sum.hex()));
    }
}
