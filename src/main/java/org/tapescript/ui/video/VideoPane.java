package org.tapescript.ui.video;

import java.nio.IntBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.tapescript.domain.Cue;
import org.tapescript.ui.common.Appearance;
import org.tapescript.ui.common.Later;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.player.PlayerModel;
import org.tapescript.ui.subtitles.SubtitlesModel;

/** Shows the frame that goes with what is heard, and the subtitle over it; in the window or in one of its own. */
public final class VideoPane extends StackPane implements AutoCloseable {
    private static final double OWN_WINDOW_WIDTH = 960;
    private static final double LONG_SIDE_MINIMUM = 120;

    private final TapePicture picture;
    private final PlayerModel player;
    private final SubtitlesModel subtitles;
    private final FrameThread frames;
    private final ImageView view = new ImageView();
    private final Label subtitle = new Label();
    private final Button detach = new Button();
    private final AtomicReference<FrameThread.Shown> ready = new AtomicReference<>();
    private final ReadOnlyDoubleWrapper shown = new ReadOnlyDoubleWrapper(-1);
    private final Later resized = new Later(this::resize);
    private Optional<PixelBuffer<IntBuffer>> pixels = Optional.empty();
    private int across;
    private int down;
    private Optional<Stage> own = Optional.empty();

    VideoPane(TapePicture picture, PlayerModel player, SubtitlesModel subtitles) {
        this.picture = picture;
        this.player = player;
        this.subtitles = subtitles;
        this.frames = new FrameThread(picture, this::take);
        setId("video");
        getStyleClass().add("video");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Messages.get("video.accessible"));
        setMinSize(
                LONG_SIDE_MINIMUM,
                LONG_SIDE_MINIMUM * picture.first().height() / picture.first().width());
        view.setPreserveRatio(true);
        view.setManaged(false);
        subtitle.setId("video-subtitle");
        subtitle.getStyleClass().add("video-subtitle");
        subtitle.setMouseTransparent(true);
        subtitle.setWrapText(true);
        StackPane.setAlignment(subtitle, Pos.BOTTOM_CENTER);
        detach.setId("video-detach");
        detach.setFocusTraversable(false);
        StackPane.setAlignment(detach, Pos.TOP_RIGHT);
        getChildren().addAll(view, subtitle, detach);
        widthProperty().addListener(o -> resized.ask());
        heightProperty().addListener(o -> resized.ask());
        setOnMouseClicked(e -> player.toggle());
        player.positionProperty().addListener(o -> follow());
        subtitles.onMade(this::showSubtitle);
    }

    /** Makes the picture as large as there is room for it, but no larger than it was taken. */
    private void resize() {
        double scale = scale();
        across = even(Math.min(1, scale) * picture.first().width());
        down = even(Math.min(1, scale) * picture.first().height());
        follow();
    }

    private double scale() {
        return Math.min(
                getWidth() / picture.first().width(),
                getHeight() / picture.first().height());
    }

    private static int even(double size) {
        return Math.max(2, 2 * (int) Math.round(size / 2));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double w = scale() * picture.first().width();
        double h = scale() * picture.first().height();
        view.setFitWidth(w);
        view.setFitHeight(h);
        view.relocate((getWidth() - w) / 2, (getHeight() - h) / 2);
        subtitle.setStyle("-fx-font-size: " + Math.max(9, h / 18) + "px;");
        subtitle.setTranslateY(-(getHeight() - h) / 2 - h / 20);
        subtitle.setMaxWidth(w);
    }

    private void follow() {
        if (across > 0) {
            frames.ask(player.position(), across, down);
        }
        showSubtitle();
    }

    private void showSubtitle() {
        String text = subtitles
                .shownAt(player.position())
                .map(Cue::lines)
                .map(lines -> String.join("\n", lines))
                .orElse("");
        subtitle.setText(text);
        subtitle.setVisible(!text.isEmpty());
    }

    /** Called by the thread that decodes: of several frames between two pulses the last is shown. */
    private void take(FrameThread.Shown frame) {
        if (ready.getAndSet(frame) == null) {
            Platform.runLater(this::show);
        }
    }

    private void show() {
        FrameThread.Shown frame = ready.getAndSet(null);
        if (frame == null) {
            return;
        }
        PixelBuffer<IntBuffer> buffer = pixels.filter(
                        p -> p.getWidth() == frame.width() && p.getHeight() == frame.height())
                .orElseGet(() -> {
                    PixelBuffer<IntBuffer> made = new PixelBuffer<>(
                            frame.width(),
                            frame.height(),
                            IntBuffer.allocate(frame.width() * frame.height()),
                            PixelFormat.getIntArgbPreInstance());
                    view.setImage(new WritableImage(made));
                    return made;
                });
        pixels = Optional.of(buffer);
        buffer.updateBuffer(b -> {
            b.getBuffer().put(0, frame.argb());
            return new Rectangle2D(0, 0, frame.width(), frame.height());
        });
        shown.set(frame.seconds());
    }

    /** Second of the tape at which the frame that is shown begins; negative before the first. */
    public ReadOnlyDoubleProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Pauses, and goes so many frames on, or back if negative. */
    public void step(int by) {
        player.pause();
        double tick = 1
                / picture.at(player.position())
                        .map(TapePicture.Side::file)
                        .orElse(picture.first())
                        .frameRate();
        double from = shown.get() < 0 ? player.position() : shown.get();
        player.seek(from + (by + 0.5) * tick);
    }

    /** @param detached whether the picture is to be in a window of its own; called when that is to change */
    void onDetach(Runnable change) {
        detach.setOnAction(e -> change.run());
        name(false);
    }

    private void name(boolean detached) {
        detach.setText(Messages.get(detached ? "video.attach" : "video.detach"));
    }

    /** Shows the picture in a window of its own. @param back called when that is closed */
    void detach(Appearance appearance, Runnable back) {
        Stage stage = new Stage();
        double ratio = picture.first().height() / (double) picture.first().width();
        Scene scene = new Scene(new StackPane(this), OWN_WINDOW_WIDTH, OWN_WINDOW_WIDTH * ratio);
        appearance.style(scene);
        stage.setScene(scene);
        stage.setTitle(Messages.get("video.title"));
        stage.setOnHidden(e -> {
            own = Optional.empty();
            name(false);
            back.run();
        });
        own = Optional.of(stage);
        name(true);
        stage.show();
    }

    /** Brings it back from its own window; false if it is in none. */
    boolean attach() {
        own.ifPresent(Stage::hide);
        return own.isPresent();
    }

    boolean isDetached() {
        return own.isPresent();
    }

    @Override
    public void close() {
        own.ifPresent(stage -> {
            stage.setOnHidden(null);
            stage.hide();
        });
        frames.close();
    }
}
