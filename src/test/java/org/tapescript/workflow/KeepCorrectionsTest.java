package org.tapescript.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.HandCorrections.Replaced;
import org.tapescript.domain.Remark;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Word;
import org.tapescript.edit.CorrectText;
import org.tapescript.edit.InsertTurn;
import org.tapescript.format.plain.PlainReader;
import org.tapescript.support.Transcripts;
import org.tapescript.text.structure.TranscriptAnalyzer;

/** Corrections of the text, and a revised text. */
class KeepCorrectionsTest {
    private static final String PRINTED =
            "ANN: When did you meet Kalugin in Moscow?\n\nBO: In spring, I think. It was cold in the harbour then.\n";

    private static Transcript read(String text) {
        return TranscriptAnalyzer.analyze(PlainReader.document("t.txt", text), List.of());
    }

    private static SyncedTranscript project(String text) {
        SyncedTranscript any = Transcripts.of(List.of("A"), "one");
        Transcript transcript = read(text);
        return new SyncedTranscript(
                any.basis(),
                any.recordings(),
                transcript,
                TurnBuilder.turns(transcript),
                List.of(),
                List.of(),
                any.match());
    }

    private static SyncedTranscript corrected(SyncedTranscript t, String was, String is) {
        int at = t.transcript().text().indexOf(was);
        return new CorrectText(at, at + was.length(), is).apply(t);
    }

    private static KeepCorrections.Kept revised(SyncedTranscript t, String text) {
        KeepCorrections.Kept kept = KeepCorrections.in(t, read(text));
        SyncedTranscript synced = t.withText(kept.transcript(), TurnBuilder.turns(kept.transcript()));
        assertThat(synced.malformation()).isEmpty();
        return kept;
    }

    private final SyncedTranscript edited = corrected(
            corrected(corrected(project(PRINTED), "Kalugin", "Kaluhin"), "spring,", "late spring,"), " then.", ".");

    @Test
    void correctionsAreMadeAgainWhereTheRevisedTextStillHasWhatWasCorrected() {
        KeepCorrections.Kept kept = revised(
                edited,
                PRINTED.replace("ANN: When", "ANN: Tell me, when").replace("I think.", "I believe it was. Or summer."));
        assertThat(kept.transcript().text())
                .isEqualTo("ANN: Tell me, when did you meet Kaluhin in Moscow?\n\n"
                        + "BO: In late spring, I believe it was. Or summer. It was cold in the harbour.\n");
        assertThat(kept.corrections().replaced()).isEmpty();
        assertThat(kept.corrections().printed().orElseThrow())
                .contains("Kalugin")
                .contains("Or summer.");
    }

    @Test
    void whereTheRevisedTextSaysSomethingElseItStaysAndTheCorrectionIsListed() {
        KeepCorrections.Kept kept = revised(
                edited,
                PRINTED.replace("Kalugin", "Kalyugin")
                        .replace("In spring, I think.", "Never mind.")
                        .replace(" then", ""));
        assertThat(kept.transcript().text()).contains("meet Kalyugin in").contains("BO: Never mind. It");
        assertThat(kept.corrections().replaced())
                .containsExactly(new Replaced(1, "Kaluhin", "Kalyugin"), new Replaced(3, "late", "Never mind."));
        assertThat(kept.corrections().printed()).as("nothing is left of them").isEmpty();
    }

    @Test
    void whatTheRevisedTextHasCorrectedItselfIsNoLoss() {
        KeepCorrections.Kept kept = revised(edited, PRINTED.replace("Kalugin", "Kaluhin"));
        assertThat(kept.corrections().replaced()).isEmpty();
        assertThat(kept.transcript().text()).contains("Kaluhin").contains("late spring,");
    }

    @Test
    void correctionsLastThroughManyRevisions() {
        SyncedTranscript t = edited;
        for (String other : new String[] {"autumn", "winter", "snow"}) {
            KeepCorrections.Kept kept = revised(t, PRINTED.replace("cold", other));
            assertThat(kept.transcript().text())
                    .contains("Kaluhin")
                    .contains("late spring,")
                    .contains(other);
            t = project(kept.transcript().text());
            t = t.withNotes(t.notes().withCorrections(kept.corrections()));
        }
    }

    @Test
    void whatWasTypedInIsTypedInAgain() {
        Word last = edited.turns().get(0).words().get(6);
        SyncedTranscript typed = new InsertTurn(0, 1, "CY", "And was I there?", Optional.of(last.id())).apply(edited);
        KeepCorrections.Kept kept = revised(typed, PRINTED.replace("cold", "bitter"));
        assertThat(kept.transcript().text())
                .startsWith("ANN: When did you meet Kaluhin in Moscow?\n\nAnd was I there?\n\nBO: In late spring");
        assertThat(kept.transcript().paragraphs().get(1).speaker()).contains("CY");
        KeepCorrections.Kept elsewhere =
                revised(typed, PRINTED.replace("in Moscow?\n\nBO: In spring,", "there?\n\nBO: Yes,"));
        assertThat(elsewhere.corrections().replaced())
                .extracting(Replaced::byHand)
                .contains("And was I there?");
    }

    @Test
    void withoutCorrectionsTheRevisedTextIsAsItIs() {
        Transcript other = read(PRINTED.replace("cold", "warm"));
        assertThat(KeepCorrections.in(project(PRINTED), other).transcript()).isSameAs(other);
        assertThat(KeepCorrections.in(edited, edited.transcript()).corrections())
                .as("the same text again")
                .isEqualTo(edited.notes().corrections());
    }

    @Test
    void remarksStayWithTheirWords() {
        String text = PRINTED.replace("cold", "warm");
        int at = text.indexOf("harbour");
        Transcript remarked = read(text)
                .withRemarks(
                        List.of(new Remark(Optional.of(new CharSpan(at, at + 7)), Optional.empty(), "which one?")));
        Transcript kept = KeepCorrections.in(edited, remarked).transcript();
        assertThat(kept.remarks().get(0).place().orElseThrow().of(kept.text())).isEqualTo("harbour");
    }

    /** Each word that was corrected is in the text that comes out, or in the list of those that gave way, or printed so now. */
    @Test
    void noCorrectionIsLostWhateverIsRevised() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                words.add("w" + random.nextInt(25));
            }
            SyncedTranscript t = project("ANN: " + String.join(" ", words) + "\n\nBO: yes indeed it was so.\n");
            for (int k = 0; k < 5; k++) {
                List<Word> all = t.words();
                Word word = all.get(random.nextInt(all.size()));
                String is = random.nextInt(4) == 0 ? word.text() + " byhand" + k : "byhand" + k;
                t = new CorrectText(word.place().start(), word.place().end(), is).apply(t);
            }
            List<String> revised = new ArrayList<>(words);
            for (int k = 0; k < 12; k++) {
                int at = random.nextInt(revised.size());
                switch (random.nextInt(3)) {
                    case 0 -> revised.set(at, "r" + k);
                    case 1 -> revised.remove(at);
                    default -> revised.add(at, "r" + k);
                }
            }
            KeepCorrections.Kept kept =
                    revised(t, "ANN: " + String.join(" ", revised) + "\n\nBO: yes indeed it was so.\n");
            for (Word word : t.words()) {
                if (word.text().startsWith("byhand")) {
                    assertThat(kept.transcript().text() + kept.corrections().replaced())
                            .as("seed %d", seed)
                            .contains(word.text());
                }
            }
        }
    }
}
