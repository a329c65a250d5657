package org.tapescript.text.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.Transcript;
import org.tapescript.format.Formats;

/** Each transcript in {@code golden/} is understood as the {@code .expected} beside it says; -Dgolden.update writes those. */
class TranscriptGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/tapescript/text/structure/golden");

    static Stream<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> !f.toString().endsWith(".expected")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void transcriptIsUnderstood(Path file) throws IOException {
        String actual = describe(TranscriptAnalyzer.analyze(Formats.read(file), List.of()));
        Path expected = FOLDER.resolve(file.getFileName() + ".expected");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    private static String describe(Transcript t) {
        StringBuilder out = new StringBuilder();
        for (Paragraph p : t.paragraphs()) {
            String text = p.place().of(t.text()).replaceAll("\\s+", " ");
            out.append(p.line())
                    .append('\t')
                    .append(p.kind().label())
                    .append('\t')
                    .append(p.speaker().orElse("-"));
            out.append('\t').append(text, 0, Math.min(40, text.length()));
            for (CharSpan note : p.notes()) {
                out.append("\tnote:").append(note.of(t.text()));
            }
            out.append('\n');
        }
        for (Doubt d : t.doubts()) {
            out.append("doubt\t").append(d.line()).append('\n');
        }
        return out.toString();
    }
}
