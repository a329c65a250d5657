package org.tapescript.format.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the text of pages, and stops where they ask for more than a file of that size may: forms that draw each other, pages without end. */
final class BoundedStripper extends PDFTextStripper {
    /** Drawn by a file of any size, and for each of its bytes: an operator takes three bytes at least, and packs to a tenth. */
    private static final long OPERATORS = 400_000;

    private static final long OPERATORS_PER_BYTE = 20;
    /** That a form counts for: each time it is drawn, it is parsed again. */
    private static final int OPERATORS_PER_FORM = 50;
    /** On one page. */
    private static final int LETTERS = 500_000;
    /** Bytes of all pages together, unpacked. */
    private static final long CONTENTS = 256L << 20;

    private final PdfLimits limits;
    private long operators;
    private long contents = CONTENTS;
    private int letters;

    BoundedStripper(PdfLimits limits, int fileSize) throws IOException {
        this.limits = limits;
        operators = OPERATORS + OPERATORS_PER_BYTE * fileSize;
        setLineSeparator("\n");
        setParagraphStart("");
        setPageEnd("");
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        letters = LETTERS;
        contents -= limits.size(page.getCOSObject().getDictionaryObject(COSName.CONTENTS));
        require(contents >= 0);
        super.processPage(page);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        require(--operators >= 0);
        super.processOperator(operator, operands);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        operators -= OPERATORS_PER_FORM;
        super.showForm(form);
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
        operators -= OPERATORS_PER_FORM;
        super.showTransparencyGroup(group);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        require(--letters >= 0);
        super.processTextPosition(text);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new BoundlessPdfException();
        }
    }
}
