package org.tapescript.text;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Paragraph;

/** The spoken part of a paragraph: its text without label and notes, with single spaces. */
public final class SpokenText {
    private static final char FIRST_IDEOGRAPH = '\u2e80';
    private static final String IDEOGRAPHIC = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\u3000-\u303f\uff01-\uff60ー…]";
    /** A line's end in a script that puts no blanks between words. */
    private static final Pattern UNSPACED =
            Pattern.compile("(?<=" + IDEOGRAPHIC + ")\\h*\\R\\h*(?=" + IDEOGRAPHIC + ")");

    private SpokenText() {}

    /** @return empty if the paragraph is not spoken, or nothing of it is said */
    public static String of(String text, Paragraph paragraph) {
        if (!paragraph.kind().isSpoken()) {
            return "";
        }
        StringBuilder said = new StringBuilder();
        int at = paragraph.label().map(CharSpan::end).orElse(paragraph.place().start());
        List<CharSpan> notes = paragraph.notes().stream()
                .sorted(Comparator.comparingInt(CharSpan::start))
                .toList();
        for (CharSpan note : notes) {
            if (note.start() >= at) {
                said.append(text, at, note.start())
                        .append(
                                within(text, note)
                                        ? note.of(text).substring(1, note.end() - note.start() - 1)
                                        : gap(text, note));
                at = note.end();
            }
        }
        said.append(text, at, Math.max(at, paragraph.place().end()));
        return WordTokens.singleSpaced(isBroken(said) ? UNSPACED.matcher(said).replaceAll("") : said);
    }

    /** What takes a note's place: the end of a line where it had one, as the foot of a page has. */
    private static String gap(String text, CharSpan note) {
        return text.charAt(note.start()) == '（' ? "" : note.of(text).indexOf('\n') >= 0 ? "\n" : " ";
    }

    /** Whether there are line breaks in a text that may be ideographic. */
    private static boolean isBroken(CharSequence said) {
        boolean breaks = false;
        boolean ideographs = false;
        for (int i = 0; i < said.length(); i++) {
            breaks |= said.charAt(i) == '\n';
            ideographs |= said.charAt(i) >= FIRST_IDEOGRAPH;
        }
        return breaks && ideographs;
    }

    /** Whether a note completes a word, as in {@code [h]e}. */
    private static boolean within(String text, CharSpan note) {
        return note.end() - note.start() >= 3
                && note.end() < text.length()
                && text.charAt(note.start()) == '['
                && Character.isLetter(text.charAt(note.end()))
                && note.of(text)
                        .substring(1, note.end() - note.start() - 1)
                        .chars()
                        .allMatch(Character::isLetter);
    }
}
