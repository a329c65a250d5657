package org.tapescript.align.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GraphoneModelTest {
    private static GraphoneModel shipped() throws IOException {
        try (var in = Files.newInputStream(Path.of("models/en-us/pronunciations.bin"))) {
            return GraphoneModel.read(in, "shipped");
        }
    }

    private static Dictionary small() throws IOException {
        StringBuilder text = new StringBuilder();
        String consonants = "ptkbdgmnls";
        for (char a : consonants.toCharArray()) {
            char phone = Character.toUpperCase(a);
            text.append(a)
                    .append("a ")
                    .append(phone)
                    .append(" AA\ni")
                    .append(a)
                    .append(" IY ")
                    .append(phone)
                    .append('\n');
            for (char b : consonants.toCharArray()) {
                if (a == 'm' && b == 't') {
                    continue;
                }
                text.append(a).append("a").append(b).append("i ");
                text.append(Character.toUpperCase(a))
                        .append(" AA ")
                        .append(Character.toUpperCase(b))
                        .append(" IY\n");
            }
        }
        return new Dictionary()
                .read(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)), "small");
    }

    @Test
    void regularSpellingIsLearned() throws IOException {
        GraphoneModel model = GraphoneTrainer.train(small(), 3);
        assertThat(model.pronounce("mati", 1))
                .extracting(GraphoneModel.Guess::phones)
                .containsExactly("M AA T IY");
    }

    @Test
    void trainingIsReproducibleAndSurvivesItsFile() throws IOException {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        GraphoneTrainer.train(small(), 3).write(first);
        GraphoneTrainer.train(small(), 3).write(second);
        assertThat(first.toByteArray()).isEqualTo(second.toByteArray());
        GraphoneModel read = GraphoneModel.read(new ByteArrayInputStream(first.toByteArray()), "written");
        assertThat(read.pronounce("kasi", 3))
                .isEqualTo(GraphoneTrainer.train(small(), 3).pronounce("kasi", 3));
    }

    @Test
    void shippedModelSaysNames() throws IOException {
        assertThat(shipped().pronounce("lubyanka", 3))
                .extracting(GraphoneModel.Guess::phones)
                .anyMatch(p -> p.startsWith("L UW B") && p.endsWith("K AH"));
        assertThat(shipped().pronounce("…", 3)).isEmpty();
    }

    @Test
    void otherFileIsRefused() {
        assertThatThrownBy(() -> GraphoneModel.read(new ByteArrayInputStream(new byte[100]), "x"))
                .isInstanceOf(IOException.class);
    }
}
