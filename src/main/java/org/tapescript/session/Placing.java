package org.tapescript.session;

import java.util.List;
import java.util.Optional;
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
import org.tapescript.edit.ReplaceAll;
import org.tapescript.edit.SetWordTime;
import org.tapescript.edit.SplitTurn;
import org.tapescript.edit.SwapSpeakers;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.JobRunner;
import org.tapescript.job.ProgressSink;

/**
 * Has a translation's sentences placed anew whenever an editor has said something of what is spoken, when and by whom: that is
 * evidence for all others. What is found becomes part of the step that was last when it was asked for; where what was done meanwhile
 * does not allow that, it is asked for again, until the transcript that is shown has been placed by all that is known of it.
 */
final class Placing {
    private final EditorSession session;
    private final Placer placer;
    private final JobRunner jobs;
    private Optional<Run> running = Optional.empty();
    /** The evidence by which placing failed: it is not tried with that again. */
    private Optional<Edit> failed = Optional.empty();

    private record Run(SyncedTranscript before, long step, CancellationToken cancel) {}

    Placing(EditorSession session, Placer placer, JobRunner jobs) {
        this.session = session;
        this.placer = placer;
        this.jobs = jobs;
    }

    private static boolean tells(Edit edit) {
        return edit instanceof SetWordTime
                || edit instanceof PinWords
                || edit instanceof AssignSpeaker
                || edit instanceof SwapSpeakers
                || edit instanceof SplitTurn
                || edit instanceof MergeTurn
                || edit instanceof MoveTurnStart
                || edit instanceof InsertTurn
                || edit instanceof MarkSpoken
                || edit instanceof MarkUnspoken;
    }

    /** Looks after every change whether there is evidence that the transcript has not been placed by. */
    void review() {
        Optional<Edit> evidence = session.lastDone(e -> tells(e) || e instanceof ReplaceAll)
                .filter(Placing::tells)
                .filter(e -> session.transcript().isPlaced());
        running.filter(run -> evidence.isEmpty() || !session.isDone(run.step)).ifPresent(run -> {
            run.cancel.cancel();
            running = Optional.empty();
        });
        if (running.isEmpty()
                && evidence.isPresent()
                && failed.filter(e -> e == evidence.get()).isEmpty()) {
            begin(evidence.get());
        }
    }

    private void begin(Edit evidence) {
        SyncedTranscript before = session.transcript();
        Run[] run = new Run[1];
        placer.begun();
        CancellationToken cancel = jobs.run(
                (progress, token) -> placer.run(before, progress, token),
                ProgressSink.IGNORE,
                found -> arrived(run[0], found),
                e -> {
                    failed = Optional.of(evidence);
                    running = Optional.empty();
                    placer.failed(e);
                });
        run[0] = new Run(before, session.lastStep().orElseThrow(), cancel);
        running = Optional.of(run[0]);
    }

    private void arrived(Run run, SyncedTranscript found) {
        running = Optional.empty();
        if (session.merge(run.step, new ReplaceAll(found), (was, now) -> was == run.before || saysTheSame(was, now))) {
            placer.done();
        } else {
            review();
        }
    }

    /** Whether two transcripts differ in nothing that an editor has said. */
    private static boolean saysTheSame(SyncedTranscript a, SyncedTranscript b) {
        return a.transcript().equals(b.transcript()) && said(a).equals(said(b));
    }

    private static List<?> said(SyncedTranscript t) {
        record Said(String id, String text, Optional<Object> time, Optional<String> speaker) {}
        return t.turns().stream()
                .flatMap(turn -> turn.words().stream().map(w -> new Said(w.id(), w.text(), time(w), speaker(turn))))
                .toList();
    }

    private static Optional<Object> time(Word word) {
        return word.isManual() ? Optional.of(word.timing()) : Optional.empty();
    }

    private static Optional<String> speaker(Turn turn) {
        return turn.speakerIsManual() ? Optional.of(turn.speaker()) : Optional.empty();
    }

    void close() {
        running.ifPresent(run -> run.cancel.cancel());
        running = Optional.empty();
    }
}
