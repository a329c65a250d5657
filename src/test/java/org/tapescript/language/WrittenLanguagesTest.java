package org.tapescript.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tapescript.language.WrittenLanguages.Part;

class WrittenLanguagesTest {
    private static final String CZECH =
            "Řekněte mi, jak jste se k práci na přívozu vlastně dostal. Můj otec tu převážel lidi už před válkou a já jsem mu od deseti let "
                    + "pomáhal. Řeka tehdy bývala mnohem širší než dnes a v zimě zamrzala. Chodili jsme po ledu až na druhý břeh.\n";
    private static final String ENGLISH =
            "Tell me how you came to work on the ferry in the first place. My father took people across before the war, and I helped him "
                    + "from the age of ten. The river was much wider then than it is today, and in winter it froze over from bank to bank.\n";

    private static List<String> tags(String text) {
        return WrittenLanguages.of(text).stream().map(Part::tag).toList();
    }

    @Test
    void tellsALanguageByItsLetters() {
        assertThat(tags(CZECH)).containsExactly("cs");
        assertThat(tags(ENGLISH)).containsExactly("en");
        assertThat(tags("Ďakujem.")).isEmpty();
    }

    @Test
    void plainEnglishIsSeenAtAGlance() {
        assertThat(WrittenLanguages.isPlainEnglish(ENGLISH)).isTrue();
        assertThat(WrittenLanguages.isPlainEnglish(CZECH)).isFalse();
        assertThat(WrittenLanguages.isPlainEnglish("")).isFalse();
    }

    @Test
    void saysThatATextIsInTwoLanguages() {
        String text = (CZECH + CZECH + CZECH).repeat(3) + (ENGLISH + ENGLISH + ENGLISH);
        assertThat(tags(text)).containsExactly("cs", "en");
        assertThat(WrittenLanguages.of(text).get(1).share()).isBetween(0.15, 0.35);
    }

    @Test
    void doubtsALanguageThatATextIsNotIn() {
        assertThat(WrittenLanguages.otherThan("cs", CZECH)).isEmpty();
        assertThat(WrittenLanguages.otherThan("en-us", ENGLISH)).isEmpty();
        assertThat(WrittenLanguages.otherThan("en-us", CZECH)).contains("cs");
        assertThat(WrittenLanguages.otherThan("nl", ENGLISH)).contains("en");
        assertThat(WrittenLanguages.otherThan("lif", CZECH))
                .as("nothing is known of the language")
                .isEmpty();
        assertThat(WrittenLanguages.otherThan("nl", "Novák, Černý, Dvořák.")).isEmpty();
    }

    @Test
    void suggestsAModelThatThereIs() throws Exception {
        LanguagePacks packs = new LanguagePacks(List.of(Path.of("models")), Path.of("target"));
        assertThat(packs.suggested(ENGLISH)).isEqualTo("en-us");
        assertThat(packs.suggested(CZECH)).isEqualTo("cs");
        assertThatThrownBy(() -> packs.suggested("Ano.")).isInstanceOf(MissingLanguageException.class);
    }
}
