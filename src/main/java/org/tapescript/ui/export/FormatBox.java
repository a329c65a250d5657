package org.tapescript.ui.export;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.tapescript.ui.common.Messages;

/** A format to be chosen by name, group after group. */
final class FormatBox extends ComboBox<String> {
    FormatBox(String now) {
        setId("export-format");
        setAccessibleText(Messages.get("export.format"));
        getItems().setAll(FormatGroup.all());
        setVisibleRowCount(14);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(String format) {
                return format == null ? "" : FormatGroup.name(format);
            }

            @Override
            public String fromString(String shown) {
                throw new UnsupportedOperationException("formats are chosen, not typed");
            }
        });
        setCellFactory(list -> new FormatCell());
        setValue(getItems().contains(now) ? now : getItems().get(0));
    }

    private static final class FormatCell extends ListCell<String> {
        @Override
        protected void updateItem(String format, boolean empty) {
            super.updateItem(format, empty);
            if (empty || format == null) {
                setGraphic(null);
                return;
            }
            VBox box = new VBox(2);
            FormatGroup group = FormatGroup.of(format);
            if (group.formats().get(0).equals(format)) {
                Label title = new Label(group.title());
                title.getStyleClass().add("pane-title");
                box.getChildren().add(title);
            }
            box.getChildren().add(new Label(FormatGroup.name(format)));
            setGraphic(box);
            setAccessibleText(group.title() + ": " + FormatGroup.name(format));
        }
    }
}
