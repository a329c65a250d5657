package org.tapescript.ui.mainwindow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SpeakerNames;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.AssignSpeaker;
import org.tapescript.edit.Edit;
import org.tapescript.edit.MarkSpoken;
import org.tapescript.edit.MarkUnspoken;
import org.tapescript.edit.MergeTurn;
import org.tapescript.edit.MoveTurnStart;
import org.tapescript.edit.PinWords;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.edit.RenameSpeaker;
import org.tapescript.edit.SplitTurn;
import org.tapescript.edit.SwapSpeakers;
import org.tapescript.session.EditorSession;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Prompts;
import org.tapescript.ui.common.SpeakerColours;
import org.tapescript.ui.transcript.SelectedText;
import org.tapescript.ui.transcript.TranscriptView;

/** What is done to turns and those who speak them, where the caret is. */
final class TurnCommands {
    private final EditorSession session;
    private final TranscriptView transcript;
    private final Prompts prompts;
    private final Consumer<String> say;

    /** @param say tells the user something, for a while */
    TurnCommands(EditorSession session, TranscriptView transcript, Prompts prompts, Consumer<String> say) {
        this.session = session;
        this.transcript = transcript;
        this.prompts = prompts;
        this.say = say;
    }

    private void refused(RefusedEditException e) {
        say.accept(Messages.get("edit.refused", Failures.reason(e)));
    }

    void apply(Edit edit) {
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

    void withCaret(Consumer<String> action) {
        transcript.finishEditing();
        session.caretProperty().get().ifPresentOrElse(action, () -> say.accept(Messages.get("edit.noWord")));
    }

    /** Before the word at the caret; for whoever types, before the word that they are at the beginning of. */
    void split() {
        if (transcript.nextInGap()) {
            return;
        }
        Optional<Integer> typing = transcript.typingAt();
        if (typing.isEmpty()) {
            withCaret(word -> apply(new SplitTurn(word, otherSpeaker())));
            return;
        }
        int at = typing.get();
        List<Word> words = session.index().words();
        Optional<Word> within = words.stream()
                .filter(w -> w.place().start() < at && at < w.place().end())
                .findFirst();
        if (within.isPresent()) {
            say.accept(Messages.get("split.withinWord", within.get().text()));
            return;
        }
        transcript.finishEditing();
        words.stream().filter(w -> w.place().start() >= at).findFirst().ifPresent(word -> {
            session.caretProperty().set(Optional.of(word.id()));
            apply(new SplitTurn(word.id(), otherSpeaker()));
        });
    }

    void merge() {
        withTurn(t -> apply(new MergeTurn(t.id())));
    }

    void pin() {
        withCaret(word -> apply(new PinWords(List.of(word))));
    }

    /** Has the turn at the caret begin so many words later, or earlier. */
    void moveStart(int words) {
        withTurn(t -> moveStart(t, words));
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

    void assign(int number) {
        List<String> speakers = speakers();
        if (number > speakers.size()) {
            say.accept(Messages.get("speaker.none", number));
            return;
        }
        if (transcript.sayGap(speakers.get(number - 1))) {
            return;
        }
        give(speakers.get(number - 1));
    }

    void newSpeaker() {
        withTurn(t -> prompts.text(Messages.get("command.newSpeaker"), "", Messages.get("prompt.name"))
                .ifPresent(name -> give(SpeakerNames.meantOrNew(speakers(), name))));
    }

    /** Gives what is selected to a speaker, as turns of its own; else the turn at the caret. */
    private void give(String speaker) {
        transcript.finishEditing();
        List<Word> selected = session.selection().words();
        if (selected.isEmpty()) {
            withTurn(t -> apply(new AssignSpeaker(t.id(), speaker)));
            return;
        }
        together(giving(selected, speaker));
    }

    /** Does edits that are undone together. */
    private void together(List<Edit> edits) {
        OptionalLong step = OptionalLong.empty();
        try {
            for (Edit edit : edits) {
                step = OptionalLong.of(step.isPresent() ? session.amend(step.getAsLong(), edit) : session.apply(edit));
            }
        } catch (RefusedEditException e) {
            refused(e);
        }
    }

    /** Puts what is selected, or else the turn at the caret, where other programs can take it. */
    void copy(SelectedText.Heads heads) {
        List<Word> words = session.selection().words();
        if (words.isEmpty()) {
            words = transcript.currentTurn().map(Turn::words).orElse(List.of());
        }
        if (words.isEmpty()) {
            say.accept(Messages.get("edit.noTurn"));
            return;
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(SelectedText.of(session.transcript(), words, heads));
        Clipboard.getSystemClipboard().setContent(content);
        say.accept(Messages.get("copy.done", words.size()));
    }

    void selectAll() {
        List<Word> all = session.index().words();
        if (!all.isEmpty()) {
            session.selection().select(all.get(0).id(), all.get(all.size() - 1).id());
        }
    }

    /** The edits that give words to a speaker: each turn is cut behind and before them, unless it is given away whole. */
    private List<Edit> giving(List<Word> selected, String speaker) {
        List<Edit> edits = new ArrayList<>();
        for (Turn turn : session.transcript().turns()) {
            int from = turn.words().indexOf(selected.get(0));
            int to = turn.words().indexOf(selected.get(selected.size() - 1));
            boolean within = turn.words().stream().anyMatch(selected::contains);
            if (!within) {
                continue;
            }
            if (to >= 0 && to + 1 < turn.words().size()) {
                edits.add(new SplitTurn(turn.words().get(to + 1).id(), turn.speaker()));
            }
            if (from > 0) {
                edits.add(new SplitTurn(turn.words().get(from).id(), speaker));
            } else if (!turn.speaker().equals(speaker) || !turn.speakerIsManual()) {
                edits.add(new AssignSpeaker(turn.id(), speaker));
            }
        }
        return edits;
    }

    void rename() {
        withTurn(t -> prompts.text(Messages.get("rename.ask", t.speaker()), t.speaker(), Messages.get("prompt.rename"))
                .filter(typed -> !SpeakerNames.tidy(typed).isEmpty() && !typed.equals(t.speaker()))
                .ifPresent(typed -> rename(t.speaker(), typed)));
    }

    private void rename(String from, String typed) {
        List<String> others = new ArrayList<>(speakers());
        others.remove(from);
        Optional<String> other = SpeakerNames.meant(others, typed);
        String to = other.orElseGet(() -> SpeakerNames.tidy(typed));
        if (!to.equals(from) && (other.isEmpty() || prompts.mayMerge(from, to))) {
            apply(new RenameSpeaker(from, to));
        }
    }

    void swap() {
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

    void markUnspoken() {
        transcript.finishEditing();
        List<Integer> places = places();
        if (!places.isEmpty()) {
            List<String> kinds = Arrays.stream(ParagraphKind.values())
                    .filter(k -> !k.isSpoken())
                    .map(ParagraphKind::label)
                    .toList();
            prompts.choice(Messages.get("command.unspoken"), ParagraphKind.NOTE.label(), kinds)
                    .ifPresent(kind -> together(places.stream()
                            .<Edit>map(p -> new MarkUnspoken(p, kind))
                            .toList()));
        }
    }

    /** A place in each paragraph that words are selected of; else in the one at the caret. */
    private List<Integer> places() {
        List<Integer> places = session.transcript().transcript().paragraphs().stream()
                .filter(p -> session.selection().words().stream()
                        .anyMatch(w -> p.place().contains(w.place())))
                .map(p -> p.place().start())
                .toList();
        return places.isEmpty() ? transcript.currentPlace().stream().toList() : places;
    }

    void markSpoken() {
        transcript.finishEditing();
        transcript
                .currentPlace()
                .ifPresent(place -> prompts.choice(
                                Messages.get("command.spoken"), speakers().get(0), speakers())
                        .ifPresent(name -> apply(new MarkSpoken(place, name))));
    }

    /** Opens the next gap for what the text lacks there. */
    void typeIn() {
        if (!transcript.typeInNext()) {
            say.accept(Messages.get("gap.none"));
        }
    }

    /** Takes what was heard in the gap that is being typed in. */
    void takeDraft() {
        if (!transcript.takeDraft()) {
            say.accept(Messages.get("gap.noDraft"));
        }
    }
}
