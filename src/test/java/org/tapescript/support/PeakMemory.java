package org.tapescript.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What another process took at most, as Linux counts it.
 *
 * @param megabytes resident, of a million bytes and a bit
 * @param status its exit status
 * @param seconds it ran
 */
public record PeakMemory(long megabytes, int status, double seconds) {
    /** Runs a program to its end, its output thrown away. */
    public static PeakMemory of(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long peak = 0;
        while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, resident(process.pid()));
        }
        return new PeakMemory(peak / 1024, process.exitValue(), (System.nanoTime() - start) / 1e9);
    }

    private static long resident(long pid) throws IOException {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(l -> l.startsWith("VmHWM:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
