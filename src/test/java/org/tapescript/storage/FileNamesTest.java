package org.tapescript.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileNamesTest {
    @Test
    void namesThatEverySystemTakesStay() {
        for (String name : List.of(
                "tape.flac",
                "Gespräch 3 (Seite B).wav",
                "שיחה.mp3",
                "न\u200dव.ogg",
                "a'b",
                ".hidden",
                "\ud83d\ude00")) {
            assertThat(FileNames.isPortable(name)).as(name).isTrue();
            assertThat(FileNames.portable(name)).isEqualTo(name);
        }
    }

    @Test
    void othersBecomeSo() {
        assertThat(FileNames.portable("Part 1: the \"sea\"?.wav")).isEqualTo("Part 1_ the _sea__.wav");
        assertThat(FileNames.portable("aux.wav")).isEqualTo("_aux.wav");
        assertThat(FileNames.portable("..")).isEqualTo("_");
        assertThat(FileNames.portable("")).isEqualTo("_");
        assertThat(FileNames.portable("é".repeat(200) + ".flac")).endsWith(".flac");
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int n = random.nextInt(random.nextInt(20) == 0 ? 400 : 8); n > 0; n--) {
                name.append(
                        switch (random.nextInt(4)) {
                            case 0 -> (char) random.nextInt(0x3000);
                            case 1 -> (char) random.nextInt(0x10000);
                            default -> ". /\\:conNULaux1".charAt(random.nextInt(15));
                        });
            }
            String portable = FileNames.portable(name.toString());
            assertThat(FileNames.isPortable(portable))
                    .as("%s of %s", portable, name)
                    .isTrue();
            assertThat(portable.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
        }
    }
}
