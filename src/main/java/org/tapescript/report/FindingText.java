package org.tapescript.report;

import java.util.Locale;
import java.util.ResourceBundle;

/** Puts findings into words, in English where there is no translation. */
public final class FindingText {
    private static final String BUNDLE = "org.tapescript.report.findings";

    private FindingText() {}

    public static String of(Finding finding, Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String key = finding.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return String.format(locale, texts.getString(key), finding.arguments().toArray());
    }
}
