package org.tapescript.ui.waveform;

import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.audio.TapePeaks;
import org.tapescript.domain.StraySpeech;
import org.tapescript.session.EditorSession;
import org.tapescript.session.WordTimes;
import org.tapescript.ui.common.Later;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.SpeakerColours;
import org.tapescript.ui.player.PlayerModel;
import org.tapescript.ui.review.ReviewItem;

/** The whole tape at a glance: who speaks and how sure that is, what the text lacks, what is doubtful or noted; a click goes there. */
public final class OverviewStrip extends Pane {
    private static final double MARKS = 8;
    private static final Color DOUBT = Color.web("#d1242f");
    private static final Color COMMENT = Color.web("#8250df");
    private static final Color STRAY = Color.web("#9aa4af");

    private final EditorSession session;
    private final PlayerModel player;
    private final TapePeaks peaks;
    private final ObservableList<ReviewItem> doubts;
    private final Canvas canvas = new Canvas();
    private final Line playHead = new Line();

    /** @param doubts to be marked */
    public OverviewStrip(
            EditorSession session, PlayerModel player, TapePeaks peaks, ObservableList<ReviewItem> doubts) {
        this.session = session;
        this.player = player;
        this.peaks = peaks;
        this.doubts = doubts;
        setId("overview");
        getStyleClass().add("overview");
        setMinHeight(44);
        setPrefHeight(44);
        setMaxHeight(44);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(Messages.get("overview.accessible"));
        playHead.getStyleClass().add("play-head");
        playHead.setMouseTransparent(true);
        getChildren().addAll(canvas, playHead);
        widthProperty().addListener(o -> draw());
        heightProperty().addListener(o -> draw());
        Later drawing = new Later(this::draw);
        session.transcriptProperty().addListener(o -> drawing.ask());
        doubts.addListener((InvalidationListener) o -> drawing.ask());
        player.positionProperty().addListener(o -> moveHead());
        setOnMousePressed(e -> seek(e.getX()));
        setOnMouseDragged(e -> seek(e.getX()));
    }

    private void seek(double x) {
        player.seek(x / getWidth() * player.length());
    }

    private double x(double second) {
        return second / Math.max(0.001, player.length()) * getWidth();
    }

    private void moveHead() {
        double x = x(player.position());
        playHead.setStartX(x);
        playHead.setEndX(x);
    }

    private void draw() {
        double width = getWidth();
        double height = getHeight();
        if (width < 2 || height < 2) {
            return;
        }
        canvas.setWidth(width);
        canvas.setHeight(height);
        playHead.setStartY(0);
        playHead.setEndY(height);
        moveHead();
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        Color[] colours = colours((int) Math.ceil(width));
        double bottom = height - MARKS;
        double middle = bottom / 2;
        float[] range = new float[2];
        double perPixel = player.length() * DecodedRecording.SAMPLE_RATE / width;
        for (int px = 0; px < width; px++) {
            peaks.range((long) (px * perPixel), (long) ((px + 1) * perPixel), range);
            double half = Math.max(1, Math.min(middle, Math.max(-range[0], range[1]) * middle * 1.4));
            g.setFill(colours[px]);
            g.fillRect(px, middle - half, 1, 2 * half);
        }
        drawComments(g);
        g.setFill(DOUBT);
        for (ReviewItem item : doubts) {
            item.seconds()
                    .filter(s -> item.severity() >= 0.3)
                    .ifPresent(s -> g.fillRect(x(s), bottom + 1, 2, MARKS - 1));
        }
    }

    private void drawComments(GraphicsContext g) {
        g.setFill(COMMENT);
        session.index().comments().forEach(c -> g.fillRect(x(c.seconds()) - 1, 0, 3, MARKS - 1));
    }

    /** Colour of each pixel: of who speaks there, the paler the less sure the word's time or its speaker is. */
    private Color[] colours(int width) {
        Color[] result = new Color[width];
        SpeakerColours speakers = new SpeakerColours(session.transcript());
        WordTimes times = session.times();
        for (int px = 0; px < width; px++) {
            double second = (px + 0.5) / width * player.length();
            int at = times.at(second);
            boolean said = at >= 0 && second < times.end(at) + 1;
            result[px] = said
                    ? speakers.of(times.turn(at).speaker()).deriveColor(0, 1, 1, 0.3 + 0.7 * sure(times, at))
                    : STRAY.deriveColor(0, 1, 1, 0.5);
        }
        for (StraySpeech s : session.transcript().untranscribed()) {
            if (!s.overlapsWords()) {
                int last = (int) Math.min(width - 1, x(s.endSeconds()));
                for (int px = (int) x(s.startSeconds()); px <= last; px++) {
                    result[px] = STRAY;
                }
            }
        }
        return result;
    }

    private static double sure(WordTimes times, int at) {
        return Math.min(
                times.word(at).confidence(), times.turn(at).speakerConfidence().orElse(1));
    }
}
