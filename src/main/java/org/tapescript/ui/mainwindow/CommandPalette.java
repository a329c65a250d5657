package org.tapescript.ui.mainwindow;

import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.tapescript.ui.common.Appearance;
import org.tapescript.ui.common.Keys;
import org.tapescript.ui.common.Messages;

/** All commands with their keys, to be searched and run. */
final class CommandPalette {
    private final Popup popup = new Popup();
    private final Keys keys;
    private final TextField query = new TextField();
    private final Appearance appearance;
    private final VBox box;
    private final ListView<Keys.Command> list = new ListView<>();

    CommandPalette(Keys keys, Appearance appearance) {
        this.keys = keys;
        this.appearance = appearance;
        query.setId("palette-query");
        query.setPromptText(Messages.get("palette.prompt"));
        list.setId("palette-list");
        list.setPrefSize(520, 320);
        list.setFocusTraversable(false);
        list.setCellFactory(v -> new ListCell<>() {
            @Override
            protected void updateItem(Keys.Command command, boolean empty) {
                super.updateItem(command, empty);
                if (empty || command == null) {
                    setGraphic(null);
                    return;
                }
                Region gap = new Region();
                HBox.setHgrow(gap, Priority.ALWAYS);
                Label shortcut = new Label(command.keysText());
                shortcut.getStyleClass().add("shortcut");
                HBox row = new HBox(8, new Label(command.title()), gap, shortcut);
                row.setAlignment(Pos.CENTER_LEFT);
                setGraphic(row);
            }
        });
        box = new VBox(6, query, list);
        box.getStyleClass().add("palette");
        popup.getContent().add(box);
        popup.setAutoHide(true);
        query.textProperty().addListener(o -> filter());
        query.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.UP) {
                int by = e.getCode() == KeyCode.DOWN ? 1 : -1;
                int to = list.getSelectionModel().getSelectedIndex() + by;
                list.getSelectionModel()
                        .clearAndSelect(Math.max(0, Math.min(list.getItems().size() - 1, to)));
                list.scrollTo(list.getSelectionModel().getSelectedIndex());
                e.consume();
            } else if (e.getCode() == KeyCode.ENTER) {
                run();
                e.consume();
            }
        });
        list.setOnMouseClicked(e -> run());
    }

    private void filter() {
        String wanted = query.getText().strip().toLowerCase(Locale.ROOT);
        list.setItems(FXCollections.observableArrayList(keys.commands().stream()
                .filter(c -> c.title().toLowerCase(Locale.ROOT).contains(wanted)
                        || c.keysText().toLowerCase(Locale.ROOT).contains(wanted))
                .toList()));
        list.getSelectionModel().selectFirst();
    }

    private void run() {
        Keys.Command command = list.getSelectionModel().getSelectedItem();
        if (command != null) {
            popup.hide();
            command.action().run();
        }
    }

    void show(Window owner) {
        appearance.style(box);
        query.clear();
        filter();
        popup.show(owner, owner.getX() + owner.getWidth() / 2 - 270, owner.getY() + 90);
        query.requestFocus();
    }
}
