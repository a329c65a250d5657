package org.tapescript.format.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tapescript.domain.Block;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.text.WordTokens;

/**
 * Plain text in any encoding: each non-blank line is a paragraph, unless the file's lines were cut at one width; then lines are
 * joined up to a blank line, an indented line or the mark of a turn.
 */
public final class PlainReader implements TranscriptReader {
    private static final Pattern OPENS_TURN = Pattern.compile(
            "^\\h*(?:[\\u2010-\\u2015\\-•*]\\h*\\S|\\[?\\p{Lu}[\\p{L}.'’ -]{0,30}\\]?:(?:\\h|$)|[\\[(]?\\d{1,2}:\\d{2}).*");
    /** A file is hard-wrapped when this share of the lines that another line follows is nearly full. */
    private static final double FULL_SHARE = 0.7;

    private static final int SHORTEST_WIDTH = 40;
    private static final int LONGEST_WIDTH = 120;

    @Override
    public boolean reads(TranscriptFile file) {
        return true;
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        if (file.bytes().length == 0) {
            throw file.unreadable("it is empty");
        }
        String text = file.text();
        return document(file.name(), text);
    }

    /** The paragraphs of a text. */
    public static SourceDocument document(String name, String text) {
        List<CharSpan> lines = WordTokens.lines(text);
        boolean wrapped = isWrapped(text, lines);
        List<Block> blocks = new ArrayList<>();
        CharSpan open = null;
        int openLine = 0;
        for (int i = 0; i < lines.size(); i++) {
            CharSpan line =
                    WordTokens.trim(text, lines.get(i).start(), lines.get(i).end());
            boolean blank = line.start() == line.end();
            boolean joins = wrapped && open != null && !blank && !opens(text, lines.get(i), line, lines.get(i - 1));
            if (joins) {
                open = new CharSpan(open.start(), line.end());
                continue;
            }
            if (open != null) {
                blocks.add(block(openLine, open));
            }
            open = blank ? null : line;
            openLine = i + 1;
        }
        if (open != null) {
            blocks.add(block(openLine, open));
        }
        return new SourceDocument(name, text, blocks);
    }

    private static Block block(int line, CharSpan place) {
        return Block.paragraph(line, place);
    }

    private static boolean opens(String text, CharSpan raw, CharSpan line, CharSpan before) {
        int indent = line.start() - raw.start();
        CharSpan above = WordTokens.trim(text, before.start(), before.end());
        int indentAbove = above.start() - before.start();
        return OPENS_TURN.matcher(line.of(text)).matches() || (indent > indentAbove + 1);
    }

    private static boolean isWrapped(String text, List<CharSpan> lines) {
        int width = 0;
        int followed = 0;
        int[] lengths = new int[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            CharSpan line =
                    WordTokens.trim(text, lines.get(i).start(), lines.get(i).end());
            lengths[i] =
                    line.end() == line.start() ? 0 : line.end() - lines.get(i).start();
            width = Math.max(width, lengths[i]);
        }
        if (width < SHORTEST_WIDTH || width > LONGEST_WIDTH) {
            return false;
        }
        int full = 0;
        for (int i = 0; i + 1 < lengths.length; i++) {
            CharSpan next = lines.get(i + 1);
            boolean opens = OPENS_TURN.matcher(next.of(text)).matches();
            if (lengths[i] > 0 && lengths[i + 1] > 0 && !opens) {
                followed++;
                // Full means that the next line's first word would not have fitted.
                String nextText =
                        WordTokens.trim(text, next.start(), next.end()).of(text);
                int word = nextText.split("[\\s\\h]", 2)[0].length();
                full += lengths[i] + 1 + word >= width - 1 ? 1 : 0;
            }
        }
        return followed >= 3 && full >= FULL_SHARE * followed;
    }
}
