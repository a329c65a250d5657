package org.tapescript.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.tapescript.job.CancellationToken;

/**
 * Runs this program anew, for one tape each: one that takes all memory, or brings its program down, does no harm to the others. They end when
 * this program does, even if it is killed: each reads its standard input, a pipe from here, and stops in an orderly way when that breaks.
 * Safe from several threads.
 */
final class ChildPrograms {
    private static final int POLL_MILLIS = 200;

    private final List<String> command;
    private final CancellationToken cancel;

    /**
     * @param arguments that this program was called with
     * @param jobs how many run at the same time, and share the computer's processors
     */
    ChildPrograms(List<String> arguments, int jobs, CancellationToken cancel) {
        this.command = new ArrayList<>(program(Math.max(1, Runtime.getRuntime().availableProcessors() / jobs)));
        this.command.addAll(arguments);
        this.cancel = cancel;
    }

    private static List<String> program(int processors) {
        String launcher = System.getProperty("jpackage.app-path");
        if (launcher != null) {
            return List.of(launcher);
        }
        List<String> java = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(a -> a.startsWith("-X") || a.startsWith("-D"))
                .forEach(java::add);
        java.add("-XX:ActiveProcessorCount=" + processors);
        java.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.tapescript.Launcher"));
        return java;
    }

    /** Called in a program that was started here. @param cancel its work, when the one that started it ends */
    static void endWithCaller(CancellationToken cancel) {
        Thread watch = new Thread(
                () -> {
                    try {
                        System.in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        // It is gone too.
                    }
                    cancel.cancel();
                },
                "ends-with-caller");
        watch.setDaemon(true);
        watch.start();
    }

    /**
     * Has the tape of a number done.
     *
     * @return how the program ended
     * @throws CancellationException if that was asked for; the program is ended then
     */
    String run(int number) throws IOException {
        List<String> call = new ArrayList<>(command);
        call.addAll(List.of("--only", String.valueOf(number)));
        Process process = new ProcessBuilder(call)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        // Its input stays open until it is destroyed.
        try {
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                cancel.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            process.destroy();
        }
        return "The program that worked on this tape ended without a result (exit status " + process.exitValue() + ")";
    }
}
