package org.tapescript.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tapescript.ui.common.Keys;
import org.tapescript.ui.common.Messages;

/** Every command with its keys, to be searched and given others: by pressing them. */
final class KeysPane extends BorderPane {
    private final Keys keys;
    private final TextField search = new TextField();
    private final ListView<Keys.Command> list = new ListView<>();
    private final Label say = new Label(Messages.get("keys.hint"));
    /** The command that the next key pressed is for. */
    private Optional<String> recording = Optional.empty();

    KeysPane(Keys keys) {
        this.keys = keys;
        search.setId("keys-search");
        search.setPromptText(Messages.get("keys.search"));
        search.textProperty().addListener(o -> show());
        list.setId("keys-list");
        list.setAccessibleText(Messages.get("settings.keys"));
        list.setCellFactory(v -> new CommandCell());
        list.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                record();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Button change = button("change", this::record);
        Button none = button("none", () -> give(List.of()));
        Button reset = button("default", () -> selected().ifPresent(c -> give(c.defaults())));
        say.setWrapText(true);
        say.setId("keys-say");
        say.getStyleClass().add("hint");
        VBox foot = new VBox(8, new FlowPane(8, 8, change, none, reset), say);
        foot.setPadding(new Insets(10, 0, 0, 0));
        setPadding(new Insets(16));
        setTop(search);
        BorderPane.setMargin(search, new Insets(0, 0, 10, 0));
        setCenter(list);
        setBottom(foot);
        show();
    }

    private static Button button(String id, Runnable action) {
        Button button = new Button(Messages.get("keys." + id));
        button.setId("keys-" + id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    private Optional<Keys.Command> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void show() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        int at = list.getSelectionModel().getSelectedIndex();
        list.setItems(FXCollections.observableArrayList(keys.commands().stream()
                .filter(c -> Stream.of(c.title(), c.keysText())
                        .anyMatch(t -> t.toLowerCase(Locale.ROOT).contains(wanted)))
                .toList()));
        list.getSelectionModel().select(Math.max(0, Math.min(at, list.getItems().size() - 1)));
    }

    private void record() {
        selected().ifPresent(c -> {
            recording = Optional.of(c.id());
            say.setText(Messages.get("keys.press", c.title()));
            list.requestFocus();
        });
    }

    private void pressed(KeyEvent e) {
        if (recording.isEmpty()) {
            if (e.getCode() == KeyCode.ENTER && list.isFocused()) {
                e.consume();
                record();
            } else if (e.getCode() == KeyCode.ESCAPE && list.isFocused()) {
                e.consume();
                getScene().getWindow().hide();
            }
            return;
        }
        if (e.getCode().isModifierKey()) {
            return;
        }
        e.consume();
        String id = recording.orElseThrow();
        KeyCombination pressed = combination(e);
        Optional<Keys.Command> owner = keys.owner(pressed).filter(c -> !c.id().equals(id));
        recording = Optional.empty();
        give(List.of(pressed));
        owner.ifPresent(c -> say.setText(Messages.get("keys.taken", Keys.shown(pressed), c.title())));
    }

    private static KeyCombination combination(KeyEvent e) {
        return new KeyCodeCombination(
                e.getCode(),
                modifier(e.isShiftDown()),
                modifier(e.isControlDown()),
                modifier(e.isAltDown()),
                modifier(e.isMetaDown()),
                ModifierValue.UP);
    }

    private static ModifierValue modifier(boolean down) {
        return down ? ModifierValue.DOWN : ModifierValue.UP;
    }

    private void give(List<KeyCombination> wanted) {
        selected().ifPresent(c -> {
            keys.rebind(c.id(), wanted);
            say.setText(
                    Messages.get("keys.done", c.title(), keys.command(c.id()).keysText()));
            show();
        });
    }

    private static final class CommandCell extends ListCell<Keys.Command> {
        @Override
        protected void updateItem(Keys.Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label shortcut = new Label(command.keysText());
            shortcut.getStyleClass().add("shortcut");
            HBox line = new HBox(8, new Label(command.title()), gap, shortcut);
            line.setAlignment(Pos.CENTER_LEFT);
            setAccessibleText(command.title() + " " + command.keysText());
            setGraphic(line);
        }
    }
}
