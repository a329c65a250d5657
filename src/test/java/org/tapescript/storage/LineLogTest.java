package org.tapescript.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.support.ChildJava;

class LineLogTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsAppendedIsReadAndEveryWrongBitIsSeen() throws IOException {
        Path file = folder.resolve("log");
        try (LineLog log = LineLog.begin(file, List.of("one", "два"), LineLog.PLAIN)) {
            log.append("");
            log.append("three {}");
        }
        LineLog.Content whole = LineLog.read(file);
        assertThat(whole.lines()).extracting(LineLog.Line::text).containsExactly("one", "два", "", "three {}");
        assertThat(whole.damaged()).isEmpty();
        assertThat(whole.isWhole()).isTrue();
        byte[] bytes = Files.readAllBytes(file);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] damaged = bytes.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, damaged);
            LineLog.Content content = LineLog.read(file);
            if (bit / 8 == bytes.length - 1) {
                // The last line is whole without its end.
                assertThat(content.lines()).as("bit %d", bit).isEqualTo(whole.lines());
                assertThat(content.isWhole()).as("bit %d", bit).isFalse();
            } else {
                assertThat(content.lines()).as("bit %d", bit).hasSizeLessThan(4);
            }
        }
    }

    @Test
    void anInterruptedThreadLosesNothing() throws IOException {
        Path file = folder.resolve("log");
        try (LineLog log = LineLog.begin(file, List.of("one"), LineLog.PLAIN)) {
            Thread.currentThread().interrupt();
            try {
                log.append("two");
            } catch (IOException e) {
                assertThat(Thread.interrupted()).isTrue();
            }
            log.append("three");
        }
        assertThat(LineLog.read(file).lines()).extracting(LineLog.Line::text).containsExactly("one", "two", "three");
    }

    /** Windows lets nobody remove what is open. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatSomebodyRemovesOrReplacesIsPutBack() throws IOException {
        Path file = folder.resolve("log");
        try (LineLog log = LineLog.begin(file, List.of("one", "\u0434\u0432\u0430"), LineLog.PLAIN)) {
            log.append("three");
            Files.delete(file);
            log.append("four");
            Files.move(file, folder.resolve("moved"));
            Files.writeString(file, "another");
            log.append("five");
        }
        assertThat(LineLog.read(file).lines())
                .extracting(LineLog.Line::text)
                .containsExactly("one", "\u0434\u0432\u0430", "three", "four", "five");
        assertThat(LineLog.read(file).damaged()).isEmpty();
    }

    /** Appends a line, replaces a file, and waits to be looked at. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            try (LineLog log = LineLog.begin(folder.resolve("log"), List.of("one"), LineLog.PLAIN)) {
                log.append("two");
                AtomicFile.write(folder.resolve("file"), out -> out.write("x"));
                Thread.sleep(900);
            }
        }
    }

    @Test
    void whatIsAppendedIsOnTheDiskWithinASecondAndSoAreNames() throws Exception {
        Path trace = folder.resolve("trace");
        Process process;
        try {
            List<String> command = new ArrayList<>(List.of(
                    "strace",
                    "-f",
                    "-ttt",
                    "-y",
                    "-e",
                    "trace=write,pwrite64,fsync,fdatasync,rename,close",
                    "-o",
                    trace.toString()));
            command.addAll(ChildJava.command(Writer.class, ChildJava.BRIEF, folder));
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            Assumptions.abort("strace is not there to look at the system's calls");
            return;
        }
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.lines().toList()).isEmpty();
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        Path real = folder.toRealPath();
        List<String> calls = new ArrayList<>();
        for (String line : Files.readAllLines(trace)) {
            if (line.contains(real.toString())) {
                calls.add(line);
            }
        }
        int written = index(calls, 0, "write", "two");
        int forced = index(calls, written, "sync(", "/log>");
        assertThat(seconds(calls.get(forced)) - seconds(calls.get(written))).isBetween(0.0, 1.0);
        assertThat(index(calls, forced, "close(", "/log>")).isGreaterThan(forced);
        int content = index(calls, 0, "fsync(", "/.file~");
        int renamed = index(calls, content, "rename(", "/file\"");
        index(calls, renamed, "fsync(", real + ">");
    }

    private static int index(List<String> calls, int from, String call, String file) {
        for (int i = from; i < calls.size(); i++) {
            if (calls.get(i).contains(call) && calls.get(i).contains(file)) {
                return i;
            }
        }
        throw new AssertionError(
                "no " + call + " of " + file + " after call " + from + " in\n" + String.join("\n", calls));
    }

    private static double seconds(String call) {
        return Double.parseDouble(call.split("\\s+")[1]);
    }
}
