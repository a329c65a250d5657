package org.tapescript.format.rtf;

import org.tapescript.domain.SourceDocument;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;

/**
 * Rich Text Format (Microsoft, RTF Specification 1.9.1): paragraphs, cells of tables, bold and italics. The JDK's own reader knows Western
 * letters only and runs cells together.
 */
public final class RtfReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.begins("{\\rtf");
    }

    @Override
    public SourceDocument read(TranscriptFile file) {
        DocumentBuilder builder = new DocumentBuilder(file.name());
        new RtfParser(file.bytes(), builder).run();
        return builder.build();
    }
}
