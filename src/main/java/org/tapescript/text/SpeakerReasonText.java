package org.tapescript.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.tapescript.domain.SpeakerReason;

/** Puts the reasons for doubting a speaker into words, in English where there is no translation. */
public final class SpeakerReasonText {
    private static final String BUNDLE = "org.tapescript.text.speaker-reasons";

    private SpeakerReasonText() {}

    public static String of(List<SpeakerReason> reasons, Locale locale) {
        return reasons.stream().map(r -> of(r, locale)).collect(Collectors.joining("; "));
    }

    private static String of(SpeakerReason reason, Locale locale) {
        Object[] arguments = reason.arguments().toArray();
        if (reason.code() == SpeakerReason.Code.SAID) {
            return (String) arguments[0];
        }
        if (reason.code() == SpeakerReason.Code.NEARER_VOICE) {
            arguments[1] = Double.valueOf((String) arguments[1]);
        }
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(reason.code().label()), locale).format(arguments);
    }
}
