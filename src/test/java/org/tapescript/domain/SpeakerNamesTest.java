package org.tapescript.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakerNamesTest {
    @Test
    void aNameIsMeantWhateverItsCaseBlanksAndUnicodeForm() {
        List<String> names = List.of("anna", "Jos\u00e9 Gr\u00f6\u00dfe", "\u0391\u03bd\u03bd\u03af\u03c3");
        assertThat(SpeakerNames.meant(names, "Anna")).contains("anna");
        assertThat(SpeakerNames.meant(names, "\u00a0ANNA\u200b ")).contains("anna");
        assertThat(SpeakerNames.meant(names, "Jose\u0301  GRO\u0308SSE")).contains("Jos\u00e9 Gr\u00f6\u00dfe");
        assertThat(SpeakerNames.meant(names, "\u0391\u039d\u039d\u038a\u03a3")).contains(names.get(2));
        assertThat(SpeakerNames.meant(names, "Anne")).isEmpty();
        assertThat(SpeakerNames.meant(names, "Jose Gr\u00f6\u00dfe"))
                .as("an accent is a letter")
                .isEmpty();
    }

    @Test
    void theSameSpellingComesFirst() {
        assertThat(SpeakerNames.meant(List.of("anna", "Anna"), "Anna")).contains("Anna");
    }

    @Test
    void aNewNameIsComposedAndHasSingleBlanks() {
        assertThat(SpeakerNames.meantOrNew(List.of("anna"), " Jose\u0301\u00a0 Berg "))
                .isEqualTo("Jos\u00e9 Berg");
    }
}
