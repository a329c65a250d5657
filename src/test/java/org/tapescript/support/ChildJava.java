package org.tapescript.support;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tapescript.Launcher;

/** Runs a class of these tests, or of the program, in a process of its own. */
public final class ChildJava {
    /** Options of a program that ends soon: what it would compile well it would not live to use. */
    public static final List<String> BRIEF = List.of("-Xmx200m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private ChildJava() {}

    /** The command line. @param options of Java */
    public static List<String> command(Class<?> main, List<String> options, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(options);
        command.add("-cp");
        command.add(classPath(main));
        command.add(main.getName());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    /** Starts the program anew on a project, which sweeps what killed ones left: one process does that once in a folder. */
    public static void report(Path project) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(Launcher.class, BRIEF, "report", project))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("report of " + project + " ended with " + process.exitValue());
        }
    }

    /** Test runners may have loaded the classes themselves, from elsewhere than Java's class path. */
    private static String classPath(Class<?> main) {
        if (!(main.getClassLoader() instanceof URLClassLoader loader)) {
            return System.getProperty("java.class.path");
        }
        List<String> places = new ArrayList<>();
        for (URL url : loader.getURLs()) {
            places.add(Path.of(url.getPath()).toString());
        }
        return String.join(File.pathSeparator, places);
    }
}
