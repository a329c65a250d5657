package org.tapescript.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.acoustic.MalformedModelException;
import org.tapescript.workflow.FailureMessage;

/** A file of a language that cannot be used is named, with what is the matter. */
class DamagedLanguageTest {
    private static final Path SHIPPED = Path.of("models", "en-us");

    @TempDir
    private Path folder;

    private Path english;

    @BeforeEach
    void copy() throws IOException {
        english = Files.createDirectories(folder.resolve("models/en-us"));
        for (String name : List.of("manifest.json", "pronunciations.bin")) {
            Files.copy(SHIPPED.resolve(name), english.resolve(name));
        }
    }

    private void refused(Path file, String reason) {
        LanguagePacks packs = new LanguagePacks(List.of(folder.resolve("models")), folder.resolve("cache"));
        assertThatThrownBy(() -> packs.load("en-us"))
                .isInstanceOfSatisfying(
                        MalformedModelException.class,
                        e -> assertThat(FailureMessage.of(e))
                                .startsWith("Loading the language model: " + file)
                                .contains(reason)
                                .contains("put it there again"));
    }

    @Test
    void aPronunciationModelThatCannotBeUsedIsNamed() throws IOException {
        Path file = english.resolve("pronunciations.bin");
        byte[] whole = Files.readAllBytes(file);
        byte[] noise = new byte[1000];
        new Random(2).nextBytes(noise);
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 0x10;
        byte[] noiseWithin = whole.clone();
        System.arraycopy(noise, 0, noiseWithin, 20, noise.length);
        for (byte[] damaged : new byte[][] {
            new byte[0], noise, flipped, noiseWithin, Arrays.copyOf(whole, 100), Arrays.copyOf(whole, whole.length - 1)
        }) {
            Files.write(file, damaged);
            refused(file, "is damaged");
        }
        Files.delete(file);
        refused(file, "is missing");
        Files.createDirectory(file);
        refused(file, "folder");
    }

    @Test
    void aManifestOrWhatItNamesIsNamed() throws IOException {
        Path manifest = english.resolve("manifest.json");
        String whole = Files.readString(manifest);
        for (String damaged : List.of("", "{", whole.substring(0, 100), "[]", "{\"graphones\": {}}")) {
            Files.writeString(manifest, damaged);
            refused(manifest, "is not a manifest");
        }
        Files.writeString(manifest, whole.replaceAll("\"resource\": \"[^\"]*cmudict[^\"]*\"", "\"file\": \"my.dict\""));
        Path dictionary = english.resolve("my.dict");
        refused(dictionary, "is missing");
        Files.writeString(dictionary, "");
        refused(dictionary, "holds no words");
        Files.writeString(dictionary, "one W AH N\ntwo\n");
        refused(dictionary, "is no dictionary, in line 2");
        Files.delete(manifest);
        Files.delete(dictionary);
        refused(english, "holds no");
    }
}
