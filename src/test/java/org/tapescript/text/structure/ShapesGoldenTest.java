package org.tapescript.text.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Understanding;
import org.tapescript.format.Formats;
import org.tapescript.text.SpokenText;

/**
 * What is said, by whom, and when, in each of the transcripts in {@code shapes/}, a way of marking turns or of making pages each;
 * -Dgolden.update writes what they are compared with.
 */
class ShapesGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/tapescript/text/structure/shapes");

    static Stream<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> !f.toString().endsWith(".expected")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void shapeIsUnderstood(Path file) throws IOException {
        String actual = describe(TranscriptAnalyzer.understand(Formats.read(file), Instructions.NONE));
        Path expected = FOLDER.resolve(file.getFileName() + ".expected");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    private static String describe(Understanding understood) {
        Transcript t = understood.transcript();
        StringBuilder out = new StringBuilder(understood.scheme()).append('\n');
        for (Paragraph p : t.paragraphs()) {
            String said = SpokenText.of(t.text(), p);
            out.append(p.line())
                    .append('\t')
                    .append(p.kind().label())
                    .append('\t')
                    .append(p.speaker().orElse("-"))
                    .append('\t')
                    .append(said.isEmpty() ? "(" + p.place().of(t.text()).replaceAll("\\s+", " ") + ")" : said)
                    .append('\n');
        }
        List<Doubt> doubts = t.doubts();
        doubts.forEach(d -> out.append("doubt\t")
                .append(d.line())
                .append('\t')
                .append(d.code().label())
                .append('\n'));
        t.hints()
                .forEach(h -> out.append("time\t")
                        .append(h.time().startSeconds())
                        .append('\t')
                        .append(h.time().endSeconds())
                        .append(h.recording() == 0 ? "" : "\tof recording " + (h.recording() + 1))
                        .append('\n'));
        return out.toString();
    }
}
