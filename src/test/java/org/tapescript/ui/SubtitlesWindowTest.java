package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Cue;
import org.tapescript.project.ProjectFile;
import org.tapescript.subtitle.CueBuilder;
import org.tapescript.subtitle.CueCheck;
import org.tapescript.subtitle.CuePresets;
import org.tapescript.subtitle.CueRules;
import org.tapescript.support.Program;
import org.tapescript.ui.common.WindowPicture;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Subtitles as they will be exported, and where they are cut. */
class SubtitlesWindowTest extends WindowTestCase {
    @Start
    void start(Stage primary) {
        show(primary);
    }

    private static List<String> texts(List<Cue> cues) {
        return cues.stream().map(c -> String.join(" ", c.lines())).toList();
    }

    private static List<String> shown(FxRobot robot) {
        ListView<Cue> list = robot.lookup("#subtitles").queryListView();
        return fx(() -> texts(list.getItems()));
    }

    private static List<String> exported(EditorView editor, CueRules rules) {
        return texts(new CueBuilder(rules).build(now(editor)));
    }

    private static void select(FxRobot robot, int cue) {
        ListView<Cue> list = robot.lookup("#subtitles").queryListView();
        fx(() -> {
            list.getSelectionModel().clearAndSelect(cue);
            list.requestFocus();
            return null;
        });
    }

    private static void untilAsExported(FxRobot robot, EditorView editor, CueRules rules, List<String> not) {
        until("other subtitles, as exported", () -> {
            List<String> now = shown(robot);
            return !now.equals(not) && now.equals(exported(editor, rules));
        });
    }

    @Test
    void subtitlesAreJoinedCutAndShiftedAsTheyAreExported(FxRobot robot) throws Exception {
        EditorView editor = open(robot);
        TabPane side = robot.lookup("#side").queryAs(TabPane.class);
        fx(() -> {
            side.getSelectionModel().select(3);
            return null;
        });
        untilAsExported(robot, editor, CueRules.DEFAULT, List.of());
        List<String> before = shown(robot);
        // The second turn's subtitles follow each other.
        int at = 1;
        select(robot, at);
        robot.clickOn("#cueLater");
        untilAsExported(robot, editor, CueRules.DEFAULT, before);
        List<String> shifted = shown(robot);
        String moved = before.get(at + 1).split(" ")[0];
        assertThat(shifted.get(at)).isEqualTo(before.get(at) + " " + moved);
        assertThat(shifted.get(at + 1)).isEqualTo(before.get(at + 1).substring(moved.length() + 1));
        assertThat(shifted.subList(at + 2, shifted.size())).isEqualTo(before.subList(at + 2, before.size()));
        robot.clickOn("#cueMerge");
        untilAsExported(robot, editor, CueRules.DEFAULT, shifted);
        List<String> joined = shown(robot);
        assertThat(joined.get(at)).isEqualTo(before.get(at) + " " + before.get(at + 1));
        assertThat(joined.subList(at + 1, joined.size())).isEqualTo(before.subList(at + 2, before.size()));
        select(robot, joined.size() - 1);
        robot.push(KeyCode.F8);
        ListView<Cue> list = robot.lookup("#subtitles").queryListView();
        until(
                "the breach",
                () -> CueCheck.of(list.getSelectionModel().getSelectedItem(), CueRules.DEFAULT)
                                .size()
                        > 0);
        picture(editor, "subtitles-pane.png");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until("saved", () -> editor.session().savedProperty().get());
        assertThat(ProjectFile.read(project).transcript().cueEdges())
                .isEqualTo(now(editor).cueEdges());
        Path srt = folder.resolve("out.srt");
        assertThat(Program.run("export", project, "--format", "srt", "-o", srt).status())
                .isZero();
        assertThat(Files.readString(srt).replace("\n", " ")).contains(joined.get(at));
        fx(() -> editor.session().undo() && editor.session().undo());
        until("all as before", () -> shown(robot).equals(before));
        assertThat(now(editor).cueEdges()).isEmpty();
        fx(() -> {
            robot.lookup("#subtitles-preset")
                    .queryComboBox()
                    .getSelectionModel()
                    .select(2);
            return null;
        });
        untilAsExported(robot, editor, CuePresets.named("podcast").orElseThrow(), before);
        assertThat(Optional.of(editor.session().undoableProperty().get())).contains(Optional.empty());
    }

    private static void picture(EditorView editor, String name) {
        fx(() -> {
            try {
                Files.createDirectories(Path.of("target", "window-pictures"));
                WindowPicture.write(editor.getScene(), Path.of("target", "window-pictures", name));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return null;
        });
    }
}
