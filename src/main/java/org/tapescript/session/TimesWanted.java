package org.tapescript.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tapescript.domain.Origin;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.SetWordTimes;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.JobRunner;
import org.tapescript.job.ProgressSink;

/**
 * Words that were typed and whose times are looked for beside the window. Each belongs to the step that typed it: what is found
 * becomes part of that step, nothing is looked for while it is undone, and when it is done again, or when the text around the words
 * is no longer the one that was asked about, they are asked for again. Where two steps typed the same word the later one counts.
 */
final class TimesWanted {
    /** Words on either side that a search goes by. */
    private static final int AROUND = 4;

    private final EditorSession session;
    private final WordSearch search;
    private final JobRunner jobs;
    private final Consumer<Throwable> failed;
    /** The latest last. */
    private final List<Want> wants = new ArrayList<>();

    TimesWanted(EditorSession session, WordSearch search, JobRunner jobs, Consumer<Throwable> failed) {
        this.session = session;
        this.search = search;
        this.jobs = jobs;
        this.failed = failed;
    }

    /** Confidence of a time at which its word is not heard. */
    private static final double NOT_HEARD = 0;

    private static final class Want {
        final long step;
        final Set<String> words;
        final Optional<TimeSpan> within;
        Optional<List<Passage>> asked = Optional.empty();
        /** It is to be asked for when the typing pauses. */
        boolean waiting;

        CancellationToken running = new CancellationToken();

        Want(long step, Set<String> words, Optional<TimeSpan> within) {
            this.step = step;
            this.words = words;
            this.within = within;
        }

        void stop() {
            running.cancel();
            asked = Optional.empty();
            waiting = false;
        }
    }

    /**
     * Where words stand that are looked for, to tell whether what was found is still wanted.
     *
     * @param from index of the first in the turn
     * @param around what stands there and beside it: ids, texts, and times that are not themselves looked for
     */
    private record Passage(String turn, int from, int to, List<String> around) {}

    /** Has the words looked for that an edit typed. */
    void typed(long step, Set<String> words, Optional<TimeSpan> within) {
        wants.forEach(want -> {
            if (want.step == step) {
                want.words.removeAll(words);
            }
        });
        if (!words.isEmpty()) {
            wants.add(new Want(step, words, within));
        }
    }

    /**
     * Looks after every change whether what is being looked for is still what is wanted. What somebody is in the middle of typing
     * is not asked for: each letter would ask anew, and take time from the next one. It is asked for at the next {@link #pause}.
     */
    void review() {
        review(!session.isTyping());
    }

    /** Somebody who types has paused: what was typed so far is looked for. */
    void pause() {
        review(true);
    }

    private void review(boolean asking) {
        if (wants.isEmpty()) {
            return;
        }
        SyncedTranscript now = session.transcript();
        Set<String> wanted = new HashSet<>();
        wants.removeIf(want -> {
            boolean gone = want.words.isEmpty() || !session.knows(want.step);
            if (gone) {
                want.stop();
            } else if (session.isDone(want.step)) {
                wanted.addAll(want.words);
            }
            return gone;
        });
        Set<String> claimed = new HashSet<>();
        for (int i = wants.size() - 1; i >= 0; i--) {
            Want want = wants.get(i);
            if (!session.isDone(want.step)) {
                want.stop();
                continue;
            }
            Set<String> own = new LinkedHashSet<>(want.words);
            own.removeAll(claimed);
            claimed.addAll(want.words);
            List<Passage> passages = passages(now, own, wanted);
            if (passages.isEmpty()) {
                want.stop();
            } else if (!want.asked.equals(Optional.of(passages))) {
                want.stop();
                if (asking) {
                    want.asked = Optional.of(passages);
                    want.running = ask(want, now, passages, own);
                } else {
                    want.waiting = true;
                }
            }
        }
    }

    /** Whether words of a step are still looked for. */
    boolean isLookedFor(long step) {
        return wants.stream().anyMatch(w -> w.step == step && (w.waiting || w.asked.isPresent()));
    }

    private CancellationToken ask(Want want, SyncedTranscript now, List<Passage> passages, Set<String> words) {
        return jobs.run(
                (progress, cancel) -> {
                    Map<String, SetWordTimes.Found> found = new TreeMap<>();
                    for (Passage p : passages) {
                        cancel.check();
                        found.putAll(search.run(now, p.turn, p.from, p.to, want.within)
                                .times());
                    }
                    found.keySet().retainAll(words);
                    now.words().stream()
                            .filter(w -> words.contains(w.id()) && !found.containsKey(w.id()))
                            .forEach(w -> unheard(w).ifPresent(f -> found.put(w.id(), f)));
                    return new SetWordTimes(found);
                },
                ProgressSink.IGNORE,
                times -> {
                    wants.remove(want);
                    if (times.times().isEmpty()) {
                        review();
                    } else {
                        session.found(want.step, times);
                    }
                    session.searchEnded();
                },
                e -> {
                    wants.remove(want);
                    session.searchEnded();
                    failed.accept(e);
                });
    }

    /** A word that was typed over another and is not heard there keeps the time of that one, but nobody is sure of it any more. */
    private static Optional<SetWordTimes.Found> unheard(Word word) {
        return word.timing() instanceof Timing.Timed timed && timed.origin() == Origin.ALIGNED
                ? Optional.of(new SetWordTimes.Found(
                        timed.time().startMicros(), timed.time().endMicros(), NOT_HEARD))
                : Optional.empty();
    }

    /** Where those of the words stand that are there and have no time set by hand. */
    private static List<Passage> passages(SyncedTranscript t, Set<String> own, Set<String> wanted) {
        List<Passage> result = new ArrayList<>();
        for (int i = 0; i < t.turns().size(); i++) {
            Turn turn = t.turns().get(i);
            int first = -1;
            int last = -1;
            for (int w = 0; w < turn.words().size(); w++) {
                Word word = turn.words().get(w);
                if (own.contains(word.id()) && !word.isManual()) {
                    first = first < 0 ? w : first;
                    last = w;
                }
            }
            if (first >= 0) {
                result.add(new Passage(turn.id(), first, last + 1, around(t, i, first, last + 1, wanted)));
            }
        }
        return result;
    }

    private static List<String> around(SyncedTranscript t, int turn, int from, int to, Set<String> wanted) {
        List<String> result = new ArrayList<>();
        List<Word> words = t.turns().get(turn).words();
        List<Word> before = turn == 0 ? List.of() : t.turns().get(turn - 1).words();
        List<Word> after = turn + 1 == t.turns().size()
                ? List.of()
                : t.turns().get(turn + 1).words();
        for (int i = from - AROUND; i < to + AROUND; i++) {
            int behind = i - words.size();
            Word word = null;
            if (i < 0 && before.size() + i >= 0) {
                word = before.get(before.size() + i);
            } else if (i >= 0 && behind < 0) {
                word = words.get(i);
            } else if (behind >= 0 && behind < after.size()) {
                word = after.get(behind);
            }
            if (word != null) {
                result.add(word.id() + " " + word.text() + " "
                        + (wanted.contains(word.id()) && !word.isManual() ? "" : word.span()));
            }
        }
        return result;
    }

    /** Ids of words that are new in a transcript, or whose text is another. */
    static Set<String> changed(SyncedTranscript before, SyncedTranscript after) {
        List<Word> was = before.words();
        List<Word> now = after.words();
        int head = 0;
        int shared = Math.min(was.size(), now.size());
        while (head < shared && same(was.get(head), now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shared - head && same(was.get(was.size() - 1 - tail), now.get(now.size() - 1 - tail))) {
            tail++;
        }
        Set<String> known = new HashSet<>();
        was.subList(head, was.size() - tail).forEach(w -> known.add(w.id() + " " + w.text()));
        Set<String> result = new LinkedHashSet<>();
        for (Word word : now.subList(head, now.size() - tail)) {
            if (!known.contains(word.id() + " " + word.text())) {
                result.add(word.id());
            }
        }
        return result;
    }

    private static boolean same(Word a, Word b) {
        return a.id().equals(b.id()) && a.text().equals(b.text());
    }

    /** Nothing more is looked for. */
    void close() {
        wants.forEach(Want::stop);
        wants.clear();
    }
}
