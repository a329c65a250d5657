package org.tapescript.format;

import org.tapescript.text.speech.SpokenForms;

/** Words as NIST's formats have them. */
public final class NistWords {
    /** For what has no letter that could be said. */
    private static final String UNKNOWN = "unk";

    private final SpokenForms forms;

    /** @param language of the words, as {@code en-us} */
    public NistWords(String language) {
        this.forms = new SpokenForms(language, word -> false);
    }

    /**
     * The word as NIST's tools take it: letters, hyphens and apostrophes. Numbers and signs are written out as they are said,
     * with hyphens, for a token holds no space.
     */
    public String token(String text) {
        String bare = text.replace('’', '\'').replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
        if (bare.matches("[\\p{L}\\p{M}'-]+")) {
            return bare;
        }
        return forms.readings(text, "", "").stream()
                .map(r -> String.join("-", r.words()).replaceAll("[^\\p{L}\\p{M}'-]", ""))
                .filter(w -> !w.isEmpty())
                .findFirst()
                .orElseGet(() -> {
                    String letters = bare.replaceAll("[^\\p{L}\\p{M}'-]", "-").replaceAll("^-+|-+$", "");
                    return letters.isEmpty() ? UNKNOWN : letters;
                });
    }
}
