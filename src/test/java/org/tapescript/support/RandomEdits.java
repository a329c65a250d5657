package org.tapescript.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.tapescript.domain.Comment;
import org.tapescript.domain.CueEdge;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.AcceptSpelling;
import org.tapescript.edit.AssignSpeaker;
import org.tapescript.edit.CorrectText;
import org.tapescript.edit.DeleteComment;
import org.tapescript.edit.DismissDoubt;
import org.tapescript.edit.Edit;
import org.tapescript.edit.InsertTurn;
import org.tapescript.edit.ListSpeech;
import org.tapescript.edit.MarkSpoken;
import org.tapescript.edit.MarkUnspoken;
import org.tapescript.edit.MergeTurn;
import org.tapescript.edit.MoveTurnStart;
import org.tapescript.edit.PinWords;
import org.tapescript.edit.PutComment;
import org.tapescript.edit.RenameSpeaker;
import org.tapescript.edit.SetCueEdges;
import org.tapescript.edit.SetWordTime;
import org.tapescript.edit.SetWordTimes;
import org.tapescript.edit.SplitTurn;
import org.tapescript.edit.SwapSpeakers;

/** Any edit that somebody might try on a transcript, sensible or not. */
public final class RandomEdits {
    private static final String[] TYPED = {
        "",
        " ",
        "word",
        "two words",
        "— dash",
        "a\u00a0b",
        "x.",
        "\u043d\u0435\u0442",
        "\ud83d\ude42",
        "one two three",
        "(laughs)",
        "e\u0301"
    };
    private static final String[] NAMES = {"Ann & <Bo>", "Guest", "Interviewer", "Third voice"};

    private final Random random;

    public RandomEdits(Random random) {
        this.random = random;
    }

    public Edit next(SyncedTranscript t) {
        if (t.turns().isEmpty()) {
            return new MarkSpoken(any(t.transcript().paragraphs()).place().start(), NAMES[0]);
        }
        Turn turn = any(t.turns());
        Word word = any(turn.words());
        Paragraph paragraph = any(t.transcript().paragraphs());
        String name = NAMES[random.nextInt(NAMES.length)];
        long start = random.nextInt((int) Math.min(2e9, t.seconds() * 1e6) + 1);
        return switch (random.nextInt(22)) {
            case 0 -> new AssignSpeaker(turn.id(), name);
            case 1 -> new SwapSpeakers(turn.id(), turn.speaker(), name);
            case 2 -> new SplitTurn(word.id(), name);
            case 3 -> new MergeTurn(turn.id());
            case 4 -> new MoveTurnStart(turn.id(), random.nextInt(7) - 3);
            case 5 -> new PinWords(List.of(word.id(), any(turn.words()).id()));
            case 6 -> new SetWordTime(word.id(), start, start + random.nextInt(2_000_000));
            case 7 -> nudge(word);
            case 8 ->
                new SetWordTimes(Map.of(
                        word.id(),
                        new SetWordTimes.Found(start, start + random.nextInt(900_000), random.nextDouble())));
            case 9 -> new MarkUnspoken(paragraph.place().start(), random.nextBoolean() ? "caption" : "note");
            case 10 -> new MarkSpoken(paragraph.place().start(), name);
            case 11 -> insert(t, start, name);
            case 12 -> new RenameSpeaker(turn.speaker(), name);
            case 13 -> new DismissDoubt(paragraph.line());
            case 14 -> edges(word, any(turn.words()));
            case 15 -> comment(t, word, any(turn.words()), start);
            case 16 ->
                new DeleteComment(
                        t.notes().comments().isEmpty()
                                ? "none"
                                : any(t.notes().comments()).id());
            case 17 -> new AcceptSpelling(TYPED[random.nextInt(TYPED.length)]);
            case 18 -> new ListSpeech(start, start + 1 + random.nextInt(3_000_000), name);
            default -> correct(t, paragraph);
        };
    }

    private Edit edges(Word one, Word other) {
        Map<String, Optional<CueEdge>> edges = new HashMap<>();
        edges.put(one.id(), Optional.of(random.nextBoolean() ? CueEdge.CUT : CueEdge.JOINED));
        edges.put(other.id(), random.nextInt(3) == 0 ? Optional.empty() : Optional.of(any(List.of(CueEdge.values()))));
        return new SetCueEdges(edges);
    }

    private Edit comment(SyncedTranscript t, Word one, Word other, long start) {
        boolean again = !t.notes().comments().isEmpty() && random.nextInt(3) == 0;
        return new PutComment(new Comment(
                again ? any(t.notes().comments()).id() : PutComment.freshId(t),
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of(new Comment.Words(one.id(), other.id())),
                start,
                TYPED[random.nextInt(TYPED.length)]));
    }

    private Edit nudge(Word word) {
        return word.span()
                .<Edit>map(s -> new SetWordTime(
                        word.id(),
                        Math.max(0, s.startMicros() + random.nextInt(100_000) - 50_000),
                        s.endMicros() + random.nextInt(100_000)))
                .orElse(new PinWords(List.of(word.id())));
    }

    private Edit insert(SyncedTranscript t, long start, String name) {
        if (t.untranscribed().isEmpty() || random.nextBoolean()) {
            return new InsertTurn(start, start + 1_000_000, name, TYPED[random.nextInt(TYPED.length)], behind(t));
        }
        StraySpeech stray = any(t.untranscribed());
        return new InsertTurn(stray.time().startMicros(), stray.time().endMicros(), name, "typed in later", behind(t));
    }

    private Optional<String> behind(SyncedTranscript t) {
        return random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(any(any(t.turns()).words()).id());
    }

    private Edit correct(SyncedTranscript t, Paragraph paragraph) {
        int length = paragraph.place().end() - paragraph.place().start();
        int from = paragraph.place().start() + random.nextInt(length + 1);
        int to = Math.min(paragraph.place().end() + (random.nextInt(20) == 0 ? 3 : 0), from + random.nextInt(12));
        return new CorrectText(from, Math.max(from, to), TYPED[random.nextInt(TYPED.length)]);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Edits of which each can be done after those before it, beginning with a transcript. */
    public List<Edit> possible(SyncedTranscript transcript, int count) {
        List<Edit> result = new ArrayList<>();
        SyncedTranscript now = transcript;
        while (result.size() < count) {
            Edit edit;
            try {
                edit = next(now);
                now = edit.apply(now);
            } catch (org.tapescript.edit.RefusedEditException e) {
                continue;
            }
            result.add(edit);
        }
        return result;
    }
}
