package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.List;
import org.tapescript.domain.Block;
import org.tapescript.domain.Block.Layout;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.SourceDocument;
import org.tapescript.text.WordTokens;

/**
 * A line of a transcript, at whose beginning a turn may open.
 *
 * @param block that it belongs to
 * @param opensBlock whether it is the first of its block
 * @param place without the spaces around it
 * @param indent columns before it
 * @param blanks blank lines before it
 */
record Line(Block block, boolean opensBlock, CharSpan place, int indent, int blanks) {
    private static final int TAB = 8;

    boolean isFree() {
        return block.layout() == Layout.LINE;
    }

    int length() {
        return place.end() - place.start();
    }

    Line at(CharSpan other) {
        return new Line(block, opensBlock, other, indent, blanks);
    }

    Line from(int start) {
        return new Line(block, opensBlock, new CharSpan(start, place.end()), indent + start - place.start(), blanks);
    }

    static List<Line> of(SourceDocument document) {
        String text = document.text();
        List<Line> lines = new ArrayList<>();
        int before = 0;
        for (Block block : document.blocks()) {
            boolean opens = true;
            for (CharSpan raw : WordTokens.lines(block.place().of(text))) {
                CharSpan place = WordTokens.trim(
                        text, block.place().start() + raw.start(), block.place().start() + raw.end());
                if (place.start() < place.end()) {
                    lines.add(new Line(
                            block, opens, place, indent(text, place.start()), blanks(text, before, place.start())));
                    opens = false;
                    before = place.end();
                }
            }
        }
        return lines;
    }

    private static int indent(String text, int start) {
        int columns = 0;
        for (int i = start - 1;
                i >= 0 && text.charAt(i) != '\n' && text.charAt(i) != '\r' && text.charAt(i) != '\f';
                i--) {
            columns += text.charAt(i) == '\t' ? TAB : 1;
        }
        return columns;
    }

    private static int blanks(String text, int from, int to) {
        int ends = WordTokens.lines(text.substring(from, to)).size() - 1;
        return from == 0 ? ends : Math.max(0, ends - 1);
    }

    /** Whether it begins with a label of data, {@code _page : 77}, whose sign nothing closes as it would italics. */
    boolean isData(String text) {
        int second = text.indexOf('_', place.start() + 1);
        return text.charAt(place.start()) == '_' && (second < 0 || second >= place.end());
    }
}
