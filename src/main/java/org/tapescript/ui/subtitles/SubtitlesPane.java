package org.tapescript.ui.subtitles;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tapescript.domain.Cue;
import org.tapescript.domain.Word;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.edit.SetCueEdges;
import org.tapescript.session.EditorSession;
import org.tapescript.subtitle.CueCheck;
import org.tapescript.subtitle.CuePresets;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.PresetBox;
import org.tapescript.ui.common.SubtitleRules;
import org.tapescript.ui.common.WrappingCell;
import org.tapescript.ui.player.PlayerModel;

/** The list of subtitles as they will be exported, with what they breach; where they are cut is chosen here. */
public final class SubtitlesPane extends VBox {
    private final EditorSession session;
    private final PlayerModel player;
    private final SubtitlesModel model;
    private final Consumer<String> reveal;
    private final Consumer<String> say;
    private final ObservableList<Cue> cues = FXCollections.observableArrayList();
    private final ListView<Cue> list = new ListView<>(cues);
    private final PresetBox preset = new PresetBox("subtitles-preset");
    private final Label summary = new Label();
    private boolean filling;
    /** The word with which the cue begins that is to be selected when there are others. */
    private Optional<String> wanted = Optional.empty();

    /**
     * @param reveal shows a word in the text
     * @param say tells the user something, for a while
     */
    public SubtitlesPane(
            EditorSession session,
            PlayerModel player,
            SubtitlesModel model,
            Consumer<String> reveal,
            Consumer<String> say) {
        this.session = session;
        this.player = player;
        this.model = model;
        this.reveal = reveal;
        this.say = say;
        getStyleClass().add("side-pane");
        setSpacing(8);
        list.setId("subtitles");
        list.setAccessibleText(Messages.get("subtitles.accessible"));
        list.getStyleClass().add("edge-to-edge");
        list.setCellFactory(v -> new CueCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        summary.setId("subtitles-summary");
        summary.getStyleClass().add("pane-title");
        summary.setMinHeight(Region.USE_PREF_SIZE);
        summary.setWrapText(true);
        preset.setOnAction(e -> {
            if (!filling) {
                CuePresets.named(preset.getValue()).ifPresent(model::choose);
            }
        });
        FlowPane buttons = new FlowPane(
                6,
                6,
                preset,
                button("cueSplit", this::split),
                button("cueMerge", this::merge),
                button("cueEarlier", () -> shift(-1)),
                button("cueLater", () -> shift(1)),
                button("cueNext", () -> step(1)));
        getChildren().addAll(summary, buttons, list);
        list.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> {
            if (now != null && !filling) {
                show(now);
            }
        });
        player.positionProperty().addListener((o, was, now) -> follow(now.doubleValue()));
        model.onMade(this::fill);
        fill();
    }

    private static Button button(String id, Runnable action) {
        Button button = new Button(Messages.get(id + ".short"));
        button.setId(id);
        button.setTooltip(new Tooltip(Messages.get("command." + id)));
        button.setAccessibleText(Messages.get("command." + id));
        button.setOnAction(e -> action.run());
        return button;
    }

    private static Word first(Cue cue) {
        return cue.parts().get(0).words().get(0);
    }

    private void show(Cue cue) {
        player.seek(cue.time().startSeconds());
        reveal.accept(first(cue).id());
    }

    private void fill() {
        filling = true;
        List<Cue> now = model.made().cues();
        Optional<String> selected = wanted.or(() ->
                Optional.ofNullable(list.getSelectionModel().getSelectedItem()).map(c -> first(c).id()));
        wanted = Optional.empty();
        cues.setAll(now);
        selected.ifPresent(word -> select(holding(word)));
        preset.setValue(SubtitleRules.preset(model.rules()).orElse(null));
        summary.setText(Messages.get("export.summary", now.size(), model.made().breaking()));
        filling = false;
    }

    private int holding(String word) {
        for (int i = 0; i < cues.size(); i++) {
            if (cues.get(i).parts().stream().flatMap(p -> p.words().stream()).anyMatch(w -> w.id().equals(word))) {
                return i;
            }
        }
        return -1;
    }

    private void select(int index) {
        if (index >= 0) {
            list.getSelectionModel().clearAndSelect(index);
            list.scrollTo(Math.max(0, index - 2));
        }
    }

    /** Shows the subtitle that is on while the tape plays. */
    private void follow(double seconds) {
        int at = model.at(seconds);
        if (player.playingProperty().get()
                && at >= 0
                && at < cues.size()
                && at != list.getSelectionModel().getSelectedIndex()) {
            filling = true;
            select(at);
            filling = false;
        }
    }

    /** The subtitle that is selected, else the one at the caret, else the one that is shown at the play head. */
    private int current() {
        int selected = list.getSelectionModel().getSelectedIndex();
        int caret = session.caretProperty().get().map(this::holding).orElse(-1);
        return selected >= 0 ? selected : caret >= 0 ? caret : model.at(player.position());
    }

    /** Whether this is the page of the window that is shown. */
    public boolean isShown() {
        for (Node node = this; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return getScene() != null;
    }

    /** Goes to the next subtitle that breaches a rule, or the one before. */
    public void step(int by) {
        int from = list.getSelectionModel().getSelectedIndex();
        for (int n = 1; n <= cues.size(); n++) {
            int at = Math.floorMod(from + by * n + (from < 0 && by < 0 ? 1 : 0), cues.size());
            if (model.made().breaks(cues.get(at))) {
                select(at);
                return;
            }
        }
        say.accept(Messages.get("subtitles.noBreach"));
    }

    /** Cuts the subtitle in two at the caret, or in its middle. */
    public void split() {
        choose(
                i -> new CueChoices(model.made().index(), cues)
                        .split(i, session.caretProperty().get()),
                "subtitles.oneWord");
    }

    /** Makes one of the subtitle and the next. */
    public void merge() {
        choose(i -> new CueChoices(model.made().index(), cues).merge(i), "subtitles.turnEnds");
    }

    /** Lets the subtitle end a word later, or earlier if negative. */
    public void shift(int by) {
        choose(i -> new CueChoices(model.made().index(), cues).shift(i, by), "subtitles.turnEnds");
    }

    @FunctionalInterface
    private interface Choice {
        Optional<SetCueEdges> of(int cue);
    }

    private void choose(Choice choice, String impossible) {
        int at = current();
        if (at < 0 || at >= cues.size() || !model.isCurrent()) {
            return;
        }
        wanted = Optional.of(first(cues.get(at)).id());
        Optional<SetCueEdges> edit = choice.of(at);
        if (edit.isEmpty()) {
            wanted = Optional.empty();
            say.accept(Messages.get(impossible));
            return;
        }
        try {
            session.apply(edit.get());
        } catch (RefusedEditException e) {
            say.accept(Messages.get("edit.refused", Failures.reason(e)));
        }
    }

    private final class CueCell extends WrappingCell<Cue> {
        private final Label head = new Label();
        private final Label text = new Label();
        private final Label breach = new Label();
        private final VBox box = new VBox(1, head, text, breach);

        CueCell() {
            head.getStyleClass().add("hint");
            head.setWrapText(true);
            text.setWrapText(true);
            breach.getStyleClass().add("breach");
            breach.setWrapText(true);
        }

        @Override
        protected void updateItem(Cue cue, boolean empty) {
            super.updateItem(cue, empty);
            if (empty || cue == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            double seconds = cue.time().seconds();
            String lines = String.join("\n", cue.lines());
            List<CueCheck.Finding> found = CueCheck.findings(cue, model.made().rules());
            head.setText(Messages.get(
                    "subtitles.head",
                    Clock.tenths(cue.time().startSeconds()),
                    Messages.number(seconds, 1),
                    Messages.number(CueCheck.charactersPerSecond(cue), 0),
                    cue.speakers()));
            text.setText(lines);
            breach.setText(found.stream()
                    .map(f -> Messages.get(
                            "breach.why." + f.breach().name().toLowerCase(Locale.ROOT), f.found(), f.allowed()))
                    .collect(Collectors.joining("\n")));
            breach.setManaged(!found.isEmpty());
            breach.setVisible(!found.isEmpty());
            pseudoClassStateChanged(PseudoClass.getPseudoClass("breached"), !found.isEmpty());
            setAccessibleText(head.getText() + ": " + lines + (found.isEmpty() ? "" : ". " + breach.getText()));
            setGraphic(box);
        }
    }
}
