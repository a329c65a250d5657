package org.tapescript.format.table;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tapescript.domain.Remark;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.WordRuns;
import org.tapescript.format.WordRuns.SpokenWord;
import org.tapescript.format.timedjson.Units;

/**
 * Tables (RFC 4180 and kin, tab-separated values) with a turn or a word a row: which column holds what is told by its heading, or else by
 * what stands in it. A text without headings is one if its rows have as many columns as each other and one of them is of times.
 */
public final class TableReader implements TranscriptReader {
    private static final String SEPARATORS = ",;\t|";
    private static final int SAMPLE = 40;
    /** Characters that tell whether a text is of records. */
    private static final int HEAD = 1 << 12;

    private static final double MOSTLY = 0.95;
    private static final int MIN_ROWS = 6;
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}_-]{1,20}");
    /** The row that names the columns is among so many. */
    private static final int TITLES = 12;

    @Override
    public boolean reads(TranscriptFile file) {
        if (file.isNamed("csv", "tsv", "tab")) {
            return true;
        }
        String text = file.decoded().map(d -> d.text()).orElse("");
        if (isRecords(text)) {
            return true;
        }
        List<String> lines = sample(text.substring(0, Math.min(1 << 13, text.length())));
        return lines.size() > 2 && file.decoded().isPresent() && (hasHeadings(lines) || hasCodes(lines))
                || lines.size() > 2
                        && file.decoded().isPresent()
                        && count(lines.get(1), '\t') > 1
                        && consistency(lines.subList(0, lines.size() - 1), '\t') == 1
                        && Columns.hasTimes(lines.get(1).split("\t", -1))
                        && Columns.hasTimes(lines.get(2).split("\t", -1));
    }

    /** Whether a text is of records, which its beginning tells. */
    private static boolean isRecords(String text) {
        int end = text.length() <= HEAD ? text.length() : text.lastIndexOf('\n', HEAD);
        return end > 0 && Records.rows(text.substring(0, end)).isPresent();
    }

    /** Whether the first line names columns, and those below have as many. */
    private static boolean hasHeadings(List<String> lines) {
        for (char c : SEPARATORS.toCharArray()) {
            String[] cells = lines.get(0).split(Pattern.quote(String.valueOf(c)), -1);
            if (Columns.isHeader(cells) && consistency(lines.subList(0, lines.size() - 1), c) >= MOSTLY) {
                return true;
            }
        }
        return false;
    }

    /** Whether lines without headings are cells between bars, of which the first says, by few words of few letters, who speaks. */
    private static boolean hasCodes(List<String> lines) {
        List<String> whole = lines.subList(0, lines.size() - 1);
        if (whole.size() < MIN_ROWS || count(whole.get(0), '|') < 2 || consistency(whole, '|') < 1) {
            return false;
        }
        List<String[]> rows = whole.stream().map(l -> l.split("\\|", -1)).toList();
        long codes = rows.stream().map(r -> r[0]).distinct().count();
        return rows.stream().allMatch(r -> CODE.matcher(r[0]).matches())
                && codes * 3 <= rows.size()
                && rows.stream().anyMatch(r -> r[1].strip().contains(" "));
    }

    /** The rows from the header row on, if there is one near the top; title rows may precede it. */
    private static List<String[]> headed(List<String[]> rows) {
        for (int i = 0; i < Math.min(TITLES, rows.size()); i++) {
            if (Columns.isHeader(rows.get(i))) {
                return rows.subList(i, rows.size());
            }
        }
        return rows;
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        List<String[]> rows = headed(rows(file));
        if (rows.isEmpty()) {
            throw file.unreadable(TranscriptFault.NO_ROW);
        }
        Columns columns = Columns.of(file, rows);
        List<String[]> body = rows.subList(columns.hasHeader() ? 1 : 0, rows.size());
        Units units = columns.units(body);
        List<Optional<TimeSpan>> times = columns.times(body, units);
        List<String> texts = body.stream().map(columns::text).toList();
        long filled = texts.stream().filter(t -> !t.isBlank()).count();
        long single = texts.stream()
                .filter(t -> !t.isBlank() && !t.strip().matches("(?Us).*\\s.*"))
                .count();
        if (filled > 0 && single >= MOSTLY * filled && times.stream().anyMatch(Optional::isPresent)) {
            return words(file, body, columns, times);
        }
        TimedTurns turns = new TimedTurns(file.path());
        String speaker = "";
        for (int i = 0; i < body.size(); i++) {
            String own = columns.speaker(body.get(i));
            if (Columns.isRemark(own)) {
                turns.aside(texts.get(i));
                continue;
            }
            // Many write a speaker's name once, and leave the cells below it empty.
            speaker = own.isBlank() ? speaker : own;
            columns.comments(body.get(i)).forEach(turns::remark);
            turns.turn(speaker, times.get(i), texts.get(i));
        }
        return turns.build().withReading(columns.reading());
    }

    private static SourceDocument words(
            TranscriptFile file, List<String[]> body, Columns columns, List<Optional<TimeSpan>> times)
            throws UnreadableTranscriptException {
        List<SpokenWord> words = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        TimeSpan last = new TimeSpan(0, 0);
        for (int i = 0; i < body.size(); i++) {
            boolean timed = times.get(i).isPresent();
            last = times.get(i).orElse(new TimeSpan(last.endMicros(), last.endMicros()));
            words.add(new SpokenWord(columns.speaker(body.get(i)), columns.text(body.get(i)), last, timed));
            TimeSpan time = last;
            columns.comments(body.get(i)).forEach(c -> remarks.add(new Remark(Optional.empty(), Optional.of(time), c)));
        }
        return WordRuns.inFileOrder(file.path(), words)
                .withReading(columns.reading())
                .withRemarks(remarks);
    }

    private static List<String> sample(String text) {
        return Arrays.stream(text.split("\\R", SAMPLE + 1))
                .filter(l -> !l.isBlank())
                .limit(SAMPLE)
                .toList();
    }

    private static int count(String line, char separator) {
        int n = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            n += !quoted && line.charAt(i) == separator ? 1 : 0;
        }
        return n;
    }

    /** The share of lines that have as many separators as the first. */
    private static double consistency(List<String> lines, char separator) {
        int first = count(lines.get(0), separator);
        long same = lines.stream().filter(l -> count(l, separator) == first).count();
        return first == 0 ? 0 : same / (double) lines.size();
    }

    private static char separator(TranscriptFile file, String text) {
        List<String> lines = sample(text.substring(0, Math.min(1 << 16, text.length())));
        char best = file.isNamed("tsv", "tab") ? '\t' : ',';
        double most = lines.isEmpty() ? 0 : consistency(lines, best);
        for (char c : SEPARATORS.toCharArray()) {
            double share = lines.isEmpty() ? 0 : consistency(lines, c);
            if (share > most + 0.05) {
                best = c;
                most = share;
            }
        }
        return best;
    }

    private static List<String[]> rows(TranscriptFile file) throws UnreadableTranscriptException {
        String text = file.text();
        Optional<List<String[]>> records = isRecords(text) ? Records.rows(text) : Optional.empty();
        if (records.isPresent()) {
            return records.get();
        }
        char separator = separator(file, text);
        // Excel says itself which separator it used.
        String body = text.replaceFirst("^sep=.\\R", "");
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator);
        ObjectReader reader = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvParser.Feature.SKIP_EMPTY_LINES);
        try (MappingIterator<String[]> rows = reader.with(separator == '\t' ? schema.withoutQuoteChar() : schema)
                .readValues(body)) {
            return rows.readAll();
        } catch (IOException | RuntimeException e) {
            // A quotation mark that is never closed, or text behind one: then each line is a row.
            return Arrays.stream(body.split("\\R"))
                    .filter(l -> !l.isBlank())
                    .map(l -> l.split(Pattern.quote(String.valueOf(separator)), -1))
                    .map(cells -> Arrays.stream(cells)
                            .map(c -> c.replaceAll("^\"|\"$", ""))
                            .toArray(String[]::new))
                    .toList();
        }
    }
}
