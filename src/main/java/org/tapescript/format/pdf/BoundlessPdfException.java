package org.tapescript.format.pdf;

/** A PDF that asks for far more work or memory than a file of its size can be worth. Unchecked: PDFBox goes on after others. */
final class BoundlessPdfException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
