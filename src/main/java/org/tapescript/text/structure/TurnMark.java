package org.tapescript.text.structure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.Block;
import org.tapescript.domain.CharSpan;
import org.tapescript.text.WordTokens;

/**
 * What may open a turn at the beginning of a paragraph.
 *
 * @param kind dash, label or bold name
 * @param name speaker's name as written, for all but dashes
 * @param end where the mark ends and speech begins, as an offset into the text
 */
record TurnMark(Kind kind, Optional<String> name, int end) {
    enum Kind {
        DASH,
        LABEL,
        BOLD_NAME,
        BOLD_QUESTION
    }

    private static final String TIME = "[\\[(]?\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?[\\])]?";
    private static final String NAME =
            "\\p{Lu}[\\p{L}\\p{M}.'’\\-]*(?:\\h+(?:\\p{Lu}[\\p{L}\\p{M}.'’\\-]*|\\d{1,2}|de|da|di|van|von|der|den|la|le|al|bin|ibn|del|dos|y|и)){0,4}";
    private static final Pattern DASH =
            Pattern.compile("[\\u2010-\\u2015\\u2212\\-•‣◦·*](?:\\h|[\\u00a0\\u202f])*(?=[^\\s\\-])");
    private static final Pattern LABEL = Pattern.compile(
            "(?U)(?:" + TIME + "\\h*)?(?:\\[(?<bracket>" + NAME + ")\\](?:\\h*:)?|(?<name>" + NAME + ")(?:\\h*" + TIME
                    + "|\\h*\\([^()]{1,40}\\))?\\h*[:：])(?:\\h*" + TIME + ")?(?=\\s|$|\\p{Pi}|[\"'])\\h*");
    private static final Pattern LETTER = Pattern.compile("(?<name>[QA])[.:]\\h+");
    private static final Pattern NAME_AND_TIME = Pattern.compile("(?<name>" + NAME + ")\\h+" + TIME + "\\h*$");

    /** The mark that opens a block, if any. */
    static Optional<TurnMark> of(String text, Block block) {
        CharSpan place = block.place();
        String paragraph = place.of(text);
        Matcher dash = DASH.matcher(paragraph);
        // "-5 degrees" and "*" as a footnote's sign open no turn.
        if (dash.lookingAt() && !paragraph.matches("(?s)^-\\d.*")) {
            return Optional.of(new TurnMark(Kind.DASH, Optional.empty(), place.start() + dash.end()));
        }
        Matcher letter = LETTER.matcher(paragraph);
        if (letter.lookingAt()) {
            return label(letter, place);
        }
        Matcher label = LABEL.matcher(paragraph);
        if (label.lookingAt()) {
            String name = label.group("bracket") != null ? label.group("bracket") : label.group("name");
            return Optional.of(new TurnMark(Kind.LABEL, Optional.of(name), place.start() + label.end()));
        }
        Matcher alone = NAME_AND_TIME.matcher(paragraph);
        if (alone.matches()) {
            return label(alone, place);
        }
        return bold(text, block);
    }

    private static Optional<TurnMark> label(Matcher matcher, CharSpan place) {
        return Optional.of(new TurnMark(Kind.LABEL, Optional.of(matcher.group("name")), place.start() + matcher.end()));
    }

    private static Optional<TurnMark> bold(String text, Block block) {
        CharSpan place = block.place();
        int emphasis = block.emphases().stream()
                .filter(e -> e.bold() && e.place().start() == place.start())
                .mapToInt(e -> e.place().end())
                .findFirst()
                .orElse(place.start());
        if (emphasis <= place.start()) {
            return Optional.empty();
        }
        CharSpan bold = WordTokens.trim(text, place.start(), emphasis);
        if (bold.end() >= place.end()) {
            return Optional.of(new TurnMark(Kind.BOLD_QUESTION, Optional.empty(), place.start()));
        }
        String name = bold.of(text).replaceAll("[:.\\u2013\\u2014-]+$", "").trim();
        if (name.matches(NAME)) {
            int end = emphasis;
            while (end < place.end()
                    && (WordTokens.isSpace(text.charAt(end)) || ":.–—-".indexOf(text.charAt(end)) >= 0)) {
                end++;
            }
            return Optional.of(new TurnMark(Kind.BOLD_NAME, Optional.of(name), end));
        }
        return Optional.empty();
    }
}
