package org.tapescript.ui.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerExpression;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.tapescript.ui.common.Appearance;
import org.tapescript.ui.common.FilePicker;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Prompts;
import org.tapescript.ui.common.TrackBox;

/** Asks for the recordings of one interview, in order, and which track of their sound is taken. */
final class TapesDialog {
    private final Dialog<ImportChoices.Tapes> dialog = new Dialog<>();
    private final ListView<Path> list = new ListView<>();
    private final TrackBox track;
    private final FilePicker files;

    TapesDialog(ImportChoices.Tapes now, FilePicker files, Appearance appearance, Window owner) {
        this.files = files;
        this.track = new TrackBox(now.track());
        list.setId("tapes");
        list.setAccessibleText(Messages.get("tapes.title"));
        list.getItems().setAll(now.files());
        list.setCellFactory(v -> new TapeCell());
        list.getSelectionModel().selectFirst();
        list.getStyleClass().add("tapes");
        IntegerExpression at =
                IntegerExpression.integerExpression(list.getSelectionModel().selectedIndexProperty());
        Button up = button("tapes.up", () -> move(-1));
        up.disableProperty().bind(at.lessThan(1));
        Button down = button("tapes.down", () -> move(1));
        down.disableProperty()
                .bind(at.lessThan(0)
                        .or(at.isEqualTo(Bindings.size(list.getItems()).subtract(1))));
        Button remove = button("tapes.remove", () -> list.getItems().remove(at.get()));
        remove.disableProperty()
                .bind(at.lessThan(0).or(Bindings.size(list.getItems()).lessThan(2)));
        FlowPane buttons = new FlowPane(8, 8, button("tapes.add", this::add), up, down, remove);
        Label chosen = new Label(Messages.get("tapes.track"));
        chosen.setLabelFor(track);
        HBox row = new HBox(8, chosen, track);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        VBox foot = new VBox(12, buttons, row);
        foot.setStyle("-fx-padding: 10 0 0 0;");
        BorderPane content = new BorderPane(list);
        content.setBottom(foot);
        dialog.initOwner(owner);
        dialog.setTitle(Messages.get("tapes.title"));
        dialog.setHeaderText(Messages.get("tapes.hint"));
        dialog.setGraphic(null);
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(content);
        ButtonType use = new ButtonType(Messages.get("tapes.use"), ButtonBar.ButtonData.OK_DONE);
        ButtonType leave = new ButtonType(Messages.get("tapes.leave"), ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().setAll(use, leave);
        dialog.setResultConverter(pressed -> pressed == use ? chosen() : null);
        appearance.style(dialog.getDialogPane());
        Prompts.closeByEscape(dialog.getDialogPane(), dialog::close);
        for (ButtonType type : List.of(use, leave)) {
            Node node = dialog.getDialogPane().lookupButton(type);
            ButtonBar.setButtonUniformSize(node, false);
            ((Button) node).setMinWidth(Region.USE_PREF_SIZE);
        }
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(Messages.get(key));
        button.setId(key.replace('.', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    private void add() {
        files.openMany(dialog.getDialogPane().getScene().getWindow(), Messages.get("welcome.chooseTape")).stream()
                .filter(f -> !list.getItems().contains(f))
                .forEach(list.getItems()::add);
    }

    private void move(int by) {
        int at = list.getSelectionModel().getSelectedIndex();
        Path tape = list.getItems().remove(at);
        list.getItems().add(at + by, tape);
        list.getSelectionModel().clearAndSelect(at + by);
    }

    private ImportChoices.Tapes chosen() {
        return new ImportChoices.Tapes(list.getItems(), track.track());
    }

    /** Empty if they stay as they are. */
    Optional<ImportChoices.Tapes> ask() {
        return dialog.showAndWait();
    }

    private static final class TapeCell extends ListCell<Path> {
        @Override
        protected void updateItem(Path tape, boolean empty) {
            super.updateItem(tape, empty);
            setText(
                    empty
                            ? null
                            : Messages.get(
                                    "tapes.row", getIndex() + 1, tape.getFileName(), String.valueOf(tape.getParent())));
        }
    }
}
