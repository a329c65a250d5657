package org.tapescript.format.rtf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tapescript.domain.Block.Cell;
import org.tapescript.format.DocumentBuilder;

/** Goes through the groups, control words and letters of RTF once; what it does not know it passes over, as the specification has it. */
final class RtfParser {
    /** Groups that hold no text of the document. */
    private static final Set<String> DESTINATIONS = Set.of(
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "footnote",
            "annotation",
            "fldinst",
            "listtable",
            "listoverridetable",
            "rsidtbl",
            "themedata",
            "colorschememapping",
            "datastore",
            "latentstyles",
            "generator",
            "xmlnstbl",
            "bkmkstart",
            "bkmkend",
            "pntext",
            "pntxta",
            "pntxtb",
            "listtext",
            "ftnsep",
            "ftnsepc",
            "aftnsep",
            "aftnsepc",
            "revtbl",
            "filetbl",
            "nonshppict",
            "shpinst",
            "sp",
            "do");

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("line", "\n"),
            Map.entry("tab", "\t"),
            Map.entry("emdash", "—"),
            Map.entry("endash", "–"),
            Map.entry("lquote", "‘"),
            Map.entry("rquote", "’"),
            Map.entry("ldblquote", "“"),
            Map.entry("rdblquote", "”"),
            Map.entry("bullet", "•"),
            Map.entry("emspace", " "),
            Map.entry("enspace", " "),
            Map.entry("qmspace", " "));
    private static final int DEEPEST = 500;

    /** What holds within a group. */
    private static final class State {
        private boolean hidden;
        private boolean fonts;
        private boolean bold;
        private boolean italic;
        private boolean deleted;
        private int font;
        private int skip = 1;

        State copy() {
            State s = new State();
            s.hidden = hidden;
            s.fonts = fonts;
            s.bold = bold;
            s.italic = italic;
            s.deleted = deleted;
            s.font = font;
            s.skip = skip;
            return s;
        }
    }

    private final byte[] rtf;
    private final DocumentBuilder builder;
    private final Deque<State> groups = new ArrayDeque<>();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final ByteArrayOutputStream letters = new ByteArrayOutputStream();
    private State state = new State();
    private Charset charset = Charset.forName("windows-1252");
    private int at;
    private int substitutes;
    private int tables;
    private int row;
    private int column;
    private boolean inTable;

    RtfParser(byte[] rtf, DocumentBuilder builder) {
        this.rtf = rtf;
        this.builder = builder;
    }

    void run() {
        while (at < rtf.length) {
            int c = rtf[at] & 0xff;
            if (c == '{') {
                flush();
                at++;
                if (groups.size() < DEEPEST) {
                    groups.push(state);
                }
                state = state.copy();
                substitutes = 0;
            } else if (c == '}') {
                flush();
                at++;
                state = groups.isEmpty() ? state : groups.pop();
                substitutes = 0;
            } else if (c == '\\') {
                control();
            } else {
                at++;
                if (c != '\r' && c != '\n') {
                    letter(c);
                }
            }
        }
        flush();
        builder.endParagraph();
    }

    private void letter(int c) {
        if (substitutes > 0) {
            substitutes--;
        } else if (!state.hidden && !state.fonts) {
            letters.write(c);
        }
    }

    /** Letters wait for each other: some encodings have two bytes a letter. */
    private void flush() {
        if (letters.size() > 0) {
            put(letters.toString(fonts.getOrDefault(state.font, charset)));
            letters.reset();
        }
    }

    private void put(String text) {
        if (!state.hidden && !state.fonts && !state.deleted) {
            builder.append(text, state.bold, state.italic);
        }
    }

    private void control() {
        at++;
        int c = at < rtf.length ? rtf[at] & 0xff : 0;
        if (Character.isLetter(c) && c < 0x80) {
            word();
            return;
        }
        at++;
        switch (c) {
            case '\'' -> {
                int value =
                        at + 1 < rtf.length ? 16 * Character.digit(rtf[at], 16) + Character.digit(rtf[at + 1], 16) : -1;
                at += 2;
                if (value > 0) {
                    letter(value);
                }
            }
            case '~' -> sign("\u00a0");
            case '_' -> sign("-");
            case '*' -> state.hidden = true;
            case '\\', '{', '}' -> letter(c);
            case '\r', '\n' -> endParagraph();
            default -> {
                // An optional hyphen and other signs that are not text.
            }
        }
    }

    private void sign(String text) {
        flush();
        if (substitutes > 0) {
            substitutes--;
        } else {
            put(text);
        }
    }

    private void word() {
        int from = at;
        while (at < rtf.length && at - from < 40 && Character.isLetter(rtf[at]) && rtf[at] > 0) {
            at++;
        }
        String name = new String(rtf, from, at - from, java.nio.charset.StandardCharsets.US_ASCII);
        int number = at;
        if (at < rtf.length && rtf[at] == '-') {
            at++;
        }
        while (at < rtf.length && at - number < 11 && rtf[at] >= '0' && rtf[at] <= '9') {
            at++;
        }
        String digits = new String(rtf, number, at - number, java.nio.charset.StandardCharsets.US_ASCII);
        boolean has = digits.matches("-?\\d{1,9}");
        int value = has ? Integer.parseInt(digits) : 0;
        if (at < rtf.length && rtf[at] == ' ') {
            at++;
        }
        apply(name, has, value);
    }

    private void apply(String name, boolean has, int value) {
        if (SIGNS.containsKey(name)) {
            sign(SIGNS.get(name));
            return;
        }
        if (DESTINATIONS.contains(name)) {
            state.hidden = true;
            return;
        }
        boolean on = !has || value != 0;
        switch (name) {
            case "par", "sect", "page" -> endParagraph();
            case "cell", "nestcell" -> endCell();
            case "row", "nestrow" -> {
                row++;
                column = 0;
            }
            case "intbl" -> inTable = true;
            case "pard" -> inTable = false;
            case "b" -> style(() -> state.bold = on);
            case "i" -> style(() -> state.italic = on);
            case "plain" ->
                style(() -> {
                    state.bold = false;
                    state.italic = false;
                    state.deleted = false;
                });
            case "deleted", "v" -> style(() -> state.deleted = on);
            case "f" -> style(() -> state.font = value);
            case "uc" -> state.skip = Math.max(0, Math.min(8, value));
            case "u" -> unicode(value);
            case "fonttbl" -> state.fonts = true;
            case "fcharset" -> RtfCharsets.ofFont(value).ifPresent(c -> fonts.put(state.font, c));
            case "ansicpg" -> charset = RtfCharsets.ofPage(value).orElse(charset);
            case "mac" -> charset = RtfCharsets.named("x-MacRoman").orElse(charset);
            case "pc" -> charset = RtfCharsets.named("IBM437").orElse(charset);
            case "bin" -> at = (int) Math.min(rtf.length, (long) at + Math.max(0, value));
            default -> {
                // Layout.
            }
        }
    }

    private void style(Runnable change) {
        flush();
        change.run();
    }

    private void unicode(int value) {
        flush();
        // Half of a surrogate pair waits for the other in the builder's text.
        put(String.valueOf((char) value));
        substitutes = state.skip;
    }

    private void endParagraph() {
        flush();
        if (!state.hidden) {
            place();
            builder.endParagraph();
        }
    }

    private void endCell() {
        flush();
        inTable = true;
        place();
        builder.endParagraph();
        column++;
    }

    private void place() {
        if (inTable) {
            builder.cell(new Cell(tables, row, column));
        } else if (row > 0 && column == 0) {
            tables++;
            row = 0;
        }
    }
}
