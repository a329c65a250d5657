package org.tapescript.ui.transcript;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.TextFlow;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Origin;
import org.tapescript.domain.PlacedComment;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Word;

/** What marks words of a row: shapes behind its text, so that moving them lays nothing out anew. */
final class RowMarks extends Pane {
    /** Words that are placed with less confidence are underlined. */
    private static final double DOUBTFUL = 0.5;

    /** Half a wave's length, and its height. */
    private static final double WAVE = 2.2;

    private final TranscriptView view;
    private final TextFlow flow;
    private final Path hits = path("hit-mark");
    private final Path selection = path("selection-mark");
    private final Path caret = path("caret-mark");
    private final Path spoken = path("spoken-mark");
    private final Path doubtful = path("doubtful-mark");
    private final Path missing = path("missing-mark");
    private final Path comments = path("comment-mark");
    private final Path spelling = path("spelling-mark");
    private Optional<Row.Spoken> row = Optional.empty();

    /** @param flow the row's text */
    RowMarks(TranscriptView view, TextFlow flow) {
        this.view = view;
        this.flow = flow;
        getChildren().addAll(comments, hits, selection, caret, spoken, doubtful, missing, spelling);
        setManaged(false);
        setMouseTransparent(true);
        layoutXProperty().bind(flow.layoutXProperty());
        layoutYProperty().bind(flow.layoutYProperty());
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().add(style);
        return path;
    }

    static boolean isDoubtful(Word word) {
        return word.timing() instanceof Timing.Timed t
                && (t.confidence() < DOUBTFUL || t.origin() == Origin.INTERPOLATED);
    }

    /** The row that is shown, laid out; empty for none. */
    void show(Optional<Row.Spoken> shown) {
        row = shown;
        underline(doubtful, RowMarks::isDoubtful);
        underline(missing, w -> w.span().isEmpty());
        markSpoken();
        markCaret();
        markHits();
        markComments();
        markSpelling();
    }

    void markSpelling() {
        spelling.getElements().clear();
        row.ifPresent(r -> r.words()
                .forEach(w -> view.misspelled(w).forEach(place -> {
                    int start = place.start() - r.place().start();
                    int end = place.end() - r.place().start();
                    // What was found may be of the text as it was a moment ago.
                    if (start >= 0 && start < end && end <= r.text().length()) {
                        wave(flow.underlineShape(start, end));
                    }
                })));
    }

    /** Draws a wave along each line of a shape, which is a rectangle a line. */
    private void wave(PathElement[] shape) {
        double left = Double.NaN;
        double right = Double.NaN;
        double base = 0;
        for (PathElement e : shape) {
            if (e instanceof MoveTo begin) {
                waveOf(left, right, base);
                left = begin.getX();
                right = begin.getX();
                base = begin.getY();
            } else if (e instanceof LineTo line) {
                left = Math.min(left, line.getX());
                right = Math.max(right, line.getX());
                base = Math.max(base, line.getY());
            }
        }
        waveOf(left, right, base);
    }

    private void waveOf(double left, double right, double base) {
        if (Double.isNaN(left)) {
            return;
        }
        spelling.getElements().add(new MoveTo(left, base + WAVE));
        int step = 0;
        for (double x = left + WAVE; x <= right; x += WAVE) {
            spelling.getElements().add(new LineTo(x, base + (step++ % 2 == 0 ? 0 : WAVE)));
        }
    }

    /** Where on the screen the word at the caret is, if it is in this row. */
    Optional<Bounds> caretPlace() {
        return caret.getElements().isEmpty()
                ? Optional.empty()
                : Optional.of(caret.localToScreen(caret.getBoundsInLocal()));
    }

    void markComments() {
        comments.getElements().clear();
        row.ifPresent(r -> {
            for (PlacedComment placed : view.commentsOn(r)) {
                mark(
                        comments,
                        r,
                        Math.max(
                                placed.first().orElseThrow().place().start(),
                                r.words().get(0).place().start()),
                        Math.min(
                                placed.last().orElseThrow().place().end(),
                                r.words().get(r.words().size() - 1).place().end()));
            }
        });
    }

    private void underline(Path path, Predicate<Word> which) {
        path.getElements().clear();
        row.ifPresent(r -> r.words().stream()
                .filter(which)
                .forEach(w -> path.getElements()
                        .addAll(flow.underlineShape(
                                w.place().start() - r.place().start(),
                                w.place().end() - r.place().start()))));
    }

    void markSpoken() {
        // A sentence that stands for its words has the id of the first and the length of all.
        put(
                spoken,
                view.spokenWord().map(Word::id),
                view.spokenWord().map(w -> w.place().end() - w.place().start()).orElse(0));
    }

    void markCaret() {
        put(caret, view.session().caretProperty().get(), 0);
        markSelection();
    }

    private void put(Path path, Optional<String> wordId, int least) {
        path.getElements().clear();
        row.ifPresent(r -> r.words().stream()
                .filter(w -> wordId.filter(w.id()::equals).isPresent())
                .findFirst()
                .ifPresent(w -> mark(
                        path,
                        r,
                        w.place().start(),
                        Math.max(w.place().end(), w.place().start() + least))));
    }

    void markSelection() {
        selection.getElements().clear();
        List<Word> selected = view.session().selection().words();
        if (!selected.isEmpty()) {
            row.ifPresent(r -> mark(
                    selection,
                    r,
                    Math.max(
                            selected.get(0).place().start(),
                            r.words().get(0).place().start()),
                    Math.min(
                            selected.get(selected.size() - 1).place().end(),
                            r.words().get(r.words().size() - 1).place().end())));
        }
    }

    void markHits() {
        hits.getElements().clear();
        row.ifPresent(r -> {
            for (CharSpan hit : view.hits()) {
                if (hit.end() > r.place().start() && hit.start() < r.place().end()) {
                    mark(hits, r, hit.start(), hit.end());
                }
            }
        });
    }

    /** Adds to a path what lies behind characters of the text, as far as they are in the row. */
    private void mark(Path path, Row.Spoken r, int from, int to) {
        int start = Math.max(0, from - r.place().start());
        int end = Math.min(r.text().length(), to - r.place().start());
        if (start < end) {
            path.getElements().addAll(flow.rangeShape(start, end));
        }
    }
}
