package org.tapescript.format.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.ReadOptions;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;

/**
 * Pages of websites whose transcript stands in their front matter, as a YAML list called {@code transcript} with a record for each line.
 * Records of nothing but a heading are left out, and what the page says below is not the transcript.
 */
public final class FrontRecordsReader implements TranscriptReader {
    private static final Pattern LIST = Pattern.compile("(?:transcript|transcription|transcripts|dialogue):\\h*");
    private static final Pattern HEADING = Pattern.compile("\\h*-\\h+(?:header|heading|title):.*");

    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("md", "markdown", "mdx", "html", "njk")
                && file.start().startsWith("---")
                && Records.rows(list(file.decoded().map(d -> d.text()).orElse("")))
                        .isPresent();
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        // The user's encoding was for the file; the list is in ours.
        ReadOptions options = ReadOptions.FIND;
        byte[] list = list(file.text()).getBytes(StandardCharsets.UTF_8);
        return new TableReader().read(new TranscriptFile(file.path(), list, options));
    }

    /** The lines of the list, until the next field or the end of the front matter. */
    private static String list(String text) {
        StringBuilder list = new StringBuilder();
        List<String> lines = text.lines().toList();
        int i = 1;
        while (i < lines.size() && !LIST.matcher(lines.get(i)).matches()) {
            if (lines.get(i).equals("---")) {
                return "";
            }
            i++;
        }
        for (i++; i < lines.size() && lines.get(i).matches("(?:\\h|-\\h).*|"); i++) {
            boolean alone = HEADING.matcher(lines.get(i)).matches()
                    && i + 1 < lines.size()
                    && !lines.get(i + 1).startsWith("  ");
            list.append(alone ? "" : lines.get(i) + "\n");
        }
        return list.toString();
    }
}
