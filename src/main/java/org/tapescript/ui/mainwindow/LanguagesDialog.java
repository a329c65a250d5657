package org.tapescript.ui.mainwindow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.tapescript.domain.SyncBasis;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.language.LanguagePacks;
import org.tapescript.ui.common.FilePicker;
import org.tapescript.ui.common.LanguageBox;
import org.tapescript.ui.common.LexiconBox;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Prompts;
import org.tapescript.ui.common.TrackBox;
import org.tapescript.workflow.TapeSync;

/** Asks in which languages a project's tape and text are, and which track of the sound is taken. */
final class LanguagesDialog {
    private final Dialog<TapeJobs.Chosen> dialog = new Dialog<>();
    private final LanguageBox language;
    private final CheckBox translated = new CheckBox(Messages.get("import.isTranslation"));
    private final LanguageBox written = new LanguageBox(List.of(LanguageBox.SAME));
    private final TrackBox track;
    private final LexiconBox lexicon;
    private final SyncedTranscript now;
    private final OptionalInt taken;

    /** @param models languages that there are models for */
    LanguagesDialog(Prompts prompts, FilePicker files, List<String> models, SyncedTranscript now) {
        this.now = now;
        this.taken = now.recordings().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(now.recordings().get(0).track());
        List<String> first = new ArrayList<>(models);
        first.add(LanguagePacks.NONE);
        language = new LanguageBox(first);
        language.setId("project-language");
        language.setValue(now.language());
        translated.setId("project-translated");
        translated.setSelected(now.isPlaced());
        translated.setMinWidth(Region.USE_PREF_SIZE);
        written.setId("project-text-language");
        written.setValue(now.basis().textLanguage().orElse(LanguageBox.SAME));
        track = new TrackBox(taken);
        Label refused = new Label();
        refused.setId("lexicon-refused");
        refused.getStyleClass().add("breach");
        refused.setWrapText(true);
        refused.managedProperty().bind(refused.textProperty().isNotEmpty());
        lexicon = new LexiconBox(files, () -> dialog.getDialogPane().getScene().getWindow(), refused::setText);
        lexicon.lexiconProperty().set(now.basis().lexicon());
        GridPane grid = new GridPane(12, 10);
        row(grid, 0, "import.language", language);
        grid.add(translated, 1, 1);
        row(grid, 2, "import.textLanguage", written);
        row(grid, 3, "tapes.track", track);
        row(grid, 4, "lexicon", lexicon);
        grid.add(refused, 0, 5, 2, 1);
        prompts.prepare(dialog, Messages.get("languages.title"));
        dialog.setTitle(Messages.get("command.languages"));
        dialog.getDialogPane().setContent(grid);
        ButtonType sync = new ButtonType(Messages.get("languages.sync"), ButtonBar.ButtonData.OK_DONE);
        ButtonType leave = new ButtonType(Messages.get("revise.leave"), ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().setAll(sync, leave);
        Prompts.whole(dialog);
        dialog.setResultConverter(pressed -> pressed == sync ? chosen() : null);
    }

    private static void row(GridPane grid, int row, String key, Node control) {
        Label label = new Label(Messages.get(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        grid.addRow(row, label, control);
    }

    private TapeJobs.Chosen chosen() {
        SyncBasis basis = TapeSync.basis(language.getValue(), translated.isSelected())
                .withTextLanguage(Optional.of(written.getValue()).filter(t -> !t.equals(LanguageBox.SAME)))
                .withLexicon(lexicon.lexiconProperty().get());
        return new TapeJobs.Chosen(basis, track.track().equals(taken) ? OptionalInt.empty() : track.track());
    }

    /** Empty if all stays as it is. */
    Optional<TapeJobs.Chosen> ask() {
        return dialog.showAndWait();
    }
}
