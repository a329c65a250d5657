package org.tapescript.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.format.plain.PlainReader;
import org.tapescript.text.structure.TranscriptAnalyzer;

class ImportModelTest {
    private static ImportModel model(String... paragraphs) {
        return new ImportModel(
                TranscriptAnalyzer.analyze(PlainReader.document("t.txt", String.join("\n\n", paragraphs)), List.of()));
    }

    private static List<String> speakers(ImportModel model) {
        return model.transcript().paragraphs().stream()
                .map(p -> p.speaker().orElse("-"))
                .toList();
    }

    private final ImportModel model =
            model("– When did you come here?", "– In spring.", "It was cold.", "– And then?", "– Then it was summer.");

    @Test
    void aTurnThatStartsFlipsThoseBehindIt() {
        assertThat(speakers(model)).containsExactly("Interviewer", "Guest", "Guest", "Interviewer", "Guest");
        model.opensTurn(2);
        assertThat(speakers(model)).containsExactly("Interviewer", "Guest", "Interviewer", "Guest", "Interviewer");
        model.goesOn(2);
        assertThat(speakers(model)).containsExactly("Interviewer", "Guest", "Guest", "Interviewer", "Guest");
    }

    @Test
    void whatIsNotSpokenHasNoSpeaker() {
        model.isNotSpoken(2, ParagraphKind.CAPTION);
        assertThat(speakers(model)).containsExactly("Interviewer", "Guest", "-", "Interviewer", "Guest");
        model.isNotSpoken(1, ParagraphKind.NOTE);
        assertThat(speakers(model)).containsExactly("Interviewer", "-", "-", "Guest", "Interviewer");
    }

    @Test
    void namingATurnNamesWhatContinuesIt() {
        model.isSpokenBy(2, "Interviewer");
        assertThat(speakers(model))
                .containsExactly("Interviewer", "Interviewer", "Interviewer", "Guest", "Interviewer");
    }

    @Test
    void printedNamesStay() {
        ImportModel named =
                model("ANN: When did you come here?", "BO: In spring.", "ANN: And then?", "BO: Summer came.");
        List<Paragraph> before = named.transcript().paragraphs();
        named.goesOn(1);
        assertThat(speakers(named)).containsExactly("ANN", "ANN", "ANN", "BO");
        assertThat(named.transcript().paragraphs().subList(2, 4)).isEqualTo(before.subList(2, 4));
    }
}
