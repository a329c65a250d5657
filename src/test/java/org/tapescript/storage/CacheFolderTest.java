package org.tapescript.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
    @TempDir
    private Path parent;

    private Path folder() {
        return parent.resolve("recordings");
    }

    private static void aged(Path file, int hours) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(hours))));
    }

    @Test
    void theEntryThatWasNotUsedForLongestGoesAsAWhole() throws IOException {
        CacheFolder cache = new CacheFolder(folder(), 1000);
        byte[] some = new byte[300];
        aged(cache.write("aa-1.pcm", out -> out.write(some)), 5);
        aged(cache.write("aa-1.peaks", out -> out.write(1)), 50);
        aged(cache.write("bb-1.pcm", out -> out.write(some)), 9);
        aged(cache.write("bb-1.peaks", out -> out.write(1)), 9);
        aged(cache.write("cc.voices", out -> out.write(some)), 7);
        cache.write("dd.voices", out -> out.write(some));
        assertThat(cache.find("bb-1.pcm")).isEmpty();
        assertThat(cache.find("bb-1.peaks")).isEmpty();
        assertThat(cache.find("aa-1.pcm")).isPresent();
        assertThat(cache.find("aa-1.peaks")).isPresent();
        // It was asked for just now; the one that was not goes next.
        aged(cache.find("cc.voices").orElseThrow(), 7);
        cache.write("ee.voices", out -> out.write(some));
        assertThat(cache.find("cc.voices")).isEmpty();
        assertThat(cache.find("aa-1.pcm")).isPresent();
    }

    @Test
    void whatIsInUseStaysBeyondTheLimit() throws IOException {
        CacheFolder cache = new CacheFolder(folder(), 10);
        for (String name : new String[] {"a.x", "b.x", "c.x"}) {
            cache.write(name, out -> out.write(new byte[100]));
        }
        assertThat(cache.find("a.x")).isPresent();
        assertThat(cache.find("c.x")).isPresent();
    }

    @Test
    void filesAreWholeOrNotThere() throws IOException {
        CacheFolder cache = new CacheFolder(folder());
        assertThatThrownBy(() -> cache.write("a.x", out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .hasMessageContaining(folder().toString())
                .hasMessageContaining("No space left");
        try (Scratch scratch = cache.scratch("decoding")) {
            try (OutputStream out = scratch.output()) {
                out.write(new byte[10]);
            }
        }
        try (Scratch scratch = cache.scratch("decoding")) {
            try (OutputStream out = scratch.output()) {
                out.write(new byte[20]);
            }
            cache.keep(scratch, "b.x");
        }
        try (var files = Files.list(folder())) {
            assertThat(files).containsExactly(folder().resolve("b.x"));
        }
        assertThat(Files.size(cache.find("b.x").orElseThrow())).isEqualTo(20);
        cache.drop("b.other");
        assertThat(cache.find("b.x")).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no modes")
    void whatIsHeardOnTapesIsItsOwnersBusiness() throws IOException {
        Files.createDirectory(
                folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Path file = new CacheFolder(folder()).write("a.x", out -> out.write(1));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
    }
}
