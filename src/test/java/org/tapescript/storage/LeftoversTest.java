package org.tapescript.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @TempDir
    private Path folder;

    private Path made(String name, Duration ago) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "x");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    }

    private static long deadProcess() throws Exception {
        Process process = new ProcessBuilder("java", "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor();
        return process.pid();
    }

    @Test
    void whatKilledProcessesLeftGoesAndNothingElse() throws Exception {
        String live =
                "~" + ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
        String mine = Leftovers.ending("1a");
        String machine = mine.split("-")[1];
        Path dead = made(".p.tapescript~" + deadProcess() + "-" + machine + "-1a.tmp", Duration.ZERO);
        Path unpacking = Files.createDirectory(folder.resolve(".b~" + deadProcess() + "-" + machine + "-1a.tmp"));
        Path linked = Files.writeString(folder.resolve("mine"), "x");
        Files.createSymbolicLink(Files.createDirectory(unpacking.resolve("in")).resolve("link"), linked);
        Path ownNumber = made("decoding" + mine, Duration.ZERO);
        Path foreign = made(".p.tapescript~1-00000000-1a.tmp", Duration.ofDays(2));
        Path earlier = made(".p.tapescript1234567890.tmp", Duration.ofDays(2));
        Path decoding = made("decoding1234567890.tmp", Duration.ofDays(2));
        Path running = made(".p.tapescript" + live + "-" + machine + "-1a.tmp", Duration.ofDays(2));
        Path foreignRunning = made(".p.tapescript~2-00000000-1a.tmp", Duration.ofMinutes(1));
        Path decodingNow = made("decoding1234567891.tmp", Duration.ofMinutes(1));
        Path users = made(".notes1234567890.tmp", Duration.ofDays(2));
        Path other = made("x.tmp", Duration.ofDays(2));
        try (Scratch scratch = Scratch.beside(folder.resolve("q.tapescript"), false)) {
            Leftovers.sweepNow(folder);
            assertThat(dead).doesNotExist();
            assertThat(unpacking).doesNotExist();
            assertThat(linked).exists();
            assertThat(ownNumber).doesNotExist();
            assertThat(foreign).doesNotExist();
            assertThat(earlier).doesNotExist();
            assertThat(decoding).doesNotExist();
            assertThat(running).exists();
            assertThat(foreignRunning).exists();
            assertThat(decodingNow).exists();
            assertThat(users).exists();
            assertThat(other).exists();
            assertThat(scratch.path()).exists();
        }
        assertThat(Optional.of(folder.resolve("nowhere"))).hasValueSatisfying(Leftovers::sweepNow);
    }
}
