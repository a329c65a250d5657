package org.tapescript.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the window, in the user's language as far as it is there, else in English. */
public final class Messages {
    private static final String BUNDLE = "org.tapescript.ui.messages";

    private static volatile ResourceBundle bundle = load(Locale.getDefault());

    private Messages() {}

    private static ResourceBundle load(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Shows texts in another language from now on. */
    public static void use(Locale locale) {
        bundle = load(locale);
    }

    /** The language of the texts. */
    public static Locale locale() {
        return bundle.getLocale();
    }

    /** A number with so many digits behind the point, or the comma. */
    public static String number(double value, int digits) {
        return String.format(locale(), "%." + digits + "f", value);
    }

    /** The text of a key, its {@code {0}} filled in as {@link MessageFormat} does. */
    public static String get(String key, Object... values) {
        String text = bundle.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, bundle.getLocale()).format(values);
    }

    /** What an engine says it is doing, in the window's language as far as it is known there. */
    public static String phase(String said) {
        String key = "phase." + said.toLowerCase(Locale.ROOT).replace(' ', '-');
        return said.startsWith("Reading ") ? get("phase.decoding") : bundle.containsKey(key) ? get(key) : said;
    }
}
