package org.tapescript.batch;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tapescript.format.TableCell;
import org.tapescript.storage.AtomicFile;

/**
 * What is said of a whole archive: a table and a page with a line a tape, and its statistics.
 *
 * @param results of tapes that were dealt with, in the order of the manifest
 */
record BatchSummary(Path folder, List<BatchResult> results, BatchStatistics statistics) {
    private static final String SUMMARY = "summary.csv";
    private static final List<String> COLUMNS = List.of(
            "name",
            "state",
            "minutes",
            "words",
            "placed",
            "not found",
            "untranscribed seconds",
            "spots",
            "unsure speakers",
            "seconds",
            "problem");

    private static final String STATISTICS = "statistics.csv";

    /** Files that are written. */
    static List<Path> files(Path folder) {
        return List.of(folder.resolve(SUMMARY), folder.resolve(BatchTape.INDEX), folder.resolve(STATISTICS));
    }

    /** What an earlier run left is written anew; a file of one of these names that somebody else has put there is not replaced. */
    static void checkOwn(Path folder) throws IOException {
        Path table = folder.resolve(SUMMARY);
        boolean own = false;
        if (Files.isRegularFile(table)) {
            // The table is written first: nothing else can be of an earlier run where it is not.
            try (InputStream in = Files.newInputStream(table)) {
                byte[] headings = String.join(",", COLUMNS.subList(0, 3)).getBytes(StandardCharsets.UTF_8);
                own = Arrays.equals(in.readNBytes(headings.length), headings);
            }
        }
        if (!own) {
            for (Path file : files(folder)) {
                BatchTape.refuseForeign(file);
            }
        }
    }

    /** Writes table and page of all, whole or not at all. */
    void write() throws IOException {
        table(SUMMARY, COLUMNS, results.stream().map(BatchSummary::row).toList());
        AtomicFile.write(
                folder.resolve(BatchTape.INDEX),
                out -> new BatchPage(results, statistics).write(out, Locale.getDefault()));
        table(
                STATISTICS,
                List.of("figure", "value"),
                statistics.figures().stream()
                        .map(f -> List.of(f.heading(Locale.ROOT), f.text()))
                        .toList());
    }

    private void table(String name, List<String> columns, List<List<String>> rows) throws IOException {
        CsvMapper mapper = new CsvMapper();
        mapper.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
        columns.forEach(schema::addColumn);
        AtomicFile.write(folder.resolve(name), out -> {
            try (SequenceWriter lines = mapper.writer(schema.build()).writeValues(out)) {
                for (List<String> row : rows) {
                    lines.write(row);
                }
            }
        });
    }

    private static List<String> row(BatchResult r) {
        BatchResult.Figures f = r.figures();
        return f == null
                ? List.of(
                        TableCell.of(r.name()),
                        "failed",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        String.valueOf(r.seconds()),
                        TableCell.of(r.problem()))
                : List.of(
                        TableCell.of(r.name()),
                        "done",
                        String.format(Locale.ROOT, "%.1f", f.minutes()),
                        String.valueOf(f.words()),
                        String.format(Locale.ROOT, "%.4f", f.placedShare()),
                        String.valueOf(f.notFound()),
                        String.format(Locale.ROOT, "%.1f", f.untranscribedSeconds()),
                        String.valueOf(f.spots()),
                        String.valueOf(f.unsureSpeakers()),
                        String.valueOf(r.seconds()),
                        "");
    }
}
