package org.tapescript.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What another process took, as Linux counts it.
 *
 * @param megabytes resident at most, of a million bytes and a bit
 * @param status its exit status
 * @param seconds it ran, by the clock
 * @param processorSeconds it and the children that it has waited for, of all cores together, to a fifth of a second
 */
public record ProcessCost(long megabytes, int status, double seconds, double processorSeconds) {
    /** Linux counts processor time in hundredths of a second, on every machine that Java runs on. */
    private static final double TICKS = 100;

    /** Where the four times are that make up a process's and its children's: behind its name, in brackets, from the state on. */
    private static final int FIRST_TIME = 11;

    /** Runs a program to its end, its output thrown away. */
    public static ProcessCost of(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long peak = 0;
        double processor = 0;
        while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, resident(process.pid()));
            processor = Math.max(processor, processorSeconds(process.pid()));
        }
        return new ProcessCost(peak / 1024, process.exitValue(), (System.nanoTime() - start) / 1e9, processor);
    }

    private static double processorSeconds(long pid) throws IOException {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return IntStream.range(FIRST_TIME, FIRST_TIME + 4)
                            .mapToLong(i -> Long.parseLong(fields[i]))
                            .sum()
                    / TICKS;
        } catch (NoSuchFileException e) {
            return 0;
        }
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
