package org.tapescript.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.support.Transcripts;
import org.tapescript.text.SpokenText;
import org.tapescript.workflow.ImportTranscript;

/** Notes and signs that stand in a turn and are no words are in a format's files, or it is said that they are not. */
class NotesWithinTurnsTest {
    private static final List<String> NOTES =
            List.of("[laughs]", "[the clock strikes]", "(points at the door)", "[Silence]");
    /** Which of the formats that hold them is no text: they are looked for in what is read back. */
    private static final Set<String> PACKED = Set.of("docx", "pdf");
    /** What is read of these is the words, which have times of their own, or the notes are left out by kind. */
    private static final Set<String> READ_ELSEWHERE = Set.of("json", "vtt");

    @TempDir
    private Path folder;

    private static SyncedTranscript interview() {
        return Transcripts.imported("Anne: Vraiment ? Et comment – dites-moi – était la mer ?\n\n"
                + "Paul: [laughs] In the autumn, [the clock strikes] with my brother. [12] I saw (points at the door) the sea.\n\n"
                + "Anne: And then?\n\n"
                + "Paul: Then we left. [Silence]\n\nAnne: Thank you.\n");
    }

    static Stream<String> formats() {
        return Formats.writable().stream();
    }

    private Path written(String format) throws IOException {
        Path file = folder.resolve("x." + Formats.writable(format).orElseThrow().extension());
        try (OutputStream out = Files.newOutputStream(file)) {
            Formats.writable(format).orElseThrow().write(interview(), ExportOptions.DEFAULT, out);
        }
        return file;
    }

    private static boolean holds(String format) {
        List<Loss> loses = Formats.writable(format).orElseThrow().loses(interview(), published());
        return !loses.contains(Loss.UNSPOKEN) && !loses.contains(Loss.TEXT);
    }

    private static ExportOptions published() {
        ExportOptions o = ExportOptions.DEFAULT;
        return new ExportOptions(o.rules(), false, false, true, o.timebase(), o.page());
    }

    private static String said(Transcript t) {
        return t.paragraphs().stream().map(p -> SpokenText.of(t.text(), p)).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void notesAreWrittenOrSaidToBeLost(String format) throws IOException {
        if (holds(format)) {
            Path file = written(format);
            String text = PACKED.contains(format)
                    ? ImportTranscript.run(file, List.of()).text()
                    : Files.readString(file);
            assertThat(text.replaceAll("\\\\|\\s+(?!\\w)", "").replace('\n', ' '))
                    .contains(NOTES);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void notesAreNotSpokenWhenTheyComeBack(String format) throws IOException {
        if (holds(format)) {
            String said = said(ImportTranscript.run(written(format), List.of()));
            assertThat(said).contains("In the autumn, with my brother.").doesNotContain("laughs", "strikes", "Silence");
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void signsApartFromWordsAreKept(String format) throws IOException {
        if (holds(format) && !READ_ELSEWHERE.contains(format)) {
            String text = ImportTranscript.run(written(format), List.of()).text();
            assertThat(text.replaceAll("\\s+", " ")).contains("comment – dites-moi – était la mer ?");
        }
    }

    @Test
    void aTurnOfNothingButANoteIsPrinted() throws IOException {
        SyncedTranscript t = Transcripts.imported("Ann: Well?\n\nBo: [nods]\n\nAnn: I see.\n\nBo: You do.\n");
        assertThat(Texts.inOrder(t)).hasSize(4);
    }

    @Test
    void timesAndNumbersInATurnAreNot() {
        SyncedTranscript t = interview();
        assertThat(new PrintedText(t).of(t.turns().get(1)))
                .isEqualTo(
                        "[laughs] In the autumn, [the clock strikes] with my brother. I saw (points at the door) the sea.");
    }

    @Test
    void ofAParagraphOfTwoTurnsEachHasItsOwn() {
        SyncedTranscript t = Transcripts.imported("Ann: Well, [coughs] who? Me. [nods]\n\nBo: Yes.\n");
        var turn = t.turns().get(0);
        PrintedText printed = new PrintedText(t);
        assertThat(printed.of(turn.withWords(turn.words().subList(0, 1)))).isEqualTo("Well,");
        assertThat(printed.of(turn.withWords(turn.words().subList(1, 3)))).isEqualTo("[coughs] who? Me. [nods]");
    }
}
