package org.tapescript.acoustic.sphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.acoustic.MalformedModelException;
import org.tapescript.acoustic.MalformedModelException.Fault;
import org.tapescript.acoustic.ModelFiles;

/** Whatever happens to a file of a model, reading it says so of that file. */
class DamagedModelTest {
    private static final int FLIPS = 60;

    @TempDir
    private Path folder;

    private Path model(ByteOrder order, boolean compiled) throws IOException {
        TinyModel tiny = new TinyModel(folder);
        Path files = tiny.write(3, 4, new int[] {39}, order);
        if (compiled) {
            tiny.compileDefinition(order);
        }
        return files;
    }

    private static List<Path> files(Path model) throws IOException {
        try (Stream<Path> files = Files.list(model)) {
            return files.sorted().toList();
        }
    }

    private static void refused(Path model, Path file, Fault... faults) {
        assertThatThrownBy(() -> SphinxModels.read(ModelFiles.folder(model)))
                .as(file.toString())
                .isInstanceOfSatisfying(MalformedModelException.class, e -> {
                    assertThat(e.file()).isEqualTo(file.toString());
                    assertThat(e.fault()).isIn((Object[]) faults);
                });
    }

    @Test
    void whatIsMissingEmptyOrAFolderIsNamed() throws IOException {
        Path model = model(ByteOrder.LITTLE_ENDIAN, true);
        for (Path file : files(model)) {
            byte[] whole = Files.readAllBytes(file);
            boolean needed = !file.getFileName().toString().matches("feat.params|mixture_weights|sendump");
            if (needed) {
                Files.delete(file);
                refused(model, file, Fault.MISSING);
                Files.createDirectory(file);
                refused(model, file, Fault.FOLDER, Fault.DENIED);
                Files.delete(file);
                Files.write(file, new byte[0]);
                refused(model, file, Fault.DAMAGED, Fault.UNFIT);
                byte[] noise = new byte[whole.length];
                new Random(5).nextBytes(noise);
                Files.write(file, noise);
                refused(model, file, Fault.DAMAGED, Fault.UNFIT);
            }
            Files.write(file, whole);
        }
        SphinxModels.read(ModelFiles.folder(model));
    }

    @Test
    void whereAFileEndsTooEarlyOrHasAWrongByteItIsReadOrNamed() throws IOException {
        Random random = new Random(11);
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            Path model = model(order, order == ByteOrder.BIG_ENDIAN);
            for (Path file : files(model)) {
                byte[] whole = Files.readAllBytes(file);
                for (int i = 0; i < FLIPS; i++) {
                    byte[] other = i % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
                    if (i % 3 != 0) {
                        // Most of what can be misread stands at the beginning.
                        other[random.nextInt(Math.min(whole.length, i % 3 == 1 ? 120 : whole.length))] =
                                (byte) random.nextInt();
                    }
                    Files.write(file, other);
                    try {
                        SphinxModels.read(ModelFiles.folder(model));
                    } catch (MalformedModelException e) {
                        assertThat(e.file()).startsWith(model.toString());
                    }
                }
                Files.write(file, whole);
            }
        }
    }
}
