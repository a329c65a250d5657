package org.tapescript.ui.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.scene.text.HitInfo;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Origin;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Word;
import org.tapescript.session.Typing;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.WrappingCell;

/** A row as it is shown. Marks are shapes behind the text: moving them lays nothing out anew. */
final class RowCell extends WrappingCell<Row> {
    /** Words that are placed with less confidence are underlined. */
    static final double DOUBTFUL = 0.5;

    private static final int UNDERLINE_KINDS = 2;

    private final TranscriptView view;
    private final Label time = new Label();
    private final Label speaker = new Label();
    private final Region bar = new Region();
    private final TextFlow flow = new TextFlow();
    private final Path spokenMark = new Path();
    private final Path caretMark = new Path();
    private final Path selectionMark = new Path();
    private final Path[] underlines = new Path[UNDERLINE_KINDS];
    private final StackPane content = new StackPane();
    private final BorderPane spokenBox = new BorderPane();
    private final HBox strayBox = new HBox(8);
    private final Label strayText = new Label();
    private final Label unspoken = new Label();
    private TextArea editor;

    RowCell(TranscriptView view) {
        this.view = view;
        time.getStyleClass().add("row-time");
        speaker.getStyleClass().add("row-speaker");
        bar.getStyleClass().add("row-bar");
        flow.getStyleClass().add("row-text");
        spokenMark.getStyleClass().add("spoken-mark");
        caretMark.getStyleClass().add("caret-mark");
        selectionMark.getStyleClass().add("selection-mark");
        Pane marks = new Pane(selectionMark, caretMark, spokenMark);
        for (int i = 0; i < UNDERLINE_KINDS; i++) {
            underlines[i] = new Path();
            underlines[i].getStyleClass().add(i == 0 ? "doubtful-mark" : "missing-mark");
            marks.getChildren().add(underlines[i]);
        }
        marks.setManaged(false);
        marks.setMouseTransparent(true);
        content.getChildren().addAll(marks, flow);
        content.setAlignment(Pos.TOP_LEFT);
        content.getStyleClass().add("row-content");
        marks.layoutXProperty().bind(flow.layoutXProperty());
        marks.layoutYProperty().bind(flow.layoutYProperty());
        speaker.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && spokenBox.getCenter() == content) {
                view.showMenu(this, 0, e.getScreenX(), e.getScreenY());
                e.consume();
            }
        });
        VBox left = new VBox(2, time, speaker);
        left.getStyleClass().add("row-margin");
        spokenBox.setLeft(new HBox(left, bar));
        spokenBox.setCenter(content);
        Hyperlink type = new Hyperlink(Messages.get("transcript.typeIn"));
        type.setOnAction(e -> {
            if (getItem() instanceof Row.Stray stray) {
                view.typeIn(stray);
            }
        });
        strayBox.getChildren().addAll(strayText, type);
        strayBox.getStyleClass().add("row-stray");
        strayBox.setAlignment(Pos.CENTER_LEFT);
        unspoken.getStyleClass().add("row-unspoken");
        unspoken.setWrapText(true);
        flow.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        flow.setOnMousePressed(e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                view.selecting().pressed(wordAt(e.getScreenX(), e.getScreenY()), e.isShiftDown());
            }
        });
        flow.setOnMouseDragged(e -> view.selecting().dragged(e.getScreenX(), e.getScreenY()));
        setOnContextMenuRequested(e -> {
            if (getItem() != null && spokenBox.getCenter() == content) {
                Point2D at = flow.screenToLocal(e.getScreenX(), e.getScreenY());
                view.showMenu(this, flow.hitTest(at).getCharIndex(), e.getScreenX(), e.getScreenY());
                e.consume();
            }
        });
        strayText.setOnMouseClicked(e -> {
            if (getItem() instanceof Row.Stray stray) {
                view.clicked(stray);
            }
        });
    }

    private void clicked(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY
                || !(getItem() instanceof Row.Spoken row)
                || e.isShiftDown()
                || view.selecting().hasDragged()) {
            return;
        }
        HitInfo hit = flow.hitTest(new Point2D(e.getX(), e.getY()));
        if (e.getClickCount() == 1) {
            view.clicked(row, hit.getCharIndex());
        } else if (e.getClickCount() == 2) {
            String word = row.wordAt(hit.getCharIndex()).id();
            view.session().selection().select(word, word);
        } else {
            view.session()
                    .selection()
                    .select(
                            row.words().get(0).id(),
                            row.words().get(row.words().size() - 1).id());
        }
    }

    /** The word at a place on the screen, or beside it in its line; nothing if the row is elsewhere. */
    Optional<Word> wordAt(double screenX, double screenY) {
        Bounds place = isEmpty() || getParent() == null ? null : localToScreen(getBoundsInLocal());
        if (place == null
                || screenY < place.getMinY()
                || screenY >= place.getMaxY()
                || !(getItem() instanceof Row.Spoken row)) {
            return Optional.empty();
        }
        return Optional.of(
                row.wordAt(flow.hitTest(flow.screenToLocal(screenX, screenY)).getCharIndex()));
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
        boolean same = !empty && row != null && row.equals(getItem());
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        if (row instanceof Row.Spoken spoken) {
            if (!same || getGraphic() != spokenBox) {
                show(spoken);
            }
            setGraphic(spokenBox);
            showEditing();
        } else if (row instanceof Row.Unspoken paragraph) {
            String kind = Messages.get("kind." + paragraph.kind().label());
            String text = paragraph.text();
            unspoken.setText(
                    kind + " · " + (view.isFolded() && text.length() > 90 ? text.substring(0, 88) + "…" : text));
            setAccessibleText(Messages.get("transcript.unspoken", kind, text));
            setGraphic(unspoken);
        } else if (row instanceof Row.Stray stray) {
            strayText.setText(Messages.get(
                    "transcript.stray",
                    Messages.number(Math.max(1, stray.speech().seconds()), 0),
                    stray.speech().speaker().orElse(Messages.get("speaker.unknown")),
                    Clock.brief(stray.speech().startSeconds())));
            setAccessibleText(strayText.getText());
            setGraphic(strayBox);
        }
    }

    /** Marks stand where the text does, so they follow once it has been laid out. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getGraphic() == spokenBox && spokenBox.getCenter() == content) {
            spokenBox.layout();
            content.layout();
            mark();
        }
    }

    private void show(Row.Spoken row) {
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAccessibleText(row.turn().speaker() + ": " + row.text());
        time.setText(row.words().stream()
                .flatMap(w -> w.span().stream())
                .findFirst()
                .map(s -> Clock.brief(s.startSeconds()))
                .orElse("–"));
        speaker.setText(row.opens() ? row.turn().speaker() : "");
        String colour = view.colours().css(row.turn().speaker());
        speaker.setStyle("-fx-text-fill: " + colour + ";");
        bar.setStyle("-fx-background-color: " + colour + ";");
        pseudoClass(speaker, "doubted", row.speakerDoubted());
        List<Node> pieces = new ArrayList<>();
        int at = row.place().start();
        for (CharSpan note : row.notes()) {
            if (note.start() >= at && note.end() <= row.place().end()) {
                addPiece(pieces, row, at, note.start(), false);
                addPiece(pieces, row, note.start(), note.end(), true);
                at = note.end();
            }
        }
        addPiece(pieces, row, at, row.place().end(), false);
        flow.getChildren().setAll(pieces);
        requestLayout();
    }

    private static void addPiece(List<Node> pieces, Row.Spoken row, int from, int to, boolean note) {
        if (to > from) {
            Text text = new Text(row.text()
                    .substring(from - row.place().start(), to - row.place().start()));
            text.getStyleClass().add(note ? "note" : "words");
            pieces.add(text);
        }
    }

    private static void pseudoClass(Node node, String name, boolean on) {
        node.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass(name), on);
    }

    private void mark() {
        if (getItem() instanceof Row.Spoken row) {
            underline(
                    underlines[0],
                    row,
                    w -> w.timing() instanceof Timing.Timed t
                            && (t.confidence() < DOUBTFUL || t.origin() == Origin.INTERPOLATED));
            underline(underlines[1], row, w -> w.span().isEmpty());
        }
        markSpoken();
        markCaret();
    }

    private void underline(Path path, Row.Spoken row, Predicate<Word> which) {
        path.getElements().clear();
        for (Word word : row.words()) {
            if (which.test(word)) {
                path.getElements().addAll(flow.underlineShape(from(row, word), to(row, word)));
            }
        }
    }

    private static int from(Row.Spoken row, Word word) {
        return word.place().start() - row.place().start();
    }

    private static int to(Row.Spoken row, Word word) {
        return word.place().end() - row.place().start();
    }

    void markSpoken() {
        // A sentence that stands for its words has the id of the first and the length of all.
        put(
                spokenMark,
                view.spokenWord().map(Word::id),
                view.spokenWord().map(w -> w.place().end() - w.place().start()).orElse(0));
    }

    void markCaret() {
        put(caretMark, view.session().caretProperty().get(), 0);
        markSelection();
    }

    void markSelection() {
        selectionMark.getElements().clear();
        List<Word> selected = view.session().selection().words();
        if (selected.isEmpty() || isEmpty() || !(getItem() instanceof Row.Spoken row)) {
            return;
        }
        int from = selected.get(0).place().start();
        int to = selected.get(selected.size() - 1).place().end();
        int start = Math.max(from, row.words().get(0).place().start());
        int end = Math.min(to, row.words().get(row.words().size() - 1).place().end());
        if (start < end) {
            selectionMark
                    .getElements()
                    .setAll(flow.rangeShape(
                            start - row.place().start(), end - row.place().start()));
        }
    }

    private void put(Path path, Optional<String> wordId, int least) {
        path.getElements().clear();
        if (wordId.isPresent() && !isEmpty() && getItem() instanceof Row.Spoken row) {
            row.words().stream()
                    .filter(w -> w.id().equals(wordId.get()))
                    .findFirst()
                    .ifPresent(w -> path.getElements()
                            .setAll(flow.rangeShape(
                                    from(row, w),
                                    Math.min(row.text().length(), Math.max(to(row, w), from(row, w) + least)))));
        }
    }

    /** Shows the text area if this row is the one being typed in. */
    void showEditing() {
        Optional<Typing> editing = getItem() instanceof Row.Spoken row && !isEmpty()
                ? view.session().typing().filter(t -> TranscriptView.isAt(t, row))
                : Optional.empty();
        if (editing.isPresent() == (spokenBox.getCenter() == editor && editor != null)) {
            return;
        }
        if (editing.isEmpty()) {
            spokenBox.setCenter(content);
            return;
        }
        editor = new TextArea(editing.get().text());
        editor.setId("turn-editor");
        editor.setWrapText(true);
        editor.getStyleClass().add("turn-editor");
        editor.setPrefHeight(Math.max(48, flow.getHeight() + 26));
        HBox.setHgrow(editor, Priority.ALWAYS);
        editor.selectRange(
                Math.min(editing.get().caret(), editor.getLength()),
                Math.min(editing.get().caretEnd(), editor.getLength()));
        TextArea area = editor;
        area.textProperty().addListener((o, was, now) -> {
            fit(area);
            view.typed(now);
        });
        // Before the area itself sees them: it would break the line.
        area.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE || e.getCode() == KeyCode.ENTER && !e.isShiftDown()) {
                e.consume();
                view.endEditing(true);
            }
        });
        area.focusedProperty().addListener((o, was, now) -> {
            if (!now && spokenBox.getCenter() == area && area.getScene() != null) {
                view.endEditing(true);
            }
        });
        spokenBox.setCenter(area);
        Platform.runLater(() -> {
            int from = area.getSelection().getStart();
            int to = area.getSelection().getEnd();
            area.requestFocus();
            area.selectRange(from, to);
            view.takeFirst().ifPresent(area::replaceSelection);
        });
    }

    /** The character of the row at which somebody types. */
    Optional<Integer> typingAt() {
        return editor != null && spokenBox.getCenter() == editor && getGraphic() == spokenBox
                ? Optional.of(editor.getCaretPosition())
                : Optional.empty();
    }

    /** The area is as high as its text. */
    private static void fit(TextArea area) {
        Node text = area.lookup(".text");
        if (text != null) {
            area.setPrefHeight(Math.max(48, text.getBoundsInLocal().getHeight() + 26));
        }
    }
}
