package org.tapescript.format.stl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.cue.Cue;
import org.tapescript.format.cue.CueDocument;

/**
 * The EBU subtitling data exchange format (EBU Tech 3264): what each block of text says, from its time in to its time out, counted from
 * where the programme begins. Colours, places on the screen and comments are left aside.
 */
public final class StlReader implements TranscriptReader {
    private static final int GENERAL = 1024;
    private static final int BLOCK = 128;
    private static final int TEXT = 16;
    private static final int USER_DATA = 0xfe;
    private static final int LAST = 0xff;
    private static final int NEW_LINE = 0x8a;
    private static final int UNUSED = 0x8f;
    private static final int PROGRAMME = 256;
    private static final Map<String, Charset> CHARSETS = Map.of(
            "01", Charset.forName("ISO-8859-5"),
            "02", Charset.forName("ISO-8859-6"),
            "03", Charset.forName("ISO-8859-7"),
            "04", Charset.forName("ISO-8859-8"));

    @Override
    public boolean reads(TranscriptFile file) {
        byte[] bytes = file.bytes();
        return bytes.length >= GENERAL
                && ascii(bytes, 3, 6).equals("STL")
                && ascii(bytes, 8, 11).equals(".01");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        byte[] bytes = file.bytes();
        if (bytes.length < GENERAL) {
            throw file.unreadable(TranscriptFault.NO_FIRST_SUBTITLE);
        }
        double rate = ascii(bytes, 6, 8).equals("30") ? 30 : 25;
        String table = ascii(bytes, 12, 14);
        double start = start(ascii(bytes, PROGRAMME, PROGRAMME + 8), rate);
        List<Cue> cues = new ArrayList<>();
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        for (int at = GENERAL; at + BLOCK <= bytes.length; at += BLOCK) {
            int extension = bytes[at + 3] & 0xff;
            boolean comment = bytes[at + 15] == 1;
            if (extension == USER_DATA || comment) {
                continue;
            }
            open.write(bytes, at + TEXT, BLOCK - TEXT);
            if (extension == LAST) {
                double from = seconds(bytes, at + 5, rate);
                double to = seconds(bytes, at + 9, rate);
                // Some count from midnight whatever the general block says.
                double origin = from < start ? 0 : start;
                Optional<TimeSpan> time = TimedTurns.span(from - origin, Math.max(from, to) - origin);
                List<Cue.Line> lines = text(open.toByteArray(), table)
                        .lines()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty())
                        .map(l -> new Cue.Line("", l))
                        .toList();
                cues.add(new Cue(time, lines));
                open.reset();
            }
        }
        return CueDocument.of(file, cues);
    }

    private static String ascii(byte[] bytes, int from, int to) {
        return new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.ISO_8859_1);
    }

    private static double start(String digits, double rate) {
        if (!digits.matches("\\d{8}")) {
            return 0;
        }
        byte[] code = new byte[4];
        for (int i = 0; i < code.length; i++) {
            code[i] = Byte.parseByte(digits.substring(2 * i, 2 * i + 2));
        }
        return seconds(code, 0, rate);
    }

    private static double seconds(byte[] bytes, int at, double rate) {
        return (bytes[at] & 0xff) * 3600
                + (bytes[at + 1] & 0xff) * 60
                + (bytes[at + 2] & 0xff)
                + (bytes[at + 3] & 0xff) / rate;
    }

    private static String text(byte[] field, String table) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        StringBuilder text = new StringBuilder();
        for (byte b : field) {
            int code = b & 0xff;
            if (code == NEW_LINE || code == UNUSED) {
                text.append(letters(line.toByteArray(), table)).append('\n');
                line.reset();
            } else if (code < ' ') {
                // Colours and boxes of teletext take a column each.
                line.write(' ');
            } else if (code < 0x7f || code >= 0xa0) {
                line.write(code);
            }
        }
        return text.append(letters(line.toByteArray(), table)).toString().replaceAll("\\h+", " ");
    }

    private static String letters(byte[] bytes, String table) {
        Charset charset = CHARSETS.get(table);
        return charset == null ? Iso6937.decode(bytes) : new String(bytes, charset);
    }
}
