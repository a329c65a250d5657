package org.tapescript.ui.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tapescript.language.LanguagePacks;
import org.tapescript.ui.common.LanguageBox;
import org.tapescript.ui.common.LexiconBox;
import org.tapescript.ui.common.Messages;

/** Says of which recordings a project is made, and in which languages they and the text are. */
final class ChoicesBar extends FlowPane {
    private final ImportChoices choices;
    private final Button tapes = new Button();

    /**
     * @param models languages that there are models for
     * @param ask asks for other recordings
     * @param lexicon asks for pronunciations
     */
    ChoicesBar(
            ImportChoices choices,
            List<String> models,
            Function<ImportChoices.Tapes, Optional<ImportChoices.Tapes>> ask,
            LexiconBox lexicon) {
        super(14, 6);
        this.choices = choices;
        setRowValignment(VPos.CENTER);
        setMinWidth(0);
        tapes.setId("choose-tapes");
        tapes.setWrapText(true);
        tapes.setMnemonicParsing(false);
        tapes.setOnAction(e -> ask.apply(choices.tapes()).ifPresent(choices.tapesProperty()::set));
        choices.tapesProperty().addListener(o -> name());
        name();
        if (!models.isEmpty() && !models.contains(choices.languageProperty().get())) {
            choices.languageProperty().set(models.get(0));
        }
        List<String> first = new ArrayList<>(models);
        first.add(LanguagePacks.AUTO);
        first.add(LanguagePacks.NONE);
        LanguageBox language = new LanguageBox(first);
        language.setId("language");
        language.setAccessibleText(Messages.get("import.language"));
        language.valueProperty().bindBidirectional(choices.languageProperty());
        CheckBox translated = new CheckBox(Messages.get("import.isTranslation"));
        translated.setId("translated");
        translated.setMinWidth(Region.USE_PREF_SIZE);
        translated.selectedProperty().bindBidirectional(choices.translatedProperty());
        LanguageBox written = new LanguageBox(List.of(LanguageBox.SAME));
        written.setId("text-language");
        written.setAccessibleText(Messages.get("import.textLanguage"));
        written.valueProperty().bindBidirectional(choices.textLanguageProperty());
        lexicon.lexiconProperty().bindBidirectional(choices.lexiconProperty());
        getChildren()
                .addAll(
                        tapes,
                        labelled("import.language", language),
                        translated,
                        labelled("import.textLanguage", written),
                        labelled("lexicon", lexicon));
        // What would be wider than the window is as wide as it.
        getChildren().forEach(n -> ((Region) n).maxWidthProperty().bind(widthProperty()));
    }

    private void name() {
        tapes.setText(Messages.get(
                "import.tapes",
                choices.tapes().files().stream()
                        .map(f -> f.getFileName().toString())
                        .collect(Collectors.joining(" + "))));
    }

    private static HBox labelled(String key, Node control) {
        Label label = new Label(Messages.get(key));
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox pair = new HBox(6, label, control);
        pair.setAlignment(Pos.CENTER_LEFT);
        pair.setMinWidth(0);
        return pair;
    }
}
