package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tapescript.domain.Reading;
import org.tapescript.format.ReadOptions;
import org.tapescript.support.Program;
import org.tapescript.text.structure.Instructions;
import org.tapescript.workflow.ImportTranscript;
import picocli.CommandLine;

class ImportTest {
    private static final String[][] TWO_LANGUAGES = {
        {"Speaker", "Deutsch", "English"},
        {"Ada", "Wann fuhr das Boot hinaus?", "When did the boat go out?"},
        {"Bo", "Vor dem Sturm, sagte man mir.", "Before the storm, I was told."},
        {"Ada", "Und kam es denn zurück?", "And did it come back then?"},
    };

    @TempDir
    private Path folder;

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static JsonNode json(Program.Result result) throws IOException {
        return new ObjectMapper().readTree(result.out());
    }

    private static List<String> spoken(JsonNode understood) {
        List<String> spoken = new ArrayList<>();
        understood.get("paragraphs").forEach(p -> spoken.add(p.get("spoken").asText()));
        spoken.removeIf(String::isEmpty);
        return spoken;
    }

    private static String cells(String row, String before, String after) {
        StringBuilder table = new StringBuilder();
        for (String[] cells : TWO_LANGUAGES) {
            table.append('<').append(row).append('>');
            for (String cell : cells) {
                table.append(before).append(cell).append(after);
            }
            table.append("</").append(row).append('>');
        }
        return table.toString();
    }

    private Path table(String kind) throws IOException {
        if (kind.equals("html")) {
            return write("t.html", "<html><body><table>" + cells("tr", "<td>", "</td>") + "</table></body></html>");
        }
        if (kind.equals("csv")) {
            StringBuilder csv = new StringBuilder();
            for (String[] row : TWO_LANGUAGES) {
                csv.append('"').append(String.join("\",\"", row)).append("\"\n");
            }
            return write("t.csv", csv.toString());
        }
        String part = kind.equals("docx") ? "word/document.xml" : "content.xml";
        String xml = kind.equals("docx")
                ? "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:tbl>"
                        + cells("w:tr", "<w:tc><w:p><w:r><w:t>", "</w:t></w:r></w:p></w:tc>")
                        + "</w:tbl></w:body></w:document>"
                : "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                        + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
                        + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'>"
                        + "<office:body><office:text><table:table>"
                        + cells("table:table-row", "<table:table-cell><text:p>", "</text:p></table:table-cell>")
                        + "</table:table></office:text></office:body></office:document-content>";
        Path file = folder.resolve("t." + kind);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write("application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(part));
            zip.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "odt", "html", "csv"})
    void theUsersColumnIsTakenInTablesOfAllKinds(String kind) throws IOException {
        Path file = table(kind);
        for (String column : List.of("English", "3", "english")) {
            Program.Result result = Program.run("import", file, "--json", "--column", column);
            assertThat(spoken(json(result)))
                    .containsExactly(
                            "When did the boat go out?", "Before the storm, I was told.", "And did it come back then?");
            assertThat(result.err()).isEmpty();
        }
        assertThat(spoken(json(Program.run("import", file, "--json", "--column", "Deutsch"))))
                .startsWith("Wann fuhr das Boot hinaus?");
        Reading found = ImportTranscript.understand(file, ReadOptions.FIND, Instructions.NONE)
                .reading();
        assertThat(found.choices())
                .containsExactly(
                        new Reading.Choice(Reading.Part.COLUMN, List.of("Deutsch", "English"), List.of("Deutsch")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "odt", "html"})
    void aColumnThatNoTableHasIsSaid(String kind) throws IOException {
        Program.Result result = Program.run("import", table(kind), "--column", "Nederlands");
        assertThat(result.status()).isZero();
        assertThat(result.err()).contains("no column Nederlands");
    }

    @Test
    void whatCannotBeFollowedIsSaidOnStandardError() throws IOException {
        Path text = write("t.txt", "Ada: When?\n\nBo: Before the storm.\n\nAda: And then?\n\nBo: Nothing.\n");
        Program.Result result = Program.run("import", text, "--column", "2", "--tier", "Ada");
        assertThat(result.status()).isZero();
        assertThat(result.err()).contains("no column 2").contains("no tier Ada");
        assertThat(Program.run("import", text, "--encoding", "windows-1252").err())
                .isEmpty();
        assertThat(Program.run("import", table("docx"), "--encoding", "windows-1252")
                        .err())
                .contains("windows-1252");
    }

    @Test
    void aDefectThatOneFileShowsDoesNotCostTheOthers() throws IOException {
        Path good = write("good.txt", "Ada: When?\n\nBo: Before the storm.\n");
        Path bad = write("bad.txt", "Ada: When?\n");
        StringWriter out = new StringWriter();
        Console console =
                new Console(new PrintWriter(out), new PrintWriter(new StringWriter()), false, Program.PLACES, w -> 0);
        ImportCommand command = new ImportCommand(console, (file, reading, told) -> {
            if (file.equals(bad)) {
                throw new IllegalStateException("a defect");
            }
            return ImportTranscript.understand(file, reading, told);
        });
        int status = new CommandLine(command).execute(bad.toString(), good.toString(), "--json");
        assertThat(status).isEqualTo(1);
        JsonNode both = new ObjectMapper().readTree(out.toString());
        assertThat(both.get(0).get("file").asText()).isEqualTo(bad.toString());
        assertThat(both.get(0).get("error").asText()).contains("a defect").contains("--debug");
        assertThat(spoken(both.get(1))).containsExactly("When?", "Before the storm.");
    }
}
