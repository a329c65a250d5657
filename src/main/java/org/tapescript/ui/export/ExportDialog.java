package org.tapescript.ui.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.tapescript.domain.Cue;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.Format;
import org.tapescript.format.Formats;
import org.tapescript.format.Timebase;
import org.tapescript.format.page.PageOptions;
import org.tapescript.session.EditorSession;
import org.tapescript.storage.AtomicFile;
import org.tapescript.subtitle.CueBuilder;
import org.tapescript.subtitle.CueCheck;
import org.tapescript.subtitle.CuePresets;
import org.tapescript.subtitle.CueRules;
import org.tapescript.ui.common.Appearance;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.FilePicker;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Settings;
import org.tapescript.ui.common.SubtitleRules;
import org.tapescript.ui.common.WrappingCell;
import org.tapescript.ui.player.PlayerModel;

/** Writes what is on the screen in one of the formats; subtitles are shown as they will be, with the rules they break. */
public final class ExportDialog {
    private final EditorSession session;
    private final PlayerModel player;
    private final Settings settings;
    private final FilePicker files;
    private final Appearance appearance;
    private final Stage stage = new Stage();
    private final ComboBox<String> format = new ComboBox<>();
    private final ComboBox<String> preset = new ComboBox<>();
    private final CheckBox names = new CheckBox(Messages.get("export.names"));
    private final CheckBox words = new CheckBox(Messages.get("export.words"));
    private final CheckBox twoSpeakers = new CheckBox(Messages.get("export.twoSpeakers"));
    private final TextField lineLength;
    private final TextField lines;
    private final TextField speed;
    private final TextField shortest;
    private final TextField longest;
    private final TextField frameRate;
    private final Label summary = new Label();
    private final Label outcome = new Label();
    private final ObservableList<Cue> cues = FXCollections.observableArrayList();
    private CueRules rules;
    /** Whether what is selected is selected by the tape and not by the user. */
    private boolean following;

    public ExportDialog(
            EditorSession session, PlayerModel player, Settings settings, FilePicker files, Appearance appearance) {
        this.session = session;
        this.player = player;
        this.settings = settings;
        this.files = files;
        this.appearance = appearance;
        this.rules = SubtitleRules.chosen(settings);
        format.getItems().addAll(Formats.writable());
        format.setId("export-format");
        format.setValue(settings.get("export.format", "srt"));
        preset.getItems().addAll(CuePresets.names());
        preset.setId("export-preset");
        preset.setPromptText(Messages.get("export.ownRules"));
        preset.setAccessibleText(Messages.get("export.preset"));
        preset.setOnAction(e -> CuePresets.named(preset.getValue()).ifPresent(this::fill));
        lineLength = field("export.lineLength", String.valueOf(CueRules.DEFAULT.lineLength()));
        lines = field("export.lines", String.valueOf(CueRules.DEFAULT.lines()));
        speed = field("export.speed", String.valueOf((int) CueRules.DEFAULT.charactersPerSecond()));
        shortest = field("export.shortest", String.format(Locale.ROOT, "%.2f", CueRules.DEFAULT.minSeconds()));
        longest = field("export.longest", String.format(Locale.ROOT, "%.0f", CueRules.DEFAULT.maxSeconds()));
        frameRate = field("export.frameRate", "0");
        GridPane options = new GridPane(10, 8);
        options.addRow(0, new Label(Messages.get("export.format")), format);
        options.addRow(1, new Label(Messages.get("export.preset")), preset);
        options.addRow(2, new Label(Messages.get("export.lineLength")), lineLength);
        options.addRow(3, new Label(Messages.get("export.lines")), lines);
        options.addRow(4, new Label(Messages.get("export.speed")), speed);
        options.addRow(5, new Label(Messages.get("export.shortest")), shortest);
        options.addRow(6, new Label(Messages.get("export.longest")), longest);
        options.addRow(7, new Label(Messages.get("export.frameRate")), frameRate);
        twoSpeakers.setSelected(settings.flag("export.twoSpeakers", CueRules.DEFAULT.twoSpeakers()));
        twoSpeakers.setOnAction(e -> preview());
        options.add(twoSpeakers, 0, 8, 2, 1);
        options.add(names, 0, 9, 2, 1);
        options.add(words, 0, 10, 2, 1);
        Button save = new Button(Messages.get("export.save"));
        save.setId("export-save");
        save.setDefaultButton(true);
        save.setOnAction(e -> choose());
        Button close = new Button(Messages.get("export.close"));
        close.setCancelButton(true);
        close.setOnAction(e -> stage.close());
        outcome.setId("export-outcome");
        outcome.setWrapText(true);
        outcome.setMaxWidth(280);
        outcome.setMinHeight(Label.USE_PREF_SIZE);
        save.setMinWidth(Button.USE_PREF_SIZE);
        close.setMinWidth(Button.USE_PREF_SIZE);
        VBox left = new VBox(12, options, new HBox(8, save, close), outcome);
        left.setPadding(new Insets(16));
        ListView<Cue> preview = new ListView<>(cues);
        preview.setId("export-preview");
        preview.setAccessibleText(Messages.get("export.preview"));
        preview.setPrefWidth(460);
        preview.setCellFactory(v -> new CueCell());
        preview.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> {
            if (now != null && !following) {
                player.seek(now.time().startSeconds());
            }
        });
        ChangeListener<Number> follow = (o, was, now) -> follow(preview, now.doubleValue());
        player.positionProperty().addListener(follow);
        stage.setOnHidden(e -> player.positionProperty().removeListener(follow));
        summary.setWrapText(true);
        summary.setMinHeight(Label.USE_PREF_SIZE);
        summary.getStyleClass().add("pane-title");
        BorderPane right = new BorderPane(preview);
        right.setTop(summary);
        BorderPane.setMargin(summary, new Insets(16, 12, 8, 12));
        BorderPane root = new BorderPane(right);
        root.setLeft(left);
        Scene scene = new Scene(root, 820, 520);
        appearance.style(scene);
        stage.setScene(scene);
        stage.setTitle(Messages.get("export.title"));
        format.setOnAction(e -> show());
        preview();
    }

    /** Shows the subtitle that is on while the tape plays. */
    private void follow(ListView<Cue> preview, double seconds) {
        int at = Collections.binarySearch(
                cues.stream().map(c -> c.time().startSeconds()).toList(), seconds);
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

    private TextField field(String key, String value) {
        TextField field = new TextField(settings.get(key, value));
        field.setId(key.replace('.', '-'));
        field.setPrefColumnCount(5);
        field.textProperty().addListener(o -> preview());
        return field;
    }

    /** Shows the dialog over a window. */
    public void show(Window owner) {
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.show();
    }

    private void show() {
        boolean subtitles = Formats.writable(format.getValue()).orElseThrow().isSubtitles();
        for (Control c : List.of(preset, lineLength, lines, speed, shortest, longest, frameRate, twoSpeakers)) {
            c.setDisable(!subtitles);
        }
        names.setDisable(!format.getValue().equals("srt"));
    }

    private void fill(CueRules chosen) {
        lineLength.setText(String.valueOf(chosen.lineLength()));
        lines.setText(String.valueOf(chosen.lines()));
        speed.setText(String.valueOf((int) chosen.charactersPerSecond()));
        shortest.setText(String.format(Locale.ROOT, "%.2f", chosen.minSeconds()));
        longest.setText(String.format(Locale.ROOT, "%.0f", chosen.maxSeconds()));
        frameRate.setText(String.valueOf((int) chosen.frameRate()));
        twoSpeakers.setSelected(chosen.twoSpeakers());
        rules = chosen;
        preview();
    }

    private void preview() {
        try {
            rules = new CueRules(
                    Integer.parseInt(lineLength.getText().strip()),
                    Integer.parseInt(lines.getText().strip()),
                    Double.parseDouble(speed.getText().strip()),
                    rules.wordsPerMinute(),
                    Double.parseDouble(shortest.getText().strip()),
                    Double.parseDouble(longest.getText().strip()),
                    rules.gapSeconds(),
                    Double.parseDouble(frameRate.getText().strip()),
                    twoSpeakers.isSelected());
        } catch (IllegalArgumentException e) {
            summary.setText(Messages.get("export.badRules"));
            return;
        }
        cues.setAll(new CueBuilder(rules).build(session.transcript()));
        long breaches =
                cues.stream().filter(c -> !CueCheck.of(c, rules).isEmpty()).count();
        summary.setText(Messages.get("export.summary", cues.size(), breaches));
        show();
    }

    private void choose() {
        Path project = session.project().toAbsolutePath();
        String name = project.getFileName().toString().replaceFirst("\\.tapescript$", "");
        files.save(
                        stage,
                        Messages.get("export.title"),
                        project.resolveSibling(name + "."
                                + Formats.writable(format.getValue())
                                        .orElseThrow()
                                        .extension()))
                .filter(typed -> named(typed).equals(typed) || mayReplace(named(typed)))
                .map(this::named)
                .ifPresent(this::write);
    }

    /** A name typed without an extension gets the format's. */
    private Path named(Path file) {
        String name = file.getFileName().toString();
        return name.matches(".*\\.[A-Za-z0-9]{1,8}")
                ? file
                : file.resolveSibling(name + "."
                        + Formats.writable(format.getValue()).orElseThrow().extension());
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

    /** The next export begins with the same rules. */
    private void remember() {
        settings.put("export.format", format.getValue());
        SubtitleRules.choose(settings, rules);
    }

    private void write(Path file) {
        try {
            ExportOptions options = new ExportOptions(
                    rules, names.isSelected(), words.isSelected(), false, Timebase.MEDIA, PageOptions.DEFAULT);
            Format chosen = Formats.writable(format.getValue()).orElseThrow();
            AtomicFile.writeBytes(file, out -> chosen.write(session.transcript(), options, out));
            remember();
            String loses = chosen.loses(session.transcript());
            outcome.setText(Messages.get("export.done", file)
                    + (loses.isEmpty() ? "" : "\n" + Messages.get("export.loses", loses))
                    + (session.transcript().isPlaced() ? "\n" + Messages.get("export.placed") : ""));
        } catch (IOException e) {
            outcome.setText(Failures.message(e));
        }
    }

    private static String reason(CueCheck.Finding f) {
        return Messages.get("breach.why." + f.breach().name().toLowerCase(Locale.ROOT), f.found(), f.allowed());
    }

    private final class CueCell extends WrappingCell<Cue> {
        @Override
        protected void updateItem(Cue cue, boolean empty) {
            super.updateItem(cue, empty);
            if (empty || cue == null) {
                setGraphic(null);
                return;
            }
            Label head = new Label(Clock.tenths(cue.time().startSeconds()) + " – "
                    + Clock.tenths(cue.time().endSeconds()) + "  " + cue.speakers());
            head.getStyleClass().add("hint");
            VBox box = new VBox(1, head, new Label(String.join("\n", cue.lines())));
            List<CueCheck.Finding> breaches = CueCheck.findings(cue, rules);
            if (!breaches.isEmpty()) {
                Label label = new Label(breaches.stream()
                        .map(b -> Messages.get("breach." + b.breach().name().toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(", ")));
                label.setTooltip(
                        new Tooltip(breaches.stream().map(ExportDialog::reason).collect(Collectors.joining("\n"))));
                label.getStyleClass().add("breach");
                box.getChildren().add(label);
            }
            setGraphic(box);
        }
    }
}
