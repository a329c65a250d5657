package org.tapescript.format;

/** Text within HTML. */
public final class HtmlText {
    private HtmlText() {}

    /** Escaped for text and for attributes in double quotes; what HTML cannot hold becomes U+FFFD. */
    public static String escape(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> result.append("&amp;");
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '"' -> result.append("&quot;");
                default -> {
                    boolean control = c < 0x20 && c != '\n' && c != '\t' || c >= 0x7f && c <= 0x9f;
                    boolean half = c >= 0xd800 && c <= 0xdfff;
                    result.appendCodePoint(control || half || (c & 0xfffe) == 0xfffe ? 0xfffd : c);
                }
            }
        });
        return result.toString();
    }
}
