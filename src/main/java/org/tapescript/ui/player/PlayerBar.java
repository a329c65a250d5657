package org.tapescript.ui.player;

import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Icons;
import org.tapescript.ui.common.Messages;

/** Plays a tape that has no text in time yet: a button, where it is, and a slider to go elsewhere. */
public final class PlayerBar extends HBox implements AutoCloseable {
    private final PlayerModel player;
    private final Slider place;
    private final AnimationTimer frame;

    public PlayerBar(PlayerModel player) {
        super(10);
        this.player = player;
        setAlignment(Pos.CENTER_LEFT);
        Button play = new Button();
        play.setId("listen");
        play.setAccessibleText(Messages.get("command.play"));
        play.setGraphic(Icons.PLAY.shape());
        play.setOnAction(e -> player.toggle());
        play.setDisable(!player.hasSound());
        player.playingProperty()
                .addListener((o, was, now) -> play.setGraphic((now ? Icons.PAUSE : Icons.PLAY).shape()));
        place = new Slider(0, player.length(), 0);
        place.setId("listen-place");
        place.setAccessibleText(Messages.get("player.place"));
        HBox.setHgrow(place, Priority.ALWAYS);
        place.valueProperty().addListener((o, was, now) -> {
            if (Math.abs(now.doubleValue() - player.position()) > 0.5) {
                player.seek(now.doubleValue());
            }
        });
        player.positionProperty().addListener((o, was, now) -> {
            if (!place.isValueChanging()) {
                place.setValue(now.doubleValue());
            }
        });
        Label clock = new Label();
        clock.getStyleClass().add("clock");
        clock.setMinWidth(Region.USE_PREF_SIZE);
        clock.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Clock.tenths(player.position()) + " / " + Clock.brief(player.length()),
                        player.positionProperty()));
        getChildren().addAll(play, clock, place);
        if (!player.hasSound()) {
            getChildren().add(new Label(Messages.get("player.noDevice")));
        }
        frame = new AnimationTimer() {
            @Override
            public void handle(long now) {
                player.refresh();
            }
        };
        frame.start();
    }

    public PlayerModel player() {
        return player;
    }

    @Override
    public void close() {
        frame.stop();
        player.close();
    }
}
