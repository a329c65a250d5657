package org.tapescript.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.acoustic.AcousticModel;

/** Languages that have no model: how their words are read, and which English phones lend them their sounds. */
class LentModelTest {
    @TempDir
    static Path cache;

    private static final Map<String, LanguagePack> LOADED = new HashMap<>();

    private static LanguagePack load(String tag) throws Exception {
        if (!LOADED.containsKey(tag)) {
            LOADED.put(tag, new LanguagePacks(List.of(Path.of("models")), cache).load(tag));
        }
        return LOADED.get(tag);
    }

    private static List<String> said(String tag, String word) throws Exception {
        return load(tag).sounds().pronounce(word, 3).stream()
                .map(g -> g.phones())
                .toList();
    }

    @Test
    void readsWordsByTheRulesOfTheirLanguage() throws Exception {
        assertThat(said("cs", "měsíc")).containsExactly("m ɲ e s i t s");
        assertThat(said("nl", "huis")).containsExactly("h œy s");
        assertThat(said("fr", "l'homme")).containsExactly("l ɔ m");
        assertThat(said("ru", "решётка")).containsExactly("r i ʃ o t k a");
        assertThat(said("hi", "नमस्ते")).containsExactly("n ə m ʌ s t e");
        assertThat(said("nl", "vrouw")).containsExactly("v r aʊ");
        assertThat(said("ne", "हुँ")).containsExactly("h u\u0303");
    }

    @Test
    void readsWordsOfAnyOtherLanguageByTheirLetters() throws Exception {
        assertThat(said("lif", "khɔŋ")).containsExactly("k ɔ ŋ");
        assertThat(said("lif", "चया")).containsExactly("tʃ a j a");
        assertThat(said("mfe", "bonzour")).containsExactly("b o n z u r");
    }

    @Test
    void everySoundHasAnEnglishPhoneWithoutContext() throws Exception {
        LanguagePack pack = load("de");
        AcousticModel english = load("en-us").speech().acoustic();
        AcousticModel lent = pack.speech().acoustic();
        assertThat(pack.speech().borrowed()).isTrue();
        assertThat(lent.phones()).hasSizeBetween(80, 127);
        assertThat(lent.isFiller(lent.silence())).isTrue();
        int x = lent.phone("x");
        int k = lent.phone("k");
        assertThat(lent.senones(x, k, k, AcousticModel.Position.INTERNAL)).isEqualTo(lent.senones(x));
        assertThat(lent.codebookOf(lent.senones(x)[1]))
                .isEqualTo(english.codebookOf(english.senones(english.phone("HH"))[1]));
        assertThat(lent.senones(lent.phone("f"))).doesNotContain(lent.senones(x));
    }

    @Test
    void tagsAreOfLanguages() throws Exception {
        assertThat(load("pt_BR").tag()).isEqualTo("pt-BR");
        assertThat(load("en-us").speech().borrowed()).isFalse();
        assertThatThrownBy(() -> load("xx")).isInstanceOf(MissingLanguageException.class);
        assertThatThrownBy(() -> load("no such thing")).isInstanceOf(MissingLanguageException.class);
    }
}
