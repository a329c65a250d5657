package org.tapescript.text.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakerNamesTest {
    private static String shown(String name, String... names) {
        return new SpeakerNames(List.of(names), List.of(), List.of()).of(name);
    }

    /** As in the list of speakers above some exported transcripts. */
    @Test
    void aListOfPeopleIsNoneOfThem() {
        String[] names = {"Ann Berg, Thomas Reed, Unknown Speaker", "Ann Berg", "Thomas Reed"};
        assertThat(shown("Ann Berg", names)).isEqualTo("Ann Berg");
        assertThat(shown("Thomas Reed", names)).isEqualTo("Thomas Reed");
        assertThat(shown("Ann Berg", "Ann Berg", "Thomas Reed", "Ann Berg, Thomas Reed"))
                .isEqualTo("Ann Berg");
    }

    @Test
    void officesAndNamesTurnedRoundAreStillOnePerson() {
        assertThat(shown("Ann Berg", "Ann Berg, host", "Ann Berg", "Thomas Reed"))
                .isEqualTo("Ann Berg, host");
        assertThat(shown("Ann Berg", "Berg, Ann", "Ann Berg", "Thomas Reed")).isEqualTo("Berg, Ann");
        assertThat(shown("AB", "Ann Berg", "AB", "Thomas Reed")).isEqualTo("Ann Berg");
    }
}
