package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.Cue;
import org.tapescript.subtitle.CueBuilder;
import org.tapescript.subtitle.CueRules;
import org.tapescript.support.EncodedFiles;
import org.tapescript.support.Program;
import org.tapescript.support.Tapes;
import org.tapescript.ui.common.WindowPicture;
import org.tapescript.ui.mainwindow.EditorView;
import org.tapescript.ui.video.VideoPane;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The picture of a recording that has one. */
class VideoWindowTest extends WindowTestCase {
    private static final double RATE = 25;
    /** Brighter with each frame for four seconds, then dark again; 640 x 360. */
    private static final String GREYS =
            "nullsrc=s=16x16:r=25:d=16,geq=lum=16+2*mod(N\\,100):cb=128:cr=128,scale=640:360,setsar=1";

    @Start
    void start(Stage primary) {
        show(primary);
    }

    private static Path synced;

    /** The sample as a film, and its project. */
    @BeforeAll
    static void makeFilm(@TempDir Path shared) throws Exception {
        Path film = EncodedFiles.make(
                shared.resolve("film.mp4"),
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        GREYS,
                        "-i",
                        Tapes.tape(SAMPLE).toString(),
                        "-shortest",
                        "-c:v",
                        "mpeg4",
                        "-g",
                        "50",
                        "-q:v",
                        "3",
                        "-c:a",
                        "aac"));
        synced = shared.resolve("film.tapescript");
        assertThat(Program.run("sync", film, SAMPLE.resolve("transcript.txt"), "-o", synced)
                        .status())
                .isZero();
    }

    private EditorView openFilm(FxRobot robot) throws Exception {
        project = Files.copy(synced, folder.resolve("film.tapescript"));
        EditorView editor = open(robot);
        until("the picture", () -> robot.lookup("#video").tryQuery().isPresent());
        return editor;
    }

    private static void step(VideoPane video, int by) {
        fx(() -> {
            video.step(by);
            return null;
        });
    }

    /** How much of the height of its place the picture takes. */
    private static double share(VideoPane video) {
        return fx(() -> {
            Node place = video;
            while (!(place instanceof SplitPane)) {
                place = place.getParent();
            }
            return video.getHeight() / ((SplitPane) place).getHeight();
        });
    }

    /** The number of the frame that is seen, by its grey. */
    private static int number(VideoPane video) {
        Image image = ((ImageView) video.lookup(".image-view")).getImage();
        int grey = image.getPixelReader().getArgb((int) image.getWidth() / 2, (int) image.getHeight() / 2) & 0xff;
        return (int) Math.round(grey * 219 / 255.0 / 2);
    }

    @Test
    void theFrameThatIsSeenIsThatOfThePlayHead(FxRobot robot) throws Exception {
        EditorView editor = openFilm(robot);
        VideoPane video = robot.lookup("#video").queryAs(VideoPane.class);
        assertThat(share(video)).as("of the height beside the text").isCloseTo(0.35, within(0.05));
        for (double seconds : new double[] {2.02, 10.5, 3.3, 3.34, 0.5, 12.7}) {
            fx(() -> {
                editor.player().seek(seconds);
                return null;
            });
            int expected = (int) Math.floor(seconds * RATE + 1e-6);
            until("frame " + expected, () -> Math.abs(video.shownProperty().get() - expected / RATE) < 0.005);
            assertThat(fx(() -> number(video))).isCloseTo(expected % 100, within(1));
        }
        double at = fx(() -> video.shownProperty().get());
        step(video, 1);
        until("the next frame", () -> Math.abs(video.shownProperty().get() - at - 1 / RATE) < 0.005);
        step(video, -1);
        until("the frame before", () -> Math.abs(video.shownProperty().get() - at) < 0.005);
        Cue cue = new CueBuilder(CueRules.DEFAULT).build(now(editor)).get(1);
        fx(() -> {
            editor.player().seek(cue.time().startSeconds() + 0.1);
            return null;
        });
        Label subtitle = (Label) video.lookup("#video-subtitle");
        until("the subtitle", () -> subtitle.isVisible() && subtitle.getText().equals(String.join("\n", cue.lines())));
        picture(editor.getScene(), "video.png");
        fx(() -> {
            robot.lookup("#video-detach").queryButton().fire();
            return null;
        });
        until("a window of its own", () -> video.getScene() != editor.getScene());
        Window own = fx(() -> video.getScene().getWindow());
        until(
                "larger",
                () -> ((ImageView) video.lookup(".image-view")).getImage().getWidth() > 600);
        picture(fx(video::getScene), "video-own.png");
        fx(() -> {
            own.hide();
            return null;
        });
        until("back", () -> video.getScene() == editor.getScene());
        WindowRobot.settle();
        assertThat(share(video)).isCloseTo(0.35, within(0.05));
    }

    @Test
    void thePictureGoesAlongAtAnyTempo(FxRobot robot) throws Exception {
        EditorView editor = openFilm(robot);
        VideoPane video = robot.lookup("#video").queryAs(VideoPane.class);
        for (double tempo : new double[] {0.5, 1, 2}) {
            fx(() -> {
                editor.player().pause();
                editor.player().tempoProperty().set(tempo);
                editor.player().seek(1);
                editor.player().play();
                return null;
            });
            until("three seconds", () -> video.shownProperty().get() > 4);
            until(
                    "in step",
                    () -> Math.abs(editor.player().position()
                                    - video.shownProperty().get())
                            < 0.1);
        }
    }

    private static void picture(javafx.scene.Scene scene, String name) {
        fx(() -> {
            try {
                Files.createDirectories(Path.of("target", "window-pictures"));
                WindowPicture.write(scene, Path.of("target", "window-pictures", name));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return null;
        });
    }
}
