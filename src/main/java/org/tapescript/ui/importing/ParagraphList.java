package org.tapescript.ui.importing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.tapescript.domain.Paragraph;
import org.tapescript.text.structure.DoubtText;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.SpeakerColours;
import org.tapescript.ui.common.WrappingCell;

/** The paragraphs of a transcript as they were understood; those that something just said has changed are lit up for a moment. */
final class ParagraphList extends ListView<Paragraph> {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final Duration LIT = Duration.seconds(1.5);

    private final ImportModel model;
    private final ParagraphActions actions;
    private final ObservableList<Paragraph> paragraphs = FXCollections.observableArrayList();
    /** Numbers of paragraphs that have just changed. */
    private final Set<Integer> changed = new HashSet<>();

    private final PauseTransition lit = new PauseTransition(LIT);
    private boolean changeable = true;

    ParagraphList(ImportModel model, ParagraphActions actions) {
        this.model = model;
        this.actions = actions;
        setItems(paragraphs);
        setId("paragraphs");
        setAccessibleText(Messages.get("import.accessible"));
        setCellFactory(v -> new ParagraphCell());
        lit.setOnFinished(e -> {
            changed.clear();
            refresh();
        });
        model.transcriptProperty().addListener(o -> show());
        show();
    }

    private void show() {
        List<Paragraph> now = model.transcript().paragraphs();
        changed.clear();
        if (paragraphs.size() != now.size()) {
            paragraphs.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(paragraphs.get(i))) {
                changed.add(i);
                paragraphs.set(i, now.get(i));
            }
        }
        lit.playFromStart();
    }

    int selected() {
        return getSelectionModel().getSelectedIndex();
    }

    void select(int at) {
        getSelectionModel().clearAndSelect(at);
        scrollTo(Math.max(0, at - 2));
        requestFocus();
    }

    /** Keeps the selection where it is, and the keys. */
    void keep(int at) {
        getSelectionModel().clearAndSelect(at);
        requestFocus();
    }

    /** Whether paragraphs can be said to be otherwise; they are read in any case. */
    void setChangeable(boolean can) {
        changeable = can;
    }

    private ContextMenu menu(int index) {
        ContextMenu menu = new ContextMenu();
        Menu by = new Menu(Messages.get("import.spokenBy"));
        Menu not = new Menu(Messages.get("import.notSpoken"));
        for (ParagraphActions.Action action : actions.all()) {
            MenuItem item = new MenuItem(action.title());
            item.setMnemonicParsing(false);
            item.setOnAction(e -> action.says().accept(index));
            switch (action.group()) {
                case TURN -> menu.getItems().add(item);
                case SPEAKER -> by.getItems().add(item);
                case NOT_SPOKEN -> not.getItems().add(item);
            }
        }
        menu.getItems().addAll(by, not);
        return menu;
    }

    private final class ParagraphCell extends WrappingCell<Paragraph> {
        private final Label kind = new Label();
        private final Label speaker = new Label();
        private final Label text = new Label();
        private final Label doubt = new Label();
        private final HBox box;

        ParagraphCell() {
            text.setWrapText(true);
            doubt.setWrapText(true);
            doubt.getStyleClass().add("breach");
            kind.getStyleClass().add("import-kind");
            kind.setWrapText(true);
            speaker.setWrapText(true);
            VBox left = new VBox(2, kind, speaker);
            left.getStyleClass().add("import-margin");
            text.getStyleClass().add("import-text");
            VBox right = new VBox(2, text, doubt);
            HBox.setHgrow(right, Priority.ALWAYS);
            box = new HBox(12, left, right);
            box.setMinWidth(Region.USE_COMPUTED_SIZE);
            setOnContextMenuRequested(e -> {
                if (!isEmpty() && changeable) {
                    menu(getIndex()).show(this, e.getScreenX(), e.getScreenY());
                }
            });
        }

        @Override
        protected void updateItem(Paragraph p, boolean empty) {
            super.updateItem(p, empty);
            pseudoClassStateChanged(CHANGED, !empty && changed.contains(getIndex()));
            if (empty || p == null) {
                setGraphic(null);
                return;
            }
            boolean spoken = p.kind().isSpoken();
            kind.setText(Messages.get("kind." + p.kind().label()));
            speaker.setText(p.speaker().orElse(""));
            int number = model.speakers().indexOf(p.speaker().orElse(""));
            speaker.setStyle(
                    number < 0 ? "" : "-fx-font-weight: bold; -fx-text-fill: " + SpeakerColours.css(number) + ";");
            text.setText(p.place().of(model.transcript().text()));
            text.getStyleClass().removeAll("row-unspoken");
            if (!spoken) {
                text.getStyleClass().add("row-unspoken");
            }
            doubt.setText(model.doubt(p)
                    .map(d -> "⚠ " + DoubtText.of(d, Messages.locale()))
                    .orElse(""));
            doubt.setManaged(!doubt.getText().isEmpty());
            setAccessibleText(kind.getText() + " " + speaker.getText() + ": " + text.getText());
            setGraphic(box);
        }
    }
}
