package org.tapescript.ui.transcript;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.tapescript.domain.Word;
import org.tapescript.session.EditorSession;

/** Selects words across rows, by mouse and by keys, as any editor does; what is typed on a row opens it. */
final class Selecting {
    /** A mouse button that was pressed held still. */
    private static final double CLICK_PIXELS = 4;

    private final TranscriptView view;
    private final EditorSession session;
    private final ListView<Row> list;
    private Optional<String> pressed = Optional.empty();
    private boolean hasDragged;
    private double pressedX = Double.NaN;
    private double pressedY;
    private boolean enterDown;
    private boolean enterHeld;

    Selecting(TranscriptView view, EditorSession session, ListView<Row> list) {
        this.view = view;
        this.session = session;
        this.list = list;
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        list.addEventFilter(KeyEvent.KEY_RELEASED, e -> enterDown &= e.getCode() != KeyCode.ENTER);
    }

    /** Whether Enter is held down: having closed a row it does not open it again. */
    boolean isEnterHeld() {
        return enterHeld;
    }

    /** A word was pressed, or none. @param goesOn whether what is selected already goes on up to there */
    void pressed(Optional<Word> word, boolean goesOn) {
        hasDragged = false;
        pressedX = Double.NaN;
        pressed = word.map(Word::id);
        if (goesOn) {
            pressed.ifPresent(session.selection()::extendTo);
            pressed = session.selection().anchorProperty().get();
        } else {
            session.selection().clear();
        }
    }

    void dragged(double screenX, double screenY) {
        if (Double.isNaN(pressedX)) {
            pressedX = screenX;
            pressedY = screenY;
        }
        if (pressed.isEmpty() || !hasDragged && Math.hypot(screenX - pressedX, screenY - pressedY) < CLICK_PIXELS) {
            return;
        }
        hasDragged = true;
        view.wordAt(screenX, screenY).ifPresent(word -> {
            session.selection().select(pressed.get(), word.id());
            view.keepInView(word.id());
        });
    }

    /** Whether the button that was pressed last was used to drag. */
    boolean hasDragged() {
        return hasDragged;
    }

    private boolean isForText(KeyEvent e) {
        return e.getTarget() instanceof TextInputControl || session.typing().isPresent();
    }

    private void typed(KeyEvent e) {
        String text = e.getCharacter();
        boolean typing = view.typingArea().isPresent() || session.gap().isPresent();
        if (e.getTarget() instanceof TextInputControl
                || e.isControlDown()
                || e.isAltDown()
                || e.isMetaDown()
                || text.isEmpty()
                || text.isBlank() && !typing
                || Character.isISOControl(text.codePointAt(0))
                || session.caretProperty().get().isEmpty() && !typing) {
            return;
        }
        // A row that was opened a moment ago may not have the focus yet.
        e.consume();
        view.type(text);
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER) {
            enterHeld = enterDown;
            enterDown = true;
        }
        if (isForText(e) || e.isControlDown() || e.isAltDown() || e.isMetaDown()) {
            return;
        }
        KeyCode code = e.getCode();
        boolean done = true;
        if (e.isShiftDown()) {
            done = extend(code);
        } else if (code == KeyCode.LEFT || code == KeyCode.RIGHT) {
            view.moveCaret(code == KeyCode.LEFT ? -1 : 1);
        } else if ((code == KeyCode.DELETE || code == KeyCode.BACK_SPACE)
                && !session.selection().words().isEmpty()) {
            view.type("");
        } else {
            // The list chooses another row first; the caret goes with it.
            if (code.isNavigationKey()) {
                Platform.runLater(this::caretToRow);
            }
            done = false;
        }
        if (done) {
            e.consume();
        }
    }

    private void caretToRow() {
        if (list.getSelectionModel().getSelectedItem() instanceof Row.Spoken row) {
            session.selection().clear();
            boolean within = session.caretProperty()
                    .get()
                    .filter(id -> row.words().stream().anyMatch(w -> w.id().equals(id)))
                    .isPresent();
            if (!within) {
                session.caretProperty().set(Optional.of(row.words().get(0).id()));
            }
        }
    }

    private boolean extend(KeyCode code) {
        Optional<String> caret = session.caretProperty().get();
        if (caret.isEmpty()) {
            return false;
        }
        Optional<String> to = switch (code) {
            case LEFT -> wordBeside(caret.get(), -1);
            case RIGHT -> wordBeside(caret.get(), 1);
            case UP -> edge(caret.get(), -1);
            case DOWN -> edge(caret.get(), 1);
            case HOME ->
                view.rowBeside(caret.get(), 0).map(r -> r.words().get(0).id());
            case END ->
                view.rowBeside(caret.get(), 0)
                        .map(r -> r.words().get(r.words().size() - 1).id());
            default -> Optional.empty();
        };
        to.ifPresent(word -> {
            session.selection().extendTo(word);
            view.keepInView(word);
        });
        return to.isPresent();
    }

    private Optional<String> wordBeside(String word, int by) {
        // What begins to be selected is the word at the caret.
        if (session.selection().anchorProperty().get().isEmpty()) {
            return Optional.of(word);
        }
        List<Word> all = session.index().words();
        int to = Math.max(0, Math.min(all.size() - 1, session.index().indexOf(word) + by));
        return Optional.of(all.get(to).id());
    }

    /** The end of the caret's row, or of the row beside it if the caret is there already. */
    private Optional<String> edge(String word, int by) {
        Optional<String> own = view.rowBeside(word, 0).map(r -> edge(r, by));
        return own.filter(w -> !w.equals(word))
                .or(() -> view.rowBeside(word, by).map(r -> edge(r, by)))
                .or(() -> own);
    }

    private static String edge(Row.Spoken row, int by) {
        return row.words().get(by < 0 ? 0 : row.words().size() - 1).id();
    }
}
