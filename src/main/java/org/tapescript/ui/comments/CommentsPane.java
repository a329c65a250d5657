package org.tapescript.ui.comments;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tapescript.domain.Comment;
import org.tapescript.domain.PlacedComment;
import org.tapescript.domain.Word;
import org.tapescript.edit.DeleteComment;
import org.tapescript.edit.PutComment;
import org.tapescript.session.EditorSession;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Focus;
import org.tapescript.ui.common.Later;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.WrappingCell;
import org.tapescript.ui.player.PlayerModel;

/** The list of comments and bookmarks, to be stepped through; they are written below it. */
public final class CommentsPane extends VBox {
    private final EditorSession session;
    private final PlayerModel player;
    private final Consumer<String> reveal;
    private final Consumer<String> say;
    private final CommentPlaces places;
    private final ObservableList<PlacedComment> comments = FXCollections.observableArrayList();
    private final ListView<PlacedComment> list = new ListView<>(comments);
    private final Label count = new Label();
    private final TextArea text = new TextArea();
    private final Later untilKept = new Later(Later.UNTIL_KEPT, this::keep);
    private final Button edit = new Button(Messages.get("comments.edit"));
    private final Button delete = new Button(Messages.get("comments.delete"));
    private final Button next = new Button(Messages.get("comments.next"));

    /** What is being written. */
    private Optional<Writing> writing = Optional.empty();

    private boolean filling;
    private Runnable showPane = () -> {};
    private Runnable leave = () -> {};

    /** A comment that is being written. */
    private static final class Writing {
        final boolean isNew;
        Comment comment;
        OptionalLong step = OptionalLong.empty();

        Writing(boolean isNew, Comment comment) {
            this.isNew = isNew;
            this.comment = comment;
        }
    }

    /**
     * @param reveal shows a word in the text
     * @param say tells the user something, for a while
     */
    public CommentsPane(EditorSession session, PlayerModel player, Consumer<String> reveal, Consumer<String> say) {
        this.session = session;
        this.player = player;
        this.reveal = reveal;
        this.say = say;
        this.places = new CommentPlaces(session);
        getStyleClass().add("side-pane");
        setSpacing(8);
        count.setId("comments-count");
        count.getStyleClass().add("pane-title");
        count.setMinHeight(Region.USE_PREF_SIZE);
        count.setWrapText(true);
        list.setId("comments");
        list.setAccessibleText(Messages.get("comments.accessible"));
        list.getStyleClass().add("edge-to-edge");
        Label empty = new Label(Messages.get("comments.empty"));
        empty.setWrapText(true);
        list.setPlaceholder(empty);
        list.setCellFactory(v -> new CommentCell());
        list.setOnKeyPressed(this::key);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> {
            showButtons();
            if (now != null && !filling) {
                show(now);
            }
        });
        getChildren().addAll(count, buttons(), list, text());
        session.transcriptProperty().addListener(o -> fill());
        fill();
    }

    private FlowPane buttons() {
        Button comment = new Button(Messages.get("comments.new"));
        comment.setId("comment-new");
        comment.setTooltip(new Tooltip(Messages.get("command.comment")));
        comment.setOnAction(e -> comment());
        edit.setId("comment-edit");
        edit.setOnAction(e -> selected().ifPresent(this::write));
        delete.setId("comment-delete");
        delete.setOnAction(e -> selected().ifPresent(this::delete));
        next.setId("comment-next");
        next.setTooltip(new Tooltip(Messages.get("command.commentNext")));
        next.setOnAction(e -> step(1));
        return new FlowPane(6, 6, comment, edit, delete, next);
    }

    private TextArea text() {
        text.setId("comment-text");
        text.setWrapText(true);
        text.setPrefRowCount(2);
        text.setMinHeight(USE_PREF_SIZE);
        text.setPromptText(Messages.get("comments.prompt"));
        text.setAccessibleText(Messages.get("comments.text"));
        text.setVisible(false);
        text.setManaged(false);
        text.textProperty().addListener((o, was, now) -> {
            if (!filling) {
                untilKept.askOnce();
            }
        });
        // Before the area itself sees them: it would break the line.
        text.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE || e.getCode() == KeyCode.ENTER && !e.isShiftDown()) {
                e.consume();
                end();
                leave.run();
            }
        });
        text.focusedProperty().addListener((o, was, now) -> {
            if (!now) {
                end();
            }
        });
        return text;
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.DELETE) {
            selected().ifPresent(this::delete);
            e.consume();
        } else if (e.getCode() == KeyCode.ENTER && !e.isControlDown()) {
            selected().ifPresent(this::write);
            e.consume();
        }
    }

    private Optional<Comment> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem()).map(PlacedComment::comment);
    }

    private void showButtons() {
        edit.setDisable(selected().isEmpty());
        delete.setDisable(selected().isEmpty());
        next.setDisable(comments.isEmpty());
    }

    private void fill() {
        filling = true;
        Optional<String> was =
                writing.map(w -> w.comment.id()).or(() -> selected().map(Comment::id));
        if (!comments.equals(session.index().comments())) {
            comments.setAll(session.index().comments());
        }
        was.ifPresent(this::select);
        count.setText(Messages.get("comments.count", comments.size()));
        showButtons();
        filling = false;
    }

    private void select(String id) {
        list.getSelectionModel().clearSelection();
        for (int i = 0; i < comments.size(); i++) {
            if (comments.get(i).comment().id().equals(id)) {
                list.getSelectionModel().clearAndSelect(i);
                list.scrollTo(Math.max(0, i - 2));
            }
        }
    }

    private void show(PlacedComment placed) {
        player.seek(placed.seconds());
        placed.first().map(Word::id).ifPresent(reveal);
    }

    /** @param handler brings this pane to the front */
    public void onShow(Runnable handler) {
        showPane = handler;
    }

    /** @param handler gives the keys back to the text when a comment is written */
    public void onLeave(Runnable handler) {
        leave = handler;
    }

    /** Begins to write a comment on the words that are selected, or the one at the caret. */
    public void comment() {
        begin(places.atWords(player.position()));
    }

    /** Begins to write a comment on the play head's place. */
    public void commentTime() {
        begin(places.at(player.position()));
    }

    private void begin(Comment fresh) {
        end();
        Optional<Comment> there = places.same(fresh);
        open(there.isEmpty(), there.orElse(fresh));
    }

    private void write(Comment comment) {
        end();
        open(false, comment);
    }

    private void open(boolean isNew, Comment comment) {
        showPane.run();
        writing = Optional.of(new Writing(isNew, comment));
        filling = true;
        text.setText(comment.text());
        text.setVisible(true);
        text.setManaged(true);
        if (!isNew) {
            select(comment.id());
        }
        filling = false;
        Focus.give(text);
        text.end();
    }

    /** Keeps what has been typed until now; whoever types types on. */
    public void keep() {
        writing.ifPresent(w -> {
            untilKept.stop();
            String typed = text.getText().strip();
            if (!typed.equals(w.comment.text())) {
                w.comment = w.comment.withText(typed);
                put(w);
            }
        });
    }

    private void put(Writing w) {
        PutComment put = new PutComment(w.comment);
        w.step = OptionalLong.of(w.step.isPresent() ? session.amend(w.step.getAsLong(), put) : session.apply(put));
    }

    private void end() {
        keep();
        writing.ifPresent(w -> {
            writing = Optional.empty();
            text.setVisible(false);
            text.setManaged(false);
            if (w.isNew && w.comment.isBookmark() && w.step.isPresent()) {
                // Of a comment that was begun and taken back nothing is left.
                session.amend(w.step.getAsLong(), new DeleteComment(w.comment.id()));
            }
        });
    }

    /** Sets a bookmark at the words that are selected, or the one at the caret. */
    public void bookmark() {
        bookmark(places.atWords(player.position()));
    }

    /** Sets a bookmark at the play head's place. */
    public void bookmarkTime() {
        bookmark(places.at(player.position()));
    }

    private void bookmark(Comment fresh) {
        end();
        if (places.same(fresh).isEmpty()) {
            session.apply(new PutComment(fresh));
        }
        showPane.run();
        filling = true;
        select(places.same(fresh).orElse(fresh).id());
        filling = false;
    }

    /** Goes to the next comment or bookmark, or the one before. */
    public void step(int by) {
        end();
        showPane.run();
        if (comments.isEmpty()) {
            say.accept(Messages.get("comments.none"));
            return;
        }
        int at = list.getSelectionModel().getSelectedIndex();
        int to = at >= 0 ? Math.floorMod(at + by, comments.size()) : fromPlayHead(by);
        list.getSelectionModel().clearSelection();
        list.getSelectionModel().clearAndSelect(to);
        list.scrollTo(Math.max(0, to - 2));
    }

    private int fromPlayHead(int by) {
        int behind = (int)
                comments.stream().filter(p -> p.seconds() < player.position()).count();
        return Math.floorMod(by > 0 ? behind : behind - 1, comments.size());
    }

    /** Deletes the comment at the caret, or else the one selected. */
    public void delete() {
        end();
        places.atCaret()
                .or(this::selected)
                .ifPresentOrElse(this::delete, () -> say.accept(Messages.get("comments.noneHere")));
    }

    private void delete(Comment comment) {
        session.apply(new DeleteComment(comment.id()));
    }

    private final class CommentCell extends WrappingCell<PlacedComment> {
        private final Label head = new Label();
        private final Label said = new Label();
        private final VBox box = new VBox(2, head, said);

        CommentCell() {
            head.getStyleClass().add("hint");
            head.setWrapText(true);
            said.setWrapText(true);
            // A click on what is selected already leads there again.
            setOnMouseClicked(e -> {
                if (!isEmpty() && e.getButton() == MouseButton.PRIMARY) {
                    if (e.getClickCount() == 2) {
                        write(getItem().comment());
                    } else {
                        show(getItem());
                    }
                }
            });
        }

        @Override
        protected void updateItem(PlacedComment placed, boolean empty) {
            super.updateItem(placed, empty);
            if (empty || placed == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            head.setText(Clock.tenths(placed.seconds()) + "  "
                    + (placed.ofWords()
                            ? Messages.get("comments.on", words(placed))
                            : Messages.get("comments.atTime")));
            Comment comment = placed.comment();
            said.setText(
                    comment.isBookmark() ? Comment.BOOKMARK + " " + Messages.get("comments.bookmark") : comment.text());
            setAccessibleText(head.getText() + ": "
                    + (comment.isBookmark() ? Messages.get("comments.bookmark") : comment.text()));
            setGraphic(box);
        }

        private String words(PlacedComment placed) {
            String first = placed.first().orElseThrow().text();
            String last = placed.last().orElseThrow().text();
            return placed.first().equals(placed.last()) ? first : first + " … " + last;
        }
    }
}
