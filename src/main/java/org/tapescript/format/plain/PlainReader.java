package org.tapescript.format.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
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
    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][\\w-]{0,30})>");
    private static final Set<String> INLINE = Set.of("b", "i", "u", "s", "em", "strong", "font", "span", "sup", "sub");
    /** A corpus closes at least this many tags; fewer may just have been typed. */
    private static final int MIN_TAGS = 6;

    @Override
    public boolean reads(TranscriptFile file) {
        return true;
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        if (file.bytes().length == 0) {
            throw file.unreadable(TranscriptFault.EMPTY);
        }
        return document(file.name(), untagged(unquoted(file.text())));
    }

    /** A text without the tags of a corpus, of which each opened one is closed: they part what stands in them. */
    private static String untagged(String text) {
        if (text.indexOf("</") < 0) {
            return text;
        }
        Map<String, Integer> open = new HashMap<>();
        int pairs = 0;
        for (MatchResult tag : TAG.matcher(text).results().toList()) {
            boolean closes = !tag.group(1).isEmpty();
            int before = open.merge(tag.group(2).toLowerCase(Locale.ROOT), closes ? -1 : 1, Integer::sum);
            pairs += closes && before >= 0 ? 1 : 0;
        }
        return pairs < MIN_TAGS
                ? text
                : TAG.matcher(text).replaceAll(t -> INLINE.contains(t.group(2).toLowerCase(Locale.ROOT)) ? "" : "\n");
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
