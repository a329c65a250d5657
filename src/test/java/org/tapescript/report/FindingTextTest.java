package org.tapescript.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FindingTextTest {
    private static Finding example(FindingCode code) {
        return switch (code) {
            case BREAKS_OFF, GOES_ON -> new Finding(code, "a.wav", 12.34);
            case RUNS_FAST, RUNS_SLOW -> new Finding(code, "a.wav", 1.25);
            case LACKS_SOUND -> new Finding(code, "a.wav", 11.0, 10.0);
            case OPPOSITE_PHASE, FIRST_CHANNEL_ONLY, SECOND_CHANNEL_ONLY -> new Finding(code, "a.wav");
            case PRINTED_TIMES_FAST, PRINTED_TIMES_SLOW -> new Finding(code, 6.04);
            case DOUBTFUL_MATCH -> new Finding(code, 41L, 300);
            case UNHEARD_STRETCH -> new Finding(code, 12, 80, 410);
            case TAPE_ENDS_EARLIER, TAPE_BEGINS_LATER -> new Finding(code, 12, "And then we", 410);
            case OTHER_LANGUAGE -> new Finding(code, "nl", "de");
            case SAME_RECORDING -> new Finding(code, "b.wav", "a.wav");
            case IMPORTED_TIMES -> new Finding(code, 120L);
            case RECORDING_ORDER -> new Finding(code, "b.wav");
            case STRONG_NOISE -> new Finding(code, 2.4);
            case LENT_MODEL -> new Finding(code, "en-us");
            case READ_BY_LETTERS, LITTLE_AGREEMENT -> new Finding(code);
            case LONG_WORD -> new Finding(code, "well", 2.71);
            case FAST_WORDS -> new Finding(code, 7.77);
            case UNSURE_WORDS -> new Finding(code, 8, 0.256);
            case CORRECTION_REPLACED -> new Finding(code, "Kaluhin", "Kalugin");
            case CORRECTION_GONE, DELETION_REPLACED -> new Finding(code, "Kaluhin");
            case JUMP -> new Finding(code, 31.4);
        };
    }

    private static String said(FindingCode code, Locale locale) {
        return FindingText.of(example(code), locale);
    }

    @Test
    void everyFindingIsSaidInEveryLanguage() {
        for (FindingCode code : FindingCode.values()) {
            String english = said(code, Locale.ROOT);
            String german = said(code, Locale.GERMAN);
            assertThat(german).as(code.name()).isNotEqualTo(english);
        }
    }

    @Test
    void numbersAreThoseOfTheLanguage() {
        assertThat(said(FindingCode.LONG_WORD, Locale.ROOT)).isEqualTo("'well' takes 2.7 s");
        assertThat(said(FindingCode.LONG_WORD, Locale.GERMAN)).isEqualTo("„well“ dauert 2,7 s");
        assertThat(said(FindingCode.RUNS_SLOW, Locale.FRENCH))
                .as("English, where there are no words of a language")
                .startsWith("a.wav runs 1");
    }
}
