package org.tapescript.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tapescript.format.Formats;
import org.tapescript.format.encoding.TextDecoder;
import org.tapescript.storage.WholeFile;

/**
 * A table of tapes (CSV, with a line of headings): {@code tape}, {@code transcript}, and if wanted {@code speakers}, {@code language},
 * {@code formats} and {@code name}. Several values in a field are separated by semicolons; paths are relative to the table.
 */
public final class Manifest {
    private static final Set<String> COLUMNS = Set.of("tape", "transcript", "speakers", "language", "formats", "name");
    private static final List<String> NEEDED = List.of("tape", "transcript");
    private static final String LANGUAGE = "en-us";
    private static final List<String> FORMATS = List.of("srt", "json");

    /** Files of the results, and what Windows takes for devices. */
    private static final String NOT_ALONE =
            "(?i)index|result|index\\.html|summary\\.csv|(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?";

    private static final long LARGEST = 64L << 20;

    private Manifest() {}

    /**
     * @throws MalformedManifestException if it is no such table, or a line lacks what it needs; names the line
     * @throws IOException if it cannot be read
     */
    public static List<BatchEntry> read(Path file) throws IOException {
        Optional<WholeFile.Objection> objection = WholeFile.objection(file, LARGEST);
        if (objection.isPresent()) {
            throw new MalformedManifestException(
                    "Reading " + file + ": " + objection.get().say(LARGEST));
        }
        String text = TextDecoder.decode(Files.readAllBytes(file))
                .map(TextDecoder.Decoded::text)
                .orElseThrow(() ->
                        new MalformedManifestException("Reading " + file + ": it is not text; save the table as CSV"));
        if (text.lines().filter(l -> !l.isBlank()).count() < 2) {
            throw new MalformedManifestException("Reading " + file
                    + ": no tape is listed in it; the first line must name the columns tape and transcript");
        }
        String head = text.lines().findFirst().orElse("");
        char separator = count(head, ';') > count(head, ',') ? ';' : count(head, '\t') > count(head, ',') ? '\t' : ',';
        checkHead(file, head, separator);
        List<BatchEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        CsvMapper mapper = new CsvMapper();
        mapper.enable(CsvParser.Feature.SKIP_EMPTY_LINES);
        mapper.enable(CsvParser.Feature.TRIM_SPACES);
        try (MappingIterator<Map<String, String>> rows = mapper.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader().withColumnSeparator(separator))
                .readValues(text)) {
            while (rows.hasNextValue()) {
                Map<String, String> row = new TreeMap<>();
                rows.nextValue()
                        .forEach((k, v) -> row.put(k.strip().toLowerCase(Locale.ROOT), v == null ? "" : v.strip()));
                int line = rows.getCurrentLocation().getLineNr() - 1;
                entries.add(entry(file, line, row, names, separator));
            }
        } catch (JsonProcessingException e) {
            throw new MalformedManifestException("Reading " + file + ", line "
                    + (e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()))
                    + ": the line is no row of a table: a quotation mark is not closed, or something stands behind it");
        }
        return entries;
    }

    /** What a column is missing for would be said of each line, and never why. */
    private static void checkHead(Path file, String head, char separator) throws MalformedManifestException {
        List<String> columns = Arrays.stream(head.split(Pattern.quote(String.valueOf(separator))))
                .map(c -> c.strip().replaceAll("^\"|\"$", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        List<String> missing = NEEDED.stream().filter(c -> !columns.contains(c)).toList();
        if (!missing.isEmpty() && COLUMNS.containsAll(columns)) {
            throw new MalformedManifestException("Reading " + file + ": there is no column '" + missing.get(0)
                    + "'; the first line names the columns, and is: " + head.strip());
        }
    }

    private static long count(String text, char c) {
        return text.chars().filter(x -> x == c).count();
    }

    private static BatchEntry entry(Path file, int line, Map<String, String> row, Set<String> names, char separator)
            throws IOException {
        String where = "Reading " + file + ", line " + line + ": ";
        for (String column : row.keySet()) {
            if (!COLUMNS.contains(column)) {
                throw new MalformedManifestException(where + "there is no column '" + column + "'; columns are "
                        + String.join(", ", COLUMNS.stream().sorted().toList()));
            }
        }
        Path folder = file.toAbsolutePath().getParent();
        // In a table whose own separator is a semicolon, values within a field are separated by bars.
        String within = separator == ';' ? "\\|" : ";";
        List<Path> tapes =
                values(row, "tape", within).stream().map(folder::resolve).toList();
        String transcript = row.getOrDefault("transcript", "");
        if (tapes.isEmpty() || transcript.isEmpty()) {
            throw new MalformedManifestException(where + "a tape and a transcript are needed");
        }
        List<String> formats = values(row, "formats", "[;|\\s]+");
        for (String format : formats) {
            if (Formats.writable(format).isEmpty()) {
                throw new MalformedManifestException(where + "there is no format '" + format + "'; there are: "
                        + String.join(", ", Formats.writable()));
            }
        }
        String wanted = row.getOrDefault("name", "");
        String base = folderName(
                wanted.isEmpty() ? String.valueOf(tapes.get(0).getFileName()).replaceFirst("\\.[^.]+$", "") : wanted);
        String name = base;
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = base + "-" + i;
        }
        String language = row.getOrDefault("language", "");
        return new BatchEntry(
                line,
                name,
                tapes,
                folder.resolve(transcript),
                values(row, "speakers", within),
                language.isEmpty() ? LANGUAGE : language.toLowerCase(Locale.ROOT),
                formats.isEmpty() ? FORMATS : formats);
    }

    /** What every system takes for the name of a folder, that leads nowhere else, and is no file of the results. */
    private static String folderName(String wanted) {
        String name = wanted.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", "_").replaceFirst("[. ]+$", "");
        return name.isEmpty() || name.matches(NOT_ALONE) ? name + "_" : name;
    }

    private static List<String> values(Map<String, String> row, String column, String separator) {
        return Arrays.stream(row.getOrDefault(column, "").split(separator))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .toList();
    }
}
