package org.tapescript.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Word;
import org.tapescript.support.Transcripts;
import org.tapescript.text.SpokenText;
import org.tapescript.workflow.ImportTranscript;

/** Every format that is written is read back, or refused by its name; what docs/formats says that it keeps comes back. */
class OwnExportsTest {
    private static final Map<String, String> REFUSED =
            Map.of("edl", "EDL", "fcpxml", "FCPXML", "rttm", "who speaks when");
    /** Formats that hold each word's time, whatever the options are or if they ask for it. */
    private static final Set<String> WORDS =
            Set.of("textgrid", "eaf", "whisper", "audacity", "html", "tei", "csv", "tsv", "json", "ctm", "page");

    private static final Set<String> NAMELESS = Set.of("audacity", "ctm", "stl");
    /** The heading of the text, which nobody says, is in these files, and must not be said when it comes back. */
    private static final String HEADING = "The Island Years";

    @TempDir
    private Path folder;

    static Stream<String> readable() {
        return Formats.writable().stream().filter(f -> !REFUSED.containsKey(f));
    }

    static Stream<String> refused() {
        return REFUSED.keySet().stream().sorted();
    }

    private static SyncedTranscript interview() {
        return Transcripts.imported(HEADING + "\n\n"
                + "Ann Berg: When did you first come to the island, and with whom?\n\n"
                + "Bo Lund: In the autumn, with my brother. I had never seen the sea nor its <light> before.\n\n"
                + "Ann Berg: What did you think of it then?\n\n"
                + "Bo Lund: I thought it was the loudest place on earth. The wind never stopped.\n");
    }

    private Path written(String format, ExportOptions options) throws IOException {
        Path file = folder.resolve("x." + Formats.writable(format).orElseThrow().extension());
        try (OutputStream out = Files.newOutputStream(file)) {
            Formats.writable(format).orElseThrow().write(interview(), options, out);
        }
        return file;
    }

    /** Captions, quotations and what follows the interview, names that end with a full stop or run from the right. */
    private static SyncedTranscript printed() {
        return Transcripts.imported(HEADING + "\n\n"
                + "For thirty years she kept the light, and nobody asked her what she thought of it, until now.\n\n"
                + "Quill, M.: When did you first come to the island, and with whom?\n\n"
                + "אנה כהן: In the autumn, with my brother. I had never seen the sea nor its light before, and I did not like it.\n\n"
                + "The pier in 1958. Photo: City archive\n\n"
                + "Quill, M.: What did you think of it then?\n\n"
                + "אנה כהן: I thought it was the loudest place on earth. The wind never stopped, day or night.\n\n"
                + "I thought it was the loudest place on earth\n\n"
                + "Quill, M.: Would you do it again?\n\n"
                + "אנה כהן: Tomorrow, if they asked me.\n\n"
                + "Interview by Ada Lind, who also took the pictures.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"md", "docx", "pdf", "html", "page"})
    void kindsAndNamesComeBack(String format) throws IOException {
        SyncedTranscript written = printed();
        List<String> unspoken = unspoken(written.transcript());
        assertThat(unspoken).anyMatch(u -> u.startsWith("afterword")).anyMatch(u -> u.startsWith("pull-quote"));
        Path file = folder.resolve("x." + Formats.writable(format).orElseThrow().extension());
        try (OutputStream out = Files.newOutputStream(file)) {
            Formats.writable(format).orElseThrow().write(written, all(), out);
        }
        Transcript read = ImportTranscript.run(file, List.of());
        assertThat(unspoken(read)).isEqualTo(unspoken);
        assertThat(turns(read)).isEqualTo(turns(written.transcript()));
        assertThat(said(read)).isEqualTo(said(written));
    }

    private static List<String> unspoken(Transcript t) {
        return t.paragraphs().stream()
                .filter(p -> !p.kind().isSpoken())
                .map(p -> p.kind().label() + " " + p.place().of(t.text()))
                .toList();
    }

    private static List<String> turns(Transcript t) {
        return t.paragraphs().stream()
                .filter(p -> p.kind() == ParagraphKind.TURN)
                .map(p -> p.speaker().orElseThrow())
                .toList();
    }

    private static ExportOptions all() {
        ExportOptions o = ExportOptions.DEFAULT;
        return new ExportOptions(o.rules(), true, true, true, o.timebase(), o.page());
    }

    private static String said(Transcript t) {
        return plain(
                t.paragraphs().stream().map(p -> SpokenText.of(t.text(), p)).collect(Collectors.joining(" ")));
    }

    private static String said(SyncedTranscript t) {
        return plain(t.words().stream().map(Word::text).collect(Collectors.joining(" ")));
    }

    /** Words alone: some formats have no punctuation. */
    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N} ]+", "")
                .replaceAll(" +", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @MethodSource("readable")
    void whatIsSaidComesBack(String format) throws IOException {
        Transcript read = ImportTranscript.run(written(format, all()), List.of());
        assertThat(said(read)).isEqualTo(said(interview()));
        if (!NAMELESS.contains(format)) {
            assertThat(read.paragraphs().stream()
                            .map(p -> p.speaker().orElse(null))
                            .filter(Objects::nonNull)
                            .distinct())
                    .containsExactly("Ann Berg", "Bo Lund");
        }
        if (read.text().contains(HEADING)) {
            assertThat(read.paragraphs().stream()
                            .filter(p -> p.place().of(read.text()).contains(HEADING))
                            .map(Paragraph::kind))
                    .noneMatch(ParagraphKind::isSpoken);
        }
    }

    @ParameterizedTest
    @MethodSource("readable")
    void timesComeBack(String format) throws IOException {
        Transcript read = ImportTranscript.run(written(format, all()), List.of());
        long exact = read.hints().stream().filter(Transcript.Hint::exact).count();
        if (WORDS.contains(format)) {
            assertThat(exact).isBetween(interview().words().size() - 2L, (long)
                    interview().words().size());
        }
        if (!format.equals("stm") && !format.equals("md")) {
            assertThat(read.hints()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeReadIsNamed(String format) throws IOException {
        Path file = written(format, all());
        assertThatThrownBy(() -> ImportTranscript.run(file, List.of()))
                .isInstanceOf(UnreadableTranscriptException.class)
                .hasMessageContaining(REFUSED.get(format));
    }

    @Test
    void allFormatsAreLookedAt() {
        assertThat(Formats.writable()).containsAll(REFUSED.keySet()).containsAll(WORDS);
    }

    @Test
    void wordsWithoutATimeComeBackFromJson() throws IOException {
        SyncedTranscript t = interview();
        SyncedTranscript partly = t.withTurns(t.turns().stream()
                .map(turn -> turn.withWords(turn.words().stream()
                        .map(w -> w.place().start() % 3 == 0 ? w.withTiming(Timing.UNALIGNED) : w)
                        .toList()))
                .toList());
        Path file = folder.resolve("x.json");
        try (OutputStream out = Files.newOutputStream(file)) {
            Formats.writable("json").orElseThrow().write(partly, ExportOptions.DEFAULT, out);
        }
        Transcript back = ImportTranscript.run(file, List.of());
        assertThat(said(back)).isEqualTo(said(t));
        assertThat(back.hints())
                .hasSize((int) partly.words().stream()
                        .filter(w -> w.span().isPresent())
                        .count())
                .allMatch(Transcript.Hint::exact);
    }
}
