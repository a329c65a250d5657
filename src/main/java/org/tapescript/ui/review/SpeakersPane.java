package org.tapescript.ui.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tapescript.domain.NameSuggestion;
import org.tapescript.domain.SpeakerNames;
import org.tapescript.domain.SpeakerShare;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.edit.RenameSpeaker;
import org.tapescript.session.EditorSession;
import org.tapescript.session.WordTimes;
import org.tapescript.ui.common.Keys;
import org.tapescript.ui.common.Later;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.SpeakerColours;
import org.tapescript.ui.player.PlayerModel;

/** Who speaks, how much, under what name, how loud; with the names that the text suggests. */
public final class SpeakersPane extends ScrollPane {
    private final EditorSession session;
    private final PlayerModel player;
    private final Consumer<RefusedEditException> refused;
    private final List<NameSuggestion> suggestions;
    private final VBox box = new VBox(14);
    private final Map<String, Double> gains = new HashMap<>();
    private final BiPredicate<String, String> mayMerge;
    /** Of each who is shown, what is said of how much there is of them. */
    private final Map<String, Label> amounts = new HashMap<>();

    private List<String> speakers = List.of();

    private WordTimes times;
    private boolean asking;

    /** @param suggestions names that the text suggests, with their sources; {@code mayMerge} whether one speaker may become part of another */
    public SpeakersPane(
            EditorSession session,
            PlayerModel player,
            List<NameSuggestion> suggestions,
            BiPredicate<String, String> mayMerge,
            Consumer<RefusedEditException> refused) {
        this.session = session;
        this.mayMerge = mayMerge;
        this.player = player;
        this.suggestions = suggestions;
        this.refused = refused;
        setFitToWidth(true);
        setContent(box);
        box.getStyleClass().add("side-pane");
        Later following = new Later(this::follow);
        session.transcriptProperty().addListener(o -> following.ask());
        follow();
        player.setGain(this::gain);
    }

    /** Called from the player's thread: reads what the window's thread has put there whole. */
    private double gain(double seconds) {
        WordTimes now = times;
        int at = now.at(seconds);
        synchronized (gains) {
            return at < 0 ? 1 : gains.getOrDefault(now.turn(at).speaker(), 1.0);
        }
    }

    /** Most edits change nothing but how much somebody speaks. */
    private void follow() {
        times = session.times();
        List<SpeakerShare> shares = SpeakerShare.of(session.transcript());
        Set<String> speaking = shares.stream().map(SpeakerShare::speaker).collect(Collectors.toSet());
        if (speaking.equals(amounts.keySet())
                && new SpeakerColours(session.transcript()).speakers().equals(speakers)) {
            shares.forEach(share -> amounts.get(share.speaker()).setText(amount(share)));
        } else {
            show();
        }
    }

    private void show() {
        SpeakerColours colours = new SpeakerColours(session.transcript());
        box.getChildren().clear();
        amounts.clear();
        speakers = colours.speakers();
        List<SpeakerShare> shares = SpeakerShare.of(session.transcript());
        Label hint = new Label(Messages.get("speakers.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("hint");
        box.getChildren().add(hint);
        for (String name : colours.speakers()) {
            shares.stream()
                    .filter(s -> s.speaker().equals(name))
                    .findFirst()
                    .ifPresent(share -> box.getChildren().add(speaker(share, colours)));
        }
        List<NameSuggestion> open =
                suggestions.stream().filter(s -> speakers.contains(s.speaker())).toList();
        if (!open.isEmpty()) {
            Label title = new Label(Messages.get("speakers.suggested"));
            title.getStyleClass().add("pane-title");
            title.setWrapText(true);
            title.setMinHeight(Region.USE_PREF_SIZE);
            box.getChildren().add(title);
            open.forEach(s -> box.getChildren().add(suggestion(s)));
        }
    }

    private VBox speaker(SpeakerShare share, SpeakerColours colours) {
        Region dot = new Region();
        dot.getStyleClass().add("speaker-dot");
        dot.setStyle("-fx-background-color: " + colours.css(share.speaker()) + ";");
        TextField name = new TextField(share.speaker());
        name.setAccessibleText(Messages.get("speakers.name", share.speaker()));
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setOnAction(e -> rename(share.speaker(), name.getText()));
        name.focusedProperty().addListener((o, was, now) -> {
            if (!now && name.getScene() != null) {
                rename(share.speaker(), name.getText());
            }
        });
        int key = colours.speakers().indexOf(share.speaker()) + 1;
        Label keyed = new Label(key <= 9 ? Keys.shown(KeyCombination.valueOf("Ctrl+" + key)) : "");
        keyed.getStyleClass().add("shortcut");
        keyed.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, dot, name, keyed);
        line.setAlignment(Pos.CENTER_LEFT);
        Label how = new Label(amount(share));
        amounts.put(share.speaker(), how);
        how.getStyleClass().add("hint");
        how.setWrapText(true);
        Slider gain = new Slider(0, 3, gainOf(share.speaker()));
        gain.setAccessibleText(Messages.get("speakers.gain", share.speaker()));
        gain.valueProperty().addListener((o, was, now) -> {
            synchronized (gains) {
                gains.put(share.speaker(), now.doubleValue());
            }
        });
        HBox.setHgrow(gain, Priority.ALWAYS);
        Label loudness = new Label(Messages.get("speakers.loudness"));
        loudness.setMinWidth(Region.USE_PREF_SIZE);
        gain.setMinWidth(40);
        HBox loud = new HBox(8, loudness, gain);
        loud.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, line, how, loud);
    }

    private static String amount(SpeakerShare share) {
        return Messages.get("speakers.share", share.turns(), share.words(), Messages.number(share.seconds() / 60, 1));
    }

    private double gainOf(String speaker) {
        synchronized (gains) {
            return gains.getOrDefault(speaker, 1.0);
        }
    }

    private VBox suggestion(NameSuggestion s) {
        Label name = new Label(s.name());
        Label source = new Label(Messages.get("speakers.where." + s.where(), s.quote()));
        source.setWrapText(true);
        source.getStyleClass().add("hint");
        Button take = new Button(Messages.get("speakers.take", s.speaker()));
        take.setWrapText(true);
        take.setMinHeight(Region.USE_PREF_SIZE);
        take.setOnAction(e -> rename(s.speaker(), s.name()));
        return new VBox(2, name, source, take);
    }

    private void rename(String from, String typed) {
        List<String> others = new ArrayList<>(SpeakerNames.of(session.transcript()));
        // A field that has just renamed somebody is replaced a moment later; until then it may lose the focus, which
        // renames nobody again.
        if (asking || typed.equals(from) || !others.remove(from)) {
            return;
        }
        Optional<String> other = SpeakerNames.meant(others, typed);
        if (other.isPresent()) {
            ask(from, other.get());
        } else if (!SpeakerNames.tidy(typed).equals(from)) {
            apply(from, SpeakerNames.tidy(typed));
        }
    }

    /**
     * While the question is open the field loses the focus, which is no second answer. It is asked later, as the focus may be lost
     * while the window is laid out, when no dialog may open.
     */
    private void ask(String from, String into) {
        asking = true;
        Platform.runLater(() -> {
            boolean merge;
            try {
                merge = mayMerge.test(from, into);
            } finally {
                asking = false;
            }
            if (merge) {
                apply(from, into);
            } else {
                show();
            }
        });
    }

    private void apply(String from, String to) {
        try {
            session.apply(new RenameSpeaker(from, to));
        } catch (RefusedEditException e) {
            refused.accept(e);
            show();
        }
    }
}
