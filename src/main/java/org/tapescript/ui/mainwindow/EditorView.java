package org.tapescript.ui.mainwindow;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.tapescript.attribution.NameFinder;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.audio.TapePeaks;
import org.tapescript.audio.play.AudioOutput;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncBasis;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Word;
import org.tapescript.edit.Edit;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.session.EditorSession;
import org.tapescript.session.WordTimes;
import org.tapescript.spelling.Spelling;
import org.tapescript.ui.comments.CommentsPane;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.FxJobRunner;
import org.tapescript.ui.common.Keys;
import org.tapescript.ui.common.LanguageBox;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Prompts;
import org.tapescript.ui.common.Settings;
import org.tapescript.ui.common.Tape;
import org.tapescript.ui.player.PlayerModel;
import org.tapescript.ui.review.LeftOut;
import org.tapescript.ui.review.ReportPane;
import org.tapescript.ui.review.ReviewItem;
import org.tapescript.ui.review.ReviewPane;
import org.tapescript.ui.review.ReviewQueue;
import org.tapescript.ui.review.SpeakersPane;
import org.tapescript.ui.spelling.SpellingCommands;
import org.tapescript.ui.spelling.SpellingModel;
import org.tapescript.ui.subtitles.SubtitlesModel;
import org.tapescript.ui.subtitles.SubtitlesPane;
import org.tapescript.ui.transcript.FindBar;
import org.tapescript.ui.transcript.TranscriptView;
import org.tapescript.ui.video.VideoPlace;
import org.tapescript.ui.waveform.OverviewStrip;
import org.tapescript.ui.waveform.WaveformView;
import org.tapescript.workflow.TapeSync;

/** The window of an open project: puts its regions together and gives keys and buttons what they do. */
public final class EditorView extends BorderPane implements AutoCloseable {
    private static final Duration AUTOSAVE = Duration.minutes(2);
    private static final double LEAD_IN = 0.8;
    private static final double STATUS_PADDING = 26;

    private final EditorSession session;
    private final PlayerModel player;
    private final FxJobRunner jobs;
    /** What was typed does not wait behind pictures and engines. */
    private final FxJobRunner corrections = new FxJobRunner("corrections", 1);

    private final FxJobRunner saving = new FxJobRunner("saving", 1);

    private final Settings settings;
    private final Keys keys;
    private final TranscriptView transcript;
    private final WaveformView waveform;
    private final FindBar find;
    private final ReviewPane review;
    private final SubtitlesModel subtitles;
    private final SubtitlesPane subtitlesPane;
    private final CommentsPane comments;
    private final TabPane side;
    private final VideoPlace video;
    private final CommandMenus menus;
    private final Shell shell;
    private final Runnable settingsUnwatched;
    private final JobBar job;
    private final Sounding sounding;
    private final Label status = new Label();
    private final Label message = new Label();
    private final AnimationTimer frame;
    private final Timeline autosave;

    private WordTimes times;
    private Runnable keysTaken = () -> {};

    /**
     * @param output makes where the sound goes
     * @param shell the program around it
     */
    public EditorView(
            EditorSession session,
            Tape tape,
            TapeSync syncing,
            Settings settings,
            Supplier<AudioOutput> output,
            Shell shell) {
        this.session = session;
        this.settings = settings;
        this.shell = shell;
        this.jobs = new FxJobRunner("jobs", 2);
        this.keys = new Keys(settings);
        this.player = new PlayerModel(tape.sound(), DecodedRecording.SAMPLE_RATE, output);
        session.saveWith(saving);
        this.job = new JobBar(settings);
        this.sounding = Sounding.of(session.transcript());
        readSettings();
        this.settingsUnwatched = settings.onChange(this::readSettings);
        WholeTape whole = new WholeTape(tape, syncing);
        session.placeWith(new LocalPlacement(whole, this::say), jobs);
        if (!session.transcript().isPlaced()) {
            // In another language than the text there are no words to find.
            session.findWordsWith(
                    new LocalAlignment(session.transcript(), tape, syncing, corrections),
                    corrections,
                    e -> say(Failures.message(e)));
        }
        this.transcript = new TranscriptView(session, player, this::refused);
        if (!session.transcript().isPlaced()) {
            transcript.draftWith(
                    new GapDrafts(session, tape, syncing, jobs),
                    () -> keys.command("takeDraft").keysText());
        }
        this.find = new FindBar(session, transcript);
        TapePeaks peaks = new TapePeaks(
                tape.peaks(),
                tape.recordings().stream().map(DecodedRecording::samples).toList(),
                tape.sound());
        this.waveform = new WaveformView(session, player, peaks, tape.sound(), jobs, this::refused);
        this.subtitles = new SubtitlesModel(session, jobs, settings);
        this.review = new ReviewPane(
                session,
                jobs,
                this::reveal,
                this::playItem,
                new LeftOut(settings, session.project()),
                subtitles,
                this::say);
        this.video = new VideoPlace(shell.appearance(), settings);
        video.find(syncing.recordings().natives(), tape, jobs, player, subtitles);
        this.subtitlesPane = new SubtitlesPane(session, player, subtitles, transcript::reveal, this::say);
        this.comments = new CommentsPane(session, player, transcript::reveal, this::say);
        comments.onLeave(transcript::focus);
        SpellingModel spelling = new SpellingModel(session, jobs, shell.dictionaries());
        spelling.doubtsProperty()
                .addListener((o, was, now) -> transcript.markSpelling(id ->
                        spelling.of(id).stream().map(Spelling.Doubt::place).toList()));
        SpellingCommands spellings = new SpellingCommands(session, spelling, transcript, settings, this::say);
        EditorCommands commands = new EditorCommands(
                session,
                player,
                jobs,
                settings,
                keys,
                new Regions(transcript, waveform, find, review, subtitlesPane, comments, video, job, spellings),
                whole,
                shell,
                () -> getScene().getWindow(),
                this::say);
        this.menus = new CommandMenus(commands.table(), session, shell, spellings::addTo);
        transcript.onMenu(menus::atWord, menus::atUnspoken, menus::speakersMenu);
        transcript.setMinHeight(120);
        transcript
                .gapTempoProperty()
                .set(settings.number("gap.tempo", transcript.gapTempoProperty().get()));
        transcript.gapTempoProperty().addListener((o, was, now) -> settings.put("gap.tempo", now));

        VBox text = new VBox(find, transcript);
        VBox.setVgrow(transcript, Priority.ALWAYS);
        this.side = side();
        video.getItems().add(side);
        SplitPane across = new SplitPane(text, video);
        across.setDividerPositions(settings.number("divider.across", 0.7));
        SplitPane.setResizableWithParent(video, false);
        SplitPane down = new SplitPane(across, waveform);
        down.setOrientation(Orientation.VERTICAL);
        down.setDividerPositions(settings.number("divider.down", 0.74));
        SplitPane.setResizableWithParent(waveform, false);
        across.getDividers()
                .get(0)
                .positionProperty()
                .addListener((o, was, now) -> settings.put("divider.across", now));
        down.getDividers().get(0).positionProperty().addListener((o, was, now) -> settings.put("divider.down", now));

        setTop(new VBox(
                menus.bar(),
                new Toolbar(session, player, keys, transcript, review),
                new OverviewStrip(session, player, peaks, review.items())));
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
                keys.command("save").action().run();
            }
        }));
        autosave.setCycleCount(Timeline.INDEFINITE);
        autosave.play();
        if (!player.hasSound()) {
            say(Messages.get("player.noDevice"));
        }
        if (session.recovery().steps() > 0) {
            say(Messages.get("session.recovered", session.recovery().steps()));
        }
        // Not at the end alone: a program that is killed has none.
        keepAbout();
        review.countProperty().addListener(o -> keepAbout());
        session.recovery()
                .left()
                .ifPresent(left -> say(Messages.get("session.left." + left.reason(), left.journal(), left.line())));
    }

    private void readSettings() {
        player.rewindOnPauseProperty().set(settings.number("rewindOnPause", 0));
        player.pauseWhileTypingProperty().set(settings.flag("pauseWhileTyping", true));
    }

    /** What the window's sound and engines were made for. */
    private record Sounding(List<Recording> recordings, SyncBasis basis) {
        static Sounding of(SyncedTranscript t) {
            return new Sounding(t.recordings(), t.basis().withTextLanguage(Optional.empty()));
        }
    }

    private void read() {
        if (!Sounding.of(session.transcript()).equals(sounding)) {
            // Once whoever did this is done with it.
            Platform.runLater(shell::reopen);
        }
        times = session.times();
        follow(player.position());
        showStatus();
    }

    private void follow(double seconds) {
        int at = times.at(seconds);
        transcript.markSpoken(
                at >= 0 && seconds < times.end(at) + 0.3 ? Optional.of(times.word(at)) : Optional.empty());
    }

    /** What an edit is called. */
    static String title(Edit edit) {
        return Messages.get("edit." + edit.getClass().getSimpleName());
    }

    private TabPane side() {
        Tab doubts = new Tab(Messages.get("tab.review"), scrolling(review));
        Tab speakers = new Tab(
                Messages.get("tab.speakers"),
                new SpeakersPane(
                        session,
                        player,
                        NameFinder.find(session.transcript()),
                        new Prompts(() -> getScene().getWindow(), shell.appearance())::mayMerge,
                        this::refused));
        Tab report = new Tab(
                Messages.get("tab.report"), new ReportPane(session, jobs, player::seek, transcript::revealLine));
        Tab noted = new Tab(Messages.get("tab.comments"), scrolling(comments));
        TabPane pages = new TabPane(
                doubts, speakers, report, new Tab(Messages.get("tab.subtitles"), scrolling(subtitlesPane)), noted);
        pages.setId("side");
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        comments.onShow(() -> pages.getSelectionModel().select(noted));
        review.onShow(() -> pages.getSelectionModel().select(doubts));
        return pages;
    }

    /** As high as the page beside the text is, or as high as what is in it must be. */
    private static ScrollPane scrolling(Region page) {
        ScrollPane pane = new ScrollPane(page);
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.getStyleClass().add("edge-to-edge");
        return pane;
    }

    private FlowPane statusBar() {
        status.setId("status");
        message.setId("message");
        message.getStyleClass().add("message");
        FlowPane bar = new FlowPane(24, 2, job, status, message);
        bar.getStyleClass().add("status-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        // A pane that wraps would be as wide as what is widest in it, unwrapped.
        bar.setMinWidth(0);
        for (Label label : List.of(status, message)) {
            label.setWrapText(true);
            label.maxWidthProperty().bind(bar.widthProperty().subtract(STATUS_PADDING));
        }
        return bar;
    }

    private void showStatus() {
        SyncedTranscript t = session.transcript();
        List<Word> words = session.index().words();
        long placed = words.stream().filter(Word::isTimed).count();
        String saved = session.savedProperty().get()
                ? session.savedAtProperty()
                        .get()
                        .map(at -> Messages.get("status.savedAt", at.withNano(0).toString()))
                        .orElse(Messages.get("status.saved"))
                : Messages.get("status.unsaved");
        status.setText(Messages.get(
                "status.text",
                Messages.number(words.isEmpty() ? 0 : 100.0 * placed / words.size(), 1),
                ReviewQueue.unsureSpeakers(session.index()),
                saved,
                session.transcript().isPlaced() ? Messages.get("status.translation") : LanguageBox.name(t.language())));
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
        say(Messages.get("edit.refused", Failures.reason(e)));
    }

    private void reveal(ReviewItem item) {
        // A gap that is typed in holds the play head in its loop.
        transcript.finishEditing();
        item.seconds().ifPresent(player::seek);
        item.word().ifPresentOrElse(transcript::reveal, () -> {
            if (item.line() > 0) {
                transcript.revealLine(item.line());
            } else {
                item.seconds().ifPresent(transcript::revealTime);
            }
        });
    }

    private void playItem(ReviewItem item) {
        item.seconds().ifPresent(s -> {
            player.seek(s - LEAD_IN);
            player.play();
        });
    }

    /** Lets the keys work in the window that this is shown in. */
    public void installKeys() {
        keysTaken = keys.install(getScene());
    }

    /** Draws the sound for the theme that is chosen. */
    public void restyle() {
        menus.restyle();
        waveform.setDark(shell.appearance().theme().isDark());
    }

    /** Goes to where somebody stopped the last time, if that is known. */
    public void resume() {
        settings.place(session.project()).ifPresent(place -> {
            player.seek(place.seconds());
            transcript.reveal(place.word());
            side.getSelectionModel()
                    .select(Math.min(place.page(), side.getTabs().size() - 1));
        });
    }

    /** Does a command of the menus, by its name. */
    public void run(String command) {
        keys.command(command).action().run();
    }

    public EditorSession session() {
        return session;
    }

    public PlayerModel player() {
        return player;
    }

    /** Keeps for the first page what it says of this project. */
    private void keepAbout() {
        settings.putAbout(
                session.project(),
                new Settings.About(player.length(), review.countProperty().get()));
    }

    /** Stops playing and working; what was not saved stays in the journal. */
    @Override
    public void close() {
        keysTaken.run();
        transcript.finishEditing();
        comments.keep();
        keepAbout();
        settings.putPlace(
                session.project(),
                new Settings.Place(
                        player.position(),
                        session.caretProperty().get().orElse(""),
                        side.getSelectionModel().getSelectedIndex()));
        frame.stop();
        autosave.stop();
        settingsUnwatched.run();
        subtitles.close();
        video.close();
        player.close();
        jobs.close();
        corrections.close();
        try {
            session.close();
        } catch (IOException e) {
            System.getLogger(EditorView.class.getName())
                    .log(System.Logger.Level.WARNING, "Closing " + session.project(), e);
        }
        saving.close();
    }
}
