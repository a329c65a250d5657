package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tapescript.domain.Comment;
import org.tapescript.domain.PlacedComment;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.domain.Word;
import org.tapescript.edit.PutComment;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.Program;
import org.tapescript.support.SyncedSample;
import org.tapescript.support.Tapes;

/** What is noted in a project goes out with it, comes back in, and stays when it is synced again. */
class CommentsInAndOutTest {
    private static final Path SAMPLE = Path.of("audio-samples", "lighthouse");

    @TempDir
    private static Path folder;

    private static Path project;

    private static void run(Object... args) {
        Program.Result result = Program.run(args);
        assertThat(result.status()).as(result.err()).isZero();
    }

    private static Comment on(String id, Word first, Word last, String text) {
        return new Comment(
                id,
                Optional.of(new Comment.Words(first.id(), last.id())),
                first.span().orElseThrow().startMicros(),
                text);
    }

    @BeforeAll
    static void sync() throws Exception {
        project = Files.copy(SyncedSample.of(SAMPLE), folder.resolve("p.tapescript"));
        ProjectFile file = ProjectFile.read(project);
        List<Word> answer = file.transcript().turns().get(1).words();
        Word question = file.transcript().turns().get(2).words().get(0);
        SyncedTranscript t = file.transcript();
        for (Comment comment : List.of(
                on("c1", answer.get(1), answer.get(3), "Which \"autumn\"?\nAsk <her>, please."),
                on("c2", answer.get(3), answer.get(5), "overlaps the first"),
                on("c3", question, question, ""),
                new Comment("c4", Optional.empty(), 5_500_000, "a door"))) {
            t = new PutComment(comment).apply(t);
        }
        file.with(t).write(project);
    }

    /** What is noted where: the words, as they are printed, or the second. */
    private static List<String> noted(Path project) throws Exception {
        return new TranscriptIndex(ProjectFile.read(project).transcript())
                .comments().stream().map(CommentsInAndOutTest::noted).toList();
    }

    private static String noted(PlacedComment c) {
        return (c.ofWords()
                        ? c.first().orElseThrow().text() + ".."
                                + c.last().orElseThrow().text()
                        : String.valueOf(Math.round(c.seconds() * 10)))
                + ": " + c.comment().text().replaceAll("\\s+", " ");
    }

    @Test
    void theReportListsThem() {
        assertThat(Program.run("report", project).out())
                .contains("Comments and bookmarks (4):")
                .contains("on “the … of”: Which \"autumn\"? Ask <her>, please.")
                .contains(": bookmark")
                .contains("a door");
        assertThat(Program.run("report", project, "--json").out())
                .contains("\"from\" : \"the\"")
                .contains("\"text\" : \"a door\"");
    }

    @Test
    void wordHasThemAsComments() throws Exception {
        Path docx = folder.resolve("out.docx");
        run("export", project, "--format", "docx", "-o", docx);
        try (InputStream in = Files.newInputStream(docx);
                XWPFDocument document = new XWPFDocument(in)) {
            assertThat(document.getComments()).hasSize(4);
            assertThat(document.getComments()[0].getText()).contains("Ask <her>, please.");
            assertThat(document.getParagraphs().stream().map(p -> p.getText()))
                    .anyMatch(text -> text.contains("In the autumn of 1951. I was nineteen"));
        }
    }

    @Test
    void formatsThatHaveNoRoomForThemSaySo() {
        assertThat(Program.run("export", project, "--format", "srt", "-o", folder.resolve("out.srt"))
                        .err())
                .contains("comments");
        assertThat(Program.run("export", project, "--format", "docx", "-o", folder.resolve("silent.docx"))
                        .err())
                .doesNotContain("comments");
    }

    @ParameterizedTest
    @CsvSource({"eaf, ''", "json, ''", "csv, --word-times"})
    void theyComeBackWhereTheyWere(String format, String option) throws Exception {
        Path file = folder.resolve("out." + format);
        List<Object> args = new java.util.ArrayList<>(List.of("export", project, "--format", format, "-o", file));
        if (!option.isEmpty()) {
            args.add(option);
        }
        run(args.toArray());
        Path back = folder.resolve("from-" + format + ".tapescript");
        run("sync", Tapes.tape(SAMPLE), file, "-o", back);
        List<String> there = noted(back);
        assertThat(there).hasSize(4).contains("What..What: ");
        if (format.equals("csv")) {
            // A row has what is noted of words that begin with it.
            assertThat(there).contains("the..the: Which \"autumn\"? Ask <her>, please.", "of..of: overlaps the first");
        } else {
            assertThat(there).containsExactlyElementsOf(noted(project));
        }
    }

    @Test
    void thoseOfAWordDocumentAreTakenInByASync() throws Exception {
        Path docx = folder.resolve("back.docx");
        run("export", project, "--format", "docx", "-o", docx);
        Path back = folder.resolve("from-docx.tapescript");
        run("sync", Tapes.tape(SAMPLE), docx, "-o", back);
        assertThat(noted(back))
                .contains("the..of: Which \"autumn\"? Ask <her>, please.", "of..I: overlaps the first", "What..What: ")
                .hasSize(4);
    }

    @Test
    void theyStayWhenTheProjectIsSyncedAgain() throws Exception {
        Path again = folder.resolve("again.tapescript");
        Files.copy(project, again);
        run("sync", again);
        assertThat(noted(again)).containsExactlyElementsOf(noted(project));
    }
}
