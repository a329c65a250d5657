package org.tapescript.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tapescript.edit.Edit;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.job.ProgressSink;
import org.tapescript.session.EditorSession;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.FxJobRunner;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.WrappingCell;
import org.tapescript.ui.subtitles.SubtitlesModel;

/** The doubts one by one, the worst first, each settled with a key. */
public final class ReviewPane extends VBox {
    private final EditorSession session;
    private final FxJobRunner jobs;
    private final Consumer<ReviewItem> reveal;
    private final Consumer<String> say;
    private final LeftOut leftOut;
    private final SubtitlesModel subtitles;
    private final ObservableList<ReviewItem> items = FXCollections.observableArrayList();
    private final ListView<ReviewItem> list = new ListView<>(items);
    private final Label remaining = new Label();
    private final Hyperlink back = new Hyperlink();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private Runnable showPane = () -> {};
    /** All doubts, those left out as well. */
    private List<ReviewItem> found = List.of();
    /** Where the next step goes while nothing is selected. */
    private List<ReviewItem> next = List.of();
    /** Whether a doubt is being settled here, after which the next one is shown. */
    private boolean goOn;
    /** Whether what is selected is what was selected before: nobody asked to be shown it. */
    private boolean keeping;

    /**
     * @param reveal shows where an item is
     * @param play plays it
     * @param leftOut doubts that are not shown
     * @param subtitles those that break a rule are doubts; whenever there are others all doubts are looked for anew
     * @param say tells the user something
     */
    public ReviewPane(
            EditorSession session,
            FxJobRunner jobs,
            Consumer<ReviewItem> reveal,
            Consumer<ReviewItem> play,
            LeftOut leftOut,
            SubtitlesModel subtitles,
            Consumer<String> say) {
        this.session = session;
        this.jobs = jobs;
        this.reveal = reveal;
        this.say = say;
        this.leftOut = leftOut;
        this.subtitles = subtitles;
        getStyleClass().add("side-pane");
        list.setId("review");
        list.setAccessibleText(Messages.get("review.accessible"));
        list.setPlaceholder(new Label(Messages.get("review.empty")));
        list.getStyleClass().add("edge-to-edge");
        list.setCellFactory(v -> new ItemCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        Button accept = new Button(Messages.get("review.accept"));
        accept.setId("review-accept");
        accept.getStyleClass().add("accent");
        accept.setOnAction(e -> accept());
        Button change = new Button(Messages.get("review.change"));
        change.setId("review-change");
        change.setOnAction(e -> change());
        Button listen = new Button(Messages.get("review.play"));
        listen.setOnAction(e -> selected().ifPresent(play));
        Button next = new Button(Messages.get("review.next"));
        next.setId("review-next");
        next.setOnAction(e -> step(1));
        // Where there is nothing to be done, nothing can be pressed.
        accept.setDisable(true);
        change.setDisable(true);
        listen.setId("review-play");
        listen.disableProperty()
                .bind(list.getSelectionModel().selectedItemProperty().isNull());
        next.disableProperty().bind(Bindings.isEmpty(items));
        remaining.setId("review-remaining");
        remaining.getStyleClass().add("pane-title");
        remaining.setWrapText(true);
        remaining.setMinHeight(Region.USE_PREF_SIZE);
        FlowPane buttons = new FlowPane(6, 6, accept, change, listen, next);
        buttons.setAlignment(Pos.CENTER_LEFT);
        back.setId("review-left-out");
        back.setOnAction(e -> {
            leftOut.clear();
            show(found);
        });
        getChildren().addAll(remaining, buttons, list, back);
        setSpacing(8);
        list.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> {
            change.setDisable(now == null || ReviewQueue.change(now).isEmpty());
            boolean settles =
                    now == null || ReviewQueue.accept(session.transcript(), now).isPresent();
            accept.setText(Messages.get(settles ? "review.accept" : "review.leave"));
            accept.setDisable(now == null);
            if (now != null && !keeping) {
                reveal.accept(now);
            }
            showRemaining();
        });
        subtitles.onMade(this::read);
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
        SubtitlesModel.Made made = subtitles.made();
        jobs.run(
                (progress, cancel) -> ReviewQueue.of(made.index(), made.rules(), made.cues()),
                ProgressSink.IGNORE,
                found -> {
                    if (made.index() == session.index()) {
                        show(found);
                    }
                },
                e -> System.getLogger(ReviewPane.class.getName())
                        .log(System.Logger.Level.ERROR, "Looking for doubts", e));
    }

    private void show(List<ReviewItem> all) {
        found = all;
        List<ReviewItem> now = all.stream().filter(i -> !leftOut.has(i)).toList();
        if (!now.equals(items)) {
            Optional<ReviewItem> was = selected();
            List<ReviewItem> before = List.copyOf(items);
            keeping = true;
            items.setAll(now);
            was.flatMap(doubt -> indexOf(doubt))
                    .ifPresentOrElse(
                            list.getSelectionModel()::clearAndSelect, list.getSelectionModel()::clearSelection);
            keeping = false;
            if (was.isPresent() && list.getSelectionModel().isEmpty()) {
                next = followers(before, was.get());
            }
        }
        if (goOn && list.getSelectionModel().isEmpty()) {
            step(1);
        }
        goOn = false;
        int hidden = all.size() - now.size();
        back.setText(Messages.get("review.leftOut", hidden));
        back.setVisible(hidden > 0);
        back.setManaged(hidden > 0);
        count.set(now.size());
        showRemaining();
    }

    private Optional<Integer> indexOf(ReviewItem doubt) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isSame(doubt)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The doubts behind one that is gone, of which the first that is left is the next. */
    private static List<ReviewItem> followers(List<ReviewItem> before, ReviewItem gone) {
        int at = before.indexOf(gone);
        return before.subList(at + 1, before.size());
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
        showPane.run();
        if (items.isEmpty()) {
            say.accept(Messages.get("review.empty"));
            return;
        }
        int at = list.getSelectionModel().getSelectedIndex();
        int to = at >= 0
                ? Math.max(0, Math.min(items.size() - 1, at + by))
                : next.stream().flatMap(d -> indexOf(d).stream()).findFirst().orElse(0);
        if (to == at) {
            reveal.accept(items.get(at));
        }
        list.getSelectionModel().clearAndSelect(to);
        list.scrollTo(Math.max(0, to - 2));
    }

    /** Says that the selected doubt is right as it is, or leaves it out where nothing could be put right, and goes on. */
    public void accept() {
        settle(item -> {
            Optional<Edit> edit = ReviewQueue.accept(session.transcript(), item);
            if (edit.isPresent()) {
                run(edit);
            } else {
                leftOut.add(item);
                show(found);
            }
        });
    }

    /** Takes the other possibility of the selected doubt, and goes on. */
    public void change() {
        settle(item -> {
            Optional<Edit> edit = ReviewQueue.change(item);
            if (edit.isEmpty()) {
                goOn = false;
                say.accept(Messages.get("review.noOther"));
            }
            run(edit);
        });
    }

    private void settle(Consumer<ReviewItem> how) {
        showPane.run();
        goOn = selected().isPresent();
        selected().ifPresentOrElse(how, () -> say.accept(Messages.get("review.noneChosen")));
    }

    /** @param handler brings this pane to the front */
    public void onShow(Runnable handler) {
        showPane = handler;
    }

    private void run(Optional<Edit> edit) {
        edit.ifPresent(e -> {
            try {
                session.apply(e);
            } catch (RefusedEditException x) {
                goOn = false;
                say.accept(Messages.get("edit.refused", Failures.reason(x)));
            }
        });
    }

    private final class ItemCell extends WrappingCell<ReviewItem> {
        private final Label kind = new Label();
        private final Label where = new Label();
        private final Label text = new Label();
        private final VBox box = new VBox(2, new HBox(8, kind, where), text);

        ItemCell() {
            text.setWrapText(true);
            kind.getStyleClass().add("review-kind");
            where.getStyleClass().add("review-where");
            // A click on the doubt that is selected already leads there again.
            setOnMouseClicked(e -> {
                if (!isEmpty() && e.getButton() == MouseButton.PRIMARY) {
                    reveal.accept(getItem());
                }
            });
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
