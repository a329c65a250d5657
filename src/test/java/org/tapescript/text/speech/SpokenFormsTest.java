package org.tapescript.text.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenFormsTest {
    private final SpokenForms forms = new SpokenForms("en-us", Set.of("us", "attache", "one", "on", "well")::contains);

    private List<String> readings(String token, String before, String after) {
        return forms.readings(token, before, after).stream()
                .map(r -> String.join(" ", r.words()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1987|nineteen eighty seven",
                "2013,|twenty thirteen",
                "2013|two thousand thirteen",
                "1970s…|nineteen seventies",
                "’70s|seventies",
                "5,126|five thousand one hundred twenty six",
                "3.5|three point five",
                "60%|sixty percent",
                "$5|five dollars",
                "7th|seventh",
                "(12:30)|twelve thirty",
                "5:00|five o'clock",
                "1971-1980|nineteen seventy one to nineteen eighty",
                "1/2|one half",
                "KGB|k g b",
                "KGB’s|k g b /Z",
                "US|u s",
                "US|us",
                "U.S.|u s",
                "Ph.D.|p h d",
                "Mr.|mister",
                "e.g.,|for example",
                "one-on-one|one on one",
                "press-attaché|press attache",
                "II|two",
                "MI6|m i six",
                "don’t|do not",
                "it’s|it is",
                "топлива|topliva",
                "example.com|example dot com",
                "…well?”|well",
            })
    void printedWordMayBeSaidSo(String token, String expected) {
        assertThat(readings(token, "", "")).contains(expected);
    }

    @Test
    void neighboursMakeContractionsPossible() {
        assertThat(readings("not", "do", "")).contains("not", "/N T");
        assertThat(readings("is", "it", "")).contains("/Z");
        assertThat(readings("is", "table", "")).doesNotContain("/Z");
    }

    @Test
    void wordsOfAnotherScriptAreForeign() {
        assertThat(forms.isForeign("топлива")).isTrue();
        assertThat(forms.isForeign("attaché,")).isFalse();
    }

    @Test
    void otherLanguagesSpellTheirNumbers() {
        SpokenForms german = new SpokenForms("de", w -> false);
        assertThat(german.readings("21", "", "").get(0).words()).containsExactly("einundzwanzig");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cs|1987|tisíc devět set osmdesát sedm",
                "ru|«Книга»,|книга",
                "ru|5|пять",
                "nl|zo'n|zo'n",
                "hi|हिन्दी।|हिन्दी",
                "hi|100|एक सौ",
                "th|น้ำ|น้ำ",
                "fr|l’homme|l'homme",
                "el|20|είκοσι",
                "de|3.|dritte",
                "nl|5%|vijf %",
            })
    void wordsOfOtherLanguagesKeepTheirMarks(String language, String token, String expected) {
        assertThat(new SpokenForms(language, word -> false).readings(token, "", ""))
                .extracting(r -> String.join(" ", r.words()))
                .contains(java.text.Normalizer.normalize(expected, java.text.Normalizer.Form.NFC));
    }
}
