package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.workflow.MissingRecordingException;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A program that is to take a picture ends, with one or without. */
class PictureWindowTest extends WindowTestCase {
    @Start
    void start(Stage primary) {
        show(primary);
    }

    private Path taken(FxRobot robot, Path shown) {
        Path picture = folder.resolve("picture.png");
        robot.interact(() -> app.show(new DesktopApp.Request(Optional.of(shown), 0, Optional.of(picture))));
        until("the end", () -> !fx(stage::isShowing));
        return picture;
    }

    @Test
    void whereNobodyIsThereNoQuestionIsAsked(FxRobot robot) throws Exception {
        Path lost = folder.resolve("lost.tapescript");
        String text = Files.readString(project);
        Files.writeString(lost, text.replaceAll("\"path\" : \"[^\"]*\"", "\"path\" : \"/none/tape.flac\""));
        assertThat(taken(robot, lost)).doesNotExist();
        assertThat(fx(app::failure)).containsInstanceOf(MissingRecordingException.class);
    }

    @Test
    void whatCannotBeOpenedEndsIt(FxRobot robot) throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.tapescript"), "{");
        assertThat(taken(robot, bad)).doesNotExist();
        assertThat(fx(app::failure)).isPresent();
    }

    @Test
    void aPictureIsTaken(FxRobot robot) {
        assertThat(taken(robot, project)).isNotEmptyFile();
        assertThat(fx(app::failure)).isEmpty();
    }
}
