package org.tapescript.domain;

/**
 * A name that a speaker may have.
 *
 * @param speaker as they are called so far
 * @param name as the text has it
 * @param line where it stands
 * @param where what kind of place that is
 * @param quote what stands there
 */
public record NameSuggestion(String speaker, String name, int line, Where where, String quote) {
    /** Where names are found. */
    public enum Where {
        /** In text that nobody speaks. */
        NOT_SPOKEN,
        CAPTION,
        /** Somebody is spoken to so. */
        SPOKEN_TO
    }

    /** Where it comes from, in English. */
    public String source() {
        return switch (where) {
            case NOT_SPOKEN -> quote;
            case CAPTION -> "caption “" + quote + " …”";
            case SPOKEN_TO -> "spoken to as “" + quote + "”";
        };
    }
}
