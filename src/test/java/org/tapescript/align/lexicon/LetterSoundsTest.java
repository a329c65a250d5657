package org.tapescript.align.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetterSoundsTest {
    @Test
    void namesSoundAsTheyAreSpelt() {
        assertThat(LetterSounds.of("Putin")).containsExactly("P", "UW", "T", "IY", "N");
        assertThat(LetterSounds.of("Khrushchev")).containsExactly("HH", "R", "UW", "SH", "CH", "EH", "V");
        assertThat(LetterSounds.of("Крючков")).containsExactly("K", "R", "Y", "UW", "CH", "K", "AO", "V");
        assertThat(LetterSounds.of("Dvořák")).containsExactly("D", "V", "AO", "R", "AA", "K");
    }

    @Test
    void lettersThatNothingIsKnownOfArePassedOver() {
        assertThat(LetterSounds.of("日本A")).containsExactly("AA");
        assertThat(LetterSounds.of("")).isEmpty();
    }
}
