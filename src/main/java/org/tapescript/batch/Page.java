package org.tapescript.batch;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.tapescript.format.HtmlText;

/** What the pages share: they stand alone, without scripts, can be printed, and speak the user's language. */
final class Page {
    private static final String BUNDLE = "org.tapescript.batch.pages";

    static final String FOOT = "</body></html>\n";

    private static final String CSS = """
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 1080px; margin: 2em auto; padding: 0 1em; color: #1f2328; }
            h1 { font-size: 1.5em; } h2 { font-size: 1.1em; margin-top: 2em; }
            table { border-collapse: collapse; width: 100%; } th { text-align: left; font-weight: 600; }
            th, td { padding: 4px 10px 4px 0; border-bottom: 1px solid #d1d9e0; vertical-align: top; }
            tr.failed td, td.look { color: #b3261e; } svg { width: 100%; height: auto; display: block; }
            .key { color: #59636e; font-size: 0.9em; } .dot { display: inline-block; width: 10px; height: 10px; margin: 0 4px 0 12px; }
            """;

    private final Locale locale;
    private final ResourceBundle texts;

    Page(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale locale() {
        return locale;
    }

    /** A text in the page's language, English where there is no translation, as a page may hold it. */
    String text(String key, Object... arguments) {
        return HtmlText.escape(plain(key, arguments));
    }

    /** The same, as it may be part of another text. */
    String plain(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    /** The same for headings of columns. */
    String columns(String... keys) {
        return Arrays.stream(keys).map(k -> "<th>" + text(k) + "</th>").collect(Collectors.joining());
    }

    String head(String title) {
        String language = texts.getLocale().getLanguage();
        return "<!DOCTYPE html>\n<html lang=\"" + (language.isEmpty() ? "en" : language)
                + "\"><head><meta charset=\"utf-8\"><title>" + HtmlText.escape(title) + "</title><style>\n" + CSS
                + "</style></head><body>\n";
    }
}
