package org.tapescript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script that builds and starts the program, with a Maven and a Java that only pretend. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LauncherScriptTest {
    private static final String WHOLE = "whole";

    @TempDir
    private Path folder;

    private Path home;
    private Path jar;

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void checkout() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell here");
        home = Files.createDirectories(folder.resolve("my checkout"));
        jar = home.resolve("target/tapescript.jar");
        Files.copy(Path.of("tapescript"), home.resolve("tapescript"));
        Files.createDirectories(home.resolve("src/main"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        // Prints what it is given, if the program is whole.
        script(
                "java",
                "while [ $# -gt 1 ]; do case $1 in -jar) read -r made <\"$2\"; echo \"$made $3\"; exit;; esac; shift; done");
        script(
                "mvn",
                "printf '\\033[0m'; mkdir -p target/classes; echo built >>builds; echo " + WHOLE
                        + " >target/tapescript.jar");
    }

    private void script(String name, String body) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run run(String... before) throws Exception {
        List<String> command = new ArrayList<>(List.of(before));
        command.addAll(List.of("/bin/sh", home.resolve("tapescript").toString(), "--version"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().remove("JAVA_HOME");
        builder.redirectError(folder.resolve("err").toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(folder.resolve("err")));
    }

    private long builds() throws IOException {
        return Files.exists(home.resolve("builds"))
                ? Files.readAllLines(home.resolve("builds")).size()
                : 0;
    }

    @Test
    void itIsBuiltOnceAndAgainWhenSourcesChange() throws Exception {
        Run first = run();
        assertThat(first.out()).isEqualTo("whole --version\n");
        assertThat(first.err()).as("of Maven nothing").matches("Building [^\\p{Cntrl}]*\n");
        assertThat(run()).isEqualTo(new Run(0, "whole --version\n", ""));
        assertThat(builds()).isEqualTo(1);
        Path source = Files.writeString(home.resolve("src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(10)));
        assertThat(run().out()).isEqualTo("whole --version\n");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aBuildThatWasKilledIsDoneAgain() throws Exception {
        String whole = Files.readString(folder.resolve("bin/mvn"));
        script(
                "mvn",
                "mkdir -p target/classes; echo half >target/classes/Half.class; echo half >target/tapescript.jar; kill -9 $PPID $$");
        assertThat(run().status()).isNotZero();
        assertThat(jar).hasContent("half");
        Files.writeString(folder.resolve("bin/mvn"), whole);
        assertThat(run().out()).isEqualTo("whole --version\n");
        assertThat(home.resolve("target/classes/Half.class")).doesNotExist();
        assertThat(run()).isEqualTo(new Run(0, "whole --version\n", ""));
    }

    @Test
    void aBuildThatFailsIsSaidAndDoneAgain() throws Exception {
        String whole = Files.readString(folder.resolve("bin/mvn"));
        script(
                "mvn",
                "mkdir -p target; echo half >target/tapescript.jar; printf '\\033[0m[\\033[1;31mERROR\\033[m] no network\\n'; exit 1");
        Run failed = run();
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err())
                .contains("\n[ERROR] no network\n", "tapescript: Building in ")
                .doesNotContain("\033");
        Files.writeString(folder.resolve("bin/mvn"), whole);
        assertThat(run().out()).isEqualTo("whole --version\n");
    }

    @Test
    void whoeverComesWhileItIsBuiltWaits() throws Exception {
        script(
                "mvn",
                "mkdir -p target; echo half >target/tapescript.jar; sleep 2; echo built >>builds; echo " + WHOLE
                        + " >target/tapescript.jar");
        Process first = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "PATH='" + folder.resolve("bin") + "':$PATH; export PATH; unset JAVA_HOME; exec sh '"
                                + home.resolve("tapescript") + "' x")
                .redirectErrorStream(true)
                .start();
        while (!Files.exists(jar)) {
            Thread.sleep(20);
        }
        assertThat(run().out()).isEqualTo("whole --version\n");
        assertThat(first.waitFor()).isZero();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void whereNothingCanBeWrittenItStartsAsItIs() throws Exception {
        run();
        Path source = Files.writeString(home.resolve("src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(10)));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(jar.getParent(), PosixFilePermissions.fromString("r-xr-xr-x"));
        // The superuser may write anywhere.
        String[] somebody = System.getProperty("user.name").equals("root")
                ? new String[] {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"}
                : new String[0];
        Run run = run(somebody);
        Files.setPosixFilePermissions(jar.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(run.out()).isEqualTo("whole --version\n");
        assertThat(run.err()).contains("cannot be written to").hasLineCount(1);
        assertThat(builds()).isEqualTo(1);
    }
}
