package org.tapescript.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tapescript.audio.decode.RecordingFault;
import org.tapescript.audio.decode.UnreadableRecordingException;
import org.tapescript.edit.Refusal;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.format.ExportFault;
import org.tapescript.format.Loss;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.UnwritableException;
import org.tapescript.project.ProjectFault;
import org.tapescript.project.ProjectFile;
import org.tapescript.workflow.Mismatch;
import org.tapescript.workflow.MissingRecordingException;

class FailuresTest {
    private final Locale before = Messages.locale();

    @BeforeEach
    void speakGerman() {
        Messages.use(Locale.GERMAN);
    }

    @AfterEach
    void speakAsBefore() {
        Messages.use(before);
    }

    @ParameterizedTest
    @EnumSource(MissingRecordingException.Reason.class)
    void theWindowSpeaksOfNoOptionsOfTheCommandLine(MissingRecordingException.Reason reason) {
        assertThat(Failures.message(
                        new MissingRecordingException(reason, Path.of("band.ogg"), "say where it is with --tape")))
                .contains("band.ogg")
                .doesNotContain("--")
                .doesNotContain("where");
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalHasItsWords(Refusal refusal) {
        RefusedEditException e = new RefusedEditException(refusal, 1, 2);
        assertThat(Failures.message(e)).isNotBlank().isNotEqualTo(e.getMessage());
    }

    @ParameterizedTest
    @EnumSource(RecordingFault.class)
    void everyFaultOfARecordingHasItsWords(RecordingFault fault) {
        UnreadableRecordingException e = new UnreadableRecordingException(Path.of("band.ogg"), fault, 1, 2);
        assertThat(Failures.message(e)).startsWith("Die Aufnahme band.ogg");
        assertThat(Messages.get("recording." + fault, 1, 2).equals(e.getMessage()))
                .as("said in English: " + e.getMessage())
                .isEqualTo(fault == RecordingFault.OTHER);
    }

    @ParameterizedTest
    @EnumSource(ProjectFault.class)
    void everyFaultOfAProjectHasItsWords(ProjectFault fault) {
        String german = Messages.get("project." + fault, 1, 2);
        Messages.use(Locale.ENGLISH);
        assertThat(Messages.get("project." + fault, 1, 2)).isNotBlank().isNotEqualTo(german);
    }

    @ParameterizedTest
    @EnumSource(TranscriptFault.class)
    void everyFaultOfATranscriptHasItsWords(TranscriptFault fault) {
        UnreadableTranscriptException e = new UnreadableTranscriptException(Path.of("hive.txt"), fault, 1, 2);
        String german = Failures.message(e);
        assertThat(german).startsWith("Das Transkript hive.txt").doesNotContain(e.getMessage());
        Messages.use(Locale.ENGLISH);
        assertThat(Failures.message(e)).endsWith(e.getMessage());
    }

    @ParameterizedTest
    @EnumSource(ExportFault.class)
    void everyFaultOfAnExportHasItsWords(ExportFault fault) {
        String german = Failures.message(new UnwritableException("stl", fault));
        Messages.use(Locale.ENGLISH);
        assertThat(Failures.message(new UnwritableException("stl", fault)))
                .startsWith("stl cannot be written: ")
                .isNotEqualTo(german);
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void everyLossOfAnExportHasItsWords(Loss loss) {
        assertThat(Messages.get("loss." + loss)).isNotBlank().isNotEqualTo(loss.english());
    }

    @ParameterizedTest
    @EnumSource(Mismatch.class)
    void everyMismatchHasItsWords(Mismatch mismatch) {
        String german = Messages.get("mismatch." + mismatch, "a", 1, 2, 3, 4);
        Messages.use(Locale.ENGLISH);
        assertThat(Messages.get("mismatch." + mismatch, "a", 1, 2, 3, 4))
                .isNotBlank()
                .isNotEqualTo(german);
    }

    @Test
    void whatIsNoProjectIsRefusedInTheLanguageOfTheWindow() {
        assertThatThrownBy(() -> ProjectFile.read(Path.of("pom.xml")))
                .satisfies(e -> assertThat(Failures.message(e))
                        .isEqualTo("Das Projekt pom.xml lässt sich nicht öffnen: es ist kein Tapescript-Projekt"));
    }

    @Test
    void numbersHaveTheCommaOfTheLanguage() {
        assertThat(Messages.number(3.25, 2)).isEqualTo("3,25");
    }
}
