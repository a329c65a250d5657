package org.tapescript.text.structure;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;

/** Puts doubts about a transcript into words, in English where there is no translation. */
public final class DoubtText {
    private static final String BUNDLE = "org.tapescript.text.structure.doubts";

    private DoubtText() {}

    public static String of(Doubt doubt, Locale locale) {
        List<String> arguments = doubt.arguments();
        if (doubt.code() == DoubtCode.SAID) {
            return arguments.isEmpty() ? "" : arguments.get(0);
        }
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(doubt.code().label()), locale).format(arguments.toArray());
    }

    /** In the user's language. */
    public static String of(Doubt doubt) {
        return of(doubt, Locale.getDefault());
    }
}
