package org.tapescript.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The smallest window that there is shows whole words. */
class LayoutWindowTest extends WindowTestCase {
    private static final double[] ALL = {10, 14, 20, 28};
    private static final double[] SOME = {14, 28};

    @Start
    void start(Stage primary) {
        show(primary);
    }

    private static List<String> cut(FxRobot robot, String where) {
        WindowRobot.settle();
        return fx(() -> Stream.of(where)
                .flatMap(w -> robot.lookup(w).queryAll().stream())
                .flatMap(n -> n.lookupAll("*").stream())
                .filter(n -> n instanceof ButtonBase && n.isVisible())
                .map(n -> (Labeled) n)
                .filter(l -> !l.getText().isBlank()
                        && (l.localToScene(l.getBoundsInLocal()).getMaxX()
                                        > l.getScene().getWidth() + 1
                                || l.lookupAll(".text").stream()
                                        .allMatch(t -> !((Text) t).getText().equals(l.getText()))))
                .map(Labeled::getText)
                .distinct()
                .toList());
    }

    @Test
    void noButtonIsCutInTheSmallestWindowAndTwoSpeakersAreMergedOnlyIfTheUserSaysSo(FxRobot robot) {
        // Where it is as small already nothing would change.
        robot.interact(() -> {
            stage.setWidth(1000);
            stage.setHeight(700);
        });
        fx(() -> {
            stage.setWidth(200);
            stage.setHeight(200);
            return null;
        });
        until("the smallest size", () -> stage.getWidth() >= 800 && stage.getHeight() >= 560);
        fx(() -> {
            stage.setWidth(800);
            stage.setHeight(560);
            return null;
        });
        assertThat(cut(robot, ".welcome")).isEmpty();
        EditorView editor = open(robot);
        robot.press(KeyCode.CONTROL).push(KeyCode.F).release(KeyCode.CONTROL);
        assertThat(cut(robot, ".toolbar")).isEmpty();
        assertThat(cut(robot, ".find-bar")).isEmpty();
        for (int i = 0; i < 8; i++) {
            robot.press(KeyCode.CONTROL, KeyCode.SHIFT).push(KeyCode.EQUALS).release(KeyCode.SHIFT, KeyCode.CONTROL);
        }
        assertThat(cut(robot, ".toolbar")).isEmpty();
        assertThat(cut(robot, ".find-bar")).isEmpty();
        robot.push(KeyCode.ESCAPE);
        String speaker = turn(editor, 0).speaker();
        String other = turn(editor, 1).speaker();
        reveal(robot, turn(editor, 0).words().get(0));
        answerWhoSpeaks(robot, other);
        until(
                "whether they are one",
                () -> robot.lookup("Keep them apart").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        assertThat(turn(editor, 0).speaker()).isEqualTo(speaker);
    }

    /** What stands there and is not all to be seen: text that ends in dots, or lies beyond the window. */
    private static List<String> cutTexts(Parent root) {
        List<String> cut = new ArrayList<>();
        for (Node node : root.lookupAll("*")) {
            if (!(node instanceof Labeled l)
                    || !l.isVisible()
                    || l.getText() == null
                    || l.getText().isBlank()
                    || isHidden(l)
                    || isInList(l)) {
                continue;
            }
            Bounds place = l.localToScene(l.getBoundsInLocal());
            boolean dots = l.lookupAll(".text").stream()
                    .filter(Text.class::isInstance)
                    .map(t -> ((Text) t).getText())
                    .noneMatch(t -> t.equals(l.getText()));
            // Tabs that have no room are reached by the menu beside them.
            boolean tab = l.getStyleClass().contains("tab-label");
            if (dots
                    || !tab && place.getMinX() < -1
                    || !tab && place.getMaxX() > l.getScene().getWidth() + 1) {
                cut.add(l.getText() + (dots ? " (dots)" : " (beyond)"));
            }
        }
        return cut;
    }

    private static boolean isHidden(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return true;
            }
        }
        return node.localToScene(node.getBoundsInLocal()).getHeight() < 2;
    }

    /** Rows of lists scroll and are seen to by their cells. */
    private static boolean isInList(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n instanceof ListView) {
                return true;
            }
        }
        return false;
    }

    /** What is cut of what is shown, each with where that is. */
    private final List<String> cut = new ArrayList<>();

    @AfterEach
    void speakEnglish(FxRobot robot) {
        robot.interact(() -> Messages.use(Locale.ENGLISH));
    }

    private void look(FxRobot robot, String where, Supplier<Parent> shown) {
        WindowRobot.settle();
        robot.interact(() -> cutTexts(shown.get()).forEach(t -> cut.add(Messages.locale() + " " + where + ": " + t)));
    }

    /** Looks at sizes of text, the smallest first. */
    private void lookAt(FxRobot robot, double[] sizes, String where) {
        for (double size : sizes) {
            robot.interact(() -> app.setTextSize(size));
            look(robot, where + " " + size, () -> stage.getScene().getRoot());
        }
    }

    /** Looks at the dialog that holds a node, once that is there, and closes it. */
    private void lookAtDialog(FxRobot robot, String id, String where) {
        until(where, () -> robot.lookup(id).tryQuery().isPresent());
        look(robot, where, () -> robot.lookup(id).query().getScene().getRoot());
        dismiss(robot, id);
    }

    private static void dismiss(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).query().getScene().getWindow().hide());
        until("no " + id, () -> robot.lookup(id).tryQuery().isEmpty());
    }

    private void small(FxRobot robot, Locale language) {
        robot.interact(() -> {
            Messages.use(language);
            stage.setWidth(800);
            stage.setHeight(560);
            app.setTextSize(14);
            app.home();
        });
    }

    private void lookAtPages(FxRobot robot, TabPane tabs, String where, Supplier<Parent> shown) {
        for (int tab = 0; tab < fx(() -> tabs.getTabs().size()); tab++) {
            int page = tab;
            robot.interact(() -> tabs.getSelectionModel().select(page));
            look(robot, where + " " + page, shown);
        }
        robot.interact(() -> tabs.getSelectionModel().select(0));
    }

    @Test
    void noTextIsCutInTheSmallestWindowInAnyLanguageAndSize(FxRobot robot) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            small(robot, language);
            lookAt(robot, ALL, "first page");
            open(robot);
            robot.press(KeyCode.CONTROL).push(KeyCode.F).release(KeyCode.CONTROL);
            lookAt(robot, ALL, "editor");
            robot.push(KeyCode.ESCAPE);
            TabPane side = (TabPane) robot.lookup("#side").query();
            lookAtPages(robot, side, "page", () -> stage.getScene().getRoot());
            for (double size : SOME) {
                robot.interact(() -> app.setTextSize(size));
                robot.press(KeyCode.CONTROL).push(KeyCode.E).release(KeyCode.CONTROL);
                lookAtDialog(robot, "#export-preview", "export " + size);
            }
        }
        assertThat(cut).isEmpty();
    }

    @Test
    void noTextIsCutBeforeTheSync(FxRobot robot) throws Exception {
        small(robot, Locale.ENGLISH);
        chooseSample(robot);
        lookAt(robot, ALL, "paragraphs");
        small(robot, Locale.GERMAN);
        lookAt(robot, ALL, "first page");
        robot.interact(() -> robot.lookup("#resume").queryAs(ButtonBase.class).fire());
        until("the paragraphs", () -> robot.lookup("#paragraphs").tryQuery().isPresent());
        lookAt(robot, ALL, "paragraphs");
        for (double size : SOME) {
            robot.interact(() -> app.setTextSize(size));
            // A dialog is open for as long as it is shown: nobody waits for it here.
            Platform.runLater(() -> robot.lookup("#choose-tapes").queryButton().fire());
            lookAtDialog(robot, "#tapes", "recordings " + size);
        }
        assertThat(cut).isEmpty();
    }

    @Test
    void noTextIsCutInSettingsAndQuestions(FxRobot robot) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            small(robot, language);
            EditorView editor = open(robot);
            for (double size : SOME) {
                robot.interact(() -> app.setTextSize(size));
                robot.press(KeyCode.CONTROL).push(KeyCode.COMMA).release(KeyCode.CONTROL);
                until(
                        "the settings",
                        () -> robot.lookup("#text-size").tryQuery().isPresent());
                Parent settings =
                        fx(() -> robot.lookup("#text-size").query().getScene().getRoot());
                lookAtPages(
                        robot, fx(() -> (TabPane) settings.lookup(".tab-pane")), "settings " + size, () -> settings);
                robot.interact(() -> settings.getScene().getWindow().hide());
                for (String command : List.of("rename", "newSpeaker", "goToTime", "languages")) {
                    reveal(robot, turn(editor, 0).words().get(0));
                    Platform.runLater(() -> editor.run(command));
                    lookAtDialog(robot, ".dialog-pane", command + " " + size);
                }
                reveal(robot, turn(editor, 0).words().get(0));
                Platform.runLater(() -> editor.run("rename"));
                until(
                        "the other name",
                        () -> robot.lookup(".dialog-pane .text-field")
                                .tryQuery()
                                .isPresent());
                robot.interact(() -> robot.lookup(".dialog-pane .text-field")
                        .queryTextInputControl()
                        .setText(turn(editor, 1).speaker()));
                Platform.runLater(() -> robot.lookup(".dialog-pane")
                        .queryAs(DialogPane.class)
                        .lookupButton(ButtonType.OK)
                        .fireEvent(new ActionEvent()));
                until(
                        "whether two are one",
                        () -> robot.lookup(".dialog-pane").tryQuery().isPresent()
                                && robot.lookup(".dialog-pane .text-field")
                                        .tryQuery()
                                        .isEmpty());
                lookAtDialog(robot, ".dialog-pane", "merge " + size);
            }
            robot.interact(() -> app.home());
        }
        assertThat(cut).isEmpty();
    }
}
