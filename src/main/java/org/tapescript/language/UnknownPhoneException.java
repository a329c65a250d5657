package org.tapescript.language;

import java.io.IOException;

/** A pronunciation of the user's own has what is no phone of the language's model. */
public final class UnknownPhoneException extends IOException {
    private final String word;
    private final String phone;
    private final String language;

    UnknownPhoneException(String word, String phone, String language, Iterable<String> phones) {
        super("'" + phone + "', in the pronunciation of '" + word + "', is no phone of " + language + "; those are "
                + String.join(" ", phones));
        this.word = word;
        this.phone = phone;
        this.language = language;
    }

    public String word() {
        return word;
    }

    public String phone() {
        return phone;
    }

    public String language() {
        return language;
    }
}
