package org.tapescript.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.NameSuggestion;
import org.tapescript.support.Transcripts;

class NameFinderTest {
    private static List<String> names(String text) {
        return NameFinder.find(Transcripts.imported(text)).stream()
                .map(n -> n.speaker() + "=" + n.name())
                .toList();
    }

    private static final String TURNS = "\n\n– When did you come here, to the old harbour?\n\n"
            + "– In the spring, when the ice had gone and the boats came back to us.\n\n"
            + "– And did you never want to leave it again?\n\n– No, never once in my life have I wanted that.\n";

    @Test
    void introductionNamesBoth() {
        assertThat(names(
                        "The harbour\n\nLast week Ann Berg recently interviewed Ole Dahl in his kitchen, and they spoke long."
                                + TURNS))
                .containsExactly("Interviewer=Ann Berg", "Guest=Ole Dahl");
    }

    @Test
    void officesAreNoPartOfAName() {
        assertThat(names(
                        "The harbour\n\nThis is a long conversation with the former General Ole Dahl about the harbour."
                                + TURNS))
                .containsExactly("Guest=Ole Dahl");
    }

    @Test
    void whoIsSpokenToIsTheOtherOne() {
        List<NameSuggestion> found = NameFinder.find(Transcripts.imported(
                "– Captain Dahl, when did you come here?\n\n– In the spring, from Great Britain, as they say.\n\n"
                        + "– And who sent you?\n\n– My father, Mrs. Berg, and I thank you for asking.\n"));
        assertThat(found)
                .extracting(n -> n.speaker() + "=" + n.name())
                .containsExactly("Guest=Captain Dahl", "Interviewer=Mrs. Berg");
        assertThat(found.get(0).line()).isEqualTo(1);
        assertThat(found.get(0).source()).contains("Captain Dahl");
    }

    @Test
    void aTitleWithAFullStopOrWithoutIsOneName() {
        List<NameSuggestion> found = NameFinder.find(
                Transcripts.imported("– Mrs Quill, when did you come here?\n\n– In the spring, as they say.\n\n"
                        + "– Mrs. Quill, did you come alone?\n\n– My father sent me.\n"));
        assertThat(found).extracting(n -> n.speaker() + "=" + n.name()).containsExactly("Guest=Mrs Quill");
    }

    @Test
    void aCaptionNamesWhomItShows() {
        String text = TURNS.strip()
                .replace("– And did", "Ole Dahl at the harbour in 1961. Photo: Harbour archive\n\n– And did");
        List<NameSuggestion> found = NameFinder.find(Transcripts.imported(text + "\n"));
        assertThat(found).extracting(n -> n.speaker() + "=" + n.name()).containsExactly("Guest=Ole Dahl");
        assertThat(found.get(0).source()).startsWith("caption");
    }

    @Test
    void whoHasAPrintedNameNeedsNone() {
        assertThat(names(
                        "ANN: Captain Dahl, when did you come here?\n\nOLE: In the spring.\n\nANN: And who sent you?\n\n"
                                + "OLE: My father did.\n"))
                .isEmpty();
    }
}
