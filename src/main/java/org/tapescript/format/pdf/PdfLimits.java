package org.tapescript.format.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * What PDFBox would unpack or count through whatever its size, looked at before it does: streams that swell, tables of widths and of letters
 * without end. Time and memory grow with what the file may unpack to.
 */
final class PdfLimits {
    /** Of a stream that is unpacked; pages of transcripts have some kilobytes. */
    private static final int MAX_STREAM = 32 << 20;
    /** Of a map from codes to letters: all of Unicode's first plane, one by one, takes 1.3 MB. */
    private static final int MAX_MAP = 2 << 20;
    /** Of all widths that a font gives by ranges; it has 65,536 codes. */
    private static final long MAX_WIDTHS = 1 << 20;

    private static final long MAX_ROW = 1 << 20;
    /** More filters one after another have no use. */
    private static final int MAX_FILTERS = 4;

    private static final Pattern CROSS_REFERENCES = Pattern.compile("/XRef\\b");
    private static final Pattern STREAM = Pattern.compile("stream\r?\n");
    private static final Pattern COLUMNS = Pattern.compile("/Columns\\s+(\\d{1,18})");
    private static final int HEAD = 2000;

    private final Map<COSStream, Long> sizes = new IdentityHashMap<>();

    private PdfLimits() {}

    /** Streams of cross-references, which PDFBox unpacks when it opens a file: looked at in the file's bytes. */
    static void checkUnopened(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher mark = CROSS_REFERENCES.matcher(text);
        while (mark.find()) {
            int start = Math.max(0, text.lastIndexOf(" obj", mark.start()));
            Matcher stream = STREAM.matcher(text).region(start, Math.min(text.length(), mark.end() + HEAD));
            if (stream.find()) {
                Matcher columns = COLUMNS.matcher(text).region(start, stream.start());
                require(!columns.find() || Long.parseLong(columns.group(1)) <= MAX_ROW);
                checkInflated(bytes, stream.end());
            }
        }
    }

    private static void checkInflated(byte[] bytes, int from) {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from))) {
            require(in.skip(MAX_STREAM + 1L) <= MAX_STREAM);
        } catch (IOException e) {
            // Not packed so, or damaged: then it does not swell.
            return;
        }
    }

    /** All that is reached from a document that is open. */
    static PdfLimits check(COSDocument document) throws IOException {
        PdfLimits limits = new PdfLimits();
        for (long packed : List.copyOf(document.getXrefTable().values())) {
            // Negative: the object lies in the stream of that number.
            COSBase stream = packed >= 0
                    ? null
                    : document.getObjectFromPool(new COSObjectKey(-packed, 0)).getObject();
            if (stream instanceof COSStream) {
                limits.checkStream((COSStream) stream, MAX_STREAM);
            }
        }
        if (document.getTrailer() != null) {
            limits.walk(document.getTrailer());
        }
        return limits;
    }

    /** Bytes that a stream which was looked at has unpacked. */
    long size(COSBase contents) {
        if (contents instanceof COSArray) {
            long all = 0;
            for (COSBase part : (COSArray) contents) {
                all += size(part instanceof COSObject ? ((COSObject) part).getObject() : part);
            }
            return all;
        }
        return contents instanceof COSStream ? sizes.getOrDefault(contents, 0L) : 0;
    }

    private void walk(COSBase root) throws IOException {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            COSBase base = open.pop();
            COSBase object = base instanceof COSObject ? ((COSObject) base).getObject() : base;
            if (object == null || !seen.add(object)) {
                continue;
            }
            if (object instanceof COSDictionary) {
                COSDictionary dictionary = (COSDictionary) object;
                checkFont(dictionary);
                dictionary.getValues().forEach(open::push);
                if (object instanceof COSStream && isUsed(dictionary)) {
                    checkStream((COSStream) object, MAX_STREAM);
                }
            } else if (object instanceof COSArray) {
                ((COSArray) object).forEach(part -> {
                    if (part != null) {
                        open.push(part);
                    }
                });
            }
        }
    }

    private static boolean isUsed(COSDictionary stream) {
        return !COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
                && !COSName.EMBEDDED_FILE.equals(stream.getCOSName(COSName.TYPE))
                && !COSName.METADATA.equals(stream.getCOSName(COSName.TYPE));
    }

    private void checkFont(COSDictionary font) throws IOException {
        COSBase map = font.getDictionaryObject(COSName.TO_UNICODE);
        if (map instanceof COSStream) {
            checkStream((COSStream) map, MAX_MAP);
        }
        long widths = 0;
        for (COSName key : List.of(COSName.W, COSName.W2)) {
            COSBase table = font.getDictionaryObject(key);
            int i = 0;
            while (table instanceof COSArray && i + 1 < ((COSArray) table).size()) {
                COSBase first = ((COSArray) table).getObject(i);
                COSBase last = ((COSArray) table).getObject(i + 1);
                boolean range = first instanceof COSNumber && last instanceof COSNumber;
                if (range) {
                    widths += Math.max(0, ((COSNumber) last).longValue() - ((COSNumber) first).longValue());
                }
                // Behind a range stands its width, or what is as long; a list of widths stands behind its first code.
                int behind = last instanceof COSArray ? 2 : key.equals(COSName.W) ? 3 : 5;
                i += first instanceof COSNumber ? behind : 1;
                require(widths <= MAX_WIDTHS);
            }
        }
    }

    private void checkStream(COSStream stream, int most) throws IOException {
        Long known = sizes.get(stream);
        if (known == null) {
            known = (long) unpacked(stream);
            sizes.put(stream, known);
        }
        require(known <= most);
    }

    private static int unpacked(COSStream stream) throws IOException {
        List<COSName> names = new ArrayList<>();
        COSBase filters = stream.getFilters();
        for (COSBase filter : filters instanceof COSArray ? (COSArray) filters : new COSArray()) {
            if (filter instanceof COSName) {
                names.add((COSName) filter);
            }
        }
        if (filters instanceof COSName) {
            names.add((COSName) filters);
        }
        require(names.size() <= MAX_FILTERS && longestRow(stream.getDictionaryObject(COSName.DECODE_PARMS)) <= MAX_ROW);
        try (InputStream raw = stream.createRawInputStream()) {
            InputStream in = raw;
            BoundedBytes out = new BoundedBytes(MAX_STREAM);
            for (int i = 0; i < names.size(); i++) {
                Filter filter = FilterFactory.INSTANCE.getFilter(names.get(i));
                out = new BoundedBytes(MAX_STREAM);
                filter.decode(in, out, stream, i);
                in = out.toInput();
            }
            return names.isEmpty() ? 0 : out.size();
        } catch (IOException e) {
            // Damaged, or packed in a way that is not known: PDFBox finds that out by itself.
            return 0;
        }
    }

    private static long longestRow(COSBase parameters) {
        long longest = 0;
        COSArray all = parameters instanceof COSArray ? (COSArray) parameters : new COSArray(List.of());
        if (parameters instanceof COSDictionary) {
            all.add(parameters);
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.getObject(i) instanceof COSDictionary) {
                longest = Math.max(longest, ((COSDictionary) all.getObject(i)).getLong(COSName.COLUMNS));
            }
        }
        return longest;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new BoundlessPdfException();
        }
    }
}
