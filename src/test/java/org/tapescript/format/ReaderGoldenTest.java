package org.tapescript.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tapescript.domain.Block;
import org.tapescript.domain.Reading;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Transcript.Hint;

/**
 * Small files as other programs and people write them, and what their readers see in each: put a file into the folder, run with
 * {@code -Dgolden.update}, and look at what was written beside it.
 */
class ReaderGoldenTest {
    static final Path FOLDER = Path.of("src/test/resources/org/tapescript/format/readers");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> !f.toString().endsWith(".expected")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileIsRead(Path file) throws IOException {
        String actual = describe(Formats.read(file));
        Path expected = FOLDER.resolve(file.getFileName() + ".expected");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    private static String describe(SourceDocument document) {
        StringBuilder out = new StringBuilder();
        Reading reading = document.reading();
        if (!reading.encoding().isEmpty()) {
            out.append("encoding ").append(reading.encoding()).append('\n');
        }
        reading.choices()
                .forEach(c -> out.append(c.part().name().toLowerCase(Locale.ROOT))
                        .append(' ')
                        .append(c.chosen())
                        .append(" of ")
                        .append(c.all())
                        .append('\n'));
        reading.doubts()
                .forEach(d -> out.append("doubt ")
                        .append(d.code().label())
                        .append(' ')
                        .append(d.arguments())
                        .append('\n'));
        int next = 0;
        List<Hint> times = document.times();
        for (Block block : document.blocks()) {
            out.append(block.layout().name().toLowerCase(Locale.ROOT));
            out.append(
                    block.style() == Block.Style.PLAIN
                            ? ""
                            : " " + block.style().name().toLowerCase(Locale.ROOT));
            block.speaker().ifPresent(s -> out.append(" <").append(s).append('>'));
            block.time().ifPresent(t -> out.append(' ').append(span(t)));
            block.cell()
                    .ifPresent(c ->
                            out.append(String.format(Locale.ROOT, " cell %d/%d/%d", c.table(), c.row(), c.column())));
            out.append(block.listMark().isEmpty() ? "" : " list " + block.listMark());
            out.append(block.page() == 0 ? "" : " page " + block.page());
            out.append(": ")
                    .append(block.place().of(document.text()).replace("\n", "⏎"))
                    .append('\n');
            for (Block.Emphasis e : block.emphases()) {
                out.append(e.bold() ? "  bold " : "  italic ")
                        .append(e.place().of(document.text()))
                        .append('\n');
            }
            for (;
                    next < times.size()
                            && times.get(next).place().start() < block.place().end();
                    next++) {
                Hint hint = times.get(next);
                out.append(hint.exact() ? "  word " : "  about ")
                        .append(span(hint.time()))
                        .append(' ')
                        .append(hint.place().of(document.text()).replace("\n", "⏎"))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static String span(TimeSpan time) {
        return String.format(Locale.ROOT, "%.2f-%.2f", time.startSeconds(), time.endSeconds());
    }
}
