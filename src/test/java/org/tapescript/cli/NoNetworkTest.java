package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.Launcher;
import org.tapescript.support.ChildJava;

/** An archive's tapes are nobody else's business: what the kernel is asked for says so. */
class NoNetworkTest {
    private static final Path SAMPLE = Path.of("audio-samples", "lighthouse");

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void syncingOpensNoConnection() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(p -> Files.isExecutable(Path.of(p, "strace"))),
                "strace is not installed");
        Path trace = folder.resolve("trace");
        List<String> command = new ArrayList<>(
                List.of("strace", "-f", "--seccomp-bpf", "-e", "trace=network,execve", "-o", trace.toString()));
        command.addAll(ChildJava.command(
                Launcher.class,
                List.of("-XX:+UseSerialGC"),
                "sync",
                SAMPLE.resolve("tape.flac"),
                SAMPLE.resolve("transcript.txt"),
                "-o",
                folder.resolve("p.tapescript")));
        ProcessBuilder sync = new ProcessBuilder(command);
        // A new cache, so that the recording is decoded and languages are made ready under the eyes of strace.
        sync.environment().put("TAPESCRIPT_CACHE", folder.resolve("cache").toString());
        sync.environment().put("TAPESCRIPT_MODELS", "models");
        Path output = folder.resolve("output");
        int status = sync.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertThat(status).as(Files.readString(output)).isZero();
        List<String> calls = Files.readAllLines(trace);
        assertThat(calls).as("children are watched too").anyMatch(c -> c.contains("execve") && c.contains("/ffmpeg"));
        // Java tries out which kinds of sockets there are; an address of the other end is what tells a connection.
        assertThat(calls).noneMatch(c -> c.contains("sa_family=AF_INET") || c.contains("AF_PACKET"));
    }
}
