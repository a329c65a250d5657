package org.tapescript.ui.common;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceDialog;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Dialog;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputDialog;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/** Small questions to the user, over a window. An answer is empty if there was none. */
public final class Prompts {
    private final Supplier<Window> owner;
    private final Appearance appearance;

    public Prompts(Supplier<Window> owner, Appearance appearance) {
        this.owner = owner;
        this.appearance = appearance;
    }

    /** @param does what the button says that takes the text */
    public Optional<String> text(String title, String value, String does) {
        TextInputDialog dialog = new TextInputDialog(value);
        prepare(dialog, title);
        buttons(dialog, does);
        return dialog.showAndWait().map(String::strip).filter(s -> !s.isEmpty());
    }

    public Optional<String> choice(String title, String first, List<String> choices) {
        ChoiceDialog<String> dialog = new ChoiceDialog<>(first, choices);
        prepare(dialog, title);
        buttons(dialog, Messages.get("prompt.choose"));
        return dialog.showAndWait();
    }

    /** Asks before two speakers become one, which no renaming takes apart again. */
    public boolean mayMerge(String from, String into) {
        return yes(
                Messages.get("rename.mergeAsk", from, into), Messages.get("rename.merge"), Messages.get("rename.keep"));
    }

    /**
     * Asks whether to do something.
     *
     * @param does what the button says that does it
     * @param leaves what the button says that leaves everything as it is
     */
    public boolean yes(String question, String does, String leaves) {
        Dialog<ButtonType> dialog = new Dialog<>();
        prepare(dialog, question);
        ButtonType yes = new ButtonType(does, ButtonBar.ButtonData.LEFT);
        ButtonType no = new ButtonType(leaves, ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().addAll(yes, no);
        whole(dialog);
        return dialog.showAndWait().filter(yes::equals).isPresent();
    }

    /** Says in the window's language what the buttons do, which the toolkit would say in the system's. */
    private static void buttons(Dialog<?> dialog, String does) {
        ((Button) dialog.getDialogPane().lookupButton(ButtonType.OK)).setText(does);
        ((Button) dialog.getDialogPane().lookupButton(ButtonType.CANCEL)).setText(Messages.get("revise.leave"));
        whole(dialog);
    }

    /** Lets buttons of a dialog be as wide as what they say. */
    public static void whole(Dialog<?> dialog) {
        for (ButtonType type : dialog.getDialogPane().getButtonTypes()) {
            Button button = (Button) dialog.getDialogPane().lookupButton(type);
            ButtonBar.setButtonUniformSize(button, false);
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
    }

    /** Closes a dialog by Escape where a list or a box of choices has the focus too: they keep that key to themselves, used or not. */
    public static void closeByEscape(Parent content, Runnable close) {
        content.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            boolean unused = e.getTarget() instanceof ListView<?>
                    || e.getTarget() instanceof ComboBoxBase<?> box && !box.isShowing();
            if (e.getCode() == KeyCode.ESCAPE && unused) {
                e.consume();
                close.run();
            }
        });
    }

    /** Gives a dialog its title, its looks and its place over the window. */
    public void prepare(Dialog<?> dialog, String title) {
        dialog.initOwner(owner.get());
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.setGraphic(null);
        appearance.style(dialog.getDialogPane());
        closeByEscape(dialog.getDialogPane(), dialog::close);
    }
}
