package org.tapescript.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.support.Transcripts;
import org.tapescript.text.SpokenText;
import org.tapescript.workflow.ImportTranscript;

/** What people read, read back: what was said is said, by whom it was, and nothing else. */
class RoundTripTest {
    @TempDir
    private Path folder;

    private static SyncedTranscript interview() {
        return Transcripts.imported("The works that taught a town to listen\n\n"
                + "– Mr. Harlan, you started at the works when you were fifteen. What was your first job?\n\n"
                + "– I swept the floor. I swept it for six months, and I listened to all of Europe by noon.\n\n"
                + "The main hall in 1958, with the women of the second shift. Photo: Works archive\n\n"
                + "– Did you understand what you heard?\n\n"
                + "– Not a word at first. But I could tell the languages apart by their music.\n\n"
                + "– And does it still play?\n\n"
                + "– Every evening. You sit there and really wait for the voices to come.\n\n"
                + "The hall was pulled down the following year. A supermarket stands there today.\n");
    }

    private static List<String> said(Transcript t) {
        return t.paragraphs().stream()
                .filter(p -> p.kind().isSpoken())
                .map(p -> p.speaker().orElseThrow() + ": " + SpokenText.of(t.text(), p))
                .toList();
    }

    private Transcript readBack(String format) throws IOException {
        ExportOptions o = ExportOptions.DEFAULT;
        Path file = folder.resolve("x." + Formats.writable(format).orElseThrow().extension());
        try (OutputStream out = Files.newOutputStream(file)) {
            Formats.writable(format)
                    .orElseThrow()
                    .write(interview(), new ExportOptions(o.rules(), false, false, true, o.timebase(), o.page()), out);
        }
        return ImportTranscript.run(file, List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"md", "docx", "html", "page", "otr"})
    void whatIsSaidComesBackAndNothingElse(String format) throws IOException {
        Transcript back = readBack(format);
        assertThat(said(back)).isEqualTo(said(interview().transcript()));
        assertThat(unspoken(back)).allMatch(s -> interview().transcript().text().contains(s));
    }

    @ParameterizedTest
    @ValueSource(strings = {"md", "docx", "html", "page"})
    void theTitleIsTheHeading(String format) throws IOException {
        Paragraph first = readBack(format).paragraphs().get(0);
        assertThat(first.kind()).isEqualTo(ParagraphKind.HEADING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "txt", "docx", "md"})
    void numbersOfPagesAreNotSaid(String format) throws IOException {
        assertThat(said(readBack(format))).hasSizeGreaterThan(5).noneMatch(s -> s.contains("1 / 1"));
    }

    private static List<String> unspoken(Transcript t) {
        return t.paragraphs().stream()
                .filter(p -> !p.kind().isSpoken())
                .map(p -> p.place().of(t.text()))
                .filter(s -> s.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }
}
