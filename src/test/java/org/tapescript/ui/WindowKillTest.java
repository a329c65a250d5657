package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.project.OpenProject;
import org.tapescript.support.ChildJava;
import org.tapescript.support.Editing;
import org.tapescript.support.Kills;
import org.tapescript.support.SyncedSample;

/**
 * The window is killed (SIGKILL) at random moments of somebody's work in it, and started again on the same project: nothing that was
 * shown a second before is lost, typed words among it. A fifth of {@code -Dkills} are these.
 */
@Tag("window")
class WindowKillTest {
    private static final Path SAMPLE = Path.of("audio-samples", "lighthouse");
    /** Beats of the window's clock, which goes slower on a busy machine. */
    private static final int BEATS_A_SECOND = 10;

    private static final int LONGEST_WORK_MILLIS = 6000;
    private static final int LONGEST_START_MILLIS = 2500;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void whateverMomentItIsKilledNothingOlderThanASecondIsLost() throws Exception {
        assertThat(System.getProperty("os.name").startsWith("Linux") && System.getenv("DISPLAY") == null)
                .as("no display to show the window on: run src/test/run.sh, which makes one")
                .isFalse();
        Path own = Files.createDirectory(folder.resolve("own"));
        Path project = own.resolve("p.tapescript");
        Files.copy(SyncedSample.of(SAMPLE), project);
        int typed = 0;
        for (int kill = Kills.FIRST; kill < Kills.FIRST + Kills.WINDOW; kill++) {
            List<String> said = killed(project, kill, new Random(kill));
            OpenProject.View view = OpenProject.view(project, folder.resolve("cache/journals"));
            assertThat(view.recovery().left()).as("kill %d", kill).isEmpty();
            assertThat(view.file().transcript().malformation())
                    .as("kill %d", kill)
                    .isEmpty();
            typed += check("kill " + kill, said, KilledWindow.state(view.file().transcript(), ""));
        }
        assertThat(typed).as("states that had to be back").isPositive();
        ChildJava.report(project);
        try (Editing editing = new Editing(project)) {
            editing.save();
        }
        assertThat(files(own))
                .as("after the next start")
                .containsExactlyInAnyOrder(project, own.resolve(".p.tapescript.history"));
        assertThat(files(folder))
                .as("after the next start")
                .noneMatch(f -> f.toString().endsWith(".tmp"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Runs the window and kills it; returns what it said. */
    private List<String> killed(Path project, int seed, Random random) throws Exception {
        List<String> options = List.of("-Xmx500m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        Path errors = folder.resolve("errors");
        Process window = new ProcessBuilder(
                        ChildJava.command(KilledWindow.class, options, project, folder.toAbsolutePath(), seed))
                .redirectError(errors.toFile())
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(window.getInputStream(), StandardCharsets.UTF_8))) {
            if (random.nextInt(8) == 0) {
                Thread.sleep(random.nextInt(LONGEST_START_MILLIS));
            } else {
                for (String line = out.readLine(); !KilledWindow.READY.equals(line); line = out.readLine()) {
                    assertThat(line)
                            .as(() -> "the window ended by itself: " + text(errors))
                            .isNotNull();
                }
                if (Files.exists(project.resolveSibling(".p.tapescript.lock"))) {
                    assertThat(files(project.getParent()))
                            .as("after the next start")
                            .noneMatch(f -> f.toString().endsWith(".tmp"));
                }
                Thread.sleep(random.nextInt(LONGEST_WORK_MILLIS));
            }
            assertThat(window.isAlive())
                    .as(() -> "the window ended by itself: " + text(errors))
                    .isTrue();
            List<ProcessHandle> children = window.descendants().toList();
            // The process itself would close its output, and what was said last with it.
            window.toHandle().destroyForcibly();
            window.waitFor();
            out.lines().filter(WindowKillTest::isWhole).forEach(said::add);
            for (ProcessHandle child : children) {
                child.onExit().get(20, TimeUnit.SECONDS);
            }
        }
        return said;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean isWhole(String line) {
        return line.equals(KilledWindow.BEAT)
                || line.startsWith(KilledWindow.DOING)
                || line.startsWith(KilledWindow.SHOWN) && line.endsWith(" " + KilledWindow.END);
    }

    /** Compares what is back with what was shown a second before the end and since; returns 1 if anything was to be back. */
    private static int check(String what, List<String> said, String back) {
        int beats = 0;
        String doing = said.stream()
                .filter(line -> line.startsWith(KilledWindow.DOING))
                .reduce(KilledWindow.DOING, (before, line) -> line)
                .substring(KilledWindow.DOING.length());
        List<String> shown = new ArrayList<>();
        for (int i = said.size() - 1; i >= 0; i--) {
            String line = said.get(i);
            if (line.startsWith(KilledWindow.SHOWN)) {
                shown.add(line.substring(KilledWindow.SHOWN.length()));
                if (beats >= BEATS_A_SECOND) {
                    break;
                }
            } else {
                beats += line.equals(KilledWindow.BEAT) ? 1 : 0;
            }
        }
        if (beats < BEATS_A_SECOND || shown.isEmpty() || doing.equals("undo")) {
            return 0;
        }
        List<Set<String>> states = shown.stream().map(WindowKillTest::words).toList();
        Set<String> always = new TreeSet<>(states.get(0));
        states.forEach(always::retainAll);
        assertThat(words(back))
                .as(what + ": what was shown for a second, " + said)
                .containsAll(always);
        if (!doing.equals("typing")) {
            Set<String> ever = new TreeSet<>();
            states.forEach(ever::addAll);
            assertThat(ever).as(what + ": nothing else is back, " + said).containsAll(words(back));
        }
        if (!doing.equals("turns")) {
            assertThat(shown.stream().map(WindowKillTest::turns)).as(what).contains(turns(back));
        }
        return 1;
    }

    private static String turns(String state) {
        return state.substring(0, state.indexOf(' '));
    }

    private static Set<String> words(String state) {
        return Arrays.stream(state.substring(state.indexOf(' ') + 1).split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
