package org.tapescript.text.structure;

import java.util.Optional;

/**
 * What may open a turn.
 *
 * @param scheme to which it belongs
 * @param line index of its line
 * @param start where the mark begins, as an offset into the text
 * @param end where speech begins
 * @param bareTimeEnd where speech begins if the bare time behind the mark is not said; else the same
 * @param name as written
 * @param form of the name
 * @param inner whether it stands within a line
 * @param alone whether nothing follows it on its line
 * @param timed whether a time stands beside it
 */
record Mark(
        Scheme scheme,
        int line,
        int start,
        int end,
        int bareTimeEnd,
        Optional<String> name,
        Optional<NameForm> form,
        boolean inner,
        boolean alone,
        boolean timed) {
    Mark withName(Optional<String> other) {
        return new Mark(scheme, line, start, end, bareTimeEnd, other, form, inner, alone, timed);
    }

    Mark endingAt(int other) {
        return new Mark(scheme, line, start, other, other, name, form, inner, alone, timed);
    }

    boolean isAddress() {
        return form.filter(f -> f == NameForm.ADDRESS).isPresent();
    }

    /** The name as it is compared. */
    String key() {
        return name.map(SpeakerNames::key).orElse("");
    }
}
