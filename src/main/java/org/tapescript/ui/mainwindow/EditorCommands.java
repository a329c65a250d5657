package org.tapescript.ui.mainwindow;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.stage.Window;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.format.ClockTime;
import org.tapescript.session.EditorSession;
import org.tapescript.session.Selection;
import org.tapescript.ui.comments.CommentsPane;
import org.tapescript.ui.common.Appearance;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.FxJobRunner;
import org.tapescript.ui.common.Keys;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Prompts;
import org.tapescript.ui.common.Settings;
import org.tapescript.ui.export.ExportDialog;
import org.tapescript.ui.player.PlayerModel;
import org.tapescript.ui.spelling.SpellingCommands;
import org.tapescript.ui.subtitles.SubtitlesPane;
import org.tapescript.ui.transcript.SelectedText;
import org.tapescript.ui.transcript.TranscriptView;
import org.tapescript.ui.waveform.WaveformView;

/** What the window of a project can do, by name: each command may have keys, and has a place in the menus and the palette. */
final class EditorCommands {
    private static final double SKIP_SECONDS = 3;
    private static final double TEMPO_STEP = 0.1;
    private static final double MAXIMUM_REWIND_SECONDS = 60;
    private static final int SPEAKER_KEYS = 9;
    private static final double ZOOM = 0.7;
    /** By how many seconds boundaries are moved. */
    private static final double SMALL_STEP = 0.01;

    private static final double LARGE_STEP = 0.05;

    private final EditorSession session;
    private final PlayerModel player;
    private final FxJobRunner jobs;
    private final Settings settings;
    private final Regions regions;
    private final TranscriptView transcript;
    private final WholeTape whole;
    private final Shell shell;
    private final Supplier<Window> window;
    private final Prompts prompts;
    private final CommandPalette palette;
    private final Consumer<String> say;
    private final TurnCommands turns;
    private final TapeJobs tapeJobs;
    private final CommandTable table;

    /**
     * @param window over which questions are asked
     * @param say tells the user something, for a while
     */
    EditorCommands(
            EditorSession session,
            PlayerModel player,
            FxJobRunner jobs,
            Settings settings,
            Keys keys,
            Regions regions,
            WholeTape whole,
            Shell shell,
            Supplier<Window> window,
            Consumer<String> say) {
        this.session = session;
        this.player = player;
        this.jobs = jobs;
        this.settings = settings;
        this.regions = regions;
        this.transcript = regions.transcript();
        this.whole = whole;
        this.shell = shell;
        this.window = window;
        this.prompts = new Prompts(window, shell.appearance());
        this.palette = new CommandPalette(keys, shell.appearance());
        this.say = say;
        this.turns = new TurnCommands(session, transcript, prompts, say);
        this.tapeJobs = new TapeJobs(session, whole, jobs, regions.job(), prompts, turns::apply, say);
        this.table = table(keys, turns);
    }

    CommandTable table() {
        return table;
    }

    private CommandTable table(Keys keys, TurnCommands turns) {
        CommandTable table = new CommandTable(keys);
        table.menu("file")
                .add("new", "Ctrl+N", shell::home)
                .add("open", "Ctrl+O", () -> finished(shell::open))
                .recent()
                .add("home", "Ctrl+W", shell::home)
                .line()
                .add("save", "Ctrl+S", this::save)
                .add("saveAs", "Ctrl+Shift+S", this::saveAs)
                .add("export", "Ctrl+E", this::export)
                .add("bundle", "", () -> finished(this::bundle))
                .line()
                .add("revise", "", () -> finished(() -> tapeJobs.revise(shell.files(), window.get())))
                .add("languages", "", () -> finished(() -> tapeJobs.languages(shell.files())))
                .line()
                .add("settings", "Ctrl+Comma", () -> shell.showSettings(keys, "look"))
                .line()
                .add("quit", "Ctrl+Q", shell::quit);
        table.menu("edit")
                .add("undo", "Ctrl+Z", () -> finished(session::undo))
                .add("redo", "Ctrl+Shift+Z Ctrl+Y", () -> finished(session::redo))
                .line()
                .add("edit", "F2", transcript::edit)
                .add("typeIn", "Ctrl+T", turns::typeIn)
                .add("takeDraft", "Ctrl+D", turns::takeDraft)
                .line()
                .add("selectAll", "Ctrl+A", turns::selectAll)
                .add("copy", "Ctrl+C", () -> turns.copy(SelectedText.Heads.NONE))
                .add("copySpeakers", "Ctrl+Shift+C", () -> turns.copy(SelectedText.Heads.SPEAKERS))
                .add("copyTimes", "Ctrl+Alt+C", () -> turns.copy(SelectedText.Heads.TIMES))
                .add("saveSound", "Ctrl+Shift+E", () -> finished(this::saveSound))
                .line()
                .add("find", "Ctrl+F Ctrl+H", regions.find()::showBar)
                .add("findNext", "F3", () -> regions.find().next(1))
                .add("findBack", "Shift+F3", () -> regions.find().next(-1))
                .line()
                .add("goToTime", "Ctrl+G", this::goToTime)
                .add("goToLine", "Ctrl+Shift+G", this::goToLine);
        table.menu("turn")
                .add("split", "Ctrl+Enter", turns::split)
                .add("merge", "Ctrl+Backspace", turns::merge)
                .add("startEarlier", "Ctrl+Shift+Left", () -> turns.moveStart(-1))
                .add("startLater", "Ctrl+Shift+Right", () -> turns.moveStart(1))
                .line()
                .speakers()
                .add("newSpeaker", "Ctrl+0", turns::newSpeaker)
                .add("rename", "Ctrl+R", turns::rename)
                .add("swap", "Ctrl+Shift+X", turns::swap)
                .line()
                .add("unspoken", "Ctrl+U", turns::markUnspoken)
                .add("spoken", "Ctrl+Shift+U", turns::markSpoken);
        for (int i = 1; i <= SPEAKER_KEYS; i++) {
            int number = i;
            keys.add("speaker" + i, "Ctrl+" + i, () -> turns.assign(number));
        }
        WaveformView waveform = regions.waveform();
        table.menu("word")
                .add("wordBack", "Ctrl+Left", () -> transcript.moveCaret(-1))
                .add("wordForward", "Ctrl+Right", () -> transcript.moveCaret(1))
                .line()
                .add("pin", "Ctrl+P", turns::pin)
                .add("startHere", "Ctrl+Open_Bracket", waveform::startFromPlayHead)
                .add("endHere", "Ctrl+Close_Bracket", waveform::endFromPlayHead)
                .line()
                .add("nudgeStartBack", "Alt+Left", () -> waveform.nudgeStart(-SMALL_STEP))
                .add("nudgeStartForward", "Alt+Right", () -> waveform.nudgeStart(SMALL_STEP))
                .add("nudgeStartBackMore", "Alt+Shift+Left", () -> waveform.nudgeStart(-LARGE_STEP))
                .add("nudgeStartForwardMore", "Alt+Shift+Right", () -> waveform.nudgeStart(LARGE_STEP))
                .add("nudgeEndBack", "Ctrl+Alt+Left", () -> waveform.nudgeEnd(-SMALL_STEP))
                .add("nudgeEndForward", "Ctrl+Alt+Right", () -> waveform.nudgeEnd(SMALL_STEP))
                .add("nudgeEndBackMore", "Ctrl+Alt+Shift+Left", () -> waveform.nudgeEnd(-LARGE_STEP))
                .add("nudgeEndForwardMore", "Ctrl+Alt+Shift+Right", () -> waveform.nudgeEnd(LARGE_STEP));
        table.menu("playback")
                .add("play", "Ctrl+Space Esc F4 Alt+K", player::toggle)
                .add("playFromWord", "Ctrl+Shift+Space", () -> turns.withCaret(this::playWord))
                .add("back", "Alt+J", () -> player.skip(-SKIP_SECONDS))
                .add("forward", "Alt+L", () -> player.skip(SKIP_SECONDS))
                .line()
                .add("frameBack", "Alt+Comma", () -> regions.video().step(-1))
                .add("frameForward", "Alt+Period", () -> regions.video().step(1))
                .add("videoWindow", "Ctrl+Shift+D", regions.video()::toggle)
                .line()
                .add("slower", "Alt+Minus", () -> tempo(-TEMPO_STEP))
                .add("faster", "Alt+Equals", () -> tempo(TEMPO_STEP))
                .add("loop", "Ctrl+L", this::loop)
                .line()
                .add("rewindOnPause", "", this::askRewind)
                .add("pauseWhileTyping", "", this::pauseWhileTyping);
        CommentsPane comments = regions.comments();
        SpellingCommands spelling = regions.spelling();
        table.menu("review")
                .add("reviewNext", "F8", () -> step(1))
                .add("reviewBack", "Shift+F8", () -> step(-1))
                .add("reviewAccept", "F9", regions.review()::accept)
                .add("reviewChange", "F10", regions.review()::change)
                .line()
                .add("comment", "Ctrl+M", () -> finished(comments::comment))
                .add("bookmark", "Ctrl+B", () -> finished(comments::bookmark))
                .add("commentTime", "Ctrl+Shift+M", () -> finished(comments::commentTime))
                .add("bookmarkTime", "Ctrl+Shift+B", () -> finished(comments::bookmarkTime))
                .add("commentNext", "F6", () -> finished(() -> comments.step(1)))
                .add("commentBack", "Shift+F6", () -> finished(() -> comments.step(-1)))
                .add("commentDelete", "Ctrl+Alt+M", () -> finished(comments::delete))
                .line()
                .add("spellingNext", "F11", () -> finished(() -> spelling.step(1)))
                .add("spellingBack", "Shift+F11", () -> finished(() -> spelling.step(-1)))
                .add("spellingSuggest", "Ctrl+Period", () -> finished(spelling::suggest))
                .add("spellingAccept", "Ctrl+Shift+W", () -> finished(spelling::accept))
                .add("spelling", "", spelling::toggle)
                .line()
                .add("compareVoices", "Ctrl+Shift+V", () -> overAll(WholeTape::compareVoices))
                .add("alignAnew", "", () -> overAll(WholeTape::align));
        SubtitlesPane subtitles = regions.subtitles();
        table.menu("subtitles")
                .add("cueNext", "F7", () -> subtitles.step(1))
                .add("cueBack", "Shift+F7", () -> subtitles.step(-1))
                .line()
                .add("cueSplit", "Ctrl+Shift+Enter", subtitles::split)
                .add("cueMerge", "Ctrl+Shift+Backspace", subtitles::merge)
                .add("cueEarlier", "Ctrl+Alt+Up", () -> subtitles.shift(-1))
                .add("cueLater", "Ctrl+Alt+Down", () -> subtitles.shift(1));
        table.menu("view")
                .add("follow", "Ctrl+Shift+L", () -> toggle(transcript.followProperty()))
                .add("fold", "Ctrl+Shift+F", () -> toggle(transcript.foldUnspokenProperty()))
                .line()
                .add("zoomIn", "Ctrl+Equals Ctrl+Plus", () -> waveform.zoom(ZOOM))
                .add("zoomOut", "Ctrl+Minus", () -> waveform.zoom(1 / ZOOM))
                .line()
                .add("biggerText", "Ctrl+Shift+Equals", () -> textSize(1))
                .add("smallerText", "Ctrl+Shift+Minus", () -> textSize(-1))
                .add("theme", "", this::nextTheme)
                .line()
                .add("palette", "Ctrl+Shift+P Ctrl+K", () -> palette.show(window.get()));
        table.menu("help")
                .add("manual", "Shift+F1", shell::showManual)
                .add("keys", "F1", () -> shell.showSettings(keys, "keys"));
        return table;
    }

    /** To the next doubt, or, where subtitles are shown, to the next that breaches a rule. */
    private void step(int by) {
        if (regions.subtitles().isShown()) {
            regions.subtitles().step(by);
        } else {
            regions.review().step(by);
        }
    }

    /** What is being typed is done first. */
    private void finished(Runnable action) {
        transcript.finishEditing();
        action.run();
    }

    private static void toggle(BooleanProperty property) {
        property.set(!property.get());
    }

    private void overAll(WholeTape.Pass pass) {
        finished(() -> tapeJobs.run(pass));
    }

    private void playWord(String id) {
        session.times().holding(id).flatMap(Word::span).ifPresent(s -> {
            player.seek(s.startSeconds());
            player.play();
        });
    }

    private void tempo(double by) {
        player.tempoProperty()
                .set(Math.max(0.5, Math.min(2, player.tempoProperty().get() + by)));
    }

    private void loop() {
        if (player.loopProperty().get().isPresent()) {
            player.setLoop(Optional.empty());
        } else {
            player.setLoop(regions.waveform()
                    .selectionProperty()
                    .get()
                    .or(() -> Selection.span(session.selection().words()))
                    .or(() -> transcript.currentTurn().flatMap(Turn::span)));
            player.loopProperty().get().ifPresent(span -> player.seek(span.startSeconds()));
            player.play();
        }
        say.accept(Messages.get(player.loopProperty().get().isPresent() ? "player.loops" : "player.loopsNot"));
    }

    private void goToTime() {
        prompts.text(Messages.get("command.goToTime"), Clock.brief(player.position()), Messages.get("prompt.go"))
                .ifPresent(text -> ClockTime.parse(text)
                        .ifPresentOrElse(player::seek, () -> say.accept(Messages.get("error.noTime", text))));
    }

    private void goToLine() {
        prompts.text(Messages.get("command.goToLine"), "", Messages.get("prompt.go"))
                .ifPresent(text -> {
                    try {
                        transcript.revealLine(Integer.parseInt(text));
                    } catch (NumberFormatException e) {
                        say.accept(Messages.get("error.noLine", text));
                    }
                });
    }

    private void askRewind() {
        prompts.text(
                        Messages.get("command.rewindOnPause"),
                        String.valueOf(player.rewindOnPauseProperty().get()),
                        Messages.get("prompt.set"))
                .flatMap(ClockTime::parse)
                .ifPresent(s -> settings.put("rewindOnPause", Math.min(MAXIMUM_REWIND_SECONDS, s)));
    }

    private void pauseWhileTyping() {
        boolean on = !player.pauseWhileTypingProperty().get();
        settings.put("pauseWhileTyping", on);
        say.accept(Messages.get(on ? "player.pausesForTyping" : "player.playsOn"));
    }

    /** Whoever is typing types on: what is typed so far is saved. */
    private void save() {
        regions.comments().keep();
        session.save(() -> {}, this::notSaved);
    }

    private void notSaved(Throwable e) {
        say.accept(Messages.get("error.save", Failures.message(e)));
    }

    private void saveAs() {
        transcript.finishEditing();
        shell.files()
                .save(window.get(), Messages.get("command.saveAs"), session.project())
                .ifPresent(this::saveAs);
    }

    private void saveAs(Path file) {
        String name = file.getFileName().toString();
        Path to = name.contains(".") ? file : file.resolveSibling(name + ".tapescript");
        session.saveAs(to, () -> shell.renamed(to), this::notSaved);
    }

    private void saveSound() {
        new SaveSound(session, transcript, whole, jobs, shell.files(), say).run(window);
    }

    private void bundle() {
        new SaveBundle(session, whole.tape(), shell.places(), jobs, shell.files(), say).run(prompts, window);
    }

    private void export() {
        transcript.finishEditing();
        new ExportDialog(session, player, transcript::reveal, settings, shell.files(), shell.appearance())
                .show(window.get());
    }

    private void textSize(double by) {
        shell.appearance().setTextSize(shell.appearance().textSize() + by);
        shell.restyle();
    }

    private void nextTheme() {
        Appearance.Theme[] all = Appearance.Theme.values();
        Appearance.Theme now = shell.appearance().theme();
        shell.appearance().setTheme(all[(now.ordinal() + 1) % all.length]);
        shell.restyle();
    }
}
