package org.tapescript.ui.transcript;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.tapescript.session.Typing;
import org.tapescript.ui.common.Focus;

/**
 * Where a row is typed in. It goes along with its row from cell to cell: the list may show a row in another cell at any moment, and
 * caret, selection and what is being typed must not notice.
 */
final class TypingArea extends TextArea {
    private static final double MINIMUM_HEIGHT = 18;
    /** More than its text, lest it scrolls. */
    private static final double FRAME = 4;

    /** What somebody does in it. */
    interface Keys {
        void typed(String text);

        /** Typing ends, by key or because something else is worked at. */
        void done(TypingArea area);
    }

    private boolean moving;
    private final Place place = new Place();

    /**
     * Where it stands in its row. What changes in it lays out the area alone, and the list of rows only if the area becomes higher or lower: all
     * rows anew for each key would be felt.
     */
    private final class Place extends Region {
        @Override
        protected double computePrefHeight(double width) {
            return TypingArea.this.getPrefHeight();
        }

        @Override
        protected void layoutChildren() {
            TypingArea.this.resizeRelocate(0, 0, Math.min(getWidth(), TypingArea.this.maxWidth(-1)), getHeight());
        }

        void take() {
            getChildren().setAll(TypingArea.this);
        }
    }

    /** @param list has the focus while the row is out of view, and hands on what is typed then */
    TypingArea(Typing typing, Node list, Keys keys) {
        super(typing.text());
        setId("turn-editor");
        setWrapText(true);
        getStyleClass().add("turn-editor");
        setManaged(false);
        place.take();
        prefHeightProperty().addListener(o -> place.requestLayout());
        selectRange(Math.min(typing.caret(), getLength()), Math.min(typing.caretEnd(), getLength()));
        textProperty().addListener((o, was, now) -> {
            fit();
            keys.typed(now);
        });
        // Before the area itself sees them: it would break the line.
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE || e.getCode() == KeyCode.ENTER && !e.isShiftDown()) {
                e.consume();
                keys.done(this);
            }
        });
        focusedProperty().addListener((o, was, now) -> {
            Node owner = getScene() == null ? null : getScene().getFocusOwner();
            if (!now && !moving && owner != null && owner != list) {
                keys.done(this);
            }
        });
    }

    /** What a row shows in place of its text. */
    Region place() {
        return place;
    }

    /** Has just come into a cell. @param height of the text that it stands for, in pixels */
    void moved(double height) {
        setPrefHeight(Math.max(MINIMUM_HEIGHT, height + FRAME));
        moving = true;
        Platform.runLater(() -> {
            if (getScene() != null) {
                Focus.give(this);
            }
            moving = false;
        });
    }

    /** Shows a text that something else has changed. */
    void follow(String text) {
        if (!text.equals(getText())) {
            int caret = getCaretPosition();
            setText(text);
            positionCaret(Math.min(caret, getLength()));
        }
    }

    /** The area is as high as its text. */
    private void fit() {
        Node text = lookup(".text");
        if (text != null) {
            setPrefHeight(Math.max(MINIMUM_HEIGHT, text.getBoundsInLocal().getHeight() + FRAME));
        }
    }
}
