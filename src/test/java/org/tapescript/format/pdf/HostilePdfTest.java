package org.tapescript.format.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tapescript.format.Formats;
import org.tapescript.format.ReadOptions;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.UnreadableTranscriptException;

/** PDFs that unpack, count or draw without end: each is read, or refused in one line, and soon. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostilePdfTest {
    private static final String HELLO = "BT /F 12 Tf 50 700 Td (Ann: hello there) Tj ET";
    private static final String FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
    private static final String PAGE =
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%s>>>>";

    /** Objects of a file, from number 1: catalogue, pages, page, contents, font, more. Its table is left out: it is found anew. */
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private int objects;

    private void object(String text) {
        object(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void object(byte[] bytes) {
        line(++objects + " 0 obj");
        file.writeBytes(bytes);
        line("\nendobj");
    }

    private void line(String text) {
        file.writeBytes((text + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private void stream(String dictionary, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("<<" + dictionary + "/Length " + content.length + ">>\nstream\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(content);
        bytes.writeBytes("\nendstream".getBytes(StandardCharsets.ISO_8859_1));
        object(bytes.toByteArray());
    }

    private void stream(String dictionary, String content) {
        stream(dictionary, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] packed(byte[] content, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            for (int i = 0; i < times; i++) {
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] packed(String content, int times) throws IOException {
        return packed(content.getBytes(StandardCharsets.ISO_8859_1), times);
    }

    private void begin(String resources) {
        line("%PDF-1.7");
        object("<</Type/Catalog/Pages 2 0 R>>");
        object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
        object(String.format(PAGE, resources));
    }

    private String text() throws IOException {
        line("trailer\n<</Root 1 0 R/Size " + (objects + 1) + ">>\n%%EOF");
        return Formats.read(new TranscriptFile(Path.of("x.pdf"), file.toByteArray(), ReadOptions.FIND))
                .text();
    }

    private void isRefused() {
        assertThatThrownBy(this::text).isInstanceOf(UnreadableTranscriptException.class);
    }

    private void isReadOrRefused() throws IOException {
        try {
            assertThat(text()).isNotNull();
        } catch (UnreadableTranscriptException e) {
            assertThat(e.fault()).isIn(TranscriptFault.DAMAGED_PDF, TranscriptFault.PDF_PICTURES);
        }
    }

    @Test
    void anHonestPageIsRead() throws IOException {
        begin("");
        stream("", HELLO);
        object(FONT);
        assertThat(text()).contains("hello there");
    }

    /** It took PDFBox for ever: the last digit was read again and again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/CIDInit 1 beginbfchar 12",
                "1 beginbfrange <00> <ff> <00> 7",
                "3",
                "1 begincidrange <00> <01> 5"
            })
    void aMapOfLettersMayEndWithADigit(String map) throws IOException {
        begin("");
        stream("", HELLO);
        object(FONT.replace(">>", "/ToUnicode 6 0 R>>"));
        stream("", map);
        assertThat(text()).contains("hello there");
    }

    @Test
    void aMapOfLettersWithoutEndIsRefused() throws IOException {
        begin("");
        stream("", HELLO);
        object(FONT.replace(">>", "/ToUnicode 6 0 R>>"));
        stream("/Filter/FlateDecode", packed("1 beginbfrange <0000> <ffff> <0000> endbfrange\n".repeat(100), 500));
        isRefused();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/Filter/FlateDecode", "/Filter[/FlateDecode]", "/Filter/FlateDecode/Type/ObjStm/N 1/First 1"})
    void pagesThatSwellAreRefused(String dictionary) throws IOException {
        begin("");
        stream(dictionary, packed(new byte[1 << 20], 40));
        object(FONT);
        isRefused();
    }

    @Test
    void pagesPackedTwiceAreRefused() throws IOException {
        begin("");
        stream("/Filter[/ASCIIHexDecode/FlateDecode]", hex(packed(new byte[1 << 20], 40)));
        object(FONT);
        isRefused();
    }

    private static String hex(byte[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (byte b : bytes) {
            hex.append(String.format("%02x", b));
        }
        return hex + ">";
    }

    @Test
    void crossReferencesThatSwellAreRefused() throws IOException {
        begin("");
        stream("", HELLO);
        object(FONT);
        int at = file.size();
        stream("/Type/XRef/W[1 4 1]/Size 7/Root 1 0 R/Filter/FlateDecode", packed(new byte[1 << 20], 40));
        line("startxref\n" + at + "\n%%EOF");
        isRefused();
    }

    @Test
    void rowsThatAreWiderThanMemoryAreRefused() throws IOException {
        begin("");
        stream("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000>>", packed(HELLO, 1));
        object(FONT);
        isRefused();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 2147483647 500",
                "0 65535 500 0 65535 500 0 65535 500 0 65535 500 0 65535 500 0 65535 500 0 65535 1 0 65535 1 0 65535 1 0 65535 1 0 65535 1 0 65535 1 0 65535 1 0 65535 1 0 65535 1 0 65535 1 0 65535 1 0 65535 1"
            })
    void widthsWithoutEndAreRefused(String widths) throws IOException {
        begin("");
        stream("", HELLO);
        object("<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>");
        object(
                "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                        + "/W[" + widths + "]>>");
        isRefused();
    }

    /** As Typst writes them for Chinese: a range for each of some hundred letters far apart. */
    @Test
    void manyWidthsOfSingleLettersAreRead() throws IOException {
        String widths = IntStream.range(0, 300)
                .mapToObj(n -> 100 * n + " " + 100 * n + " 500")
                .collect(Collectors.joining(" "));
        begin("/More 6 0 R");
        stream("", HELLO);
        object(FONT);
        object("<</Type/Font/Subtype/CIDFontType2/BaseFont/X/W[" + widths + "]>>");
        assertThat(text()).contains("hello there");
    }

    @Test
    void formsThatDrawEachOtherTenfoldAreRefused() throws IOException {
        int deep = 20;
        begin("/XObject<</X 6 0 R>>");
        stream("", HELLO + "/X Do ".repeat(10));
        object(FONT);
        for (int i = 0; i < deep; i++) {
            stream(
                    "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X " + (objects + 2) + " 0 R>>>>",
                    "/X Do ".repeat(10));
        }
        stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "q Q");
        isRefused();
    }

    @Test
    void aFormThatDrawsItselfIsDrawnNoMore() throws IOException {
        begin("/XObject<</X 6 0 R>>");
        stream("", HELLO + " /X Do");
        object(FONT);
        stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>", "/X Do");
        assertThat(text()).contains("hello there");
    }

    @Test
    void lettersWithoutEndAreRefused() throws IOException {
        begin("");
        stream("/Filter/FlateDecode", packed("BT /F 12 Tf (" + "ab c".repeat(5000) + ") Tj ET\n", 1000));
        object(FONT);
        isRefused();
    }

    @Test
    void onePageShownAThousandTimesIsRefused() throws IOException {
        line("%PDF-1.7");
        object("<</Type/Catalog/Pages 2 0 R>>");
        String kids = IntStream.range(6, 3006).mapToObj(n -> n + " 0 R").collect(Collectors.joining(" "));
        object("<</Type/Pages/Count 3000/Kids[" + kids + "]>>");
        object("null");
        stream("/Filter/FlateDecode", packed("1 2 3 4 5 6 7 8 9 ".repeat(100), 1000));
        object(FONT);
        for (int i = 0; i < 3000; i++) {
            object(String.format(PAGE, ""));
        }
        isRefused();
    }

    @Test
    void pagesThatHoldEachOtherAreReadOnce() throws IOException {
        line("%PDF-1.7");
        object("<</Type/Catalog/Pages 2 0 R>>");
        object("<</Type/Pages/Count 5/Parent 6 0 R/Kids[3 0 R 6 0 R]>>");
        object(String.format(PAGE, ""));
        stream("", HELLO);
        object(FONT);
        object("<</Type/Pages/Count 5/Parent 2 0 R/Kids[2 0 R 6 0 R 3 0 R]>>");
        isReadOrRefused();
    }

    @Test
    void aDeepTreeOfPagesIsRefused() throws IOException {
        line("%PDF-1.7");
        object("<</Type/Catalog/Pages 2 0 R>>");
        object("<</Type/Pages/Count 1/Kids[6 0 R]>>");
        object(String.format(PAGE, ""));
        stream("", HELLO);
        object(FONT);
        for (int i = 0; i < 10_000; i++) {
            object("<</Type/Pages/Count 1/Parent " + objects + " 0 R/Kids[" + (objects + 2) + " 0 R]>>");
        }
        object(String.format(PAGE, ""));
        isRefused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "<</A ", "(", "<", "[<</B["})
    void deepObjectsAreReadOrRefused(String deep) throws IOException {
        begin("");
        stream("", HELLO + " " + deep.repeat(100_000));
        object(FONT);
        object(deep.repeat(100_000));
        isReadOrRefused();
    }

    @Test
    void referencesInACircleAreReadOrRefused() throws IOException {
        for (String length : List.of("4 0 R", "6 0 R", "99 0 R")) {
            file.reset();
            objects = 0;
            begin("");
            object("<</Length " + length + ">>\nstream\n" + HELLO + "\nendstream");
            object(FONT);
            object("7 0 R");
            object("6 0 R");
            isReadOrRefused();
        }
    }

    @Test
    void glyphsThatAreDrawingsAreReadOrRefused() throws IOException {
        begin("");
        stream("", HELLO);
        object(
                "<</Type/Font/Subtype/Type3/FontBBox[0 0 0 0]/FontMatrix[1 0 0 1 0 0]/FirstChar 0/LastChar 255"
                        + "/Encoding<</Differences[65/A 110/n]>>/Resources<</Font<</F 5 0 R>>>>/CharProcs<</A 6 0 R/n 6 0 R>>>>");
        stream("", "100 0 d0 " + HELLO);
        isReadOrRefused();
    }

    @Test
    void marksOfObjectsWithoutAnyAreReadOrRefused() {
        line("%PDF-1.7");
        for (int i = 0; i < 100_000; i++) {
            line(i + " 0 obj");
        }
        for (int i = 0; i < 10_000; i++) {
            line("xref\ntrailer <</Prev " + i + ">>\nstartxref\n0\n%%EOF");
        }
        isRefused();
    }
}
