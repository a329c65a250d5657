package org.tapescript.ui.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.event.EventTarget;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.HitInfo;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Comment;
import org.tapescript.domain.Origin;
import org.tapescript.domain.PlacedComment;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Word;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.WrappingCell;

/** A row as it is shown. Marks are shapes behind the text: moving them lays nothing out anew. */
final class RowCell extends WrappingCell<Row> {
    /** Stands beside the time of a row in which something is commented on. */
    private static final String COMMENTED = "\u270e";

    private final TranscriptView view;
    private final Label time = new Label();
    private final Label speaker = new Label();
    private final Region bar = new Region();
    private final TextFlow flow = new TextFlow();
    private final VBox left = new VBox(2);
    private final Region edge = new Region();
    private final Tooltip why = new Tooltip();
    private final RowMarks marks;
    private final StackPane content = new StackPane();
    private final BorderPane spokenBox = new BorderPane();
    private final HBox strayBox = new HBox(8);
    private final Label strayText = new Label();
    private final Label unspoken = new Label();

    RowCell(TranscriptView view) {
        this.view = view;
        time.getStyleClass().add("row-time");
        speaker.getStyleClass().add("row-speaker");
        speaker.setWrapText(true);
        speaker.setTextAlignment(TextAlignment.RIGHT);
        bar.getStyleClass().add("row-bar");
        flow.getStyleClass().add("row-text");
        marks = new RowMarks(view, flow);
        content.getChildren().addAll(marks, flow);
        content.setAlignment(Pos.TOP_LEFT);
        content.getStyleClass().add("row-content");
        speaker.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && spokenBox.getCenter() == content) {
                view.showSpeakers(this, e.getScreenX(), e.getScreenY());
                e.consume();
            }
        });
        left.getChildren().addAll(time, speaker);
        left.getStyleClass().add("row-margin");
        spokenBox.setLeft(new HBox(left, bar));
        spokenBox.setCenter(content);
        new TurnEdge(view, this, edge);
        spokenBox.setTop(edge);
        // The speaker stays in view while the row is read.
        layoutYProperty().addListener(o -> stick());
        flow.setOnMouseMoved(e -> explain(e.getScreenX(), e.getScreenY()));
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
        addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
            if (!(getItem() instanceof Row.Gap) && !isTypedAt(e.getTarget())) {
                view.finishTyping();
            }
        });
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

    private boolean isTypedAt(EventTarget target) {
        Node node = target instanceof Node n ? n : null;
        while (node != null && !(node instanceof TypingArea)) {
            node = node.getParent();
        }
        return node != null;
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
            view.clicked(row, hit.getCharIndex(), hit.getInsertionIndex());
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
        } else if (getGraphic() != view.gapRow()) {
            boolean focused = view.gapRow().isFocusedWithin();
            setAccessibleText(Messages.get("gap.accessible"));
            setGraphic(view.gapRow());
            if (focused) {
                view.gapRow().focus();
            }
        }
    }

    /** Marks stand where the text does, so they follow once it has been laid out. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getGraphic() == spokenBox && spokenBox.getCenter() == content) {
            spokenBox.layout();
            content.layout();
            marks.show(getItem() instanceof Row.Spoken row && !isEmpty() ? Optional.of(row) : Optional.empty());
            stick();
        }
    }

    private void show(Row.Spoken row) {
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        tellOf(row);
        speaker.setText(row.turn().speaker());
        pseudoClass(speaker, "continued", !row.opens());
        edge.setVisible(row.opens());
        String colour = view.colours().css(row.turn().speaker());
        speaker.setStyle(row.opens() ? "-fx-text-fill: " + colour + ";" : "");
        bar.setStyle("-fx-background-color: " + colour + ";");
        pseudoClass(speaker, "doubted", row.speakerDoubted());
        List<Node> pieces = pieces(row);
        if (pieces.size() == 1
                && flow.getChildren().size() == 1
                && flow.getChildren().get(0) instanceof Text shown
                && shown.getStyleClass().equals(pieces.get(0).getStyleClass())) {
            // A new one would have to be styled first.
            shown.setText(row.text());
        } else {
            flow.getChildren().setAll(pieces);
        }
        requestLayout();
    }

    /** What is noted of words of the row stands beside its time as a sign; all is told to whoever does not see it. */
    private void tellOf(Row.Spoken row) {
        String at = row.words().stream()
                .flatMap(w -> w.span().stream())
                .findFirst()
                .map(s -> Clock.brief(s.startSeconds()))
                .orElse("–");
        List<Comment> comments =
                view.commentsOn(row).stream().map(PlacedComment::comment).toList();
        String signs = (comments.stream().anyMatch(c -> !c.isBookmark()) ? COMMENTED : "")
                + (comments.stream().anyMatch(Comment::isBookmark) ? Comment.BOOKMARK : "");
        time.setText(signs.isEmpty() ? at : signs + " " + at);
        List<String> parts = new ArrayList<>();
        parts.add(spokenText(row, at));
        add(parts, "row.misspelled", row, w -> !view.misspelled(w).isEmpty());
        comments.forEach(c -> parts.add(said(c)));
        setAccessibleText(String.join(" ", parts));
    }

    private static String said(Comment comment) {
        return Messages.get("row.comment", comment.isBookmark() ? Messages.get("comments.bookmark") : comment.text());
    }

    void markComments() {
        if (getItem() instanceof Row.Spoken row && !isEmpty()) {
            tellOf(row);
            marks.markComments();
        }
    }

    private static List<Node> pieces(Row.Spoken row) {
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
        return pieces;
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

    void markSpoken() {
        marks.markSpoken();
    }

    void markCaret() {
        marks.markCaret();
    }

    void markSelection() {
        marks.markSelection();
    }

    void markSpelling() {
        if (getItem() instanceof Row.Spoken row && !isEmpty()) {
            tellOf(row);
            marks.markSpelling();
        }
    }

    /** Where on the screen the caret is, if it is in this row. */
    Optional<Bounds> caretPlace() {
        return isEmpty() || getGraphic() != spokenBox || getScene() == null ? Optional.empty() : marks.caretPlace();
    }

    void markHits() {
        marks.markHits();
    }

    private void stick() {
        left.setTranslateY(Math.max(0, Math.min(-getLayoutY(), getHeight() - left.getHeight() - 14)));
    }

    /** Says of the word under the pointer why it is doubted, if it is, and what was noted of it. */
    private void explain(double screenX, double screenY) {
        List<String> parts = new ArrayList<>();
        wordAt(screenX, screenY).ifPresent(word -> {
            parts.add(doubt(word));
            if (!view.misspelled(word).isEmpty()) {
                parts.add(Messages.get("why.misspelled", word.text()));
            }
            view.session().index().comments().stream()
                    .filter(c -> c.isAbout(word))
                    .forEach(c -> parts.add(said(c.comment())));
        });
        String text = parts.stream().filter(p -> !p.isEmpty()).collect(Collectors.joining("\n"));
        if (!text.equals(why.getText())) {
            Tooltip.uninstall(flow, why);
            why.setText(text);
            if (!text.isEmpty()) {
                Tooltip.install(flow, why);
            }
        }
    }

    private static String doubt(Word word) {
        if (!(word.timing() instanceof Timing.Timed timed)) {
            return Messages.get("why.missing", word.text());
        }
        return RowMarks.isDoubtful(word)
                ? Messages.get(
                        timed.origin() == Origin.INTERPOLATED ? "why.guessed" : "why.unsure",
                        word.text(),
                        Clock.precise(timed.time().startSeconds(), 2),
                        Clock.precise(timed.time().endSeconds(), 2),
                        Messages.number(100 * timed.confidence(), 0))
                : "";
    }

    /** What the row says to whoever does not see it: who speaks, when, what, and what is doubted. */
    private static String spokenText(Row.Spoken row, String time) {
        List<String> parts = new ArrayList<>();
        parts.add(Messages.get("row.said", row.turn().speaker(), time, row.text()));
        if (row.speakerDoubted()) {
            parts.add(Messages.get("row.speakerUnsure"));
        }
        add(parts, "row.timeUnsure", row, RowMarks::isDoubtful);
        add(parts, "row.notFound", row, w -> w.span().isEmpty());
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, String key, Row.Spoken row, Predicate<Word> which) {
        String words = row.words().stream().filter(which).map(Word::text).collect(Collectors.joining(" "));
        if (!words.isEmpty()) {
            parts.add(Messages.get(key, words));
        }
    }

    /** Shows the text area if this row is the one being typed in. */
    void showEditing() {
        Optional<TypingArea> editing = getItem() instanceof Row.Spoken row && !isEmpty()
                ? view.typingArea().filter(area -> view.isTypedIn(row))
                : Optional.empty();
        Node center = editing.<Node>map(TypingArea::place).orElse(content);
        if (spokenBox.getCenter() != center) {
            spokenBox.setCenter(center);
            BorderPane.setAlignment(center, Pos.TOP_LEFT);
            editing.ifPresent(area -> area.moved(flow.getHeight()));
        }
    }
}
