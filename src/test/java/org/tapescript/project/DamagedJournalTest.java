package org.tapescript.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.edit.Edit;
import org.tapescript.edit.History;
import org.tapescript.support.Editing;
import org.tapescript.support.FaultyChannel;
import org.tapescript.support.RandomEdits;
import org.tapescript.support.Transcripts;

/**
 * Journals that were cut off, that have wrong bits, that were written on a full disk. {@code -Dflips=10000} for the long run; a few
 * hundred otherwise.
 */
class DamagedJournalTest {
    private static final int FLIPS = Integer.getInteger("flips", 300);

    /** Every byte in the long run, every few and all around the ends of lines otherwise. */
    private static final int STEP = FLIPS < 1000 ? 13 : 1;

    /** Room for some edits, in bytes. */
    private static final int FULL = 480;

    @TempDir
    private Path folder;

    private Path project;
    private Path journal;
    /** After each edit, beginning with none. */
    private final List<SyncedTranscript> states = new ArrayList<>();
    /** Where the line of each edit ends. */
    private final List<Integer> ends = new ArrayList<>();

    private byte[] whole;
    private final Edit another = new org.tapescript.edit.RenameSpeaker("Ann & <Bo>", "Another");

    @BeforeEach
    void write() throws IOException {
        project = folder.resolve("p.tapescript");
        journal = folder.resolve(".p.tapescript.journal");
        SyncedTranscript first = Transcripts.random(2);
        ProjectFile.of(first).write(project);
        states.add(first);
        try (Editing editing = new Editing(project)) {
            for (Edit edit : new RandomEdits(new Random(12)).possible(first, 12)) {
                if (edit instanceof org.tapescript.edit.RenameSpeaker) {
                    continue;
                }
                editing.apply(edit);
                states.add(editing.now());
                ends.add((int) Files.size(journal));
            }
        }
        whole = Files.readAllBytes(journal);
    }

    /** Opens the project, edits it, and opens it again; returns what was recovered. */
    private Recovery opened(String what, int atLeast) throws IOException {
        Recovery recovery;
        SyncedTranscript now;
        try (Editing editing = new Editing(project)) {
            recovery = editing.recovery();
            assertThat(recovery.steps()).as(what).isBetween(atLeast, states.size() - 1);
            assertThat(editing.now())
                    .as(what)
                    .matches(states.get(recovery.steps())::equals, "as it was after " + recovery.steps() + " edits");
            editing.apply(another);
            now = editing.now();
        }
        OpenProject.View view = OpenProject.view(project, folder);
        assertThat(view.file().transcript()).as(what + ", then edited").isEqualTo(now);
        assertThat(view.recovery().left()).as(what + ", then edited").isEmpty();
        return recovery;
    }

    @Test
    void cutAnywhereAllWholeEditsAreBack() throws IOException {
        for (int length = 0; length <= whole.length; length++) {
            int here = length;
            if (length % STEP != 0 && ends.stream().noneMatch(e -> Math.abs(e - here) <= 1)) {
                continue;
            }
            Files.write(journal, Arrays.copyOf(whole, length));
            int cut = length;
            // A line is whole without its end.
            int back = (int) ends.stream().filter(e -> e - 1 <= cut).count();
            Recovery recovery = opened("cut at " + length, back);
            assertThat(recovery.steps()).as("cut at %d", length).isEqualTo(back);
            assertThat(recovery.left()).as("cut at %d", length).isEmpty();
        }
    }

    @Test
    void whateverBitIsWrongTheEditsBeforeItAreBackAndTheFileIsKept() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < FLIPS; i++) {
            int at = i == 0 ? whole.length - 1 : random.nextInt(whole.length);
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(journal, damaged);
            int before = (int) ends.stream().filter(e -> e <= at).count();
            // Of the header there are copies, and a last line is whole without its end.
            boolean harmless = at < headerEnd() || at == whole.length - 1;
            Recovery recovery = opened("flip " + i + " at " + at, harmless ? states.size() - 1 : before);
            if (!harmless) {
                assertThat(recovery.left()).as("flip %d at %d", i, at).hasValueSatisfying(left -> {
                    assertThat(left.reason()).isEqualTo(Recovery.Reason.DAMAGED);
                    assertThat(left.journal()).hasBinaryContent(damaged);
                    assertThat(left.line()).isGreaterThan(EditJournal.HEADERS);
                });
                Files.delete(recovery.left().orElseThrow().journal());
            }
        }
    }

    private int headerEnd() {
        int lines = 0;
        int at = 0;
        while (lines < EditJournal.HEADERS) {
            lines += whole[at++] == '\n' ? 1 : 0;
        }
        // The end of the last one makes one line of it and the first edit.
        return at - 1;
    }

    @Test
    void afterAFullDiskNothingIsLostThatWasDone() throws IOException {
        List<Edit> edits = new RandomEdits(new Random(5)).possible(states.get(0), 8);
        String base = EditJournal.checksum(project);
        for (int room = 0; room < FULL; room += STEP) {
            for (boolean cutsFail : new boolean[] {false, true}) {
                String what = room + " bytes left, files can" + (cutsFail ? "not" : "") + " be cut";
                Files.deleteIfExists(journal);
                FaultyChannel.Disk disk = new FaultyChannel.Disk();
                int acknowledged = 0;
                SyncedTranscript now = states.get(0);
                List<SyncedTranscript> after = new ArrayList<>(List.of(now));
                EditJournal written = EditJournal.empty(journal, base, disk::open);
                for (int i = 0; i < edits.size(); i++) {
                    if (i == 1) {
                        disk.leave(room, cutsFail);
                    } else if (i == 6) {
                        disk.clear();
                    }
                    now = edits.get(i).apply(now);
                    after.add(now);
                    try {
                        written.applied(edits.get(i));
                        acknowledged = i + 1;
                    } catch (IOException e) {
                        assertThat(e).as(what).hasMessageMatching("No space left on device|Input/output error");
                    }
                    // Killed now, all is back that was said to be kept.
                    History history = new History(states.get(0));
                    JournalReader.Played played = JournalReader.play(journal, base, history);
                    assertThat(after.subList(acknowledged, after.size()).contains(history.current()))
                            .as("%s, edit %d", what, i)
                            .isTrue();
                    assertThat(played.reason()).as(what).isEmpty();
                }
                written.close();
                assertThat(acknowledged).as(what).isEqualTo(edits.size());
            }
        }
    }
}
