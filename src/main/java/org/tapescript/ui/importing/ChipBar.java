package org.tapescript.ui.importing;

import java.util.function.IntSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tapescript.domain.Paragraph;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.SpeakerColours;

/** What can be said of the paragraph that is selected, as chips: each shows its key, and those that hold are marked. */
final class ChipBar extends VBox {
    private final ParagraphActions actions;
    private final ImportModel model;
    private final IntSupplier selected;
    private final Runnable done;

    /** @param done after something was said */
    ChipBar(ParagraphActions actions, ImportModel model, IntSupplier selected, Runnable done) {
        super(4);
        this.actions = actions;
        this.model = model;
        this.selected = selected;
        this.done = done;
        setId("chips");
        model.transcriptProperty().addListener(o -> show());
        show();
    }

    /** Shows what holds of the paragraph that is selected now. */
    void show() {
        getChildren().clear();
        int at = selected.getAsInt();
        for (ParagraphActions.Group group : ParagraphActions.Group.values()) {
            FlowPane row = new FlowPane(6, 4);
            row.setMinWidth(0);
            Label name = new Label(Messages.get("import.group." + group.name().toLowerCase(java.util.Locale.ROOT)));
            name.getStyleClass().add("hint");
            name.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(name);
            for (ParagraphActions.Action action : actions.all()) {
                if (action.group() == group) {
                    Button chip = chip(action, at);
                    chip.maxWidthProperty().bind(row.widthProperty());
                    row.getChildren().add(chip);
                }
            }
            getChildren().add(row);
        }
    }

    private Button chip(ParagraphActions.Action action, int at) {
        Label key = new Label(action.key().map(k -> k.getName()).orElse(""));
        key.getStyleClass().add("chip-key");
        Button chip = new Button(action.title(), key);
        chip.setId("chip-" + action.id());
        chip.getStyleClass().add("chip");
        chip.setFocusTraversable(false);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setMnemonicParsing(false);
        chip.setDisable(at < 0);
        if (at >= 0 && holds(action, model.transcript().paragraphs().get(at))) {
            chip.getStyleClass().add("chosen");
        }
        if (action.id().startsWith("speaker-")) {
            chip.setStyle(
                    "-fx-text-fill: " + SpeakerColours.css(model.speakers().indexOf(action.title())) + ";");
        }
        chip.setOnAction(e -> {
            action.says().accept(selected.getAsInt());
            done.run();
        });
        return chip;
    }

    private static boolean holds(ParagraphActions.Action action, Paragraph p) {
        return switch (action.group()) {
            case TURN ->
                p.kind().isSpoken() && action.id().equals(p.kind().label().equals("turn") ? "opens-turn" : "goes-on");
            case SPEAKER -> p.speaker().filter(action.title()::equals).isPresent();
            case NOT_SPOKEN -> p.kind().label().equals(action.id());
        };
    }
}
