package org.tapescript.ui.waveform;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Word;
import org.tapescript.session.EditorSession;
import org.tapescript.session.WordTimes;
import org.tapescript.ui.player.PlayerModel;

/** What the mouse does in the waveform: goes to a place, selects a span, drags a boundary of a word, scrolls and zooms. */
final class WaveformGestures {
    private static final double NEAR_PIXELS = 5;
    /** The wheel has turned so far when all that is shown has passed. */
    private static final double PIXELS_A_PAGE = 400;

    /** A boundary that is dragged: of a word, its start or its end. */
    private record Boundary(Word word, boolean start) {}

    private final WaveformView view;
    private final EditorSession session;
    private final PlayerModel player;
    private Optional<Boundary> dragged = Optional.empty();
    private double draggedTo;
    private double pressedAt;

    WaveformGestures(WaveformView view, EditorSession session, PlayerModel player) {
        this.view = view;
        this.session = session;
        this.player = player;
        view.setOnMousePressed(this::pressed);
        view.setOnMouseDragged(this::drag);
        view.setOnMouseReleased(this::released);
        view.setOnMouseMoved(
                e -> view.setCursor(boundaryAt(e.getX(), e.getY()).isPresent() ? Cursor.H_RESIZE : Cursor.TEXT));
        view.setOnScroll(this::scrolled);
    }

    /** Where a boundary is dragged to, if it is. @param start of the word, or its end */
    OptionalDouble movedTo(Word word, boolean start) {
        return dragged.filter(b -> b.start() == start && b.word().id().equals(word.id()))
                        .isPresent()
                ? OptionalDouble.of(draggedTo)
                : OptionalDouble.empty();
    }

    /** The second that a boundary is dragged to, while it is. */
    OptionalDouble draggedTo() {
        return dragged.isPresent() ? OptionalDouble.of(draggedTo) : OptionalDouble.empty();
    }

    private void scrolled(ScrollEvent e) {
        if (e.isControlDown()) {
            view.zoom(e.getDeltaY() > 0 ? 0.8 : 1.25, view.second(e.getX()));
        } else {
            double by = Math.abs(e.getDeltaX()) > Math.abs(e.getDeltaY()) ? e.getDeltaX() : e.getDeltaY();
            view.scroll(-by / PIXELS_A_PAGE);
        }
        e.consume();
    }

    private Optional<Boundary> boundaryAt(double x, double y) {
        if (y < WaveformView.RULER) {
            return Optional.empty();
        }
        Optional<Boundary> best = Optional.empty();
        WordTimes times = view.times();
        double nearest = NEAR_PIXELS;
        for (int i = view.firstInView(); view.isInView(i); i++) {
            // Where two words meet, the second one's start is taken: the first gives way.
            double start = Math.abs(view.x(times.start(i)) - x);
            double end = Math.abs(view.x(times.end(i)) - x);
            if (start <= nearest) {
                nearest = start;
                best = Optional.of(new Boundary(times.word(i), true));
            } else if (end < nearest) {
                nearest = end;
                best = Optional.of(new Boundary(times.word(i), false));
            }
        }
        return best;
    }

    private void pressed(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        pressedAt = e.getX();
        dragged = boundaryAt(e.getX(), e.getY());
        draggedTo = view.second(e.getX());
        dragged.ifPresent(b -> session.caretProperty().set(Optional.of(b.word().id())));
    }

    private void drag(MouseEvent e) {
        if (dragged.isPresent()) {
            draggedTo = snapped(view.second(Math.max(0, Math.min(view.getWidth(), e.getX()))), e.isAltDown());
            view.draw();
        } else if (Math.abs(e.getX() - pressedAt) > NEAR_PIXELS) {
            double a = Math.max(0, view.second(Math.min(pressedAt, e.getX())));
            double b = Math.min(player.length(), view.second(Math.max(pressedAt, e.getX())));
            view.selectionProperty().set(Optional.of(TimeSpan.ofSeconds(a, b)));
        }
    }

    /** Boundaries stick to those of other words and to the play head, unless Alt is held. */
    private double snapped(double second, boolean free) {
        if (free) {
            return second;
        }
        double reach = view.second(NEAR_PIXELS) - view.second(0);
        double best = Math.abs(player.position() - second) < reach ? player.position() : second;
        double nearest = Math.min(reach, best == second ? reach : Math.abs(best - second));
        WordTimes times = view.times();
        String own = dragged.orElseThrow().word().id();
        for (int i = view.firstInView(); view.isInView(i); i++) {
            if (!times.word(i).id().equals(own)) {
                for (double edge : new double[] {times.start(i), times.end(i)}) {
                    if (Math.abs(edge - second) < nearest) {
                        nearest = Math.abs(edge - second);
                        best = edge;
                    }
                }
            }
        }
        return best;
    }

    private void released(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        boolean moved = Math.abs(e.getX() - pressedAt) > 1;
        if (dragged.isPresent() && moved) {
            Boundary b = dragged.get();
            dragged = Optional.empty();
            long to = Math.round(draggedTo * 1e6);
            TimeSpan was = b.word().span().orElseThrow();
            view.setTime(b.word(), b.start() ? to : was.startMicros(), b.start() ? was.endMicros() : to);
        } else if (!moved || Math.abs(e.getX() - pressedAt) <= NEAR_PIXELS) {
            dragged = Optional.empty();
            view.selectionProperty().set(Optional.empty());
            player.seek(view.second(e.getX()));
        }
        dragged = Optional.empty();
        view.draw();
    }
}
