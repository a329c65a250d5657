package org.tapescript.format.pdf;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps PDFBox from printing traces: fonts of the system that are damaged are of no concern, and a damaged file is refused in one line. */
final class PdfLogs {
    /** Kept from being collected, with their levels. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    private PdfLogs() {}

    static void off() {
        LOGGERS.forEach(l -> l.setLevel(Level.OFF));
    }
}
