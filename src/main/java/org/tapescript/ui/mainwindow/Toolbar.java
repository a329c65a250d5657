package org.tapescript.ui.mainwindow;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.tapescript.session.EditorSession;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Icons;
import org.tapescript.ui.common.Keys;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.player.PlayerModel;
import org.tapescript.ui.review.ReviewPane;
import org.tapescript.ui.transcript.TranscriptView;

/** What is done most, a click away: playing, undo, finding, saving. */
final class Toolbar extends FlowPane {
    private final EditorSession session;
    private final Keys keys;

    private static final List<Double> TEMPOS = List.of(0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0);

    Toolbar(EditorSession session, PlayerModel player, Keys keys, TranscriptView transcript, ReviewPane review) {
        this.session = session;
        this.keys = keys;
        Button play = button("play", Icons.PLAY);
        play.getStyleClass().addAll("accent", "play");
        player.playingProperty()
                .addListener((o, was, now) -> play.setGraphic((now ? Icons.PAUSE : Icons.PLAY).shape()));
        Label clock = new Label();
        clock.setId("clock");
        clock.setMinWidth(Region.USE_PREF_SIZE);
        clock.getStyleClass().add("clock");
        clock.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Clock.tenths(player.position()) + " / "
                                + Clock.tenths(player.length()).substring(0, 8),
                        player.positionProperty()));
        MenuButton tempo = new MenuButton();
        tempo.setId("tempo");
        tempo.setMinWidth(Region.USE_PREF_SIZE);
        tempo.setFocusTraversable(false);
        TEMPOS.forEach(t -> {
            MenuItem item = new MenuItem(times(t));
            item.setOnAction(e -> player.tempoProperty().set(t));
            tempo.getItems().add(item);
        });
        tempo.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> times(player.tempoProperty().get()), player.tempoProperty()));
        tempo.accessibleTextProperty().bind(Bindings.concat(Messages.get("player.tempo"), " ", tempo.textProperty()));
        Slider volume = new Slider(0, 2, 1);
        volume.setPrefWidth(80);
        // Keys belong to the text: with the focus here, those that go through it would change the volume.
        volume.setFocusTraversable(false);
        volume.setAccessibleText(Messages.get("player.volume"));
        volume.valueProperty().bindBidirectional(player.volumeProperty());
        ToggleButton follow = new ToggleButton(Messages.get("transcript.follow"));
        follow.selectedProperty().bindBidirectional(transcript.followProperty());
        follow.setFocusTraversable(false);
        follow.setMinWidth(Region.USE_PREF_SIZE);
        Button undo = undoButton("undo", Icons.UNDO);
        Button redo = undoButton("redo", Icons.REDO);
        undo.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> session.undoableProperty().get().isEmpty(), session.undoableProperty()));
        redo.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> session.redoableProperty().get().isEmpty(), session.redoableProperty()));
        Button doubts = button("reviewNext", "");
        doubts.setId("doubts");
        doubts.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.get(
                                "toolbar.doubts", review.countProperty().get()),
                        review.countProperty()));
        getChildren()
                .addAll(
                        button("back", Icons.BACK),
                        play,
                        button("forward", Icons.FORWARD),
                        clock,
                        tempo,
                        volume,
                        new Separator(Orientation.VERTICAL),
                        button("find", Icons.FIND),
                        undo,
                        redo,
                        follow,
                        doubts,
                        button("palette", Icons.COMMANDS),
                        button("save", Messages.get("toolbar.save")),
                        button("export", Messages.get("toolbar.export")));
        setMinWidth(0);
        setHgap(8);
        setVgap(6);
        getStyleClass().add("toolbar");
        setAlignment(Pos.CENTER_LEFT);
    }

    private static String times(double tempo) {
        return Messages.get("player.times", Messages.number(tempo, 2));
    }

    private Button button(String command, Icons icon) {
        Button button = button(command, "");
        button.setGraphic(icon.shape());
        return button;
    }

    private Button button(String command, String text) {
        Button button = new Button(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId(command);
        Keys.Command c = keys.command(command);
        button.setAccessibleText(c.title());
        button.setTooltip(new Tooltip(c.title() + (c.keysText().isEmpty() ? "" : "  (" + c.keysText() + ")")));
        button.setOnAction(e -> c.action().run());
        button.setFocusTraversable(false);
        return button;
    }

    private Button undoButton(String command, Icons icon) {
        Button button = button(command, icon);
        boolean undo = command.equals("undo");
        Tooltip tip = new Tooltip();
        tip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> (undo ? session.undoableProperty() : session.redoableProperty())
                                .get()
                                .map(e -> Messages.get(undo ? "undo.of" : "redo.of", EditorView.title(e)) + "  ("
                                        + keys.command(command).keysText() + ")")
                                .orElse(keys.command(command).title()),
                        session.undoableProperty(),
                        session.redoableProperty()));
        button.setTooltip(tip);
        button.accessibleTextProperty().bind(tip.textProperty());
        return button;
    }
}
