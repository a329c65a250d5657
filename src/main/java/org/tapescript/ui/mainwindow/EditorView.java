package org.tapescript.ui.mainwindow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceDialog;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputDialog;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.tapescript.attribution.NameFinder;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.audio.TapePeaks;
import org.tapescript.audio.play.AudioOutput;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.AssignSpeaker;
import org.tapescript.edit.Edit;
import org.tapescript.edit.InsertTurn;
import org.tapescript.edit.MarkSpoken;
import org.tapescript.edit.MarkUnspoken;
import org.tapescript.edit.MergeTurn;
import org.tapescript.edit.MoveTurnStart;
import org.tapescript.edit.PinWords;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.edit.RenameSpeaker;
import org.tapescript.edit.ReplaceAll;
import org.tapescript.edit.SplitTurn;
import org.tapescript.edit.SwapSpeakers;
import org.tapescript.format.ClockTime;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.EditorSession;
import org.tapescript.ui.common.FxJobRunner;
import org.tapescript.ui.common.Icons;
import org.tapescript.ui.common.Keys;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Places;
import org.tapescript.ui.common.Settings;
import org.tapescript.ui.common.SpeakerColours;
import org.tapescript.ui.common.Tape;
import org.tapescript.ui.common.WordTimes;
import org.tapescript.ui.export.ExportDialog;
import org.tapescript.ui.player.PlayerModel;
import org.tapescript.ui.review.ReportPane;
import org.tapescript.ui.review.ReviewItem;
import org.tapescript.ui.review.ReviewPane;
import org.tapescript.ui.review.ReviewQueue;
import org.tapescript.ui.review.SpeakersPane;
import org.tapescript.ui.transcript.FindBar;
import org.tapescript.ui.transcript.TranscriptView;
import org.tapescript.ui.waveform.OverviewStrip;
import org.tapescript.ui.waveform.WaveformView;
import org.tapescript.workflow.FailureMessage;

/** The window of an open project: puts its regions together and gives keys and buttons what they do. */
public final class EditorView extends BorderPane implements AutoCloseable {
    private static final Duration AUTOSAVE = Duration.minutes(2);
    private static final double SKIP_SECONDS = 3;
    private static final double TEMPO_STEP = 0.1;
    private static final double LEAD_IN = 0.8;

    private final EditorSession session;
    private final PlayerModel player;
    private final FxJobRunner jobs;
    private final Settings settings;
    private final Keys keys;
    private final TranscriptView transcript;
    private final WaveformView waveform;
    private final FindBar find;
    private final ReviewPane review;
    private final LocalAlignment alignment;
    private final Engines engines;
    private final CommandPalette palette;
    private final Label status = new Label();
    private final Label message = new Label();
    private final AnimationTimer frame;
    private final Timeline autosave;
    private final List<String> stylesheets;

    private WordTimes times;

    /**
     * @param output makes where the sound goes
     * @param home goes back to the first page
     * @param theme changes between light and dark
     */
    public EditorView(
            EditorSession session,
            Tape tape,
            Places places,
            Settings settings,
            Supplier<AudioOutput> output,
            Runnable home,
            Runnable theme,
            List<String> stylesheets) {
        this.session = session;
        this.settings = settings;
        this.stylesheets = stylesheets;
        this.jobs = new FxJobRunner();
        this.keys = new Keys(settings);
        this.player = new PlayerModel(tape.sound(), DecodedRecording.SAMPLE_RATE, output);
        player.rewindOnPauseProperty().set(settings.number("rewindOnPause", 0));
        player.pauseWhileTypingProperty().set(settings.flag("pauseWhileTyping", true));
        this.engines = new Engines(tape, places);
        this.alignment = new LocalAlignment(session, tape, places, jobs, this::say);
        this.transcript = new TranscriptView(session, player, this::refused);
        this.find = new FindBar(session, transcript, alignment::corrected);
        TapePeaks peaks = new TapePeaks(
                tape.peaks(),
                tape.recordings().stream().map(DecodedRecording::samples).toList(),
                tape.sound());
        this.waveform = new WaveformView(session, player, peaks, tape.sound(), jobs, this::refused);
        this.review = new ReviewPane(session, jobs, this::reveal, this::playItem, this::refused);
        addCommands(home, theme);
        this.palette = new CommandPalette(keys, stylesheets);
        transcript.onCorrected(alignment::corrected);
        transcript.onTypeIn(this::typeIn);
        transcript.setMinHeight(120);

        VBox text = new VBox(find, transcript);
        VBox.setVgrow(transcript, Priority.ALWAYS);
        TabPane side = side();
        SplitPane across = new SplitPane(text, side);
        across.setDividerPositions(settings.number("divider.across", 0.72));
        SplitPane.setResizableWithParent(side, false);
        SplitPane down = new SplitPane(across, waveform);
        down.setOrientation(Orientation.VERTICAL);
        down.setDividerPositions(settings.number("divider.down", 0.74));
        SplitPane.setResizableWithParent(waveform, false);
        across.getDividers()
                .get(0)
                .positionProperty()
                .addListener((o, was, now) -> settings.put("divider.across", now));
        down.getDividers().get(0).positionProperty().addListener((o, was, now) -> settings.put("divider.down", now));

        setTop(new VBox(toolbar(), new OverviewStrip(session, player, peaks, review.items())));
        setCenter(down);
        setBottom(statusBar());
        session.transcriptProperty().addListener(o -> read());
        session.savedAtProperty().addListener(o -> showStatus());
        session.savedProperty().addListener(o -> showStatus());
        player.positionProperty().addListener((o, was, now) -> follow(now.doubleValue()));
        read();
        this.frame = new AnimationTimer() {
            @Override
            public void handle(long now) {
                player.refresh();
            }
        };
        frame.start();
        this.autosave = new Timeline(new KeyFrame(AUTOSAVE, e -> {
            if (!session.savedProperty().get()) {
                save();
            }
        }));
        autosave.setCycleCount(Timeline.INDEFINITE);
        autosave.play();
        if (!player.hasSound()) {
            say(Messages.get("player.noDevice"));
        }
        if (session.recovered() > 0) {
            say(Messages.get("session.recovered", session.recovered()));
        }
    }

    private void read() {
        times = session.times();
        follow(player.position());
        showStatus();
    }

    private void follow(double seconds) {
        int at = times.at(seconds);
        transcript.markSpoken(
                at >= 0 && seconds < times.end(at) + 0.3 ? Optional.of(times.word(at)) : Optional.empty());
    }

    private Button button(String command, Icons icon) {
        Button button = button(command, "");
        button.setGraphic(icon.shape());
        return button;
    }

    private Button button(String command, String text) {
        Button button = new Button(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId(command);
        Keys.Command c = keys.command(command);
        button.setAccessibleText(c.title());
        button.setTooltip(new Tooltip(c.title() + (c.keysText().isEmpty() ? "" : "  (" + c.keysText() + ")")));
        button.setOnAction(e -> c.action().run());
        button.setFocusTraversable(false);
        return button;
    }

    private HBox toolbar() {
        Button play = button("play", Icons.PLAY);
        play.getStyleClass().addAll("accent", "play");
        player.playingProperty()
                .addListener((o, was, now) -> play.setGraphic((now ? Icons.PAUSE : Icons.PLAY).shape()));
        Label clock = new Label();
        clock.setId("clock");
        clock.setMinWidth(Region.USE_PREF_SIZE);
        clock.getStyleClass().add("clock");
        clock.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Clock.tenths(player.position()) + " / "
                                + Clock.tenths(player.length()).substring(0, 8),
                        player.positionProperty()));
        ComboBox<String> tempo = new ComboBox<>();
        tempo.getItems().addAll("0.5×", "0.75×", "1.0×", "1.25×", "1.5×", "1.75×", "2.0×");
        tempo.setValue("1.0×");
        tempo.setId("tempo");
        tempo.setAccessibleText(Messages.get("player.tempo"));
        tempo.setFocusTraversable(false);
        tempo.setOnAction(e ->
                player.tempoProperty().set(Double.parseDouble(tempo.getValue().replace("×", ""))));
        player.tempoProperty()
                .addListener((o, was, now) ->
                        tempo.setPromptText(String.format(java.util.Locale.ROOT, "%.2f×", now.doubleValue())));
        Slider volume = new Slider(0, 2, 1);
        volume.setPrefWidth(80);
        volume.setAccessibleText(Messages.get("player.volume"));
        volume.valueProperty().bindBidirectional(player.volumeProperty());
        ToggleButton follow = new ToggleButton(Messages.get("transcript.follow"));
        follow.selectedProperty().bindBidirectional(transcript.followProperty());
        follow.setFocusTraversable(false);
        follow.setMinWidth(Region.USE_PREF_SIZE);
        Button undo = undoButton("undo", Icons.UNDO);
        Button redo = undoButton("redo", Icons.REDO);
        undo.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> session.undoableProperty().get().isEmpty(), session.undoableProperty()));
        redo.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> session.redoableProperty().get().isEmpty(), session.redoableProperty()));
        Button doubts = button("reviewNext", "");
        doubts.setId("doubts");
        doubts.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.get(
                                "toolbar.doubts", review.countProperty().get()),
                        review.countProperty()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(
                8,
                button("home", Icons.MENU),
                new Separator(Orientation.VERTICAL),
                button("back", Icons.BACK),
                play,
                button("forward", Icons.FORWARD),
                clock,
                tempo,
                volume,
                new Separator(Orientation.VERTICAL),
                button("find", Icons.FIND),
                undo,
                redo,
                follow,
                gap,
                doubts,
                button("palette", Icons.COMMANDS),
                button("save", Messages.get("toolbar.save")),
                button("export", Messages.get("toolbar.export")));
        bar.getStyleClass().add("toolbar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Button undoButton(String command, Icons icon) {
        Button button = button(command, icon);
        boolean undo = command.equals("undo");
        Tooltip tip = new Tooltip();
        tip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> (undo ? session.undoableProperty() : session.redoableProperty())
                                .get()
                                .map(e -> Messages.get(undo ? "undo.of" : "redo.of", title(e)))
                                .orElse(keys.command(command).title()),
                        session.undoableProperty(),
                        session.redoableProperty()));
        button.setTooltip(tip);
        button.accessibleTextProperty().bind(tip.textProperty());
        return button;
    }

    private static String title(Edit edit) {
        return Messages.get("edit." + edit.getClass().getSimpleName());
    }

    private TabPane side() {
        Tab doubts = new Tab(Messages.get("tab.review"), review);
        Tab speakers = new Tab(
                Messages.get("tab.speakers"),
                new SpeakersPane(session, player, NameFinder.find(session.transcript()), this::refused));
        Tab report = new Tab(Messages.get("tab.report"), new ReportPane(session, player::seek, transcript::revealLine));
        TabPane side = new TabPane(doubts, speakers, report);
        side.setId("side");
        side.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        side.setMinWidth(220);
        return side;
    }

    private HBox statusBar() {
        status.setId("status");
        message.setId("message");
        message.getStyleClass().add("message");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(16, status, gap, message);
        bar.getStyleClass().add("status-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void showStatus() {
        SyncedTranscript t = session.transcript();
        int words = 0;
        int placed = 0;
        for (Turn turn : t.turns()) {
            for (Word word : turn.words()) {
                words++;
                placed += word.span().isPresent() ? 1 : 0;
            }
        }
        String saved = session.savedProperty().get()
                ? session.savedAtProperty()
                        .get()
                        .map(at -> Messages.get("status.savedAt", at.withNano(0).toString()))
                        .orElse(Messages.get("status.saved"))
                : Messages.get("status.unsaved");
        status.setText(Messages.get(
                "status.text",
                String.format("%.1f", words == 0 ? 0 : 100.0 * placed / words),
                ReviewQueue.unsureSpeakers(t),
                saved,
                t.language()));
    }

    /** Says something in the status bar, for a while. */
    private void say(String text) {
        message.setText(text);
        PauseTransition pause = new PauseTransition(Duration.seconds(8));
        pause.setOnFinished(e -> {
            if (text.equals(message.getText())) {
                message.setText("");
            }
        });
        pause.play();
    }

    private void refused(RefusedEditException e) {
        say(Messages.get("edit.refused", e.getMessage()));
    }

    private void apply(Edit edit) {
        try {
            session.apply(edit);
        } catch (RefusedEditException e) {
            refused(e);
        }
    }

    private void withTurn(Consumer<Turn> action) {
        transcript.finishEditing();
        transcript.currentTurn().ifPresentOrElse(action, () -> say(Messages.get("edit.noTurn")));
    }

    private void withCaret(Consumer<String> action) {
        transcript.finishEditing();
        session.caretProperty().get().ifPresentOrElse(action, () -> say(Messages.get("edit.noWord")));
    }

    private void addCommands(Runnable home, Runnable theme) {
        keys.add("play", "Ctrl+Space Esc F4 Alt+K", player::toggle);
        keys.add("playFromWord", "Ctrl+Shift+Space", () -> withCaret(this::playWord));
        keys.add("back", "Alt+J", () -> player.skip(-SKIP_SECONDS));
        keys.add("forward", "Alt+L", () -> player.skip(SKIP_SECONDS));
        keys.add(
                "slower",
                "Alt+Minus",
                () -> player.tempoProperty()
                        .set(Math.max(0.5, player.tempoProperty().get() - TEMPO_STEP)));
        keys.add(
                "faster",
                "Alt+Equals",
                () -> player.tempoProperty()
                        .set(Math.min(2, player.tempoProperty().get() + TEMPO_STEP)));
        keys.add("loop", "Ctrl+L", this::loop);
        keys.add("goToTime", "Ctrl+G", this::goToTime);
        keys.add("goToLine", "Ctrl+Shift+G", this::goToLine);
        keys.add("undo", "Ctrl+Z", () -> {
            transcript.finishEditing();
            session.undo();
        });
        keys.add("redo", "Ctrl+Shift+Z Ctrl+Y", () -> {
            transcript.finishEditing();
            session.redo();
        });
        keys.add("edit", "F2", transcript::edit);
        keys.add("split", "Ctrl+Enter", () -> withCaret(word -> apply(new SplitTurn(word, otherSpeaker()))));
        keys.add("merge", "Ctrl+Backspace", () -> withTurn(t -> apply(new MergeTurn(t.id()))));
        keys.add("startEarlier", "Ctrl+Shift+Left", () -> withTurn(t -> apply(new MoveTurnStart(t.id(), -1))));
        keys.add("startLater", "Ctrl+Shift+Right", () -> withTurn(t -> apply(new MoveTurnStart(t.id(), 1))));
        for (int i = 1; i <= 9; i++) {
            int number = i;
            keys.add("speaker" + i, "Ctrl+" + i, () -> assign(number));
        }
        keys.add("newSpeaker", "Ctrl+0", this::newSpeaker);
        keys.add("swap", "Ctrl+Shift+X", this::swap);
        keys.add("rename", "Ctrl+R", this::rename);
        keys.add("unspoken", "Ctrl+U", this::markUnspoken);
        keys.add("spoken", "Ctrl+Shift+U", this::markSpoken);
        keys.add("pin", "Ctrl+P", () -> withCaret(word -> apply(new PinWords(List.of(word)))));
        keys.add("wordBack", "Ctrl+Left", () -> transcript.moveCaret(-1));
        keys.add("wordForward", "Ctrl+Right", () -> transcript.moveCaret(1));
        keys.add("nudgeStartBack", "Alt+Left", () -> waveform.nudgeStart(-0.01));
        keys.add("nudgeStartForward", "Alt+Right", () -> waveform.nudgeStart(0.01));
        keys.add("nudgeStartBackMore", "Alt+Shift+Left", () -> waveform.nudgeStart(-0.05));
        keys.add("nudgeStartForwardMore", "Alt+Shift+Right", () -> waveform.nudgeStart(0.05));
        keys.add("nudgeEndBack", "Ctrl+Alt+Left", () -> waveform.nudgeEnd(-0.01));
        keys.add("nudgeEndForward", "Ctrl+Alt+Right", () -> waveform.nudgeEnd(0.01));
        keys.add("startHere", "Ctrl+Open_Bracket", waveform::startFromPlayHead);
        keys.add("endHere", "Ctrl+Close_Bracket", waveform::endFromPlayHead);
        keys.add("reviewNext", "F8", () -> review.step(1));
        keys.add("reviewBack", "Shift+F8", () -> review.step(-1));
        keys.add("reviewAccept", "F9", review::accept);
        keys.add("reviewChange", "F10", review::change);
        keys.add("find", "Ctrl+F Ctrl+H", find::showBar);
        keys.add("findNext", "F3", () -> find.next(1));
        keys.add("findBack", "Shift+F3", () -> find.next(-1));
        keys.add("zoomIn", "Ctrl+Equals Ctrl+Plus", () -> waveform.zoom(0.7));
        keys.add("zoomOut", "Ctrl+Minus", () -> waveform.zoom(1 / 0.7));
        keys.add(
                "follow",
                "Ctrl+Shift+L",
                () -> transcript
                        .followProperty()
                        .set(!transcript.followProperty().get()));
        keys.add(
                "fold",
                "Ctrl+Shift+F",
                () -> transcript
                        .foldUnspokenProperty()
                        .set(!transcript.foldUnspokenProperty().get()));
        keys.add("rewindOnPause", "", this::askRewind);
        keys.add("pauseWhileTyping", "", () -> {
            boolean on = !player.pauseWhileTypingProperty().get();
            player.pauseWhileTypingProperty().set(on);
            settings.put("pauseWhileTyping", on);
            say(Messages.get(on ? "player.pausesForTyping" : "player.playsOn"));
        });
        keys.add("alignAnew", "", () -> engine(Engines::align));
        keys.add("compareVoices", "Ctrl+Shift+V", () -> engine(Engines::compareVoices));
        keys.add("save", "Ctrl+S", this::save);
        keys.add("export", "Ctrl+E", this::export);
        keys.add("theme", "", theme);
        keys.add("biggerText", "Ctrl+Shift+Equals", () -> textSize(1));
        keys.add("smallerText", "Ctrl+Shift+Minus", () -> textSize(-1));
        keys.add("keys", "", this::rebind);
        keys.add("palette", "Ctrl+Shift+P Ctrl+K", this::showPalette);
        keys.add("home", "", home);
    }

    /** Has an engine go over the whole tape beside the window; what it finds is one step, to be undone as any other. */
    private void engine(Engines.Engine engine) {
        transcript.finishEditing();
        SyncedTranscript before = session.transcript();
        say(Messages.get("engine.begun"));
        jobs.run(
                (progress, cancel) -> engine.run(engines, before, progress, cancel),
                (phase, at, all) -> say(phase + " " + Clock.brief(at) + " / " + Clock.brief(all)),
                found -> {
                    if (session.transcript() == before) {
                        apply(new ReplaceAll(found));
                        say(Messages.get("engine.done"));
                    } else {
                        say(Messages.get("engine.late"));
                    }
                },
                e -> say(FailureMessage.of(e)));
    }

    private void showPalette() {
        palette.show(getScene().getWindow());
    }

    private void playWord(String id) {
        times().stream()
                .filter(w -> w.id().equals(id))
                .findFirst()
                .flatMap(Word::span)
                .ifPresent(s -> {
                    player.seek(s.startSeconds());
                    player.play();
                });
    }

    private List<Word> times() {
        return session.transcript().words();
    }

    private void loop() {
        if (player.loopProperty().get().isPresent()) {
            player.setLoop(Optional.empty());
        } else {
            player.setLoop(waveform.selectionProperty()
                    .get()
                    .or(() -> transcript.currentTurn().flatMap(Turn::span)));
            player.play();
        }
        say(Messages.get(player.loopProperty().get().isPresent() ? "player.loops" : "player.loopsNot"));
    }

    private Optional<String> ask(String title, String value) {
        TextInputDialog dialog = new TextInputDialog(value);
        prepare(dialog, title);
        return dialog.showAndWait().filter(s -> !s.isBlank());
    }

    private void prepare(Dialog<?> dialog, String title) {
        dialog.initOwner(getScene().getWindow());
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.setGraphic(null);
        dialog.getDialogPane().getStylesheets().addAll(stylesheets);
    }

    private void goToTime() {
        ask(Messages.get("command.goToTime"), Clock.brief(player.position())).ifPresent(text -> {
            ClockTime.parse(text).ifPresentOrElse(player::seek, () -> say(Messages.get("error.noTime", text)));
        });
    }

    private void goToLine() {
        ask(Messages.get("command.goToLine"), "").ifPresent(text -> {
            try {
                transcript.revealLine(Integer.parseInt(text.strip()));
            } catch (NumberFormatException e) {
                say(Messages.get("error.noLine", text));
            }
        });
    }

    private void askRewind() {
        ask(
                        Messages.get("command.rewindOnPause"),
                        String.valueOf(player.rewindOnPauseProperty().get()))
                .flatMap(ClockTime::parse)
                .ifPresent(s -> {
                    player.rewindOnPauseProperty().set(Math.min(60, s));
                    settings.put("rewindOnPause", Math.min(60, s));
                });
    }

    /** Those there are; if nobody speaks yet, one to begin with. */
    private List<String> speakers() {
        List<String> speakers = new SpeakerColours(session.transcript()).speakers();
        return speakers.isEmpty() ? List.of(Messages.get("speaker.new")) : speakers;
    }

    /** Who speaks when the current turn's speaker does not: the one before, or the next in the list. */
    private String otherSpeaker() {
        List<Turn> turns = session.transcript().turns();
        Turn current = transcript.currentTurn().orElse(turns.get(0));
        for (int i = turns.indexOf(current) - 1; i >= 0; i--) {
            if (!turns.get(i).speaker().equals(current.speaker())) {
                return turns.get(i).speaker();
            }
        }
        return speakers().stream()
                .filter(s -> !s.equals(current.speaker()))
                .findFirst()
                .orElse(Messages.get("speaker.new"));
    }

    private void assign(int number) {
        List<String> speakers = speakers();
        if (number > speakers.size()) {
            say(Messages.get("speaker.none", number));
            return;
        }
        withTurn(t -> apply(new AssignSpeaker(t.id(), speakers.get(number - 1))));
    }

    private void newSpeaker() {
        withTurn(t ->
                ask(Messages.get("command.newSpeaker"), "").ifPresent(name -> apply(new AssignSpeaker(t.id(), name))));
    }

    private void rename() {
        withTurn(t -> ask(Messages.get("rename.ask", t.speaker()), t.speaker())
                .filter(name -> !name.strip().equals(t.speaker()))
                .ifPresent(name -> apply(new RenameSpeaker(t.speaker(), name.strip()))));
    }

    private void swap() {
        withTurn(t -> {
            List<String> others = new ArrayList<>(speakers());
            others.remove(t.speaker());
            if (others.isEmpty()) {
                say(Messages.get("speaker.none", 2));
            } else if (others.size() == 1) {
                apply(new SwapSpeakers(t.id(), t.speaker(), others.get(0)));
            } else {
                ChoiceDialog<String> dialog = new ChoiceDialog<>(otherSpeaker(), others);
                prepare(dialog, Messages.get("swap.ask", t.speaker()));
                dialog.showAndWait().ifPresent(other -> apply(new SwapSpeakers(t.id(), t.speaker(), other)));
            }
        });
    }

    private void markUnspoken() {
        transcript.finishEditing();
        transcript.currentPlace().ifPresent(place -> {
            List<String> kinds = java.util.Arrays.stream(ParagraphKind.values())
                    .filter(k -> !k.isSpoken())
                    .map(ParagraphKind::label)
                    .toList();
            ChoiceDialog<String> dialog = new ChoiceDialog<>("note", kinds);
            prepare(dialog, Messages.get("command.unspoken"));
            dialog.showAndWait().ifPresent(kind -> apply(new MarkUnspoken(place, kind)));
        });
    }

    private void markSpoken() {
        transcript.finishEditing();
        transcript.currentPlace().ifPresent(place -> {
            ChoiceDialog<String> dialog = new ChoiceDialog<>(speakers().get(0), speakers());
            prepare(dialog, Messages.get("command.spoken"));
            dialog.showAndWait().ifPresent(name -> {
                apply(new MarkSpoken(place, name));
                turnAt(place).ifPresent(t -> alignment.inserted(t.id(), Optional.empty()));
            });
        });
    }

    private Optional<Turn> turnAt(int place) {
        return session.transcript().turns().stream()
                .filter(t -> t.words().stream().anyMatch(w -> w.place().start() >= place)
                        && t.words().get(0).place().start() >= place)
                .findFirst();
    }

    private void typeIn(StraySpeech stray) {
        player.seek(stray.startSeconds());
        TextArea text = new TextArea();
        text.setId("type-in");
        text.setWrapText(true);
        text.setPrefRowCount(3);
        ComboBox<String> who = new ComboBox<>();
        who.getItems().addAll(speakers());
        who.setEditable(true);
        who.setValue(stray.speaker().orElse(speakers().get(0)));
        Dialog<ButtonType> dialog = new Dialog<>();
        prepare(dialog, Messages.get("typeIn.title", Clock.brief(stray.startSeconds())));
        dialog.getDialogPane().setContent(new VBox(8, who, text));
        dialog.getDialogPane().getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
        dialog.setOnShown(e -> text.requestFocus());
        dialog.showAndWait().filter(ButtonType.OK::equals).ifPresent(ok -> {
            if (!text.getText().isBlank()
                    && who.getValue() != null
                    && !who.getValue().isBlank()) {
                InsertTurn edit = new InsertTurn(
                        stray.time().startMicros(), stray.time().endMicros(), who.getValue(), text.getText());
                List<Turn> before = session.transcript().turns();
                apply(edit);
                session.transcript().turns().stream()
                        .filter(t -> before.stream().noneMatch(b -> b.id().equals(t.id())))
                        .findFirst()
                        .ifPresent(t -> alignment.inserted(t.id(), Optional.of(stray.time())));
            }
        });
    }

    private void reveal(ReviewItem item) {
        item.seconds().ifPresent(player::seek);
        item.word().ifPresentOrElse(transcript::reveal, () -> {
            if (item.line() > 0) {
                transcript.revealLine(item.line());
            }
        });
    }

    private void playItem(ReviewItem item) {
        item.seconds().ifPresent(s -> {
            player.seek(s - LEAD_IN);
            player.play();
        });
    }

    private void save() {
        transcript.finishEditing();
        try {
            session.save();
        } catch (IOException e) {
            say(Messages.get("error.save", FailureMessage.of(e)));
        }
    }

    private void export() {
        transcript.finishEditing();
        new ExportDialog(session, player, settings, stylesheets).show(getScene().getWindow());
    }

    private void textSize(int by) {
        double size = Math.max(10, Math.min(28, settings.number("fontSize", 14) + by));
        settings.put("fontSize", size);
        getScene().getRoot().setStyle("-fx-font-size: " + size + "px;");
    }

    private void rebind() {
        ChoiceDialog<String> dialog = new ChoiceDialog<>(
                null, keys.commands().stream().map(Keys.Command::title).toList());
        prepare(dialog, Messages.get("command.keys"));
        dialog.showAndWait()
                .ifPresent(title -> keys.commands().stream()
                        .filter(c -> c.title().equals(title))
                        .findFirst()
                        .ifPresent(c -> ask(Messages.get("keys.ask", title), c.keysText())
                                .ifPresent(text -> {
                                    try {
                                        keys.rebind(c.id(), text.replace(",", " "));
                                        say(Messages.get(
                                                "keys.done",
                                                title,
                                                keys.command(c.id()).keysText()));
                                    } catch (IllegalArgumentException e) {
                                        say(Messages.get("keys.bad", text));
                                    }
                                })));
    }

    /** Lets the keys work in the window that this is shown in. */
    public void installKeys() {
        keys.install(getScene());
    }

    /** Draws the sound for a dark or a light window. */
    public void setDark(boolean dark) {
        waveform.setDark(dark);
    }

    public EditorSession session() {
        return session;
    }

    public PlayerModel player() {
        return player;
    }

    /** Stops playing and working; what was not saved stays in the journal. */
    @Override
    public void close() {
        transcript.finishEditing();
        frame.stop();
        autosave.stop();
        player.close();
        jobs.close();
        try {
            session.close();
        } catch (IOException e) {
            System.getLogger(EditorView.class.getName())
                    .log(System.Logger.Level.WARNING, "Closing " + session.project(), e);
        }
    }
}
