package org.tapescript.format.stl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tapescript.domain.Cue;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.format.ExportFault;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.Texts;
import org.tapescript.format.Timebase;
import org.tapescript.format.Timecode;
import org.tapescript.format.TranscriptWriter;
import org.tapescript.format.UnwritableException;
import org.tapescript.subtitle.CueBuilder;

/**
 * The EBU subtitling data exchange format (EBU Tech 3264): a general block of 1024 bytes, then blocks of 128, one a subtitle or more
 * if its text is long. Letters are of the one code table that holds most of the text; others become question marks.
 */
public final class StlWriter implements TranscriptWriter {
    private static final int TEXT = 112;
    private static final byte NEW_LINE = (byte) 0x8a;
    private static final byte UNUSED = (byte) 0x8f;
    private static final int LAST_ROW = 22;
    private static final double DAY = 24 * 3600;
    /** Code tables (CCT) beside Latin, by the script they hold. */
    private static final Map<Character.UnicodeScript, String> TABLES = Map.of(
            Character.UnicodeScript.CYRILLIC, "01",
            Character.UnicodeScript.ARABIC, "02",
            Character.UnicodeScript.GREEK, "03",
            Character.UnicodeScript.HEBREW, "04");

    private static final Map<String, Charset> CHARSETS = Map.of(
            "01", Charset.forName("ISO-8859-5"),
            "02", Charset.forName("ISO-8859-6"),
            "03", Charset.forName("ISO-8859-7"),
            "04", Charset.forName("ISO-8859-8"));
    /** Languages by number (Tech 3264, appendix 3). */
    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("cs", "06"),
            Map.entry("da", "07"),
            Map.entry("de", "08"),
            Map.entry("en", "09"),
            Map.entry("es", "0A"),
            Map.entry("fr", "0F"),
            Map.entry("it", "15"),
            Map.entry("nl", "1D"),
            Map.entry("no", "1E"),
            Map.entry("pl", "20"),
            Map.entry("pt", "21"),
            Map.entry("fi", "27"),
            Map.entry("sv", "28"),
            Map.entry("ru", "56"));

    @Override
    public void write(SyncedTranscript transcript, ExportOptions options, OutputStream out) throws IOException {
        Timebase time = options.timebase();
        long rate = Math.round(time.frameRate());
        if (rate != 25 && rate != 30) {
            throw new UnwritableException("stl", ExportFault.FRAME_RATE);
        }
        List<Cue> cues = new CueBuilder(options.rules()).build(transcript);
        double end = cues.isEmpty() ? 0 : cues.get(cues.size() - 1).time().endSeconds();
        if (end + time.startSeconds() >= DAY) {
            throw new UnwritableException("stl", ExportFault.DAY);
        }
        if (cues.size() > 0xffff) {
            throw new UnwritableException("stl", ExportFault.MANY_SUBTITLES);
        }
        String table = table(cues);
        List<byte[]> blocks = new ArrayList<>();
        for (int i = 0; i < cues.size(); i++) {
            block(i, cues.get(i), table, time, blocks);
        }
        String first = cues.isEmpty()
                ? "00000000"
                : digits(time.timecode(time.frame(cues.get(0).time().startSeconds())));
        out.write(general(transcript, options, table, rate, cues.size(), blocks.size(), first));
        for (byte[] block : blocks) {
            out.write(block);
        }
    }

    private static String table(List<Cue> cues) {
        Map<String, Long> counts = new java.util.TreeMap<>();
        cues.forEach(c -> String.join("", c.lines())
                .codePoints()
                .filter(Character::isLetter)
                .forEach(p -> counts.merge(TABLES.getOrDefault(Character.UnicodeScript.of(p), "00"), 1L, Long::sum)));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("00");
    }

    private static byte[] general(
            SyncedTranscript transcript,
            ExportOptions options,
            String table,
            long rate,
            int cues,
            int blocks,
            String first) {
        String title = Texts.oneLine(Texts.title(transcript));
        String language = LANGUAGES.getOrDefault(
                Locale.forLanguageTag(Texts.languageTag(transcript)).getLanguage(), "00");
        StringBuilder gsi = new StringBuilder();
        gsi.append("850")
                .append("STL")
                .append(rate)
                .append(".01")
                .append("0")
                .append(table)
                .append(language);
        field(gsi, title, 32);
        field(gsi, "", 32 + 32 + 32 + 32 + 32 + 16);
        // Nothing says when: the same transcript gives the same file.
        gsi.append("000101").append("000101").append("00");
        gsi.append(String.format(Locale.ROOT, "%05d%05d001", blocks, cues));
        gsi.append(String.format(
                        Locale.ROOT, "%02d%02d", Math.min(99, options.rules().lineLength()), 23))
                .append("1");
        gsi.append(digits(options.timebase().timecode(0)))
                .append(first)
                .append("11")
                .append("   ");
        field(gsi, "", 32);
        field(gsi, "Tapescript", 32);
        field(gsi, "", 1024 - gsi.length());
        return gsi.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void field(StringBuilder gsi, String text, int length) {
        String ascii = text.replaceAll("[^\\x20-\\x7e]", "?");
        gsi.append(ascii, 0, Math.min(length, ascii.length()));
        gsi.append(" ".repeat(Math.max(0, length - ascii.length())));
    }

    private static String digits(Timecode code) {
        return code.toString().replaceAll("[:;]", "");
    }

    private static void block(int number, Cue cue, String table, Timebase time, List<byte[]> blocks) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = 0; i < cue.lines().size(); i++) {
            if (i > 0) {
                text.write(NEW_LINE);
            }
            text.writeBytes(encode(cue.lines().get(i), table));
        }
        byte[] bytes = text.toByteArray();
        long from = time.frame(cue.time().startSeconds());
        long to = Math.max(from + 1, time.frame(cue.time().endSeconds()));
        int parts = Math.max(1, (bytes.length + TEXT - 1) / TEXT);
        for (int part = 0; part < parts; part++) {
            byte[] block = new byte[128];
            block[1] = (byte) number;
            block[2] = (byte) (number >> 8);
            block[3] = (byte) (part == parts - 1 ? 0xff : part);
            code(time.timecode(from), block, 5);
            code(time.timecode(to), block, 9);
            block[13] = (byte) Math.max(1, LAST_ROW - 2 * (cue.lines().size() - 1));
            block[14] = 2;
            Arrays.fill(block, 16, 128, UNUSED);
            int length = Math.min(TEXT, bytes.length - part * TEXT);
            System.arraycopy(bytes, part * TEXT, block, 16, Math.max(0, length));
            blocks.add(block);
        }
    }

    private static void code(Timecode code, byte[] block, int at) {
        block[at] = (byte) code.hours();
        block[at + 1] = (byte) code.minutes();
        block[at + 2] = (byte) code.seconds();
        block[at + 3] = (byte) code.frames();
    }

    private static byte[] encode(String text, String table) {
        if (table.equals("00")) {
            return Iso6937.encode(text);
        }
        String plain = text.replaceAll("[’‘]", "'")
                .replaceAll("[“”]", "\"")
                .replaceAll("[–—]", "-")
                .replace("…", "...");
        return plain.getBytes(CHARSETS.get(table));
    }
}
