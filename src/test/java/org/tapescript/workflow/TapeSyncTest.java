package org.tapescript.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.OwnPronunciation;
import org.tapescript.domain.SyncBasis;
import org.tapescript.domain.SyncMethod;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.language.LanguagePacks;
import org.tapescript.support.Transcripts;

class TapeSyncTest {
    private static final List<OwnPronunciation> OWN = List.of(new OwnPronunciation("brz", "B ER Z"));

    @Test
    void aTextIsATranslationWhereThatIsSaidOrNoLanguageIsNamed() {
        assertThat(TapeSync.basis("en-us", false).method()).isEqualTo(SyncMethod.BY_WORDS);
        assertThat(TapeSync.basis("en-us", true).method()).isEqualTo(SyncMethod.BY_VOICES);
        assertThat(TapeSync.basis(LanguagePacks.NONE, false).method()).isEqualTo(SyncMethod.BY_VOICES);
    }

    @Test
    void aProjectIsSyncedAgainByWhatItWasSyncedBy() {
        SyncBasis basis = new SyncBasis("cs", SyncMethod.BY_VOICES).withLexicon(OWN);
        SyncedTranscript project = Transcripts.of(List.of("A"), "one two").withBasis(basis);
        TapeSync.Request again = TapeSync.Request.of(project, List.of(Path.of("tape.wav")));
        assertThat(again.basis()).isEqualTo(basis);
        assertThat(again.withLexicon(List.of()).basis()).isEqualTo(basis);
        List<OwnPronunciation> other = List.of(new OwnPronunciation("brz", "B R Z"));
        assertThat(again.withLexicon(other).basis()).isEqualTo(basis.withLexicon(other));
    }
}
