package org.tapescript.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.format.plain.PlainReader;
import org.tapescript.text.structure.Scheme;
import org.tapescript.text.structure.TranscriptAnalyzer;

class ImportModelTest {
    private static ImportModel model(String... paragraphs) {
        try {
            return new ImportModel((options, told) -> TranscriptAnalyzer.understand(
                    PlainReader.document("t.txt", String.join("\n\n", paragraphs)), told));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
    void whoSpeaksAParagraphThatWasNotSpokenBeginsATurnThere() {
        model.isNotSpoken(1, ParagraphKind.NOTE);
        model.isSpokenBy(1, "Ada");
        assertThat(speakers(model).subList(0, 2)).containsExactly("Interviewer", "Ada");
        assertThat(model.transcript().paragraphs().get(1).kind()).isEqualTo(ParagraphKind.TURN);
    }

    @Test
    void renamingNamesAllTurnsAndIsTakenBack() {
        model.rename("Guest", "Ada");
        assertThat(speakers(model)).containsExactly("Interviewer", "Ada", "Ada", "Interviewer", "Ada");
        model.undo();
        assertThat(speakers(model)).containsExactly("Interviewer", "Guest", "Guest", "Interviewer", "Guest");
    }

    @Test
    void aNameInAnotherCaseIsThatOfWhoHasIt() {
        model.rename("Guest", "interviewer ");
        assertThat(model.speakers()).containsExactly("Interviewer");
        model.rename("Interviewer", "INTERVIEWER");
        assertThat(model.speakers()).as("one's own name").containsExactly("INTERVIEWER");
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

    @Test
    void whatMarksTurnsMayBeSaidAndTakenBack() throws IOException {
        ImportModel dashes =
                model("– Ann: When did you come here?", "– In spring.", "Ann: It was cold.", "– And then?", "– Later.");
        List<String> found = speakers(dashes);
        dashes.marks(Optional.of(Scheme.COLON));
        assertThat(speakers(dashes)).containsOnly("Ann");
        dashes.isSpokenBy(0, "Bo");
        dashes.undo();
        assertThat(speakers(dashes)).containsOnly("Ann");
        dashes.undo();
        assertThat(speakers(dashes)).isEqualTo(found);
        assertThat(dashes.undoableProperty().get()).isFalse();
    }

    @Test
    void doubtsAreGoneThroughInACircle() throws IOException {
        ImportModel doubtful = model(
                "– How long did it last?", "Six hours, and then six hours of sleep.", "– Was it cold?", "– It was.");
        int first = doubtful.nextDoubt(-1);
        assertThat(first).isEqualTo(1);
        assertThat(doubtful.nextDoubt(first)).isEqualTo(first);
    }
}
