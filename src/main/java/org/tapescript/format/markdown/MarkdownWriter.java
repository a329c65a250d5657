package org.tapescript.format.markdown;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.format.ClockTime;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.Piece;
import org.tapescript.format.PrintedText;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;

/** Markdown (CommonMark 0.31): a paragraph a turn, with speaker and time; headings as headings, other unspoken text as quotations. */
public final class MarkdownWriter extends TextWriter {
    /** A comment, which only those see who read the source: what is quoted below it nobody says. Its kind may stand behind a colon. */
    static final Pattern UNSPOKEN = Pattern.compile("<!-- unspoken(?:: (?<kind>[a-z-]+))? -->");

    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        out.write("# " + escape(Texts.oneLine(Texts.documentTitle(transcript))) + "\n\n");
        PrintedText printed = new PrintedText(transcript);
        for (Piece piece : Texts.belowTitle(transcript)) {
            if (piece instanceof Piece.Spoken spoken) {
                Turn turn = spoken.turn();
                out.write("**" + escape(Texts.oneLine(turn.speaker())) + "**");
                String time = turn.span()
                        .map(TimeSpan::startSeconds)
                        .map(ClockTime::seconds)
                        .orElse("–");
                out.write(" \\[" + time + "\\] "
                        + printed.texts(turn).stream()
                                .map(MarkdownWriter::escape)
                                .collect(Collectors.joining("\n\n"))
                        + "\n\n");
            } else if (piece instanceof Piece.Unspoken unspoken) {
                Paragraph p = unspoken.paragraph();
                String text = escape(
                        Texts.oneLine(p.place().of(transcript.transcript().text())));
                out.write((p.kind() == ParagraphKind.HEADING
                                ? "## "
                                : "<!-- unspoken: " + p.kind().label() + " -->\n\n> ")
                        + text + "\n\n");
            }
        }
    }

    /** Whatever could be markup is not (CommonMark, 2.4). */
    private static String escape(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#+!|~&-])", "\\\\$1").replaceAll("(^| )(\\d+)([.)])", "$1$2\\\\$3");
    }
}
