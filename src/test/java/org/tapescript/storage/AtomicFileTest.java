package org.tapescript.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void failedWriteLeavesTheFileAsItWas() throws IOException {
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "before");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write("half");
                    throw new IOException("full");
                }))
                .isInstanceOfSatisfying(
                        FileSystemException.class, e -> assertThat(e.getFile()).isEqualTo(file.toString()))
                .hasMessageContaining("full");
        assertThat(Files.readString(file)).isEqualTo("before");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no modes")
    void modesAreThoseOfOtherFilesAndStay() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "");
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, out -> out.write("new"));
        assertThat(mode(file)).as("as the umask says").isEqualTo(mode(other));
        for (String mode : new String[] {"rw-------", "rw-rw-r--", "r--r--r--"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            AtomicFile.write(file, out -> out.write("again"));
            assertThat(mode(file)).isEqualTo(mode);
        }
        AtomicFile.writePrivate(file, out -> out.write("secret"));
        assertThat(mode(file)).isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no modes")
    void whatBecomesPrivateIsPrivateFromTheFirstMoment() throws IOException {
        AtomicFile.writePrivate(folder.resolve("a.txt"), out -> {
            out.write("secret");
            out.flush();
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    assertThat(mode(file)).isEqualTo("rw-------");
                }
            }
        });
    }

    @Test
    void namesMayBeAsLongAsTheFileSystemTakes() throws IOException {
        for (String name : new String[] {"n".repeat(255), "ü".repeat(127), "\ud83d\ude00".repeat(63)}) {
            Path file = folder.resolve(name);
            AtomicFile.write(file, out -> out.write("whole"));
            assertThat(file).hasContent("whole");
        }
        assertThat(FileNames.fit("n".repeat(250), ".journal"))
                .hasSize(255)
                .endsWith(".journal")
                .isNotEqualTo(FileNames.fit("n".repeat(251), ".journal"));
    }

    @Test
    void messagesNameTheFileThatWasAskedFor() {
        Path nowhere = folder.resolve("none").resolve("a.txt");
        assertThatThrownBy(() -> AtomicFile.write(nowhere, out -> out.write("x")))
                .isInstanceOfSatisfying(
                        NoSuchFileException.class, e -> assertThat(e.getFile()).isEqualTo(nowhere.toString()));
        Path file = folder.resolve("b.txt");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    try (var files = Files.list(folder)) {
                        for (Path temporary : files.toList()) {
                            Files.delete(temporary);
                        }
                    }
                }))
                .isInstanceOfSatisfying(
                        FileSystemException.class, e -> assertThat(e.getFile()).isEqualTo(file.toString()));
    }

    @Test
    void onlyPlainFilesAreReplaced() throws Exception {
        assertThatThrownBy(() -> AtomicFile.write(folder, out -> out.write("x")))
                .isInstanceOf(FileSystemException.class);
        Path pipe = folder.resolve("pipe");
        if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0) {
            assertThatThrownBy(() -> AtomicFile.write(pipe, out -> out.write("x")))
                    .isInstanceOf(FileSystemException.class);
            assertThat(Files.isRegularFile(pipe)).isFalse();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need rights there")
    void whatALinkLeadsToIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("real"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        AtomicFile.write(link, out -> out.write("after"));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(file).hasContent("after");
    }
}
