package org.tapescript.ui.common;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;
import org.tapescript.domain.OwnPronunciation;
import org.tapescript.workflow.Lexicons;

/** How words are said that no dictionary has, out of a file of the user's. */
public final class LexiconBox extends MenuButton {
    private final ObjectProperty<List<OwnPronunciation>> lexicon = new SimpleObjectProperty<>(List.of());

    /**
     * @param owner over which files are asked for
     * @param say told why a file cannot be taken; the empty text once one could
     */
    public LexiconBox(FilePicker files, Supplier<Window> owner, Consumer<String> say) {
        setId("lexicon");
        MenuItem choose = new MenuItem(Messages.get("lexicon.choose"));
        choose.setId("lexicon-choose");
        choose.setOnAction(
                e -> files.open(owner.get(), Messages.get("lexicon.title"), Optional.empty(), Optional.empty())
                        .ifPresent(f -> read(f, say)));
        MenuItem none = new MenuItem(Messages.get("lexicon.none"));
        none.setOnAction(e -> lexicon.set(List.of()));
        none.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> lexicon.get().isEmpty(), lexicon));
        getItems().setAll(choose, none);
        textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.get("lexicon.words", lexicon.get().size()), lexicon));
        accessibleTextProperty().bind(Bindings.concat(Messages.get("lexicon"), ": ", textProperty()));
    }

    private void read(Path file, Consumer<String> say) {
        try {
            lexicon.set(Lexicons.read(List.of(file)));
            say.accept("");
        } catch (IOException e) {
            say.accept(Failures.message(e));
        }
    }

    public ObjectProperty<List<OwnPronunciation>> lexiconProperty() {
        return lexicon;
    }
}
