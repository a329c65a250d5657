package org.tapescript.ui.transcript;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.tapescript.domain.TimeSpan;
import org.tapescript.job.CancellationToken;
import org.tapescript.session.GapTyping;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Focus;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.player.PlayerModel;

/** Where somebody types what the text lacks, in its place between the words, while the tape plays it over and over. */
public final class GapRow extends HBox {
    private static final List<Double> TEMPOS = List.of(0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.25, 1.5);
    /** Seconds before and after that are heard along. */
    private static final double AROUND = 0.25;

    /** What the keys in it ask for. */
    interface Keys {
        void typed(String text);

        void said(String speaker);

        void done();

        void nextSpeaker();
    }

    /** Hears what may be said in a gap, beside the window. */
    @FunctionalInterface
    public interface Drafts {
        /**
         * @param done told what may be said; nothing if nothing is heard
         * @return stops it
         */
        CancellationToken ask(TimeSpan gap, Consumer<String> done);
    }

    private final PlayerModel player;
    private final Keys keys;
    private final TextArea text = new TextArea();
    private final ComboBox<String> speaker = new ComboBox<>();
    private final ComboBox<Double> tempo = new ComboBox<>();
    private final Label time = new Label();
    private final Label found = new Label();
    /** What may be said, grey; it is taken by a key alone. */
    private final Label draft = new Label();

    private Optional<Drafts> drafts = Optional.empty();
    private Supplier<String> draftKey = () -> "";
    private CancellationToken drafting = new CancellationToken();
    private String drafted = "";
    private final DoubleProperty own = new SimpleDoubleProperty(0.8);
    private boolean filling;

    private double tempoBefore = 1;
    private Optional<TimeSpan> loopBefore = Optional.empty();
    private boolean playedBefore;
    /** Until it has the focus that it was given. */
    private boolean wantsFocus;

    GapRow(PlayerModel player, Keys keys) {
        text.sceneProperty().addListener((o, was, now) -> Platform.runLater(this::takeFocus));
        this.player = player;
        this.keys = keys;
        getStyleClass().add("gap-row");
        time.getStyleClass().add("row-time");
        text.setId("gap-text");
        text.setWrapText(true);
        text.setPrefRowCount(2);
        text.getStyleClass().add("turn-editor");
        text.setPromptText(Messages.get("gap.prompt"));
        text.setAccessibleText(Messages.get("gap.accessible"));
        speaker.setId("gap-speaker");
        speaker.setEditable(true);
        speaker.setPrefWidth(170);
        speaker.setAccessibleText(Messages.get("gap.speaker"));
        tempo.setId("gap-tempo");
        tempo.getItems().addAll(TEMPOS);
        tempo.setAccessibleText(Messages.get("gap.tempo"));
        tempo.setConverter(new StringConverter<>() {
            @Override
            public String toString(Double value) {
                return value == null ? "" : Messages.get("player.times", Messages.number(value, 2));
            }

            @Override
            public Double fromString(String typed) {
                return tempo.getValue();
            }
        });
        Label hint = new Label(Messages.get("gap.keys"));
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.setMinHeight(Label.USE_PREF_SIZE);
        found.setId("gap-found");
        found.getStyleClass().add("hint");
        found.setMinWidth(Label.USE_PREF_SIZE);
        draft.setId("gap-draft");
        draft.getStyleClass().add("gap-draft");
        draft.setWrapText(true);
        draft.setMinHeight(Label.USE_PREF_SIZE);
        draft.managedProperty().bind(draft.textProperty().isNotEmpty());
        draft.visibleProperty().bind(draft.managedProperty());
        HBox head = new HBox(8, speaker, tempo, found);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(6, head, text, draft, hint);
        box.getStyleClass().add("row-content");
        VBox margin = new VBox(time);
        margin.getStyleClass().add("row-margin");
        HBox.setHgrow(box, Priority.ALWAYS);
        getChildren().addAll(margin, box);
        text.textProperty().addListener((o, was, now) -> {
            if (!filling) {
                keys.typed(now);
            }
            if (!drafted.isEmpty()) {
                showDraft();
            }
        });
        speaker.valueProperty().addListener((o, was, now) -> {
            if (!filling && now != null && !now.isBlank()) {
                keys.said(now.strip());
            }
        });
        tempo.valueProperty().addListener((o, was, now) -> {
            if (!filling && now != null) {
                player.tempoProperty().set(now);
            }
        });
        player.tempoProperty().addListener((o, was, now) -> {
            if (tempo.getScene() != null) {
                filled(() -> tempo.setValue(now.doubleValue()));
            }
        });
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Tempo at which gaps are heard. */
    DoubleProperty tempoProperty() {
        return own;
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE || e.getCode() == KeyCode.ENTER && !e.isShiftDown() && !e.isControlDown()) {
            e.consume();
            keys.done();
        } else if (e.getCode() == KeyCode.ENTER && e.isControlDown()) {
            e.consume();
            keys.nextSpeaker();
        } else if (e.getCode() == KeyCode.TAB) {
            e.consume();
            speaker.requestFocus();
        }
    }

    /** @param key that takes the draft, as people read it */
    void draftWith(Drafts hearing, Supplier<String> key) {
        drafts = Optional.of(hearing);
        draftKey = key;
    }

    private void draft(TimeSpan gap) {
        drafting.cancel();
        drafted = "";
        draft.setText(drafts.isPresent() ? Messages.get("gap.drafting") : "");
        drafts.ifPresent(d -> drafting = d.ask(gap, said -> {
            drafted = said;
            showDraft();
        }));
    }

    private void showDraft() {
        String rest = rest();
        draft.setText(rest.isEmpty() ? "" : Messages.get("gap.draft", rest, draftKey.get()));
    }

    /** What of the draft is not typed yet: whoever has typed how it begins takes the rest. */
    private String rest() {
        String[] said = drafted.isEmpty() ? new String[0] : drafted.split(" ");
        String[] typed = text.getText().isBlank()
                ? new String[0]
                : text.getText().strip().split("\\s+");
        int same = 0;
        while (same < Math.min(said.length, typed.length) && bare(said[same]).equals(bare(typed[same]))) {
            same++;
        }
        return String.join(" ", List.of(said).subList(same, said.length));
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Types what is left of the draft; false if there is none. */
    boolean takeDraft() {
        String rest = rest();
        if (rest.isEmpty()) {
            return false;
        }
        text.end();
        text.appendText((text.getText().isBlank() || text.getText().endsWith(" ") ? "" : " ") + rest);
        text.end();
        focus();
        return true;
    }

    private void filled(Runnable filling) {
        this.filling = true;
        filling.run();
        this.filling = false;
    }

    /** Begins with nothing typed: the tape plays the gap over and over. */
    void open(GapTyping gap, List<String> speakers, boolean first) {
        filled(() -> {
            text.clear();
            speaker.getItems().setAll(speakers);
            speaker.setValue(gap.speaker());
        });
        time.setText(Clock.brief(gap.gap().startSeconds()));
        found.setText("");
        draft(gap.gap());
        if (first) {
            tempoBefore = player.tempoProperty().get();
            loopBefore = player.loopProperty().get();
            playedBefore = player.playingProperty().get();
            player.tempoProperty().set(own.get());
        }
        filled(() -> tempo.setValue(player.tempoProperty().get()));
        double start = Math.max(0, gap.gap().startSeconds() - AROUND);
        double end = Math.min(player.length(), gap.gap().endSeconds() + AROUND);
        player.setLoop(Optional.of(TimeSpan.ofSeconds(start, end)));
        player.seek(start);
        player.play();
        focus();
    }

    /** What is typed next goes here. */
    void focus() {
        wantsFocus = true;
        Platform.runLater(this::takeFocus);
    }

    /** A row that no cell shows yet cannot have it: it takes it when one does. */
    private void takeFocus() {
        if (wantsFocus && text.getScene() != null) {
            Focus.give(text);
            wantsFocus = !text.isFocused();
        }
    }

    /** Types what was meant for it before it had the focus. */
    void type(String letters) {
        text.replaceSelection(letters);
    }

    boolean isFocusedWithin() {
        return text.isFocused();
    }

    void show(String by) {
        filled(() -> speaker.setValue(by));
    }

    void showFound(long known, int all) {
        found.setText(all == 0 ? "" : Messages.get("gap.found", known, all));
    }

    /** Plays on as before the gap was opened. */
    void close() {
        wantsFocus = false;
        drafting.cancel();
        own.set(player.tempoProperty().get());
        player.setLoop(loopBefore);
        player.tempoProperty().set(tempoBefore);
        if (!playedBefore) {
            player.pause();
        }
    }
}
