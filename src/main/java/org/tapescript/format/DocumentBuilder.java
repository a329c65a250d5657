package org.tapescript.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tapescript.domain.Block;
import org.tapescript.domain.Block.Cell;
import org.tapescript.domain.Block.Emphasis;
import org.tapescript.domain.Block.Layout;
import org.tapescript.domain.Block.Style;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Reading;
import org.tapescript.domain.Remark;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Transcript.Hint;
import org.tapescript.text.Unseen;
import org.tapescript.text.WordTokens;

/**
 * Builds the text of a document whose file is not text itself, block by block. What the file knows of a block is said before it ends,
 * and stands beside the text, never in it.
 */
public final class DocumentBuilder {
    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Hint> times = new ArrayList<>();
    private final List<Emphasis> emphases = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<String> ofBlock = new ArrayList<>();
    private Reading reading = Reading.PLAIN;
    private int start;
    private int page;
    private Style style = Style.PLAIN;
    private Layout layout = Layout.PARAGRAPH;
    private Optional<String> speaker = Optional.empty();
    private Optional<TimeSpan> time = Optional.empty();
    private Optional<Cell> cell = Optional.empty();
    private String listMark = "";

    public DocumentBuilder(String name) {
        this.name = name;
    }

    /** Adds text to the current block. */
    public void append(String content) {
        text.append(Unseen.removed(content));
    }

    /** Adds text in bold or italics, or neither, to the current block. */
    public void append(String content, boolean bold, boolean italic) {
        int from = text.length();
        append(content);
        if (bold || italic) {
            Emphasis last = emphases.isEmpty() ? null : emphases.get(emphases.size() - 1);
            boolean goesOn = last != null && last.place().end() == from && last.bold() == bold;
            if (goesOn) {
                emphases.remove(emphases.size() - 1);
            }
            emphases.add(new Emphasis(new CharSpan(goesOn ? last.place().start() : from, text.length()), bold));
        }
    }

    /** Adds text to the current block, behind a space, that is spoken at a time which only guides. */
    public void stretch(String raw, TimeSpan when) {
        String content = Unseen.removed(raw);
        append(isWithin() ? " " : "");
        int from = text.length();
        append(content);
        CharSpan place = WordTokens.trim(content, 0, content.length());
        if (place.start() < place.end()) {
            Hint last = times.isEmpty() ? null : times.get(times.size() - 1);
            // Lines of one subtitle are one stretch.
            boolean goesOn = last != null
                    && !last.exact()
                    && last.time().equals(when)
                    && last.place().end() >= from - 1
                    && from > start;
            if (goesOn) {
                times.remove(times.size() - 1);
            }
            times.add(new Hint(
                    new CharSpan(goesOn ? last.place().start() : from + place.start(), from + place.end()),
                    when,
                    false));
        }
    }

    /** Adds a word to the current block, behind a space, that is spoken at a time if it is known. */
    public void word(String word, Optional<TimeSpan> when) {
        String bare = word.replaceAll("(?U)\\s+", "");
        if (bare.isEmpty()) {
            return;
        }
        append(isWithin() ? " " : "");
        int from = text.length();
        append(bare);
        when.ifPresent(t -> times.add(new Hint(new CharSpan(from, text.length()), t, true)));
    }

    /** Takes back the blanks at the end of the current block, so that what comes next touches what is there. */
    public void closeUp() {
        int end = text.length();
        while (end > start && WordTokens.isSpace(text.charAt(end - 1))) {
            end--;
        }
        text.setLength(end);
    }

    /** Says who speaks the current block. A blank name says nothing. */
    public void speaker(String who) {
        speaker = Optional.of(who);
    }

    /** Gives the current block a rough time. */
    public void time(TimeSpan when) {
        time = Optional.of(when);
    }

    /** Says where in a table or list of terms the current block stands. */
    public void cell(Cell where) {
        cell = Optional.of(where);
    }

    /** Notes something of the current block. */
    public void remark(String what) {
        ofBlock.add(what);
    }

    /** Notes something of what was added since a place, which {@link #length} told. */
    public void remark(int from, String what) {
        int to = text.length();
        remarks.add(new Remark(Optional.of(new CharSpan(Math.min(from, to), to)), Optional.empty(), what));
    }

    /** How long the text is by now. */
    public int length() {
        return text.length();
    }

    /** Says which bullet or number stands before the current block. */
    public void listMark(String mark) {
        listMark = mark;
    }

    /** Says what this block and those after it are. */
    public void style(Style other) {
        style = other;
    }

    /** Says how this block and those after it stand to their neighbours. */
    public void layout(Layout other) {
        layout = other;
    }

    /** Says on which page this block and those after it stand. */
    public void page(int number) {
        page = number;
    }

    /** Says how the file was read. */
    public void reading(Reading how) {
        reading = how;
    }

    /** Whether the current block's text ends in a letter, from which another word is to be kept apart. */
    private boolean isWithin() {
        return text.length() > start && !WordTokens.isSpace(text.charAt(text.length() - 1));
    }

    /** Adds text of which only lines are known: each becomes a block, with its indent and the blank lines around it kept. */
    public void lines(String content) {
        endParagraph();
        for (CharSpan line : WordTokens.lines(content)) {
            int from = text.length();
            text.append(line.of(content));
            CharSpan place = WordTokens.trim(content, line.start(), line.end());
            if (place.start() < place.end()) {
                int by = from - line.start();
                add(new CharSpan(place.start() + by, place.end() + by), Layout.LINE);
            }
            text.append('\n');
        }
        start = text.length();
    }

    /** Adds a block that somebody says. */
    public void said(String who, String content) {
        endParagraph();
        speaker(who);
        append(content);
        endParagraph();
    }

    /** Adds a block that is printed, and said by nobody. Those after it are plain. */
    public void aside(Style how, String content) {
        endParagraph();
        style(how);
        append(content);
        endParagraph();
        style(Style.PLAIN);
    }

    /** Ends the current block, if it has text; a blank one leaves nothing behind. */
    public void endParagraph() {
        CharSpan within = WordTokens.trim(text.substring(start), 0, text.length() - start);
        if (within.start() == within.end()) {
            text.setLength(start);
        } else {
            text.setLength(start + within.end());
            add(new CharSpan(start + within.start(), start + within.end()), layout);
            text.append('\n');
        }
        start = text.length();
        emphases.clear();
        speaker = Optional.empty();
        time = Optional.empty();
        cell = Optional.empty();
        listMark = "";
        ofBlock.clear();
    }

    private void add(CharSpan place, Layout how) {
        List<Emphasis> within = emphases.stream()
                .map(e -> new Emphasis(
                        new CharSpan(
                                Math.min(Math.max(e.place().start(), place.start()), place.end()),
                                Math.max(place.start(), Math.min(e.place().end(), place.end()))),
                        e.bold()))
                .filter(e -> e.place().start() < e.place().end())
                .toList();
        ofBlock.forEach(what -> remarks.add(new Remark(Optional.of(place), Optional.empty(), what)));
        blocks.add(new Block(blocks.size() + 1, place, how, style, within, speaker, time, cell, listMark, page));
    }

    public SourceDocument build() {
        endParagraph();
        return new SourceDocument(name, text.toString(), blocks, times, reading, remarks);
    }
}
