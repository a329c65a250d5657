package org.tapescript.format.csv;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tapescript.domain.PlacedComment;
import org.tapescript.domain.Remark;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.JsonText;
import org.tapescript.format.PrintedText;
import org.tapescript.format.TableCell;
import org.tapescript.format.TextWriter;

/** A table of turns, or of words: values between commas (RFC 4180) or tabs, a line of headings first. What is not known is empty. */
public final class CsvWriter extends TextWriter {
    private static final List<String> TURNS = List.of("turn", "line", "start", "end", "speaker", "confidence", "text");
    private static final List<String> WORDS =
            List.of("turn", "word", "start", "end", "speaker", "confidence", "origin", "text");

    private static final String COMMENT = "comment";

    private final char separator;

    public CsvWriter(char separator) {
        this.separator = separator;
    }

    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        CsvMapper mapper = new CsvMapper();
        mapper.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        mapper.enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING);
        CsvSchema.Builder schema =
                CsvSchema.builder().setColumnSeparator(separator).setUseHeader(true);
        (options.wordTimes() ? WORDS : TURNS).forEach(schema::addColumn);
        // Without comments the table has the same columns as before comments existed.
        PrintedText printed = new PrintedText(transcript);
        List<PlacedComment> comments = new TranscriptIndex(transcript).comments();
        if (!comments.isEmpty()) {
            schema.addColumn(COMMENT);
        }
        try (SequenceWriter rows = mapper.writer(schema.build().withLineSeparator(separator == ',' ? "\r\n" : "\n"))
                .writeValues(out)) {
            for (Turn turn : transcript.turns()) {
                if (!options.wordTimes()) {
                    rows.write(row(
                            comments,
                            turn.words(),
                            turn.id(),
                            String.valueOf(turn.line()),
                            start(turn.span()),
                            end(turn.span()),
                            value(turn.speaker()),
                            turn.speakerConfidence().isPresent()
                                    ? String.format(
                                            Locale.ROOT,
                                            "%.3f",
                                            turn.speakerConfidence().getAsDouble())
                                    : "",
                            value(printed.of(turn))));
                    continue;
                }
                for (Word word : turn.words()) {
                    Optional<Timing.Timed> timed =
                            word.timing() instanceof Timing.Timed t ? Optional.of(t) : Optional.empty();
                    rows.write(row(
                            comments,
                            List.of(word),
                            turn.id(),
                            word.id(),
                            start(word.span()),
                            end(word.span()),
                            value(turn.speaker()),
                            timed.map(t -> String.format(Locale.ROOT, "%.3f", t.confidence()))
                                    .orElse(""),
                            timed.map(t -> t.origin().name().toLowerCase(Locale.ROOT))
                                    .orElse(""),
                            value(word.text())));
                }
            }
        }
    }

    /** The cells of a row, with what is noted of its first words in another, if anything is noted anywhere. */
    private List<String> row(List<PlacedComment> comments, List<Word> words, String... cells) {
        List<String> row = new ArrayList<>(List.of(cells));
        if (!comments.isEmpty()) {
            row.add(value(comments.stream()
                    .filter(c -> c.first().filter(words::contains).isPresent())
                    .map(c -> c.comment().exported())
                    .collect(Collectors.joining(Remark.BETWEEN))));
        }
        return row;
    }

    /** A tab or line end within a value would end it for simple readers of tables. */
    private String value(String text) {
        return TableCell.of(separator == '\t' ? text.replaceAll("[\\t\\r\\n]+", " ") : text);
    }

    private static String start(Optional<TimeSpan> span) {
        return span.map(s -> JsonText.thousandths(s.startSeconds()).toString()).orElse("");
    }

    private static String end(Optional<TimeSpan> span) {
        return span.map(s -> JsonText.thousandths(s.endSeconds()).toString()).orElse("");
    }
}
