package org.tapescript.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Word;
import org.tapescript.support.Program;
import org.tapescript.ui.common.Appearance;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.WindowPicture;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Takes pictures of the window in all its states, to be looked at: {@code mvn test -Pbenchmark -Dtest=PicturesBenchmark}, with a display
 * of 2600 x 1500 at least. They go into target/window-pictures/states, those of the README into docs/pictures.
 */
@Tag("benchmark")
class PicturesBenchmark extends WindowTestCase {
    private static final Path STATES = Path.of("target", "window-pictures", "states");
    private static final Path DOCS = Path.of("docs", "pictures");
    private static final Path RADIO = Path.of("audio-samples", "radioworks");

    private record Look(String name, Locale language, Appearance.Theme theme, double width, double height) {}

    private static final List<Look> LOOKS = List.of(
            new Look("light", Locale.ENGLISH, Appearance.Theme.LIGHT, 1240, 820),
            new Look("dark", Locale.ENGLISH, Appearance.Theme.DARK, 1240, 820),
            new Look("contrast-de", Locale.GERMAN, Appearance.Theme.CONTRAST, 1240, 820),
            new Look("small-de", Locale.GERMAN, Appearance.Theme.LIGHT, 800, 560),
            new Look("large", Locale.ENGLISH, Appearance.Theme.LIGHT, 2560, 1440));

    @Start
    void start(Stage primary) {
        show(primary);
    }

    private static void take(Scene scene, Path file) {
        WaitForAsyncUtils.waitForFxEvents();
        fx(() -> {
            try {
                Files.createDirectories(file.getParent());
                WindowPicture.write(scene, file);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return null;
        });
    }

    private void take(Look look, String state) {
        take(stage.getScene(), STATES.resolve(state + "-" + look.name() + ".png"));
    }

    @Test
    void pictures(FxRobot robot) throws Exception {
        project = folder.resolve("radioworks.tapescript");
        Program.run("sync", RADIO.resolve("tape.ogg"), RADIO.resolve("transcript.txt"), "-o", project);
        try {
            for (Look look : LOOKS) {
                robot.interact(() -> {
                    Messages.use(look.language());
                    stage.setX(0);
                    stage.setY(0);
                    stage.setWidth(look.width());
                    stage.setHeight(look.height());
                    app.setTheme(look.theme());
                    app.home();
                });
                take(look, "welcome");
                beforeTheSync(robot, look);
                inTheProject(robot, look);
            }
        } finally {
            robot.interact(() -> Messages.use(Locale.ENGLISH));
        }
        Files.copy(
                STATES.resolve("import-light.png"),
                DOCS.resolve("import.png"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                STATES.resolve("editor-light.png"),
                DOCS.resolve("editor.png"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                STATES.resolve("editor-dark.png"),
                DOCS.resolve("dark.png"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private void beforeTheSync(FxRobot robot, Look look) {
        robot.interact(() -> robot.lookup("#sample").queryAs(ButtonBase.class).fire());
        until("the tape", () -> robot.lookup("#listen").tryQuery().isPresent());
        robot.interact(() ->
                robot.lookup("#paragraphs").queryListView().getSelectionModel().select(2));
        take(look, "import");
        robot.interact(() -> app.home());
    }

    private void inTheProject(FxRobot robot, Look look) throws Exception {
        EditorView editor = open(robot);
        until(
                "the doubts",
                () -> !robot.lookup("#review").queryListView().getItems().isEmpty());
        List<Word> words = now(editor).words();
        Word word = words.get(words.size() / 3);
        robot.interact(() -> {
            editor.player().seek(word.span().map(s -> s.startSeconds() + 0.05).orElse(30.0));
            transcript(robot).reveal(word.id());
        });
        // The spectrogram is drawn beside the window.
        Thread.sleep(1500);
        take(look, "editor");
        robot.interact(() -> editor.run("find"));
        robot.write("the");
        take(look, "find");
        robot.interact(() -> {
            transcript(robot).reveal(word.id());
            editor.run("edit");
        });
        take(look, "typing");
        robot.interact(() -> transcript(robot).finishEditing());
        TabPane side = (TabPane) robot.lookup("#side").query();
        for (int tab = 1; tab < fx(() -> side.getTabs().size()); tab++) {
            int shown = tab;
            robot.interact(() -> side.getSelectionModel().select(shown));
            Thread.sleep(300);
            take(look, "tab" + tab);
        }
        for (String command : List.of("export", "settings", "languages", "palette")) {
            Platform.runLater(() -> editor.run(command));
            WaitForAsyncUtils.waitForFxEvents();
            Thread.sleep(700);
            Optional<Scene> over = fx(() -> javafx.stage.Window.getWindows().stream()
                    .filter(w -> w != stage && w.isShowing())
                    .map(javafx.stage.Window::getScene)
                    .findFirst());
            over.ifPresent(s -> take(s, STATES.resolve(command + "-" + look.name() + ".png")));
            robot.interact(() -> over.ifPresent(s -> s.getWindow().hide()));
        }
    }
}
