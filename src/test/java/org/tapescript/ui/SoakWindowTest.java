package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.support.ChildJava;

/**
 * An hour that is open and played takes no more memory at its end than at its beginning. The property {@code soak} says how many seconds
 * are played, {@code soak.times} how many times faster than they are.
 */
@Tag("window")
class SoakWindowTest {
    private static final int SECONDS = Integer.getInteger("soak", 100);
    private static final int TIMES = Integer.getInteger("soak.times", 10);
    /** As the program is started. */
    private static final List<String> OPTIONS = List.of("-Xms64m", "-Xmx850m", "-XX:+UseSerialGC");

    private static final double RESIDENT_MB = 600;

    /** @param kind VmRSS for all, RssFile for what is of files: decoded sound too, which the system drops as it likes */
    private static double resident(Process process, String kind) throws Exception {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                        .filter(l -> l.startsWith(kind + ":"))
                        .mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0)
                / 1024;
    }

    @Test
    void memoryStaysFlatWhileAnHourIsPlayed(@TempDir Path folder) throws Exception {
        Path project = PlantedHour.write(folder);
        Process child = new ProcessBuilder(
                        ChildJava.command(SoakedWindow.class, OPTIONS, project, folder, SECONDS, TIMES))
                .redirectErrorStream(true)
                .start();
        List<double[]> said = new ArrayList<>();
        double resident = 0;
        double ofFiles = 0;
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.matches("\\d+ \\d+\\.\\d")) {
                    String[] parts = line.split(" ");
                    said.add(new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])});
                    if (resident(child, "VmRSS") > resident) {
                        resident = resident(child, "VmRSS");
                        ofFiles = resident(child, "RssFile");
                    }
                }
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        System.out.println(
                "soak: " + said.stream().map(s -> s[0] + " s " + s[1] + " MB").toList() + ", resident at most "
                        + Math.round(resident) + " MB, " + Math.round(ofFiles) + " of them of files");
        assertThat(said).hasSizeGreaterThan(10);
        assertThat(said.get(said.size() - 1)[0]).as("played").isGreaterThan(0.7 * SECONDS);
        double early = said.subList(1, 5).stream().mapToDouble(s -> s[1]).max().orElseThrow();
        double late = said.subList(said.size() - 4, said.size()).stream()
                .mapToDouble(s -> s[1])
                .min()
                .orElseThrow();
        assertThat(late).as("megabytes in use at the end").isLessThan(1.1 * early + 2);
        assertThat(resident).as("megabytes resident").isLessThan(RESIDENT_MB);
    }
}
