package org.tapescript.text.structure;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds paragraphs of which a bracket is opened in the first and closed in the last, as around a translation. */
final class OpenBrackets {
    private static final int MAX_PARAGRAPHS = 15;
    private static final Pattern CLOSES = Pattern.compile("(?s)[^\\[\\]]*\\][.:\\h]*");

    private OpenBrackets() {}

    /** @param opens whether a paragraph opens a turn, before which a bracket is not left open */
    static BitSet find(List<String> texts, IntPredicate opens) {
        BitSet result = new BitSet();
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).startsWith("[") || texts.get(i).indexOf(']') >= 0) {
                continue;
            }
            int end = i + 1;
            while (end < texts.size()
                    && end - i < MAX_PARAGRAPHS
                    && texts.get(end).indexOf('[') < 0
                    && texts.get(end).indexOf(']') < 0) {
                end++;
            }
            boolean closes =
                    end < texts.size() && CLOSES.matcher(texts.get(end)).matches();
            if (closes && IntStream.rangeClosed(i, end).noneMatch(opens)) {
                result.set(i, end + 1);
            }
        }
        return result;
    }
}
