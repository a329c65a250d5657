package org.tapescript.ui.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.tapescript.domain.Cue;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.Format;
import org.tapescript.format.Formats;
import org.tapescript.session.EditorSession;
import org.tapescript.storage.AtomicFile;
import org.tapescript.subtitle.CueBuilder;
import org.tapescript.subtitle.CueCheck;
import org.tapescript.ui.common.Appearance;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.FilePicker;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Prompts;
import org.tapescript.ui.common.Settings;
import org.tapescript.ui.player.PlayerModel;

/** Writes what is on the screen in one of the formats; subtitles are shown as they will be, with the rules they break. */
public final class ExportDialog {
    private final EditorSession session;
    private final PlayerModel player;
    private final Consumer<String> reveal;
    private final Settings settings;
    private final FilePicker files;
    private final Appearance appearance;
    private final Stage stage = new Stage();
    private final FormatBox format;
    private final OptionsPane choices;
    private final Label summary = new Label();
    private final Label outcome = new Label();
    private final ObservableList<Cue> cues = FXCollections.observableArrayList();
    private final ListView<Cue> preview = new ListView<>(cues);
    private ExportOptions options = ExportOptions.DEFAULT;
    /** Whether what is selected is selected by the tape and not by the user. */
    private boolean following;

    /** @param reveal shows a word in the text, by its id */
    public ExportDialog(
            EditorSession session,
            PlayerModel player,
            Consumer<String> reveal,
            Settings settings,
            FilePicker files,
            Appearance appearance) {
        this.session = session;
        this.player = player;
        this.reveal = reveal;
        this.settings = settings;
        this.files = files;
        this.appearance = appearance;
        this.format = new FormatBox(settings.get("export.format", "srt"));
        this.choices = new OptionsPane(settings, session.project(), this::show);
        Label label = new Label(Messages.get("export.format"));
        label.setLabelFor(format);
        format.setMaxWidth(Double.MAX_VALUE);
        Button save = new Button(Messages.get("export.save"));
        save.setId("export-save");
        save.setDefaultButton(true);
        save.getStyleClass().add("accent");
        save.setOnAction(e -> choose());
        Button close = new Button(Messages.get("export.close"));
        close.setCancelButton(true);
        close.setOnAction(e -> stage.close());
        outcome.setId("export-outcome");
        outcome.setWrapText(true);
        outcome.setMaxWidth(300);
        outcome.setMinHeight(Label.USE_PREF_SIZE);
        save.setMinWidth(Button.USE_PREF_SIZE);
        close.setMinWidth(Button.USE_PREF_SIZE);
        ScrollPane scrolling = new ScrollPane(choices);
        scrolling.setFitToWidth(true);
        scrolling.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scrolling, Priority.ALWAYS);
        VBox left = new VBox(10, label, format, scrolling, new FlowPane(8, 8, save, close), outcome);
        left.setPadding(new Insets(16));
        left.setMinWidth(VBox.USE_PREF_SIZE);
        BorderPane root = new BorderPane(right());
        root.setLeft(left);
        Prompts.closeByEscape(root, stage::close);
        Scene scene = new Scene(root, 900, 620);
        appearance.style(scene);
        stage.setScene(scene);
        stage.setTitle(Messages.get("export.title"));
        format.setOnAction(e -> show());
        show();
    }

    private BorderPane right() {
        preview.setId("export-preview");
        preview.setAccessibleText(Messages.get("export.preview"));
        preview.setPrefWidth(460);
        preview.setCellFactory(v -> new CueCell(() -> options.rules()));
        preview.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> {
            if (now != null && !following) {
                player.seek(options.timebase().media(now.time().startSeconds()));
                reveal.accept(now.parts().get(0).words().get(0).id());
            }
        });
        ChangeListener<Number> follow = (o, was, now) -> follow(now.doubleValue());
        player.positionProperty().addListener(follow);
        stage.setOnHidden(e -> player.positionProperty().removeListener(follow));
        summary.setId("export-summary");
        summary.setWrapText(true);
        summary.setMinHeight(Label.USE_PREF_SIZE);
        summary.getStyleClass().add("pane-title");
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        BorderPane right = new BorderPane(preview);
        right.setTop(summary);
        BorderPane.setMargin(summary, new Insets(16, 12, 8, 12));
        return right;
    }

    /** Shows the subtitle that is on while the tape plays. */
    private void follow(double seconds) {
        int at = Collections.binarySearch(
                cues.stream()
                        .map(c -> options.timebase().media(c.time().startSeconds()))
                        .toList(),
                seconds);
        int shown = at >= 0 ? at : -at - 2;
        if (player.playingProperty().get()
                && shown >= 0
                && shown != preview.getSelectionModel().getSelectedIndex()) {
            following = true;
            preview.getSelectionModel().clearAndSelect(shown);
            preview.scrollTo(Math.max(0, shown - 2));
            following = false;
        }
    }

    /** Shows the dialog over a window. */
    public void show(Window owner) {
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.show();
    }

    private Format format() {
        return Formats.writable(format.getValue()).orElseThrow();
    }

    /** Shows what can be chosen, and what comes of it. */
    private void show() {
        choices.show(format.getValue());
        boolean subtitles = format().isSubtitles();
        preview.setVisible(subtitles);
        try {
            options = choices.options();
        } catch (IllegalArgumentException e) {
            summary.setText(Messages.get("export.badRules"));
            return;
        }
        if (!subtitles) {
            String loses = losses(options);
            summary.setText(loses.isEmpty() ? Messages.get("export.all") : Messages.get("export.loses", loses));
            return;
        }
        cues.setAll(new CueBuilder(options.rules()).build(options.timebase().apply(session.transcript())));
        long breaches = cues.stream()
                .filter(c -> !CueCheck.of(c, options.rules()).isEmpty())
                .count();
        summary.setText(Messages.get("export.summary", cues.size(), breaches));
    }

    /** What the file will not hold, in the window's language. */
    private String losses(ExportOptions options) {
        return format().loses(session.transcript(), options).stream()
                .map(l -> Messages.get("loss." + l))
                .collect(Collectors.joining(", "));
    }

    private void choose() {
        Path project = session.project().toAbsolutePath();
        String name = project.getFileName().toString().replaceFirst("\\.tapescript$", "");
        files.save(stage, Messages.get("export.title"), project.resolveSibling(name + "." + format().extension()))
                .filter(typed -> named(typed).equals(typed) || mayReplace(named(typed)))
                .map(this::named)
                .ifPresent(this::write);
    }

    /** A name typed without an extension gets the format's. */
    private Path named(Path file) {
        String name = file.getFileName().toString();
        return name.matches(".*\\.[A-Za-z0-9]{1,8}") ? file : file.resolveSibling(name + "." + format().extension());
    }

    /** The desktop's dialog asked about the name that was typed, not about the one with an extension. */
    private boolean mayReplace(Path file) {
        if (!Files.exists(file)) {
            return true;
        }
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, Messages.get("export.replaceAsk", file));
        alert.initOwner(stage);
        alert.setHeaderText(null);
        ButtonType replace = new ButtonType(Messages.get("export.replace"), ButtonBar.ButtonData.LEFT);
        ButtonType keep = new ButtonType(Messages.get("export.keep"), ButtonBar.ButtonData.CANCEL_CLOSE);
        alert.getButtonTypes().setAll(replace, keep);
        appearance.style(alert.getDialogPane());
        return alert.showAndWait().filter(replace::equals).isPresent();
    }

    private void write(Path file) {
        try {
            ExportOptions chosen = choices.options();
            AtomicFile.writeBytes(file, out -> format().write(session.transcript(), chosen, out));
            settings.put("export.format", format.getValue());
            choices.remember();
            String loses = losses(chosen);
            outcome.setText(Messages.get("export.done", file)
                    + (loses.isEmpty() ? "" : "\n" + Messages.get("export.loses", loses))
                    + (session.transcript().isPlaced() ? "\n" + Messages.get("export.placed") : ""));
        } catch (IllegalArgumentException e) {
            outcome.setText(Messages.get("export.badRules"));
        } catch (IOException e) {
            outcome.setText(Failures.message(e));
        }
    }
}
