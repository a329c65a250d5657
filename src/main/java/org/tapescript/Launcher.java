package org.tapescript;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tapescript.cli.Console;
import org.tapescript.cli.Main;
import org.tapescript.ui.DesktopApp;
import org.tapescript.ui.common.Failures;
import org.tapescript.workflow.Places;

/** Starts the program. The only class that knows both the command line and the window. */
public final class Launcher {
    static final Places PLACES = new Places(models(), cache(), settings(), samples());

    /** JavaFX complains of the class path, which it runs on as well. Kept here: a logger that nobody holds forgets its level. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Launcher() {}

    /** Without arguments, or with {@code open}, shows the window; else see {@link Main}. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        // Libraries that print (TarsosDSP does) must not spoil the result on standard output.
        PrintStream aside = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(aside);
        boolean terminal = System.console() != null && System.getenv("TERM") != null;
        Console console = new Console(out, err, terminal, PLACES, Launcher::window);
        int status = Main.run(console, args.length == 0 ? new String[] {"open"} : args);
        out.flush();
        if (out.checkError() && status == 0) {
            err.println("tapescript: Writing to standard output failed; is the disk full or the reader gone?");
            status = 1;
        }
        System.exit(status);
    }

    /** Opens the window and returns when it is closed. */
    private static int window(Console.Opening opening) {
        JAVAFX.setLevel(Level.SEVERE);
        try {
            Optional<Throwable> failure = DesktopApp.run(
                    PLACES, new DesktopApp.Request(opening.project(), opening.seconds(), opening.screenshot()));
            failure.ifPresent(e -> System.err.println("tapescript: " + Failures.message(e)));
            return failure.isPresent() ? 1 : 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (UnsupportedOperationException e) {
            System.err.println("tapescript: Opening the window: there is no display to show it on; the commands of"
                    + " 'tapescript --help' need none");
            return 1;
        }
    }

    private static Path samples() {
        return home().getFileName().toString().equals("target")
                ? home().resolveSibling("audio-samples")
                : home().resolve("audio-samples");
    }

    private static Path settings() {
        String set = System.getenv("TAPESCRIPT_SETTINGS");
        if (set != null && !set.isBlank()) {
            return Path.of(set);
        }
        Path home = Path.of(System.getProperty("user.home"));
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.contains("win") && System.getenv("APPDATA") != null) {
            return Path.of(System.getenv("APPDATA"), "Tapescript", "settings.properties");
        }
        if (os.contains("mac")) {
            return home.resolve("Library/Application Support/Tapescript/settings.properties");
        }
        String xdg = System.getenv("XDG_CONFIG_HOME");
        return (xdg == null || xdg.isBlank() ? home.resolve(".config") : Path.of(xdg))
                .resolve("tapescript/settings.properties");
    }

    /** Folders that hold languages: the user's own, then the one beside the program. */
    private static List<Path> models() {
        List<Path> folders = new ArrayList<>();
        String own = System.getenv("TAPESCRIPT_MODELS");
        if (own != null && !own.isBlank()) {
            folders.add(Path.of(own));
        }
        Path jar = home();
        for (Path folder = jar; folder != null && folders.size() < 4; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("models"))) {
                folders.add(folder.resolve("models"));
                break;
            }
        }
        return folders;
    }

    private static Path home() {
        try {
            return Path.of(Launcher.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getParent();
        } catch (java.net.URISyntaxException e) {
            return Path.of("").toAbsolutePath();
        }
    }

    private static Path cache() {
        String set = System.getenv("TAPESCRIPT_CACHE");
        if (set != null && !set.isBlank()) {
            return Path.of(set);
        }
        Path home = Path.of(System.getProperty("user.home"));
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.contains("win") && System.getenv("LOCALAPPDATA") != null) {
            return Path.of(System.getenv("LOCALAPPDATA"), "Tapescript", "cache");
        }
        if (os.contains("mac")) {
            return home.resolve("Library/Caches/Tapescript");
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        return (xdg == null || xdg.isBlank() ? home.resolve(".cache") : Path.of(xdg)).resolve("tapescript");
    }
}
