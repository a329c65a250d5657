package org.tapescript.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tapescript.domain.Word;
import org.tapescript.support.SyncedSample;
import org.tapescript.ui.common.Appearance;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.WindowPicture;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/**
 * Takes pictures of the window in all its states, to be looked at: {@code mvn test -Pbenchmark -Dtest=PicturesBenchmark}, with a display
 * of 2600 x 1500 at least. They go into target/window-pictures/states, those of the README into docs/pictures.
 */
@Tag("benchmark")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class PicturesBenchmark extends WindowTestCase {
    private static final Path STATES = Path.of("target", "window-pictures", "states");
    private static final Path DOCS = Path.of("docs", "pictures");
    private static final Path RADIO = Path.of("audio-samples", "radioworks");

    private record Look(
            String name, Locale language, Appearance.Theme theme, double text, double width, double height) {}

    /** Names of looks, separated by commas; all if there are none. */
    private static final String WANTED = System.getProperty("looks", "");

    private static final List<Look> LOOKS = List.of(
            new Look("light", Locale.ENGLISH, Appearance.Theme.LIGHT, 14, 1240, 820),
            new Look("dark", Locale.ENGLISH, Appearance.Theme.DARK, 14, 1240, 820),
            new Look("contrast-de", Locale.GERMAN, Appearance.Theme.CONTRAST, 14, 1240, 820),
            new Look("small-de", Locale.GERMAN, Appearance.Theme.LIGHT, 14, 800, 560),
            new Look("large", Locale.ENGLISH, Appearance.Theme.LIGHT, 14, 2560, 1440),
            new Look("big-text-de", Locale.GERMAN, Appearance.Theme.DARK, 28, 1240, 820));

    @Start
    void start(Stage primary) {
        show(primary);
    }

    private static void take(Scene scene, Path file) {
        WindowRobot.settle();
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
        project = Files.copy(SyncedSample.of(RADIO), folder.resolve("radioworks.tapescript"));
        try {
            for (Look look : LOOKS) {
                if (!WANTED.isEmpty() && !List.of(WANTED.split(",")).contains(look.name())) {
                    continue;
                }
                robot.interact(() -> {
                    Messages.use(look.language());
                    stage.setX(0);
                    stage.setY(0);
                    stage.setWidth(look.width());
                    stage.setHeight(look.height());
                    app.setTheme(look.theme());
                    app.setTextSize(look.text());
                    // Without a window manager nobody gives the keys back once a dialog is closed.
                    stage.requestFocus();
                    app.home();
                });
                take(look, "welcome");
                beforeTheSync(robot, look);
                inTheProject(robot, look);
            }
        } finally {
            robot.interact(() -> Messages.use(Locale.ENGLISH));
        }
        if (WANTED.isEmpty()) {
            for (String name : List.of("import-light import", "editor-light editor", "editor-dark dark")) {
                String[] names = name.split(" ");
                Files.copy(
                        STATES.resolve(names[0] + ".png"),
                        DOCS.resolve(names[1] + ".png"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
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
        TabPane side = (TabPane) robot.lookup("#side").query();
        robot.interact(() -> side.getSelectionModel().select(0));
        until(
                "the doubts",
                () -> !robot.lookup("#review").queryListView().getItems().isEmpty());
        List<Word> words = now(editor).words();
        Word word = words.get(words.size() / 3);
        // What the pointer is over would be lit up.
        robot.moveTo(stage);
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
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> {
            transcript(robot).reveal(word.id());
            editor.run("edit");
        });
        take(look, "typing");
        robot.interact(() -> transcript(robot).finishEditing());
        robot.interact(() -> {
            editor.player().seek(0);
            editor.run("typeIn");
        });
        // Where nothing is heard there is none.
        for (int i = 0;
                i < 100
                        && fx(() -> ((Labeled) stage.getScene().lookup("#gap-draft"))
                                .getText()
                                .endsWith("…"));
                i++) {
            Thread.sleep(500);
        }
        robot.interact(() -> editor.player().pause());
        take(look, "gap");
        robot.interact(() -> {
            transcript(robot).finishEditing();
            transcript(robot).reveal(word.id());
            editor.run("comment");
        });
        robot.write("Ask again.");
        take(look, "comment");
        robot.push(KeyCode.ENTER);
        for (int tab = 1; tab < fx(() -> side.getTabs().size()); tab++) {
            int shown = tab;
            robot.interact(() -> side.getSelectionModel().select(shown));
            Thread.sleep(300);
            take(look, "tab" + tab);
        }
        robot.interact(() -> side.getSelectionModel().select(0));
        robot.interact(() -> transcript(robot).reveal(word.id()));
        robot.clickOn("#menu-turn");
        Thread.sleep(300);
        over(look, "menu");
        robot.push(KeyCode.ESCAPE);
        Platform.runLater(() -> app.home());
        WindowRobot.settle();
        Thread.sleep(300);
        over(look, "unsaved");
        for (String command :
                List.of("export", "settings", "keys", "languages", "palette", "rename", "newSpeaker", "manual")) {
            Platform.runLater(() -> editor.run(command));
            WindowRobot.settle();
            Thread.sleep(700);
            over(look, command);
        }
        Path bad = Files.writeString(folder.resolve("damaged.tapescript"), "{");
        fx(() -> {
            editor.session().save(() -> {}, e -> {});
            return null;
        });
        Platform.runLater(() -> app.open(bad, DesktopApp.Request.NONE));
        until("what is wrong", () -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        take(look, "welcome-wrong");
        over(look, "wrong");
    }

    /** Takes what stands over the window, and closes it. */
    private void over(Look look, String state) {
        Optional<Scene> over = fx(() -> javafx.stage.Window.getWindows().stream()
                .filter(w -> w != stage && w.isShowing())
                .map(javafx.stage.Window::getScene)
                .findFirst());
        over.ifPresent(s -> take(s, STATES.resolve(state + "-" + look.name() + ".png")));
        fx(() -> {
            over.ifPresent(s -> s.getWindow().hide());
            return null;
        });
        WindowRobot.settle();
    }
}
