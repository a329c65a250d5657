package org.tapescript.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.format.page.PageOptions;
import org.tapescript.subtitle.CueRules;
import org.tapescript.support.Transcripts;

/**
 * What each format looks like, to be read by people: {@code src/test/resources/golden}. Written anew by {@code -Dgolden=write}; look at
 * the difference before you keep it.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    /** A heading, a rapid exchange, a long answer, a word that was not found, speech that the text lacks. */
    private static SyncedTranscript interview() {
        SyncedTranscript t = Transcripts.of(
                List.of("Ann & Co.", "Иван Петров"),
                "Are you there?",
                "Yes!",
                "When did you first come to the island – and with whom, if I may ask?",
                "In the autumn of 1951. I was nineteen, and I had never seen the sea <before>; my husband met me at the station.");
        List<Turn> turns = new ArrayList<>(t.turns());
        List<Word> words = new ArrayList<>(turns.get(3).words());
        words.set(6, words.get(6).withTiming(Timing.UNALIGNED));
        turns.set(3, turns.get(3).withWords(words));
        List<Paragraph> paragraphs = new ArrayList<>(t.transcript().paragraphs());
        String text = t.transcript().text() + "Photo: the pier, 1951\n";
        int at = text.indexOf("Photo");
        paragraphs.add(new Paragraph(
                9,
                new CharSpan(at, text.length() - 1),
                ParagraphKind.CAPTION,
                Optional.empty(),
                List.of(),
                Optional.empty()));
        return new SyncedTranscript(
                t.language(),
                t.recordings(),
                new Transcript("text.txt", text, paragraphs, List.of(), List.of()),
                turns,
                List.of(new StraySpeech(TimeSpan.ofSeconds(16.2, 16.9), Optional.of("Ann & Co."), false)),
                List.of(),
                t.match());
    }

    static Stream<String> texts() {
        return Formats.writable().stream()
                .filter(f -> Formats.writable(f).orElseThrow().isText());
    }

    private static void compare(String name, String format, ExportOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Formats.writable(format).orElseThrow().write(interview(), options, out);
        // Where the tape lies depends on where the test runs.
        String written = out.toString(StandardCharsets.UTF_8).replaceAll("file:/+(?:[A-Z]:/)?tapes/", "file:///tapes/");
        compareText(name, written);
    }

    private static void compareText(String name, String written) throws IOException {
        Path golden = GOLDEN.resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, written);
        }
        assertThat(written).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyFormatLooksAsItDid(String format) throws IOException {
        compare("plain." + format, format, ExportOptions.DEFAULT);
    }

    /** Of those that hold more than text, what can be read: styles and text, and the text of the pages. */
    @Test
    void whatIsPrintedReadsAsItDid() throws IOException {
        ByteArrayOutputStream docx = new ByteArrayOutputStream();
        Formats.writable("docx").orElseThrow().write(interview(), ExportOptions.DEFAULT, docx);
        StringBuilder paragraphs = new StringBuilder();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx.toByteArray()))) {
            document.getParagraphs()
                    .forEach(p -> paragraphs
                            .append(p.getStyle())
                            .append(": ")
                            .append(p.getText())
                            .append('\n'));
        }
        compareText("plain.docx.txt", paragraphs.toString());
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        Formats.writable("pdf").orElseThrow().write(interview(), ExportOptions.DEFAULT, pdf);
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            compareText("plain.pdf.txt", new PDFTextStripper().getText(document).replace("\r\n", "\n"));
        }
    }

    @Test
    void stlIsByteForByteAsItWas() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Formats.writable("stl").orElseThrow().write(interview(), ExportOptions.DEFAULT, out);
        Path golden = GOLDEN.resolve("plain.stl");
        if ("write".equals(System.getProperty("golden"))) {
            Files.write(golden, out.toByteArray());
        }
        assertThat(out.toByteArray()).isEqualTo(Files.readAllBytes(golden));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void withEveryOption(String format) throws IOException {
        ExportOptions o = ExportOptions.DEFAULT;
        compare(
                "options." + format,
                format,
                new ExportOptions(
                        new CueRules(42, 2, 20, 0, 5 / 6.0, 7, 2 / 25.0, 30 / 1.001, true),
                        true,
                        true,
                        true,
                        new Timebase(10, 25 / 24.0, 30 / 1.001, true, 3600),
                        PageOptions.DEFAULT));
    }
}
