package org.tapescript.ui.transcript;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.tapescript.domain.Word;

/** The upper edge of a turn, by which its first word is dragged: back into the turn before, or on into its own. */
final class TurnEdge {
    private final TranscriptView view;
    private final RowCell cell;
    private Optional<String> to = Optional.empty();

    TurnEdge(TranscriptView view, RowCell cell, Region edge) {
        this.view = view;
        this.cell = cell;
        edge.getStyleClass().add("turn-edge");
        edge.setCursor(Cursor.V_RESIZE);
        edge.setOnMousePressed(e -> to = Optional.empty());
        edge.setOnMouseDragged(this::dragged);
        edge.setOnMouseReleased(e -> released());
    }

    /** What would change hands is shown as selected. */
    private void dragged(MouseEvent e) {
        if (cell.getItem() instanceof Row.Spoken row) {
            to = view.wordAt(e.getScreenX(), e.getScreenY()).map(Word::id);
            String first = row.turn().words().get(0).id();
            to.ifPresent(word -> view.session().selection().select(first, word));
            e.consume();
        }
    }

    private void released() {
        view.session().selection().clear();
        if (cell.getItem() instanceof Row.Spoken row) {
            to.ifPresent(word -> view.moveTurnStart(row.turn(), word));
        }
        to = Optional.empty();
    }
}
