package org.tapescript.ui.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tapescript.audio.play.AudioOutput;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.job.CancellationToken;
import org.tapescript.project.ProjectFile;
import org.tapescript.project.ProjectPlace;
import org.tapescript.ui.common.Appearance;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.FilePicker;
import org.tapescript.ui.common.FxJobRunner;
import org.tapescript.ui.common.LexiconBox;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Prompts;
import org.tapescript.ui.common.Settings;
import org.tapescript.ui.common.Tape;
import org.tapescript.ui.common.WholeProgress;
import org.tapescript.workflow.TapeSync;

/** Shows how each paragraph was understood, lets that be put right, and syncs. The text can be read on while the sync runs. */
public final class ImportView extends BorderPane implements AutoCloseable {
    private final ImportDraft draft;
    private final ImportModel model;
    private final FxJobRunner jobs = new FxJobRunner("import", 2);
    private final ParagraphActions actions;
    private final ParagraphList list;
    private final ChipBar chips;
    private final ReadingBar reading;
    private final ListeningBar listening;
    private final ChoicesBar choices;
    private final ProgressBar progress = new ProgressBar(0);
    private final Label phase = new Label();
    private final Button sync = new Button(Messages.get("import.sync"));
    private final Button cancel = new Button(Messages.get("import.cancel"));
    private final TapeSync syncing;
    private final Settings settings;
    private final Appearance appearance;
    private final Consumer<Path> done;

    private CancellationToken running;
    private WholeProgress whole;

    /**
     * @param syncing does it
     * @param settings that know how long phases take
     * @param output makes where the sound goes
     * @param done told of the project when it is written
     * @param home goes back
     */
    public ImportView(
            ImportDraft draft,
            TapeSync syncing,
            Settings settings,
            Appearance appearance,
            FilePicker files,
            Supplier<AudioOutput> output,
            Consumer<Path> done,
            Runnable home) {
        this.draft = draft;
        this.model = draft.model();
        this.syncing = syncing;
        this.settings = settings;
        this.appearance = appearance;
        this.done = done;
        this.actions = new ParagraphActions(model, this::askName);
        this.list = new ParagraphList(model, actions);
        this.chips = new ChipBar(actions, model, list::selected, () -> list.keep(list.selected()));
        this.reading = new ReadingBar(model, list::select, list::selected);
        this.listening = new ListeningBar(jobs, syncing.recordings(), output);
        this.choices = new ChoicesBar(
                draft.choices(),
                syncing.languages(),
                now -> new TapesDialog(now, files, appearance, getScene().getWindow()).ask(),
                new LexiconBox(files, () -> getScene().getWindow(), phase::setText));
        getStyleClass().add("import");
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setMinHeight(180);
        VBox page = new VBox(head(home), list, foot());
        page.setMinHeight(Region.USE_COMPUTED_SIZE);
        ScrollPane scrolling = new ScrollPane(page);
        scrolling.setFitToWidth(true);
        scrolling.setFitToHeight(true);
        scrolling.getStyleClass().add("edge-to-edge");
        setCenter(scrolling);
        // What goes on from here is in view however small the window is.
        setBottom(working());
        list.getSelectionModel().selectedIndexProperty().addListener(o -> chips.show());
        list.getSelectionModel().selectFirst();
        list.setOnKeyPressed(this::key);
        addEventFilter(KeyEvent.KEY_PRESSED, this::everywhere);
        // Whoever decides by keys should not have to click first.
        sceneProperty().addListener((o, was, now) -> Platform.runLater(list::requestFocus));
        draft.choices().tapesProperty().addListener(o -> openTape());
        openTape();
    }

    private VBox head(Runnable home) {
        Transcript transcript = model.transcript();
        Label title = new Label(Messages.get("import.title", transcript.name()));
        title.getStyleClass().add("page-title");
        title.setWrapText(true);
        boolean timed = transcript.hints().stream().anyMatch(Transcript.Hint::exact);
        Label hint = new Label(Messages.get("import.hint") + (timed ? "\n" + Messages.get("import.timed") : ""));
        hint.setWrapText(true);
        hint.getStyleClass().add("hint");
        Button back = new Button("‹");
        back.setId("back");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setAccessibleText(Messages.get("import.back"));
        back.setOnAction(e -> home.run());
        HBox heading = new HBox(12, back, title);
        heading.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(6, heading, hint, reading, chips);
        top.getStyleClass().add("import-head");
        top.setMinHeight(Region.USE_PREF_SIZE);
        return top;
    }

    private VBox foot() {
        VBox bottom = new VBox(8, listening, choices);
        bottom.getStyleClass().add("import-foot");
        bottom.setMinHeight(Region.USE_PREF_SIZE);
        return bottom;
    }

    private HBox working() {
        sync.setId("sync");
        sync.getStyleClass().add("accent");
        sync.setOnAction(e -> start());
        cancel.setId("cancel");
        cancel.setDisable(true);
        cancel.setMinWidth(USE_PREF_SIZE);
        sync.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(e -> stop());
        progress.setId("progress");
        progress.setPrefWidth(200);
        progress.setVisible(false);
        phase.setId("phase");
        phase.setWrapText(true);
        HBox.setHgrow(phase, Priority.ALWAYS);
        HBox working = new HBox(12, sync, cancel, progress, phase);
        working.setAlignment(Pos.CENTER_LEFT);
        working.getStyleClass().add("import-work");
        return working;
    }

    private void openTape() {
        listening.open(draft.choices().tapes());
    }

    private String askName(String now) {
        return new Prompts(() -> getScene().getWindow(), appearance)
                .text(
                        now.isEmpty() ? Messages.get("import.askName") : Messages.get("rename.ask", now),
                        now,
                        Messages.get(now.isEmpty() ? "prompt.name" : "prompt.rename"))
                .orElse("");
    }

    /** Keys that work wherever the focus is. */
    private void everywhere(KeyEvent e) {
        boolean typing = e.getTarget() instanceof TextInputControl;
        if (e.getCode() == KeyCode.Z && e.isShortcutDown() && running == null && !typing) {
            e.consume();
            int at = list.selected();
            model.undo();
            list.getSelectionModel().clearAndSelect(at);
        } else if (e.getCode() == KeyCode.SPACE && e.isControlDown()) {
            e.consume();
            listening.toggle();
        }
    }

    private void key(KeyEvent e) {
        int at = list.selected();
        if (at < 0 || e.isControlDown() || e.isAltDown() || e.isMetaDown() || running != null) {
            return;
        }
        if (e.getCode() == KeyCode.D) {
            e.consume();
            int next = model.nextDoubt(at);
            if (next >= 0) {
                list.select(next);
            }
            return;
        }
        actions.of(e.getCode()).ifPresent(action -> {
            e.consume();
            action.says().accept(at);
            list.keep(at);
        });
    }

    private void start() {
        Transcript transcript = model.transcript();
        if (listening.tape().isCompletedExceptionally()) {
            openTape();
        }
        CompletableFuture<Tape> opened = listening.tape();
        TapeSync.Request request = draft.choices().request(transcript);
        allow(false);
        progress.setVisible(true);
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        whole = new WholeProgress(settings, System.nanoTime() / 1e9);
        running = jobs.run(
                (sink, token) -> {
                    try (ProjectPlace place = ProjectPlace.take(draft.project())) {
                        decoded(opened);
                        SyncedTranscript synced = syncing.run(request, sink, token);
                        token.check();
                        place.replace(ProjectFile.of(synced));
                    }
                    return draft.project();
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
        allow(true);
        progress.setVisible(false);
    }

    /** Lets all that a sync goes by be changed, or not while one is running. */
    private void allow(boolean changes) {
        List.of(sync, reading, choices, chips).forEach(n -> n.setDisable(!changes));
        list.setChangeable(changes);
        cancel.setDisable(changes);
    }

    @Override
    public void close() {
        if (running != null) {
            running.cancel();
        }
        jobs.close();
        listening.close();
    }
}
