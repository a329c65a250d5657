package org.tapescript.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedFileTest {
    private static final String NAME = "numbers.bin";

    @TempDir
    private Path folder;

    private CacheFolder written() throws IOException {
        CacheFolder cache = new CacheFolder(folder);
        SealedFile.write(cache, NAME, out -> {
            out.writeInt(7);
            out.writeUTF("seven");
        });
        return cache;
    }

    @Test
    void whatIsWholeIsRead() throws IOException {
        try (DataInputStream in = SealedFile.open(written(), NAME).orElseThrow()) {
            assertThat(in.readInt()).isEqualTo(7);
            assertThat(in.readUTF()).isEqualTo("seven");
        }
        assertThat(SealedFile.open(written(), "other.bin")).isEmpty();
    }

    @Test
    void everyCutAndEveryFlippedBitIsNoticed() throws IOException {
        CacheFolder cache = written();
        Path file = folder.resolve(NAME);
        byte[] whole = Files.readAllBytes(file);
        for (int cut = 0; cut < whole.length; cut++) {
            Files.write(file, Arrays.copyOf(whole, cut));
            assertThat(SealedFile.open(cache, NAME)).as("cut at %d", cut).isEmpty();
        }
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            assertThat(SealedFile.open(cache, NAME)).as("bit %d", bit).isEmpty();
        }
    }
}
