package org.tapescript.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.SourceDocument.Block;
import org.tapescript.domain.SourceDocument.Style;
import org.tapescript.domain.SourceDocument.TimedWord;
import org.tapescript.domain.TimeSpan;
import org.tapescript.text.WordTokens;

/** Builds the text of a document whose file is not text itself: paragraphs in order, one line each. */
public final class DocumentBuilder {
    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<TimedWord> words = new ArrayList<>();
    private int start;
    private int emphasis;
    private boolean emphatic = true;
    private Style style = Style.PLAIN;
    private Optional<TimeSpan> hint = Optional.empty();

    public DocumentBuilder(String name) {
        this.name = name;
    }

    /** Adds text to the current paragraph. */
    public void append(String content, boolean bold) {
        if (bold && emphatic) {
            text.append(content);
            emphasis = text.length();
            return;
        }
        if (!content.isBlank()) {
            emphatic = false;
        }
        text.append(content);
    }

    /** Adds a word to the current paragraph, behind a space, that is spoken at a time if it is known. */
    public void word(String word, Optional<TimeSpan> time) {
        String bare = word.replaceAll("(?U)\\s+", "");
        if (bare.isEmpty()) {
            return;
        }
        append(text.length() == start ? "" : " ", false);
        int from = text.length();
        append(bare, false);
        time.ifPresent(t -> words.add(new TimedWord(new CharSpan(from, text.length()), t)));
    }

    /** Says what the paragraph that begins now is. */
    public void style(Style other) {
        style = other;
    }

    /** Gives the paragraph that begins now a rough time. */
    public void hint(TimeSpan time) {
        hint = Optional.of(time);
    }

    /** Ends the current paragraph, if it has text; a blank one leaves nothing behind. */
    public void endParagraph() {
        CharSpan place = WordTokens.trim(text.toString(), start, text.length());
        if (place.start() == place.end()) {
            text.setLength(start);
        } else {
            text.setLength(place.end());
            int bold = Math.min(emphasis, place.end());
            blocks.add(new Block(blocks.size() + 1, place, style, Math.max(bold, place.start()), hint));
            text.append('\n');
        }
        start = text.length();
        emphasis = start;
        emphatic = true;
        hint = Optional.empty();
    }

    public SourceDocument build() {
        endParagraph();
        return new SourceDocument(name, text.toString(), blocks, words);
    }
}
