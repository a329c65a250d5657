package org.tapescript.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.AssignSpeaker;
import org.tapescript.edit.Edit;
import org.tapescript.edit.ReplaceAll;
import org.tapescript.storage.Checksum;
import org.tapescript.support.Editing;
import org.tapescript.support.RandomEdits;
import org.tapescript.support.Transcripts;

class EditJournalTest {
    @TempDir
    private Path folder;

    private Path project;
    private final SyncedTranscript first = Transcripts.random(4);

    @BeforeEach
    void write() throws IOException {
        project = folder.resolve("p.tapescript");
        ProjectFile.of(first).write(project);
    }

    /** What is there after the program was started again. */
    private OpenProject.View reopened() throws IOException {
        return OpenProject.view(project, folder.resolve("fallback"));
    }

    private SyncedTranscript recovered() throws IOException {
        return reopened().file().transcript();
    }

    private Path journal() {
        return folder.resolve(".p.tapescript.journal");
    }

    @Test
    void everyKindOfEditHasAShape() {
        assertThat(EditShapes.known().toArray())
                .containsExactlyInAnyOrder((Object[]) Edit.class.getPermittedSubclasses());
    }

    @Test
    void everyKindOfEditIsPlayedAgain() throws IOException {
        List<Edit> edits = new RandomEdits(new Random(1)).possible(first, 300);
        assertThat(edits.stream().map(Object::getClass).distinct()).hasSize(19);
        SyncedTranscript now;
        try (Editing editing = new Editing(project)) {
            for (Edit edit : edits) {
                editing.apply(edit);
            }
            editing.undo();
            editing.undo();
            editing.redo();
            editing.amend(new ReplaceAll(Transcripts.random(5)));
            now = editing.now();
        }
        assertThat(recovered()).isEqualTo(now);
    }

    @Test
    void aLineCutOffIsLeftOutAndWritingGoesOnBehindIt() throws IOException {
        List<Edit> edits = new RandomEdits(new Random(2)).possible(first, 4);
        try (Editing editing = new Editing(project)) {
            for (Edit edit : edits.subList(0, 3)) {
                editing.apply(edit);
            }
        }
        byte[] bytes = Files.readAllBytes(journal());
        Files.write(journal(), Arrays.copyOf(bytes, bytes.length - 7));
        SyncedTranscript two = edits.get(1).apply(edits.get(0).apply(first));
        assertThat(recovered()).isEqualTo(two);
        try (Editing editing = new Editing(project)) {
            assertThat(editing.recovery()).isEqualTo(new Recovery(2, java.util.Optional.empty()));
            editing.apply(edits.get(2));
        }
        assertThat(recovered()).isEqualTo(edits.get(2).apply(two));
    }

    @Test
    void afterSavingTheJournalStandsOnTheNewFile() throws IOException {
        List<Edit> edits = new RandomEdits(new Random(3)).possible(first, 6);
        SyncedTranscript now;
        try (Editing editing = new Editing(project)) {
            for (Edit edit : edits.subList(0, 3)) {
                editing.apply(edit);
            }
            editing.save();
            assertThat(recovered()).isEqualTo(editing.now());
            for (Edit edit : edits.subList(3, 6)) {
                editing.apply(edit);
            }
            now = editing.now();
        }
        assertThat(recovered()).isEqualTo(now);
        assertThat(reopened().recovery().steps()).isEqualTo(3);
    }

    @Test
    void killedBetweenJournalAndFileEitherStateIsWhole() throws IOException {
        List<Edit> edits = new RandomEdits(new Random(3)).possible(first, 3);
        byte[] old = Files.readAllBytes(project);
        SyncedTranscript now;
        try (Editing editing = new Editing(project)) {
            for (Edit edit : edits) {
                editing.apply(edit);
            }
            now = editing.now();
        }
        ProjectFile.of(now).write(project);
        byte[] saved = Files.readAllBytes(project);
        try (org.tapescript.storage.LineLog log =
                org.tapescript.storage.LineLog.open(journal(), org.tapescript.storage.LineLog.PLAIN)) {
            log.append("{\"base\":\"" + EditJournal.checksum(project) + "\"}");
        }
        Files.write(project, old);
        assertThat(recovered()).as("the file was not replaced yet").isEqualTo(now);
        Files.write(project, saved);
        assertThat(recovered()).as("the file was replaced").isEqualTo(now);
        assertThat(reopened().recovery()).isEqualTo(Recovery.NONE);
    }

    @Test
    void whateverIsDoneWhileTheProjectIsWrittenIsKept() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            ProjectFile.of(first).write(project);
            Random random = new Random(seed);
            RandomEdits edits = new RandomEdits(random);
            try (OpenProject door = OpenProject.open(project, folder.resolve("fallback"))) {
                some(door, random, edits);
                SyncedTranscript saved = door.history().current();
                byte[] old = Files.readAllBytes(project);
                OpenProject.Saving saving = door.beginSaving();
                some(door, random, edits);
                assertThat(recovered())
                        .as("seed %d, before it is written", seed)
                        .isEqualTo(door.history().current());
                saving.write();
                assertThat(ProjectFile.read(project).transcript()).isEqualTo(saved);
                assertThat(recovered())
                        .as("seed %d, written", seed)
                        .isEqualTo(door.history().current());
                some(door, random, edits);
                saving.end();
                some(door, random, edits);
                assertThat(recovered())
                        .as("seed %d, and on", seed)
                        .isEqualTo(door.history().current());
                if (Files.exists(journal())) {
                    byte[] now = Files.readAllBytes(project);
                    Files.write(project, old);
                    SyncedTranscript without = recovered();
                    Files.write(project, now);
                    // With nothing done since, there was no journal to keep what the file has.
                    if (Files.readString(journal()).contains(Checksum.of(old))) {
                        assertThat(without)
                                .as("seed %d, had it not been written", seed)
                                .isEqualTo(door.history().current());
                    }
                }
            }
            SyncedTranscript last = recovered();
            try (Editing again = new Editing(project)) {
                assertThat(again.recovery().left()).as("seed %d", seed).isEmpty();
                again.apply(new ReplaceAll(first));
                assertThat(again.undo()).isTrue();
                assertThat(again.now()).isEqualTo(last);
                assertThat(recovered()).as("seed %d, opened again", seed).isEqualTo(last);
                again.save();
            }
        }
    }

    private static void some(OpenProject door, Random random, RandomEdits edits) throws IOException {
        for (int i = random.nextInt(4); i > 0; i--) {
            if (random.nextInt(3) == 0 && door.history().undo()) {
                door.journal().undone(door.history().current());
            } else if (random.nextInt(4) == 0 && door.history().redo()) {
                door.journal().redone(door.history().current());
            } else {
                Edit edit = edits.possible(door.history().current(), 1).get(0);
                door.history().apply(edit);
                door.journal().applied(edit);
            }
        }
    }

    @Test
    void aSaveThatFailsLeavesAllAsItWas() throws IOException {
        List<Edit> edits = new RandomEdits(new Random(5)).possible(first, 4);
        Path aside = folder.resolve("aside");
        try (OpenProject door = OpenProject.open(project, folder.resolve("fallback"))) {
            for (Edit edit : edits) {
                if (edit == edits.get(3)) {
                    OpenProject.Saving saving = door.beginSaving();
                    Files.move(project, aside);
                    // A folder of its name stands for a file that cannot be written.
                    Files.createDirectory(project);
                    assertThatThrownBy(saving::write).isInstanceOf(IOException.class);
                    saving.end();
                    Files.delete(project);
                    Files.move(aside, project);
                }
                door.history().apply(edit);
                door.journal().applied(edit);
            }
            assertThat(door.history().isSaved()).isFalse();
            assertThat(recovered()).isEqualTo(door.history().current());
            while (door.history().undo()) {
                door.journal().undone(door.history().current());
                assertThat(recovered()).isEqualTo(door.history().current());
            }
            assertThat(door.history().isSaved()).isTrue();
        }
    }

    /** As a folder that other machines share, or a version control, does. */
    @Test
    void whatAnotherProgramPutInThePlaceOfTheProjectIsNotWrittenOver() throws IOException {
        Path copy = folder.resolve("copy.tapescript");
        SyncedTranscript other = Transcripts.random(9);
        SyncedTranscript now;
        try (OpenProject door = OpenProject.open(project, folder)) {
            Edit edit = new RandomEdits(new Random(3)).possible(first, 1).get(0);
            door.history().apply(edit);
            door.journal().applied(edit);
            door.save();
            ProjectFile.of(other).write(project);
            assertThatThrownBy(door::save).isInstanceOf(ProjectChangedException.class);
            now = door.history().current();
            OpenProject.Saving saving = door.beginSavingAs(copy);
            saving.write();
            saving.end();
            door.save();
        }
        assertThat(ProjectFile.read(project).transcript()).isEqualTo(other);
        assertThat(ProjectFile.read(copy).transcript()).isEqualTo(now);
        try (OpenProject door = OpenProject.open(project, folder)) {
            Files.delete(project);
            door.save();
        }
        assertThat(ProjectFile.read(project).transcript()).isEqualTo(other);
    }

    @Test
    void whatIsDoneWhileACopyIsWrittenIsKeptBesideTheCopy() throws IOException {
        List<Edit> edits = new RandomEdits(new Random(6)).possible(first, 4);
        Path copy = folder.resolve("copy.tapescript");
        SyncedTranscript now;
        try (OpenProject door = OpenProject.open(project, folder.resolve("fallback"))) {
            for (Edit edit : edits.subList(0, 2)) {
                door.history().apply(edit);
                door.journal().applied(edit);
            }
            OpenProject.Saving saving = door.beginSavingAs(copy);
            door.history().apply(edits.get(2));
            door.journal().applied(edits.get(2));
            saving.write();
            saving.end();
            door.history().apply(edits.get(3));
            door.journal().applied(edits.get(3));
            now = door.history().current();
            assertThat(door.path()).isEqualTo(copy);
        }
        assertThat(recovered()).isEqualTo(first);
        assertThat(journal()).doesNotExist();
        OpenProject.View there = OpenProject.view(copy, folder.resolve("fallback"));
        assertThat(there.file().transcript()).isEqualTo(now);
        assertThat(there.recovery()).isEqualTo(new Recovery(2, java.util.Optional.empty()));
    }

    @Test
    void whatIsUndoneBeyondTheLastSaveIsUndoneInTheJournalToo() throws IOException {
        List<Edit> edits = new RandomEdits(new Random(7)).possible(first, 6);
        try (Editing editing = new Editing(project)) {
            for (Edit edit : edits.subList(0, 4)) {
                editing.apply(edit);
            }
            editing.save();
            for (int i = 0; i < 3; i++) {
                editing.undo();
                assertThat(recovered()).isEqualTo(editing.now());
            }
            editing.redo();
            assertThat(recovered()).isEqualTo(editing.now());
            editing.apply(new AssignSpeaker(editing.now().turns().get(0).id(), "Somebody"));
            editing.undo();
            assertThat(recovered()).isEqualTo(editing.now());
        }
    }

    @Test
    void whateverIsDoneInRunsOneAfterTheOtherIsRecovered() throws IOException {
        for (long seed = 0; seed < 12; seed++) {
            ProjectFile.of(Transcripts.random(seed)).write(project);
            Random random = new Random(seed);
            RandomEdits edits = new RandomEdits(random);
            for (int run = 0; run < 6; run++) {
                SyncedTranscript left;
                try (Editing editing = new Editing(project)) {
                    for (int i = random.nextInt(25); i > 0; i--) {
                        editing.random(random, edits);
                        assertThat(recovered()).as("seed %d, run %d", seed, run).isEqualTo(editing.now());
                    }
                    left = editing.now();
                }
                assertThat(recovered()).as("seed %d, run %d", seed, run).isEqualTo(left);
            }
            Files.deleteIfExists(journal());
        }
    }

    @Test
    void aJournalOfAnotherStateIsNotPlayedAndNotLost() throws IOException {
        try (Editing editing = new Editing(project)) {
            editing.apply(new RandomEdits(new Random(3)).possible(first, 1).get(0));
        }
        byte[] journal = Files.readAllBytes(journal());
        byte[] before = Files.readAllBytes(project);
        SyncedTranscript other = Transcripts.random(9);
        ProjectFile.of(other).write(project);
        assertThat(recovered()).isEqualTo(other);
        Recovery.Left left;
        try (Editing editing = new Editing(project)) {
            assertThat(editing.now()).isEqualTo(other);
            left = editing.recovery().left().orElseThrow();
        }
        assertThat(left.reason()).isEqualTo(Recovery.Reason.OTHER_STATE);
        assertThat(left.journal()).hasBinaryContent(journal).hasFileName(".p.tapescript.journal.kept-1");
        assertThat(journal()).doesNotExist();
        // With the file that it belongs to, it is played.
        Files.write(project, before);
        Files.move(left.journal(), journal());
        assertThat(reopened().recovery().steps()).isEqualTo(1);
    }

    @Test
    void aJournalOfANewerVersionIsKept() throws IOException {
        String header =
                "{\"format\":\"tapescript-journal\",\"version\":3,\"base\":\"" + EditJournal.checksum(project) + "\"}";
        try (org.tapescript.storage.LineLog log = org.tapescript.storage.LineLog.begin(
                journal(), List.of(header, "{\"n\":1,\"later\":true}"), org.tapescript.storage.LineLog.PLAIN)) {
            log.force();
        }
        byte[] journal = Files.readAllBytes(journal());
        try (Editing editing = new Editing(project)) {
            assertThat(editing.recovery().left().orElseThrow().reason()).isEqualTo(Recovery.Reason.NEWER);
            assertThat(editing.recovery().left().orElseThrow().journal()).hasBinaryContent(journal);
        }
    }

    @Test
    void textsOfFormatsAreTexts() throws IOException {
        Edit edit = new org.tapescript.edit.CorrectText(0, 0, "{\"base\":\"tapescript-journal\"}\n\"version\":9 ");
        SyncedTranscript now;
        try (Editing editing = new Editing(project)) {
            editing.apply(edit);
            now = editing.now();
        }
        assertThat(recovered()).isEqualTo(now);
        assertThat(new String(Files.readAllBytes(journal()), StandardCharsets.UTF_8).lines())
                .hasSize(EditJournal.HEADERS + 1);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no modes")
    void journalsAreTheirOwnersBusiness() throws IOException {
        try (Editing editing = new Editing(project)) {
            editing.apply(new RandomEdits(new Random(3)).possible(first, 1).get(0));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal())))
                    .isEqualTo("rw-------");
        }
    }
}
