package org.tapescript.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.tapescript.job.CancellationToken;
import org.tapescript.storage.CacheFolder;
import org.tapescript.storage.Checksum;

/**
 * Remembers fingerprints of large files, which take seconds to read, as long as the file system says that the file is the same: place,
 * number, length, and times of its last change, also the one that cannot be set by hand where there is such a time.
 */
final class KnownFingerprints {
    /** Smaller files are read in a fraction of a second. */
    private static final long LARGE = 256L << 20;

    private static final String STAMP = "stamp";
    private static final String FINGERPRINT = "fingerprint";

    private final CacheFolder folder;
    private final long large;

    KnownFingerprints(CacheFolder folder) {
        this(folder, LARGE);
    }

    /** @param large length from which on files are remembered */
    KnownFingerprints(CacheFolder folder, long large) {
        this.folder = folder;
        this.large = large;
    }

    /** As {@link Fingerprint#of}. */
    String of(Path file, CancellationToken cancel) throws IOException {
        if (Files.size(file) < large) {
            return Fingerprint.of(file, cancel);
        }
        Path place = file.toRealPath();
        String name = Checksum.ofText(place.toString()) + ".known";
        String stamp = stamp(place);
        Optional<CacheIndex> known = CacheIndex.read(folder, name);
        if (known.isPresent() && known.get().get(STAMP).equals(stamp)) {
            return known.get().get(FINGERPRINT);
        }
        String fingerprint = Fingerprint.of(place, cancel);
        CacheIndex index = new CacheIndex();
        index.put(STAMP, stamp);
        index.put(FINGERPRINT, fingerprint);
        index.write(folder, name);
        return fingerprint;
    }

    private static String stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.size() + " " + attributes.lastModifiedTime().toMillis() + " " + attributes.fileKey() + " "
                + changed(file);
    }

    private static Object changed(Path file) throws IOException {
        try {
            return Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return "";
        }
    }
}
