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
import org.junit.jupiter.api.Test;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.mainwindow.EditorView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The smallest window that there is shows whole words. */
class LayoutWindowTest extends WindowTestCase {
    private static final double[] ALL = {10, 14, 20, 28};

    @Start
    void start(Stage primary) {
        show(primary);
    }

    private static List<String> cut(FxRobot robot, String where) {
        WaitForAsyncUtils.waitForFxEvents();
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
        robot.press(KeyCode.CONTROL).push(KeyCode.R).release(KeyCode.CONTROL);
        until(
                "the question",
                () -> robot.lookup(".dialog-pane .text-field").tryQuery().isPresent());
        robot.press(KeyCode.CONTROL).push(KeyCode.A).release(KeyCode.CONTROL);
        robot.write(other).push(KeyCode.ENTER);
        until(
                "whether they are one",
                () -> robot.lookup("Keep them apart").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        assertThat(turn(editor, 0).speaker()).isEqualTo(speaker);
    }

    /** What stands there and is not all to be seen: text that ends in dots, or lies beyond the window. */
    private static List<String> cutTexts(FxRobot robot, Parent root) {
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

    @Test
    void noTextIsCutInTheSmallestWindowInAnyLanguageAndSize(FxRobot robot) {
        List<String> cut = new ArrayList<>();
        try {
            for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                robot.interact(() -> {
                    Messages.use(language);
                    stage.setWidth(800);
                    stage.setHeight(560);
                    app.home();
                });
                for (double size : new double[] {10, 14, 20, 28}) {
                    robot.interact(() -> app.setTextSize(size));
                    WaitForAsyncUtils.waitForFxEvents();
                    robot.interact(() -> cutTexts(robot, stage.getScene().getRoot())
                            .forEach(t -> cut.add(language + " " + size + " first page: " + t)));
                }
                open(robot);
                robot.press(KeyCode.CONTROL).push(KeyCode.F).release(KeyCode.CONTROL);
                for (double size : new double[] {10, 14, 20, 28}) {
                    robot.interact(() -> app.setTextSize(size));
                    WaitForAsyncUtils.waitForFxEvents();
                    robot.interact(() -> cutTexts(robot, stage.getScene().getRoot())
                            .forEach(t -> cut.add(language + " " + size + " editor: " + t)));
                }
                robot.push(KeyCode.ESCAPE);
                TabPane side = (TabPane) robot.lookup("#side").query();
                for (double size : new double[] {28}) {
                    robot.interact(() -> app.setTextSize(size));
                    for (int tab = 0; tab < fx(() -> side.getTabs().size()); tab++) {
                        int shown = tab;
                        robot.interact(() -> side.getSelectionModel().select(shown));
                        WaitForAsyncUtils.waitForFxEvents();
                        robot.interact(() -> cutTexts(robot, stage.getScene().getRoot())
                                .forEach(t -> cut.add(language + " " + size + " page " + shown + ": " + t)));
                    }
                    robot.interact(() -> side.getSelectionModel().select(0));
                }
                for (double size : new double[] {14, 28}) {
                    robot.interact(() -> app.setTextSize(size));
                    robot.press(KeyCode.CONTROL).push(KeyCode.E).release(KeyCode.CONTROL);
                    until(
                            "the export",
                            () -> robot.lookup("#export-preview").tryQuery().isPresent());
                    robot.interact(() -> cutTexts(
                                    robot,
                                    robot.lookup("#export-preview")
                                            .query()
                                            .getScene()
                                            .getRoot())
                            .forEach(t -> cut.add(language + " " + size + " export: " + t)));
                    robot.interact(() -> robot.lookup("#export-preview")
                            .query()
                            .getScene()
                            .getWindow()
                            .hide());
                    until(
                            "no export",
                            () -> robot.lookup("#export-preview").tryQuery().isEmpty());
                }
            }
        } finally {
            robot.interact(() -> Messages.use(Locale.ENGLISH));
        }
        assertThat(cut).isEmpty();
    }

    /** Goes over all languages and sizes of text in the smallest window, and says what is cut. */
    private List<String> cutEverywhere(FxRobot robot, double[] sizes, Supplier<Parent> shown) {
        List<String> cut = new ArrayList<>();
        for (double size : sizes) {
            robot.interact(() -> app.setTextSize(size));
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() ->
                    cutTexts(robot, shown.get()).forEach(t -> cut.add(Messages.locale() + " " + size + ": " + t)));
        }
        return cut;
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

    private static void dismiss(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).query().getScene().getWindow().hide());
        until("no " + id, () -> robot.lookup(id).tryQuery().isEmpty());
    }

    @Test
    void noTextIsCutBeforeTheSync(FxRobot robot) throws Exception {
        List<String> cut = new ArrayList<>();
        try {
            small(robot, Locale.ENGLISH);
            chooseSample(robot);
            cut.addAll(cutEverywhere(robot, ALL, () -> stage.getScene().getRoot()));
            small(robot, Locale.GERMAN);
            cut.addAll(cutEverywhere(robot, ALL, () -> stage.getScene().getRoot()));
            robot.interact(
                    () -> robot.lookup("#resume").queryAs(ButtonBase.class).fire());
            until("the paragraphs", () -> robot.lookup("#paragraphs").tryQuery().isPresent());
            cut.addAll(cutEverywhere(robot, ALL, () -> stage.getScene().getRoot()));
            for (double size : new double[] {14, 28}) {
                robot.interact(() -> app.setTextSize(size));
                // A dialog is open for as long as it is shown: nobody waits for it here.
                Platform.runLater(
                        () -> robot.lookup("#choose-tapes").queryButton().fire());
                until("the recordings", () -> robot.lookup("#tapes").tryQuery().isPresent());
                WaitForAsyncUtils.waitForFxEvents();
                robot.interact(() -> cutTexts(
                                robot, robot.lookup("#tapes").query().getScene().getRoot())
                        .forEach(t -> cut.add("recordings " + size + ": " + t)));
                dismiss(robot, "#tapes");
            }
        } finally {
            robot.interact(() -> Messages.use(Locale.ENGLISH));
        }
        assertThat(cut).isEmpty();
    }

    @Test
    void noTextIsCutInSettingsAndQuestions(FxRobot robot) {
        List<String> cut = new ArrayList<>();
        try {
            for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                small(robot, language);
                EditorView editor = open(robot);
                for (double size : new double[] {14, 28}) {
                    robot.interact(() -> app.setTextSize(size));
                    robot.press(KeyCode.CONTROL).push(KeyCode.COMMA).release(KeyCode.CONTROL);
                    until(
                            "the settings",
                            () -> robot.lookup("#text-size").tryQuery().isPresent());
                    Parent settings = fx(
                            () -> robot.lookup("#text-size").query().getScene().getRoot());
                    TabPane tabs = fx(() -> (TabPane) settings.lookup(".tab-pane"));
                    for (int tab = 0; tab < 3; tab++) {
                        int shown = tab;
                        robot.interact(() -> tabs.getSelectionModel().select(shown));
                        WaitForAsyncUtils.waitForFxEvents();
                        robot.interact(() -> cutTexts(robot, settings)
                                .forEach(t -> cut.add(language + " " + size + " settings " + shown + ": " + t)));
                    }
                    robot.interact(() -> settings.getScene().getWindow().hide());
                    for (String command : List.of("rename", "newSpeaker", "goToTime", "languages")) {
                        robot.interact(() -> transcript(robot)
                                .reveal(editor.session()
                                        .transcript()
                                        .turns()
                                        .get(0)
                                        .words()
                                        .get(0)
                                        .id()));
                        Platform.runLater(() -> editor.run(command));
                        until(
                                "the question",
                                () -> robot.lookup(".dialog-pane").tryQuery().isPresent());
                        WaitForAsyncUtils.waitForFxEvents();
                        robot.interact(() -> cutTexts(
                                        robot,
                                        robot.lookup(".dialog-pane")
                                                .query()
                                                .getScene()
                                                .getRoot())
                                .forEach(t -> cut.add(language + " " + size + " " + command + ": " + t)));
                        dismiss(robot, ".dialog-pane");
                    }
                    robot.interact(() -> transcript(robot)
                            .reveal(turn(editor, 0).words().get(0).id()));
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
                    WaitForAsyncUtils.waitForFxEvents();
                    robot.interact(() -> cutTexts(
                                    robot,
                                    robot.lookup(".dialog-pane")
                                            .query()
                                            .getScene()
                                            .getRoot())
                            .forEach(t -> cut.add(language + " " + size + " merge: " + t)));
                    dismiss(robot, ".dialog-pane");
                }
                robot.interact(() -> app.home());
            }
        } finally {
            robot.interact(() -> Messages.use(Locale.ENGLISH));
        }
        assertThat(cut).isEmpty();
    }
}
