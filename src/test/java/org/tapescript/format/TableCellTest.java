package org.tapescript.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.support.Transcripts;

class TableCellTest {
    @Test
    void whatLooksLikeAFormulaDoesNoMoreAndReadsBack() {
        for (String text : List.of("=1+1", "+49 30", "-- yes", "@home", "'=1", "''-", "\t=1", "＝1")) {
            assertThat(TableCell.of(text)).startsWith("'").isNotEqualTo(text);
            assertThat(TableCell.text(TableCell.of(text))).isEqualTo(text);
        }
        for (String text : List.of("", "'", "'tis", "a=b", "yes", "'' - no")) {
            assertThat(TableCell.of(text)).isEqualTo(text);
            assertThat(TableCell.text(text)).isEqualTo(text);
        }
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(5); k > 0; k--) {
                text.append("'=-+@a \t\r\n".charAt(random.nextInt(10)));
            }
            assertThat(TableCell.text(TableCell.of(text.toString()))).isEqualTo(text.toString());
            assertThat(TableCell.of(text.toString())).doesNotMatch("(?s)[=+\\-@\\t\\r\\n].*");
        }
    }

    private static ExportOptions options(boolean words) {
        ExportOptions usual = ExportOptions.DEFAULT;
        return new ExportOptions(
                usual.rules(), usual.speakerNames(), words, usual.published(), usual.timebase(), usual.page());
    }

    @Test
    void tablesHoldNoFormulas() throws Exception {
        SyncedTranscript t =
                Transcripts.of(List.of("=cmd|'/c calc'!A0", "@Bo"), "+1 said \"-\" twice", "=2+3 is \t -5");
        for (String name : List.of("csv", "tsv")) {
            for (boolean words : List.of(false, true)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                Formats.writable(name).orElseThrow().write(t, options(words), out);
                List<Map<String, String>> rows = new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader().withColumnSeparator(name.equals("csv") ? ',' : '\t'))
                        .<Map<String, String>>readValues(out.toString(StandardCharsets.UTF_8))
                        .readAll();
                assertThat(rows).isNotEmpty();
                for (Map<String, String> row : rows) {
                    assertThat(row.values()).allMatch(cell -> !cell.matches("(?s)[=+\\-@\\t\\r].*"));
                    assertThat(TableCell.text(row.get("speaker"))).isIn("=cmd|'/c calc'!A0", "@Bo");
                }
            }
        }
    }
}
