package org.tapescript.ui.mainwindow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.StraySpeech;
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
import org.tapescript.edit.SplitTurn;
import org.tapescript.edit.SwapSpeakers;
import org.tapescript.session.EditorSession;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.SpeakerColours;
import org.tapescript.ui.player.PlayerModel;
import org.tapescript.ui.transcript.TranscriptView;

/** What is done to turns and those who speak them, where the caret is. */
final class TurnCommands {
    private final EditorSession session;
    private final PlayerModel player;
    private final TranscriptView transcript;
    private final Prompts prompts;
    private final Consumer<String> say;

    /** @param say tells the user something, for a while */
    TurnCommands(
            EditorSession session,
            PlayerModel player,
            TranscriptView transcript,
            Prompts prompts,
            Consumer<String> say) {
        this.session = session;
        this.player = player;
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

    void split() {
        withCaret(word -> apply(new SplitTurn(word, otherSpeaker())));
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
        withTurn(t -> apply(new AssignSpeaker(t.id(), speakers.get(number - 1))));
    }

    void newSpeaker() {
        withTurn(t -> prompts.text(Messages.get("command.newSpeaker"), "")
                .ifPresent(name -> apply(new AssignSpeaker(t.id(), name))));
    }

    void rename() {
        withTurn(t -> prompts.text(Messages.get("rename.ask", t.speaker()), t.speaker())
                .filter(name -> !name.equals(t.speaker()))
                .filter(name -> !speakers().contains(name) || prompts.mayMerge(t.speaker(), name))
                .ifPresent(name -> apply(new RenameSpeaker(t.speaker(), name))));
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
        transcript.currentPlace().ifPresent(place -> {
            List<String> kinds = Arrays.stream(ParagraphKind.values())
                    .filter(k -> !k.isSpoken())
                    .map(ParagraphKind::label)
                    .toList();
            prompts.choice(Messages.get("command.unspoken"), ParagraphKind.NOTE.label(), kinds)
                    .ifPresent(kind -> apply(new MarkUnspoken(place, kind)));
        });
    }

    void markSpoken() {
        transcript.finishEditing();
        transcript
                .currentPlace()
                .ifPresent(place -> prompts.choice(
                                Messages.get("command.spoken"), speakers().get(0), speakers())
                        .ifPresent(name -> apply(new MarkSpoken(place, name))));
    }

    void typeIn(StraySpeech stray) {
        player.seek(stray.startSeconds());
        prompts.said(
                        Messages.get("typeIn.title", Clock.brief(stray.startSeconds())),
                        stray.speaker().orElse(speakers().get(0)),
                        speakers())
                .ifPresent(said -> apply(new InsertTurn(
                        stray.time().startMicros(),
                        stray.time().endMicros(),
                        said.speaker(),
                        said.text(),
                        Optional.empty())));
    }
}
