package org.tapescript.format.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tapescript.domain.Block;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.text.WordTokens;

/** Plain text in any encoding, line by line: which lines make a paragraph is found by what they say. */
public final class PlainReader implements TranscriptReader {
    private static final Pattern QUOTED = Pattern.compile("(?m)^> ?(?!>)");
    private static final int MIN_COUNT = 3;
    private static final double NEARLY_ALL = 0.9;

    @Override
    public boolean reads(TranscriptFile file) {
        return true;
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        if (file.bytes().length == 0) {
            throw file.unreadable(TranscriptFault.EMPTY);
        }
        return document(file.name(), unquoted(file.text()));
    }

    /** A text without the signs before its lines with which mails quote, if all have them. */
    private static String unquoted(String text) {
        long quoted = QUOTED.matcher(text).results().count();
        boolean all = quoted >= MIN_COUNT
                && quoted >= NEARLY_ALL * text.lines().filter(l -> !l.isBlank()).count();
        return all ? QUOTED.matcher(text).replaceAll("") : text;
    }

    /** The lines of a text. */
    public static SourceDocument document(String name, String text) {
        List<Block> blocks = new ArrayList<>();
        int number = 0;
        int page = 1;
        for (CharSpan raw : WordTokens.lines(text)) {
            number++;
            CharSpan line = WordTokens.trim(text, raw.start(), raw.end());
            if (line.start() < line.end()) {
                blocks.add(Block.line(number, line, page));
            }
            page += raw.end() < text.length() && text.charAt(raw.end()) == '\f' ? 1 : 0;
        }
        return new SourceDocument(name, text, blocks);
    }
}
