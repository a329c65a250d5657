package org.tapescript.ui.mainwindow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.stage.Window;
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
import org.tapescript.session.EditorSession;
import org.tapescript.ui.common.Appearance;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.FxJobRunner;
import org.tapescript.ui.common.Keys;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Settings;
import org.tapescript.ui.common.SpeakerColours;
import org.tapescript.ui.export.ExportDialog;
import org.tapescript.ui.player.PlayerModel;
import org.tapescript.ui.transcript.TranscriptView;

/** What the window of a project can do, by name: each command may have keys, and has a place in the menus and the palette. */
final class EditorCommands {
    private static final double SKIP_SECONDS = 3;
    private static final double TEMPO_STEP = 0.1;
    private static final double MOST_REWIND_SECONDS = 60;
    private static final int SPEAKER_KEYS = 9;

    private final EditorSession session;
    private final PlayerModel player;
    private final FxJobRunner jobs;
    private final Settings settings;
    private final Keys keys;
    private final Regions regions;
    private final TranscriptView transcript;
    private final WholeTape whole;
    private final Shell shell;
    private final Supplier<Window> window;
    private final Prompts prompts;
    private final CommandPalette palette;
    private final Consumer<String> say;

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
        this.keys = keys;
        this.regions = regions;
        this.transcript = regions.transcript();
        this.whole = whole;
        this.shell = shell;
        this.window = window;
        this.prompts = new Prompts(window, shell.appearance());
        this.palette = new CommandPalette(keys, shell.appearance());
        this.say = say;
        addPlaying();
        addEditing();
        addTimes();
        addReview();
        addView();
        addFile();
        transcript.onTypeIn(this::typeIn);
    }

    private void addPlaying() {
        keys.add("play", "Ctrl+Space Esc F4 Alt+K", player::toggle);
        keys.add("playFromWord", "Ctrl+Shift+Space", () -> withCaret(this::playWord));
        keys.add("back", "Alt+J", () -> player.skip(-SKIP_SECONDS));
        keys.add("forward", "Alt+L", () -> player.skip(SKIP_SECONDS));
        keys.add("slower", "Alt+Minus", () -> tempo(-TEMPO_STEP));
        keys.add("faster", "Alt+Equals", () -> tempo(TEMPO_STEP));
        keys.add("loop", "Ctrl+L", this::loop);
        keys.add("goToTime", "Ctrl+G", this::goToTime);
        keys.add("goToLine", "Ctrl+Shift+G", this::goToLine);
        keys.add("rewindOnPause", "", this::askRewind);
        keys.add("pauseWhileTyping", "", this::pauseWhileTyping);
    }

    private void addEditing() {
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
        keys.add("startEarlier", "Ctrl+Shift+Left", () -> withTurn(t -> moveStart(t, -1)));
        keys.add("startLater", "Ctrl+Shift+Right", () -> withTurn(t -> moveStart(t, 1)));
        for (int i = 1; i <= SPEAKER_KEYS; i++) {
            int number = i;
            keys.add("speaker" + i, "Ctrl+" + i, () -> assign(number));
        }
        keys.add("newSpeaker", "Ctrl+0", this::newSpeaker);
        keys.add("swap", "Ctrl+Shift+X", this::swap);
        keys.add("rename", "Ctrl+R", this::rename);
        keys.add("unspoken", "Ctrl+U", this::markUnspoken);
        keys.add("spoken", "Ctrl+Shift+U", this::markSpoken);
        keys.add("find", "Ctrl+F Ctrl+H", regions.find()::showBar);
        keys.add("findNext", "F3", () -> regions.find().next(1));
        keys.add("findBack", "Shift+F3", () -> regions.find().next(-1));
    }

    private void addTimes() {
        keys.add("pin", "Ctrl+P", () -> withCaret(word -> apply(new PinWords(List.of(word)))));
        keys.add("wordBack", "Ctrl+Left", () -> transcript.moveCaret(-1));
        keys.add("wordForward", "Ctrl+Right", () -> transcript.moveCaret(1));
        keys.add("nudgeStartBack", "Alt+Left", () -> regions.waveform().nudgeStart(-0.01));
        keys.add("nudgeStartForward", "Alt+Right", () -> regions.waveform().nudgeStart(0.01));
        keys.add(
                "nudgeStartBackMore", "Alt+Shift+Left", () -> regions.waveform().nudgeStart(-0.05));
        keys.add(
                "nudgeStartForwardMore",
                "Alt+Shift+Right",
                () -> regions.waveform().nudgeStart(0.05));
        keys.add("nudgeEndBack", "Ctrl+Alt+Left", () -> regions.waveform().nudgeEnd(-0.01));
        keys.add("nudgeEndForward", "Ctrl+Alt+Right", () -> regions.waveform().nudgeEnd(0.01));
        keys.add(
                "nudgeEndBackMore",
                "Ctrl+Alt+Shift+Left",
                () -> regions.waveform().nudgeEnd(-0.05));
        keys.add(
                "nudgeEndForwardMore",
                "Ctrl+Alt+Shift+Right",
                () -> regions.waveform().nudgeEnd(0.05));
        keys.add("startHere", "Ctrl+Open_Bracket", regions.waveform()::startFromPlayHead);
        keys.add("endHere", "Ctrl+Close_Bracket", regions.waveform()::endFromPlayHead);
    }

    private void addReview() {
        keys.add("reviewNext", "F8", () -> regions.review().step(1));
        keys.add("reviewBack", "Shift+F8", () -> regions.review().step(-1));
        keys.add("reviewAccept", "F9", regions.review()::accept);
        keys.add("reviewChange", "F10", regions.review()::change);
        keys.add("compareVoices", "Ctrl+Shift+V", () -> overAll(WholeTape::compareVoices));
        keys.add("alignAnew", "", () -> overAll(WholeTape::align));
    }

    private void addView() {
        keys.add("follow", "Ctrl+Shift+L", () -> toggle(transcript.followProperty()));
        keys.add("fold", "Ctrl+Shift+F", () -> toggle(transcript.foldUnspokenProperty()));
        keys.add("zoomIn", "Ctrl+Equals Ctrl+Plus", () -> regions.waveform().zoom(0.7));
        keys.add("zoomOut", "Ctrl+Minus", () -> regions.waveform().zoom(1 / 0.7));
        keys.add("biggerText", "Ctrl+Shift+Equals", () -> textSize(1));
        keys.add("smallerText", "Ctrl+Shift+Minus", () -> textSize(-1));
        keys.add("theme", "", this::nextTheme);
        keys.add("palette", "Ctrl+Shift+P Ctrl+K", () -> palette.show(window.get()));
    }

    private void addFile() {
        keys.add("save", "Ctrl+S", this::save);
        keys.add("saveAs", "Ctrl+Shift+S", this::saveAs);
        keys.add("export", "Ctrl+E", this::export);
        keys.add("settings", "Ctrl+Comma", () -> shell.showSettings(keys, "look"));
        keys.add("keys", "F1", () -> shell.showSettings(keys, "keys"));
        keys.add("home", "Ctrl+W", shell::home);
    }

    private static void toggle(BooleanProperty property) {
        property.set(!property.get());
    }

    private void refused(RefusedEditException e) {
        say.accept(Messages.get("edit.refused", e.getMessage()));
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
        transcript.currentTurn().ifPresentOrElse(action, () -> say.accept(Messages.get("edit.noTurn")));
    }

    private void withCaret(Consumer<String> action) {
        transcript.finishEditing();
        session.caretProperty().get().ifPresentOrElse(action, () -> say.accept(Messages.get("edit.noWord")));
    }

    /** Goes over the whole tape beside the window; what it finds is one step, to be undone as any other. */
    private void overAll(WholeTape.Pass pass) {
        transcript.finishEditing();
        SyncedTranscript before = session.transcript();
        say.accept(Messages.get("engine.begun"));
        jobs.run(
                (progress, cancel) -> pass.run(whole, before, progress, cancel),
                (phase, at, all) -> say.accept(phase + " " + Clock.brief(at) + " / " + Clock.brief(all)),
                found -> {
                    if (session.transcript() == before) {
                        apply(new ReplaceAll(found));
                        say.accept(Messages.get("engine.done"));
                    } else {
                        say.accept(Messages.get("engine.late"));
                    }
                },
                e -> say.accept(Failures.message(e)));
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
                    .or(() -> transcript.currentTurn().flatMap(Turn::span)));
            player.play();
        }
        say.accept(Messages.get(player.loopProperty().get().isPresent() ? "player.loops" : "player.loopsNot"));
    }

    private void goToTime() {
        prompts.text(Messages.get("command.goToTime"), Clock.brief(player.position()))
                .ifPresent(text -> ClockTime.parse(text)
                        .ifPresentOrElse(player::seek, () -> say.accept(Messages.get("error.noTime", text))));
    }

    private void goToLine() {
        prompts.text(Messages.get("command.goToLine"), "").ifPresent(text -> {
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
                        String.valueOf(player.rewindOnPauseProperty().get()))
                .flatMap(ClockTime::parse)
                .ifPresent(s -> settings.put("rewindOnPause", Math.min(MOST_REWIND_SECONDS, s)));
    }

    private void pauseWhileTyping() {
        boolean on = !player.pauseWhileTypingProperty().get();
        settings.put("pauseWhileTyping", on);
        say.accept(Messages.get(on ? "player.pausesForTyping" : "player.playsOn"));
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
            say.accept(Messages.get("speaker.none", number));
            return;
        }
        withTurn(t -> apply(new AssignSpeaker(t.id(), speakers.get(number - 1))));
    }

    private void newSpeaker() {
        withTurn(t -> prompts.text(Messages.get("command.newSpeaker"), "")
                .ifPresent(name -> apply(new AssignSpeaker(t.id(), name))));
    }

    private void rename() {
        withTurn(t -> prompts.text(Messages.get("rename.ask", t.speaker()), t.speaker())
                .filter(name -> !name.equals(t.speaker()))
                .ifPresent(name -> apply(new RenameSpeaker(t.speaker(), name))));
    }

    private void swap() {
        withTurn(t -> {
            List<String> others = new ArrayList<>(speakers());
            others.remove(t.speaker());
            if (others.isEmpty()) {
                say.accept(Messages.get("speaker.none", 2));
            } else if (others.size() == 1) {
                apply(new SwapSpeakers(t.id(), t.speaker(), others.get(0)));
            } else {
                prompts.choice(Messages.get("swap.ask", t.speaker()), otherSpeaker(), others)
                        .ifPresent(other -> apply(new SwapSpeakers(t.id(), t.speaker(), other)));
            }
        });
    }

    /** The caret stays in the turn that is changed, so that the same key changes the same turn again. */
    private void moveStart(Turn turn, int words) {
        apply(new MoveTurnStart(turn.id(), words));
        Word first = session.index().turn(turn.id()).orElse(turn).words().get(0);
        boolean left = session.caretProperty()
                .get()
                .filter(id -> session.index().indexOf(id) < session.index().indexOf(first.id()))
                .isPresent();
        if (left) {
            transcript.reveal(first.id());
        }
    }

    private void markUnspoken() {
        transcript.finishEditing();
        transcript.currentPlace().ifPresent(place -> {
            List<String> kinds = Arrays.stream(ParagraphKind.values())
                    .filter(k -> !k.isSpoken())
                    .map(ParagraphKind::label)
                    .toList();
            prompts.choice(Messages.get("command.unspoken"), ParagraphKind.NOTE.label(), kinds)
                    .ifPresent(kind -> apply(new MarkUnspoken(place, kind)));
        });
    }

    private void markSpoken() {
        transcript.finishEditing();
        transcript
                .currentPlace()
                .ifPresent(place -> prompts.choice(
                                Messages.get("command.spoken"), speakers().get(0), speakers())
                        .ifPresent(name -> apply(new MarkSpoken(place, name))));
    }

    private void typeIn(StraySpeech stray) {
        player.seek(stray.startSeconds());
        prompts.said(
                        Messages.get("typeIn.title", Clock.brief(stray.startSeconds())),
                        stray.speaker().orElse(speakers().get(0)),
                        speakers())
                .ifPresent(said -> apply(new InsertTurn(
                        stray.time().startMicros(), stray.time().endMicros(), said.speaker(), said.text())));
    }

    /** Whoever is typing types on: what is typed so far is saved. */
    private void save() {
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

    private void export() {
        transcript.finishEditing();
        new ExportDialog(session, player, settings, shell.files(), shell.appearance()).show(window.get());
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
