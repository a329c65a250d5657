package org.tapescript.ui.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.audio.play.AudioOutput;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.job.CancellationToken;
import org.tapescript.language.LanguagePacks;
import org.tapescript.project.OpenProject;
import org.tapescript.project.ProjectFile;
import org.tapescript.text.structure.DoubtText;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.FxJobRunner;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Settings;
import org.tapescript.ui.common.SpeakerColours;
import org.tapescript.ui.common.Tape;
import org.tapescript.ui.common.WholeProgress;
import org.tapescript.ui.common.WrappingCell;
import org.tapescript.ui.player.PlayerBar;
import org.tapescript.ui.player.PlayerModel;
import org.tapescript.workflow.TapeSync;
import org.tapescript.workflow.TrackChoice;

/** Shows how each paragraph was understood, lets that be put right, and syncs. The text can be read on while the sync runs. */
public final class ImportView extends BorderPane implements AutoCloseable {
    private static final String USUAL_LANGUAGE = "en-us";

    private final List<Path> tapes;
    private final Path project;
    private final ImportModel model;
    private final FxJobRunner jobs = new FxJobRunner("import", 2);
    private final ObservableList<Paragraph> paragraphs = FXCollections.observableArrayList();
    private final ListView<Paragraph> list = new ListView<>(paragraphs);
    private final ProgressBar progress = new ProgressBar(0);
    private final Label phase = new Label();
    private final Button sync = new Button(Messages.get("import.sync"));
    private final Button cancel = new Button(Messages.get("import.cancel"));
    private final ComboBox<String> language = new ComboBox<>();
    private final HBox listening = new HBox();
    private final TapeSync syncing;
    private final Settings settings;
    private final Supplier<AudioOutput> output;
    private final Consumer<Path> done;

    private CompletableFuture<Tape> tape;
    private Optional<PlayerBar> player = Optional.empty();
    private CancellationToken running;
    private WholeProgress whole;

    /**
     * @param model of the transcript
     * @param project that the sync writes
     * @param syncing does it
     * @param settings that know how long phases take
     * @param output makes where the sound goes
     * @param done told of it when it is written
     * @param home goes back
     */
    public ImportView(
            List<Path> tapes,
            ImportModel model,
            Path project,
            TapeSync syncing,
            Settings settings,
            Supplier<AudioOutput> output,
            Consumer<Path> done,
            Runnable home) {
        this.tapes = tapes;
        this.project = project;
        this.syncing = syncing;
        this.settings = settings;
        this.output = output;
        this.done = done;
        this.model = model;
        Transcript transcript = model.transcript();
        getStyleClass().add("import");
        Label title = new Label(Messages.get("import.title", transcript.name()));
        title.getStyleClass().add("page-title");
        boolean timed = transcript.hints().stream().anyMatch(Transcript.Hint::exact);
        Label hint = new Label(Messages.get("import.hint") + (timed ? "\n" + Messages.get("import.timed") : ""));
        hint.setWrapText(true);
        hint.getStyleClass().add("hint");
        Button back = new Button("‹");
        back.setId("back");
        back.setAccessibleText(Messages.get("import.back"));
        back.setOnAction(e -> home.run());
        HBox heading = new HBox(12, back, title);
        heading.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(6, heading, hint, new ReadingBar(model, this::select, this::selected));
        top.getStyleClass().add("import-head");
        list.setId("paragraphs");
        list.setAccessibleText(Messages.get("import.accessible"));
        list.setCellFactory(v -> new ParagraphCell());
        list.setOnKeyPressed(this::key);
        sync.setId("sync");
        sync.getStyleClass().add("accent");
        sync.setOnAction(e -> start());
        cancel.setId("cancel");
        cancel.setDisable(true);
        cancel.setMinWidth(USE_PREF_SIZE);
        sync.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(e -> stop());
        progress.setId("progress");
        progress.setPrefWidth(260);
        progress.setVisible(false);
        phase.setId("phase");
        phase.setWrapText(true);
        HBox.setHgrow(phase, Priority.ALWAYS);
        language.setId("language");
        language.getItems().setAll(syncing.languages());
        language.getItems().add(LanguagePacks.AUTO);
        language.getItems().add(LanguagePacks.NONE);
        language.setConverter(new StringConverter<>() {
            @Override
            public String toString(String tag) {
                return LanguagePacks.NONE.equals(tag)
                        ? Messages.get("import.translated")
                        : LanguagePacks.AUTO.equals(tag) ? Messages.get("import.language-of-text") : tag;
            }

            @Override
            public String fromString(String shown) {
                return shown;
            }
        });
        language.setValue(
                language.getItems().contains(USUAL_LANGUAGE)
                                || language.getItems().isEmpty()
                        ? USUAL_LANGUAGE
                        : language.getItems().get(0));
        Label spoken = new Label(Messages.get("import.language"));
        spoken.setLabelFor(language);
        HBox working = new HBox(12, spoken, language, sync, cancel, progress, phase);
        working.setAlignment(Pos.CENTER_LEFT);
        listening.setAlignment(Pos.CENTER_LEFT);
        listening.setMinHeight(36);
        VBox bottom = new VBox(8, listening, working);
        bottom.getStyleClass().add("import-foot");
        setTop(top);
        setCenter(list);
        setBottom(bottom);
        model.transcriptProperty().addListener(o -> show());
        show();
        list.getSelectionModel().selectFirst();
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.Z && e.isShortcutDown() && running == null) {
                e.consume();
                int at = selected();
                model.undo();
                list.getSelectionModel().clearAndSelect(at);
            }
            if (e.getCode() == KeyCode.SPACE && e.isControlDown()) {
                e.consume();
                player.ifPresent(p -> p.player().toggle());
            }
        });
        // Whoever decides by keys should not have to click first.
        sceneProperty().addListener((o, was, now) -> Platform.runLater(list::requestFocus));
        openTape();
    }

    /** Decodes the tape at once, so that it can be listened to before the sync and while it runs. */
    private void openTape() {
        CompletableFuture<Tape> opened = new CompletableFuture<>();
        tape = opened;
        Label opening = new Label();
        opening.getStyleClass().add("hint");
        listening.getChildren().setAll(opening);
        jobs.run(
                (sink, token) -> {
                    try {
                        opened.complete(Tape.open(syncing.recordings(), tapes, TrackChoice.DEFAULT, sink, token));
                    } catch (Exception e) {
                        opened.completeExceptionally(e);
                        throw e;
                    }
                    return opened.join();
                },
                (what, at, all) ->
                        opening.setText(Messages.phase(what) + " " + Clock.brief(at) + " / " + Clock.brief(all)),
                this::listen,
                e -> opening.setText(Failures.message(e)));
    }

    private void listen(Tape opened) {
        PlayerBar bar = new PlayerBar(new PlayerModel(opened.sound(), DecodedRecording.SAMPLE_RATE, output));
        HBox.setHgrow(bar, Priority.ALWAYS);
        player = Optional.of(bar);
        listening.getChildren().setAll(bar);
    }

    private void show() {
        List<Paragraph> now = model.transcript().paragraphs();
        if (paragraphs.size() != now.size()) {
            paragraphs.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(paragraphs.get(i))) {
                paragraphs.set(i, now.get(i));
            }
        }
    }

    private int selected() {
        return list.getSelectionModel().getSelectedIndex();
    }

    private void select(int at) {
        list.getSelectionModel().clearAndSelect(at);
        list.scrollTo(Math.max(0, at - 2));
        list.requestFocus();
    }

    private void key(KeyEvent e) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (at < 0 || e.isControlDown() || e.isAltDown() || running != null) {
            return;
        }
        boolean known = true;
        switch (e.getCode()) {
            case T -> model.opensTurn(at);
            case G -> model.goesOn(at);
            case C -> model.isNotSpoken(at, ParagraphKind.CAPTION);
            case H -> model.isNotSpoken(at, ParagraphKind.HEADING);
            case N -> model.isNotSpoken(at, ParagraphKind.NOTE);
            case Q -> model.isNotSpoken(at, ParagraphKind.PULL_QUOTE);
            case O -> model.isNotSpoken(at, ParagraphKind.OTHER);
            case D -> {
                int next = model.nextDoubt(at);
                if (next >= 0) {
                    select(next);
                }
                e.consume();
                return;
            }
            default -> {
                known = speaker(e.getCode(), at);
            }
        }
        if (known) {
            list.getSelectionModel().clearAndSelect(at);
            e.consume();
        }
    }

    private boolean speaker(KeyCode code, int at) {
        int number = code.isDigitKey() ? code.getName().charAt(code.getName().length() - 1) - '1' : -1;
        if (number < 0 || number >= model.speakers().size()) {
            return false;
        }
        model.isSpokenBy(at, model.speakers().get(number));
        return true;
    }

    private ContextMenu menu(int index) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().add(item("import.opensTurn", () -> model.opensTurn(index)));
        menu.getItems().add(item("import.goesOn", () -> model.goesOn(index)));
        Menu by = new Menu(Messages.get("import.spokenBy"));
        for (String speaker : model.speakers()) {
            MenuItem item = new MenuItem(speaker);
            item.setOnAction(e -> model.isSpokenBy(index, speaker));
            by.getItems().add(item);
        }
        Menu not = new Menu(Messages.get("import.notSpoken"));
        for (ParagraphKind kind : ParagraphKind.values()) {
            if (!kind.isSpoken()) {
                not.getItems().add(item("kind." + kind.label(), () -> model.isNotSpoken(index, kind)));
            }
        }
        menu.getItems().addAll(by, not);
        return menu;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.get(key));
        item.setOnAction(e -> action.run());
        return item;
    }

    private void start() {
        Transcript transcript = model.transcript();
        String spoken = language.getValue();
        if (tape.isCompletedExceptionally()) {
            openTape();
        }
        CompletableFuture<Tape> opened = tape;
        sync.setDisable(true);
        language.setDisable(true);
        cancel.setDisable(false);
        progress.setVisible(true);
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        whole = new WholeProgress(settings, System.nanoTime() / 1e9);
        running = jobs.run(
                (sink, token) -> {
                    decoded(opened);
                    SyncedTranscript synced = syncing.run(
                            new TapeSync.Request(tapes, transcript, TapeSync.basis(spoken, false), true, List.of()),
                            sink,
                            token);
                    token.check();
                    OpenProject.replace(project, ProjectFile.of(synced));
                    return project;
                },
                this::report,
                path -> {
                    whole.done(System.nanoTime() / 1e9);
                    running = null;
                    close();
                    done.accept(path);
                },
                e -> {
                    idle();
                    phase.setText(Failures.message(e));
                });
    }

    /** Waits for the tape, which is decoded once. */
    private static void decoded(CompletableFuture<Tape> tape) throws Exception {
        try {
            tape.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private void report(String what, double at, double all) {
        if (running == null) {
            return;
        }
        double now = System.nanoTime() / 1e9;
        whole.report(what, at, all, now);
        progress.setProgress(whole.fraction() > 0 ? whole.fraction() : ProgressBar.INDETERMINATE_PROGRESS);
        String name = Messages.phase(what);
        OptionalDouble left = whole.left(now);
        phase.setText(left.isPresent() ? Messages.get("import.progress", name, Clock.brief(left.getAsDouble())) : name);
    }

    /** Whether leaving now would break a sync off. */
    public boolean isSyncing() {
        return running != null;
    }

    private void stop() {
        if (running != null) {
            running.cancel();
        }
        idle();
        phase.setText(Messages.get("import.cancelled"));
    }

    private void idle() {
        running = null;
        sync.setDisable(false);
        language.setDisable(false);
        cancel.setDisable(true);
        progress.setVisible(false);
    }

    @Override
    public void close() {
        if (running != null) {
            running.cancel();
        }
        jobs.close();
        player.ifPresent(PlayerBar::close);
    }

    private final class ParagraphCell extends WrappingCell<Paragraph> {
        private final Label kind = new Label();
        private final Label speaker = new Label();
        private final Label text = new Label();
        private final Label doubt = new Label();
        private final HBox box;

        ParagraphCell() {
            text.setWrapText(true);
            doubt.setWrapText(true);
            doubt.getStyleClass().add("breach");
            kind.getStyleClass().add("import-kind");
            VBox left = new VBox(2, kind, speaker);
            left.setMinWidth(140);
            left.setMaxWidth(140);
            VBox right = new VBox(2, text, doubt);
            HBox.setHgrow(right, Priority.ALWAYS);
            Region indent = new Region();
            box = new HBox(12, left, indent, right);
        }

        @Override
        protected void updateItem(Paragraph p, boolean empty) {
            super.updateItem(p, empty);
            if (empty || p == null) {
                setGraphic(null);
                setContextMenu(null);
                return;
            }
            boolean spoken = p.kind().isSpoken();
            kind.setText(Messages.get("kind." + p.kind().label()));
            speaker.setText(p.speaker().orElse(""));
            int number = model.speakers().indexOf(p.speaker().orElse(""));
            speaker.setStyle(
                    number < 0 ? "" : "-fx-font-weight: bold; -fx-text-fill: " + SpeakerColours.css(number) + ";");
            text.setText(p.place().of(model.transcript().text()));
            text.getStyleClass().removeAll("row-unspoken");
            if (!spoken) {
                text.getStyleClass().add("row-unspoken");
            }
            doubt.setText(model.doubt(p)
                    .map(d -> "⚠ " + DoubtText.of(d, Messages.locale()))
                    .orElse(""));
            doubt.setManaged(!doubt.getText().isEmpty());
            setAccessibleText(kind.getText() + " " + speaker.getText() + ": " + text.getText());
            setContextMenu(menu(getIndex()));
            setGraphic(box);
        }
    }
}
