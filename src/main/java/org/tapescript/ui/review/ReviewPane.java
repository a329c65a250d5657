package org.tapescript.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.edit.Edit;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.job.ProgressSink;
import org.tapescript.session.EditorSession;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.FxJobRunner;
import org.tapescript.ui.common.Later;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.WrappingCell;

/** The doubts one by one, the worst first, each settled with a key. */
public final class ReviewPane extends VBox {
    private final EditorSession session;
    private final FxJobRunner jobs;
    private final Consumer<ReviewItem> reveal;
    private final Consumer<RefusedEditException> refused;
    private final ObservableList<ReviewItem> items = FXCollections.observableArrayList();
    private final ListView<ReviewItem> list = new ListView<>(items);
    private final Label remaining = new Label();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

    /**
     * @param reveal shows where an item is
     * @param play plays it
     */
    public ReviewPane(
            EditorSession session,
            FxJobRunner jobs,
            Consumer<ReviewItem> reveal,
            Consumer<ReviewItem> play,
            Consumer<RefusedEditException> refused) {
        this.session = session;
        this.jobs = jobs;
        this.reveal = reveal;
        this.refused = refused;
        getStyleClass().add("side-pane");
        list.setId("review");
        list.setAccessibleText(Messages.get("review.accessible"));
        list.setPlaceholder(new Label(Messages.get("review.empty")));
        list.getStyleClass().add("edge-to-edge");
        list.setCellFactory(v -> new ItemCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        Button accept = new Button(Messages.get("review.accept"));
        accept.setId("review-accept");
        accept.setOnAction(e -> accept());
        Button change = new Button(Messages.get("review.change"));
        change.setId("review-change");
        change.setOnAction(e -> change());
        Button listen = new Button(Messages.get("review.play"));
        listen.setOnAction(e -> selected().ifPresent(play));
        Button next = new Button(Messages.get("review.next"));
        next.setId("review-next");
        next.setOnAction(e -> step(1));
        remaining.setId("review-remaining");
        remaining.getStyleClass().add("pane-title");
        FlowPane buttons = new FlowPane(6, 6, accept, change, listen, next);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(remaining, buttons, list);
        setSpacing(8);
        list.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> {
            change.setDisable(now == null || ReviewQueue.change(now).isEmpty());
            accept.setDisable(
                    now == null || ReviewQueue.accept(session.transcript(), now).isEmpty());
            if (now != null) {
                reveal.accept(now);
            }
            showRemaining();
        });
        Later reading = new Later(this::read);
        session.transcriptProperty().addListener(o -> reading.ask());
        read();
    }

    /** The doubts that are left, the worst first. */
    public ObservableList<ReviewItem> items() {
        return FXCollections.unmodifiableObservableList(items);
    }

    /** How many doubts are left. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    private Optional<ReviewItem> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    /** Looks for doubts beside the window; what is found of a transcript that is no longer the current one is left out. */
    private void read() {
        TranscriptIndex index = session.index();
        jobs.run(
                (progress, cancel) -> ReviewQueue.of(index),
                ProgressSink.IGNORE,
                found -> {
                    if (index == session.index()) {
                        show(found);
                    }
                },
                e -> System.getLogger(ReviewPane.class.getName())
                        .log(System.Logger.Level.ERROR, "Looking for doubts", e));
    }

    private void show(List<ReviewItem> now) {
        if (!now.equals(items)) {
            int at = list.getSelectionModel().getSelectedIndex();
            items.setAll(now);
            if (at >= 0 && !now.isEmpty()) {
                list.getSelectionModel().select(Math.min(at, now.size() - 1));
            }
        }
        count.set(now.size());
        showRemaining();
    }

    private void showRemaining() {
        int at = list.getSelectionModel().getSelectedIndex();
        remaining.setText(
                at < 0
                        ? Messages.get("review.remaining", items.size())
                        : Messages.get("review.at", at + 1, items.size()));
    }

    /** Goes to the next doubt, or the one before if negative. */
    public void step(int by) {
        if (!items.isEmpty()) {
            int at = list.getSelectionModel().getSelectedIndex();
            int to = at < 0 ? 0 : Math.max(0, Math.min(items.size() - 1, at + by));
            list.getSelectionModel().clearAndSelect(to);
            list.scrollTo(Math.max(0, to - 2));
        }
    }

    /** Says that the selected doubt is right as it is, and goes on. */
    public void accept() {
        run(selected().flatMap(item -> ReviewQueue.accept(session.transcript(), item)));
    }

    /** Takes the other possibility of the selected doubt, and goes on. */
    public void change() {
        run(selected().flatMap(ReviewQueue::change));
    }

    private void run(Optional<Edit> edit) {
        edit.ifPresent(e -> {
            try {
                session.apply(e);
            } catch (RefusedEditException x) {
                refused.accept(x);
            }
        });
    }

    private static final class ItemCell extends WrappingCell<ReviewItem> {
        private final Label kind = new Label();
        private final Label where = new Label();
        private final Label text = new Label();
        private final VBox box = new VBox(2, new HBox(8, kind, where), text);

        ItemCell() {
            text.setWrapText(true);
            kind.getStyleClass().add("review-kind");
            where.getStyleClass().add("review-where");
        }

        @Override
        protected void updateItem(ReviewItem item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            kind.setText(Messages.get("review.kind." + item.kind().name().toLowerCase(java.util.Locale.ROOT)));
            kind.getStyleClass().setAll("label", "review-kind", item.severity() >= 0.6 ? "severe" : "mild");
            where.setText(item.seconds().map(Clock::brief).orElse("")
                    + (item.line() > 0 ? "  " + Messages.get("review.line", item.line()) : ""));
            text.setText(item.text());
            setAccessibleText(kind.getText() + ", " + where.getText() + ": " + item.text());
            setGraphic(box);
        }
    }
}
