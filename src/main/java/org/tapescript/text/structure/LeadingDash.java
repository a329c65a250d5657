package org.tapescript.text.structure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.text.WordTokens;

/** Tells a dash that opens a turn from a minus sign, a bullet before a time, and a parenthesis between two dashes. */
final class LeadingDash {
    private static final Pattern DASH = Pattern.compile(
            "[\\u2010-\\u2015\\u2500\\u2212\\-•‣◦·*▶►▸■□▪●○◯〇◆◇][\\u2014\\u2015\\u2500]?\\ufe0f?(?:\\h|[\\u00a0\\u202f])*+(?=[^\\s\\-*])");

    private LeadingDash() {}

    /**
     * Where speech begins behind a dash at a place, or -1.
     *
     * @param glued whether the dash must touch the following word
     */
    static int speech(String text, int at, int end, boolean glued) {
        Matcher dash = DASH.matcher(text).region(at, end).useTransparentBounds(true);
        // A minus sign ("-5 degrees"), a footnote asterisk and the bullet of a list of times open no turn.
        boolean minus = at + 1 < end && text.charAt(at) == '-' && Character.isDigit(text.charAt(at + 1));
        boolean opens = !minus
                && dash.lookingAt()
                && dash.end() < end
                && (!glued || dash.end() == at + 1)
                && !isAside(text, at, dash.end(), end)
                && (glued || TimeCode.at(text, dash.end(), end).isEmpty());
        return opens ? dash.end() : -1;
    }

    /** Whether a pair of dashes encloses a parenthesis: {@code - he had no idea - and went}. */
    private static boolean isAside(String text, int dash, int speech, int end) {
        char sign = text.charAt(dash);
        int at = speech;
        while (at < end && ".?!…。？！".indexOf(text.charAt(at)) < 0) {
            boolean closes = text.charAt(at) == sign
                    && text.charAt(at - 1) == ' '
                    && (at + 1 == end || WordTokens.isSpace(text.charAt(at + 1)));
            if (closes) {
                return Character.isLowerCase(text.charAt(speech));
            }
            at++;
        }
        return false;
    }
}
