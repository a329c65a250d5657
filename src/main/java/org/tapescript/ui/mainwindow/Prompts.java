package org.tapescript.ui.mainwindow;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceDialog;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextInputDialog;
import javafx.stage.Window;
import org.tapescript.ui.common.Appearance;
import org.tapescript.ui.common.Messages;

/** Small questions to the user, over a window. An answer is empty if there was none. */
final class Prompts {
    private final Supplier<Window> owner;
    private final Appearance appearance;

    Prompts(Supplier<Window> owner, Appearance appearance) {
        this.owner = owner;
        this.appearance = appearance;
    }

    Optional<String> text(String title, String value) {
        TextInputDialog dialog = new TextInputDialog(value);
        prepare(dialog, title);
        return dialog.showAndWait().map(String::strip).filter(s -> !s.isEmpty());
    }

    Optional<String> choice(String title, String first, List<String> choices) {
        ChoiceDialog<String> dialog = new ChoiceDialog<>(first, choices);
        prepare(dialog, title);
        return dialog.showAndWait();
    }

    /** Asks before two speakers become one, which no renaming takes apart again. */
    boolean mayMerge(String from, String into) {
        Dialog<ButtonType> dialog = new Dialog<>();
        prepare(dialog, Messages.get("rename.mergeAsk", from, into));
        ButtonType merge = new ButtonType(Messages.get("rename.merge"), ButtonBar.ButtonData.LEFT);
        ButtonType keep = new ButtonType(Messages.get("rename.keep"), ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().addAll(merge, keep);
        return dialog.showAndWait().filter(merge::equals).isPresent();
    }

    private void prepare(Dialog<?> dialog, String title) {
        dialog.initOwner(owner.get());
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.setGraphic(null);
        appearance.style(dialog.getDialogPane());
    }
}
