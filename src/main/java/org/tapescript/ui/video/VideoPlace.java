package org.tapescript.ui.video;

import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import org.tapescript.ffmpeg.Ffmpeg;
import org.tapescript.job.ProgressSink;
import org.tapescript.ui.common.Appearance;
import org.tapescript.ui.common.FxJobRunner;
import org.tapescript.ui.common.Settings;
import org.tapescript.ui.common.Tape;
import org.tapescript.ui.player.PlayerModel;
import org.tapescript.ui.subtitles.SubtitlesModel;

/** Where the picture is shown, above another region of the window: nowhere until one is found, and if there is none. */
public final class VideoPlace extends SplitPane implements AutoCloseable {
    /** Of the height that the picture takes, as long as nobody has chosen another. */
    private static final double SHARE = 0.35;

    private final Appearance appearance;
    private final Settings settings;
    private Optional<VideoPane> video = Optional.empty();
    private boolean closed;

    public VideoPlace(Appearance appearance, Settings settings) {
        this.appearance = appearance;
        this.settings = settings;
        setOrientation(Orientation.VERTICAL);
        heightProperty().addListener(o -> divide());
        addEventFilter(MouseEvent.MOUSE_RELEASED, e -> {
            if (e.getTarget() instanceof Node n && n.getStyleClass().contains("split-pane-divider")) {
                settings.put("divider.video", getDividerPositions()[0]);
            }
        });
    }

    /** Looks beside the window for a picture. @param natives folder into which FFmpeg is unpacked */
    public void find(Path natives, Tape tape, FxJobRunner jobs, PlayerModel player, SubtitlesModel subtitles) {
        jobs.run(
                (progress, cancel) -> TapePicture.open(new Ffmpeg(natives), tape, cancel),
                ProgressSink.IGNORE,
                found -> found.ifPresent(picture -> {
                    if (!closed) {
                        VideoPane pane = new VideoPane(picture, player, subtitles);
                        video = Optional.of(pane);
                        pane.onDetach(this::toggle);
                        put(pane);
                    }
                }),
                e -> System.getLogger(VideoPlace.class.getName())
                        .log(System.Logger.Level.WARNING, "Looking for a picture", e));
    }

    private void put(VideoPane pane) {
        getItems().add(0, pane);
        divide();
    }

    /** Where a film is found before the window has its size, the divider would stay where there was no room for more. */
    private void divide() {
        if (getItems().size() > 1) {
            setDividerPositions(settings.number("divider.video", SHARE));
        }
    }

    /** Pauses, and goes so many frames on, or back if negative. */
    public void step(int frames) {
        video.ifPresent(pane -> pane.step(frames));
    }

    /** Shows the picture in a window of its own, or in this one again. */
    public void toggle() {
        video.ifPresent(pane -> {
            if (!pane.attach()) {
                getItems().remove(pane);
                pane.detach(appearance, () -> put(pane));
            }
        });
    }

    public Optional<VideoPane> video() {
        return video;
    }

    @Override
    public void close() {
        closed = true;
        video.ifPresent(VideoPane::close);
    }
}
