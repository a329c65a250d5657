package org.tapescript.spelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.OwnPronunciation;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Word;
import org.tapescript.edit.AcceptSpelling;
import org.tapescript.support.Transcripts;

class SpellingTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/tapescript/spelling");

    private static SpellChecker checker() throws IOException {
        return new Dictionaries(List.of(Path.of("/no/such/folder"), FOLDER))
                .load("en-gb")
                .orElseThrow();
    }

    private static List<String> doubts(SyncedTranscript t) throws IOException {
        return Spelling.doubts(checker(), t).stream().map(Spelling.Doubt::text).toList();
    }

    private static SyncedTranscript said(String... turns) {
        return Transcripts.of(List.of("Ann Quillfeather", "Bo"), turns);
    }

    @Test
    void wordsThatNoDictionaryHasAreDoubted() throws IOException {
        assertThat(doubts(said("We wennt home, and then it raind.", "The light-keepers don\u2019t recieve it!")))
                .containsExactly("wennt", "raind", "recieve");
    }

    @Test
    void numbersLettersNamesAndWhatBreaksOffAreRight() throws IOException {
        assertThat(doubts(said("In 1951 the 2nd X rec- Quillfeather went.", "Quillfeather\u2019s home, Bo.")))
                .isEmpty();
    }

    @Test
    void lexiconAndOwnWordsAreRight() throws IOException {
        SyncedTranscript t = said("We went home, Gannet.", "The gannet rained skjaer.");
        assertThat(doubts(t)).containsExactly("Gannet", "gannet", "skjaer");
        SyncedTranscript own = new AcceptSpelling("Gannet").apply(t);
        assertThat(doubts(
                        own.withBasis(own.basis().withLexicon(List.of(new OwnPronunciation("skjaer", "S K Y AA R"))))))
                .isEmpty();
    }

    @Test
    void doubtfulWordsComeFirst() throws IOException {
        SyncedTranscript t = said("We wennt home raind.", "Erly.");
        Word home = t.words().get(3);
        SyncedTranscript missing = t.withTurns(t.turns().stream()
                .map(turn -> turn.withWords(turn.words().stream()
                        .map(w -> w.id().equals(home.id()) ? w.withTiming(Timing.UNALIGNED) : w)
                        .toList()))
                .toList());
        assertThat(Spelling.doubtfulFirst(Spelling.doubts(checker(), missing)))
                .extracting(Spelling.Doubt::text)
                .containsExactly("raind", "wennt", "Erly");
    }

    @Test
    void suggestionsAreWhatMayHaveBeenMeant() throws IOException {
        assertThat(checker().suggestions("recieve")).contains("receive");
    }

    @Test
    void theRegionIsLookedForFirstThenTheLanguage(@TempDir Path folder) throws IOException {
        for (String name : List.of("en_GB", "en")) {
            for (String end : List.of(".aff", ".dic")) {
                Files.copy(FOLDER.resolve("en_GB" + end), folder.resolve(name + end));
            }
        }
        Dictionaries dictionaries = new Dictionaries(List.of(folder));
        assertThat(dictionaries.load("en-gb").orElseThrow().file()).hasFileName("en_GB.dic");
        assertThat(dictionaries.load("en-us").orElseThrow().file()).hasFileName("en.dic");
        assertThat(dictionaries.load("de-de")).isEqualTo(Optional.empty());
        Files.delete(folder.resolve("en.aff"));
        assertThat(dictionaries.load("en-us").orElseThrow().file()).hasFileName("en_GB.dic");
        Files.writeString(folder.resolve("en_GB.aff"), "SFX S Y 3\nSFX");
        assertThatThrownBy(() -> dictionaries.load("en-gb"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("en_GB.dic");
        assertThat(Dictionaries.debianPackage("en-us")).isEqualTo("hunspell-en-us");
    }
}
