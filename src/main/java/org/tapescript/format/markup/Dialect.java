package org.tapescript.format.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way to mark up text, and how Markdown says the same. */
enum Dialect {
    LATEX("\\\\begin\\{|\\\\(?:textbf|emph|textit|section\\*?|item)\\b") {
        @Override
        String markdown(String text) {
            int begin = text.indexOf("\\begin{document}");
            String body = begin < 0 ? text : text.substring(begin + "\\begin{document}".length());
            return escaped(body)
                    .replaceAll("(?m)(?<!\\\\)%.*$", "")
                    .replaceAll("\\\\(?:section|subsection|chapter|title)\\*?\\{([^{}]*)}", "\n\n# $1\n\n")
                    .replaceAll("\\\\(?:textbf|textsc|speaker)\\{([^{}]*)}", "**$1** ")
                    .replaceAll(
                            "\\\\(?:footnote|begin|end|label|cite|ref|vspace|hspace|usepackage|documentclass)\\*?(?:\\[[^\\]]*])?\\{[^{}]*}",
                            "\n")
                    .replaceAll("\\\\item\\[([^\\]]*)]", "\n\n**$1** ")
                    .replaceAll(
                            "\\\\(?:item|par|newline|bigskip|medskip|smallskip|noindent|maketitle)\\b|\\\\\\\\", "\n\n")
                    .replaceAll("\\\\[a-zA-Z]+\\*?\\{([^{}]*)}", "$1")
                    .replaceAll("\\\\([&%$#_{}])", "$1")
                    .replaceAll("\\\\[a-zA-Z]+ ?|[{}]", "")
                    .replace("``", "“")
                    .replace("''", "”")
                    .replace("---", "—")
                    .replace("--", "–")
                    .replace('~', '\u00a0');
        }
    },
    WIKI("'''[^'\\v]+'''|(?m)^;[^:;\\v]{1,60}:\\s|\\[\\[[^\\]\\v]+]]|(?m)^==[^=\\v]+==\\h*$") {
        @Override
        String markdown(String text) {
            return escaped(text)
                    .replaceAll("(?s)<ref[^>]*/>|<ref.*?</ref>|<!--.*?-->|\\{\\{[^{}]*}}", "")
                    .replaceAll("\\[\\[(?:[^\\]|]*\\|)?([^\\]]*)]]", "$1")
                    .replaceAll("(?m)^=+\\h*([^=\\v]+?)\\h*=+\\h*$", "\n# $1\n")
                    .replaceAll("(?m)^;\\h*([^:;\\v]{1,60}?)\\h*:\\h*", "\n**$1:** ")
                    .replaceAll("(?m)^:+\\h*", "\n")
                    .replaceAll("'''([^'\\v]+?)\\h*'''", "**$1**")
                    .replaceAll("''([^'\\v]+)''", "*$1*");
        }
    },
    BBCODE("(?i)\\[(b|i|u|color|size)(?:=[^\\]]*)?][^\\[\\v]*\\[/\\1]") {
        @Override
        String markdown(String text) {
            return escaped(text)
                    .replaceAll("(?i)\\[b]([^\\[\\v]*?)\\h*\\[/b]", "**$1**")
                    .replaceAll("(?i)\\[i]([^\\[\\v]*?)\\h*\\[/i]", "*$1*")
                    .replaceAll("(?i)\\[/?(?:b|i|u|s|color|size|font|quote|url|img|center|list|\\*)(?:=[^\\]]*)?]", "")
                    .replaceAll("(?<=\\S)\\h*\\R(?=\\S)", "\n\n");
        }
    };

    private static final int MIN_COUNT = 3;

    private final Pattern marks;

    Dialect(String marks) {
        this.marks = Pattern.compile(marks);
    }

    /** The text in Markdown; its own signs that Markdown would take for marks are escaped before. */
    abstract String markdown(String text);

    /** Whether a text has several of the marks that only this dialect has. */
    boolean isIn(String text) {
        Matcher m = marks.matcher(text);
        int found = 0;
        while (found < MIN_COUNT && m.find()) {
            found++;
        }
        return found >= MIN_COUNT;
    }

    private static String escaped(String text) {
        return text.replace("*", "\\*").replace("_", "\\_");
    }
}
