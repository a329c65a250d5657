package org.tapescript.format.table;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** Text of a cell into which somebody pasted pieces of a web page. */
final class CellText {
    private static final String TAG =
            "/?(?:a|b|i|u|em|strong|br|p|span|div|font|sup|sub|small|ul|ol|li)(?:\\s[^<>]*)?/?>";

    private static final Pattern MARKUP =
            Pattern.compile("(?i)<" + TAG + "|&(?:#\\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}\\d?);");
    /** What is in angle brackets but no element is a remark, as {@code <laughs>}, or something said of figures. */
    private static final Pattern OTHER = Pattern.compile("(?i)<(?!" + TAG + ")");

    private CellText() {}

    static String of(String cell) {
        if (!MARKUP.matcher(cell).find()) {
            return cell;
        }
        String kept = OTHER.matcher(cell).replaceAll("&lt;");
        return Jsoup.parseBodyFragment(kept).text();
    }
}
