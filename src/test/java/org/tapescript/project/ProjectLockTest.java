package org.tapescript.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.support.ChildJava;
import org.tapescript.support.Editing;
import org.tapescript.support.Transcripts;

class ProjectLockTest {
    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void write() throws IOException {
        project = folder.resolve("p.tapescript");
        ProjectFile.of(Transcripts.random(4)).write(project);
    }

    private Process editor() throws IOException {
        return new ProcessBuilder(ChildJava.command(KilledEditor.class, ChildJava.BRIEF, project, 1))
                .redirectErrorStream(true)
                .start();
    }

    private void assertThatNobodyElseOpensIt() {
        assertThatThrownBy(() -> new Editing(project)).isInstanceOf(ProjectInUseException.class);
    }

    @Test
    void anotherProcessKeepsItUntilItIsGone() throws Exception {
        Process editor = editor();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(editor.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("0.");
            assertThatNobodyElseOpensIt();
            editor.toHandle().destroyForcibly();
            editor.waitFor();
        }
        try (Editing editing = new Editing(project)) {
            assertThat(editing.recovery().steps()).isPositive();
        }
    }

    /** The system drops a lock when the process that has it closes the file once more. */
    @Test
    void beingRefusedHereDoesNotLetOthersIn() throws Exception {
        try (Editing editing = new Editing(project)) {
            assertThatNobodyElseOpensIt();
            Process editor = editor();
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(editor.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(said.readLine()).contains("ProjectInUseException");
            } finally {
                editor.toHandle().destroyForcibly();
            }
            assertThat(editing.recovery()).isEqualTo(Recovery.NONE);
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "no device there is always full")
    void aFullDiskIsSaidOfTheProjectAndLeavesNothing() throws IOException {
        Path written = folder.resolve("new.tapescript");
        Path lock = Files.createSymbolicLink(WorkFiles.beside(written).lock(), Path.of("/dev/full"));
        assertThatThrownBy(() -> ProjectLock.beside(written)).isInstanceOfSatisfying(FileSystemException.class, e -> {
            assertThat(e.getFile()).isEqualTo(written.toString());
            assertThat(e.getReason()).contains("No space left");
        });
        assertThat(Files.exists(lock, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need rights there")
    void aLinkIsTheSameProject() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.tapescript"), project);
        try (Editing editing = new Editing(link)) {
            assertThatNobodyElseOpensIt();
            editing.apply(new org.tapescript.edit.RenameSpeaker(
                    editing.now().turns().get(0).speaker(), "Through the link"));
        }
        try (Editing editing = new Editing(project)) {
            assertThat(editing.recovery().steps()).isEqualTo(1);
        }
    }

    @Test
    void aLockThatIsLeftHoldsNobodyUpAndGoes() throws IOException {
        Path left = Files.writeString(folder.resolve(".p.tapescript.lock"), "left");
        try (Editing editing = new Editing(project)) {
            assertThat(left).exists();
            assertThat(editing.recovery()).isEqualTo(Recovery.NONE);
        }
        assertThat(left).doesNotExist();
    }
}
