package org.tapescript.text.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisspellingTest {
    @ParameterizedTest
    @CsvSource({
        "briant, brandt",
        "vogtt, vogt",
        "ben stoen, ben stone",
        "ann hotl, ann holt",
        "interveiwer, interviewer",
        "johan, johann"
    })
    void aSlipIsTakenForWhomItMeans(String written, String meant) {
        assertThat(meant(written, meant, 1)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "interviewee, interviewer",
        "mrs holt, mr holt",
        "speaker a, speaker b",
        "speaker 2, speaker 1",
        "jon, jan",
        "anne, anna",
        "maria, mario",
        "daniela, daniel",
        "lehrerin, lehrer",
        "simon, damon"
    })
    void peopleWhoseNamesAreAlikeStayTwo(String one, String other) {
        assertThat(meant(one, other, 1)).isEmpty();
    }

    @Test
    void whatStandsOftenIsNoSlip() {
        assertThat(meant("briant", "brandt", 3)).isEmpty();
    }

    private static Optional<String> meant(String written, String other, int times) {
        return new Misspelling(Map.of(written, times, other, 10)).meant(written, times);
    }
}
