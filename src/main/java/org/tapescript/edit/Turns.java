package org.tapescript.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/** What the edits share: finding turns and words, and making transcripts with parts of them exchanged. */
final class Turns {
    private Turns() {}

    static int indexOf(SyncedTranscript t, String turnId) {
        for (int i = 0; i < t.turns().size(); i++) {
            if (t.turns().get(i).id().equals(turnId)) {
                return i;
            }
        }
        throw new RefusedEditException(Refusal.NO_TURN, turnId);
    }

    /** A word's turn and its place in it. */
    record Position(int turn, int word) {}

    static Position position(SyncedTranscript t, String wordId) {
        for (int i = 0; i < t.turns().size(); i++) {
            List<Word> words = t.turns().get(i).words();
            for (int k = 0; k < words.size(); k++) {
                if (words.get(k).id().equals(wordId)) {
                    return new Position(i, k);
                }
            }
        }
        throw new RefusedEditException(Refusal.NO_WORD, wordId);
    }

    /** The turn said by somebody, on an editor's word. */
    static Turn by(Turn turn, String speaker) {
        return new Turn(turn.id(), speaker, turn.line(), true, OptionalDouble.of(1), turn.words());
    }

    static SyncedTranscript with(SyncedTranscript t, Transcript text, List<Turn> turns) {
        return with(t, text, turns, t.untranscribed());
    }

    static SyncedTranscript with(
            SyncedTranscript t, Transcript text, List<Turn> turns, List<StraySpeech> untranscribed) {
        return t.withText(text, turns).withTurns(turns, untranscribed, t.speakerDoubts());
    }

    static Transcript withParagraphs(Transcript t, List<Paragraph> paragraphs) {
        return new Transcript(t.name(), t.text(), paragraphs, t.doubts(), t.hints());
    }

    static Paragraph as(Paragraph p, ParagraphKind kind, Optional<String> speaker) {
        return new Paragraph(p.line(), p.place(), kind, speaker, p.notes(), p.label());
    }

    /** Index of the paragraph in which a place of the text lies. */
    static int paragraphAt(Transcript t, int place) {
        List<Paragraph> paragraphs = t.paragraphs();
        for (int i = 0; i < paragraphs.size(); i++) {
            if (paragraphs.get(i).place().start() <= place
                    && place <= paragraphs.get(i).place().end()) {
                return i;
            }
        }
        throw new RefusedEditException(Refusal.NO_PARAGRAPH, place);
    }

    /** Whether a word is the first that is spoken of its paragraph. */
    static boolean opensParagraph(SyncedTranscript t, Word word) {
        Paragraph p = t.transcript()
                .paragraphs()
                .get(paragraphAt(t.transcript(), word.place().start()));
        return t.turns().stream()
                .flatMap(turn -> turn.words().stream())
                .filter(w -> p.place().contains(w.place()))
                .min(Comparator.comparingInt(w -> w.place().start()))
                .filter(w -> w.id().equals(word.id()))
                .isPresent();
    }

    /** Gives a paragraph another kind, and the speaker to it and to those that continue it. */
    static Transcript reopen(Transcript t, int paragraph, ParagraphKind kind, String speaker) {
        List<Paragraph> paragraphs = new ArrayList<>(t.paragraphs());
        paragraphs.set(paragraph, as(paragraphs.get(paragraph), kind, Optional.of(speaker)));
        for (int i = paragraph + 1; i < paragraphs.size() && paragraphs.get(i).kind() != ParagraphKind.TURN; i++) {
            if (paragraphs.get(i).kind() == ParagraphKind.CONTINUATION) {
                paragraphs.set(i, as(paragraphs.get(i), ParagraphKind.CONTINUATION, Optional.of(speaker)));
            }
        }
        return withParagraphs(t, paragraphs);
    }

    /** Words of two turns that may have spoken at once, as one turn's: where times cross, the program's give way. */
    static List<Word> ordered(List<Word> words) {
        List<Word> result = new ArrayList<>();
        int last = -1;
        for (Word word : words) {
            Word next = word;
            if (next.span().isPresent() && last >= 0) {
                TimeSpan earlier = result.get(last).span().orElseThrow();
                TimeSpan own = next.span().get();
                if (own.startMicros() < earlier.endMicros()) {
                    if (!result.get(last).isManual() && earlier.startMicros() < own.startMicros()) {
                        result.set(last, between(result.get(last), earlier.startMicros(), own.startMicros()));
                    } else {
                        next = earlier.endMicros() < own.endMicros()
                                ? between(next, earlier.endMicros(), own.endMicros())
                                : next.withTiming(Timing.UNALIGNED);
                    }
                }
            }
            result.add(next);
            last = next.span().isPresent() ? result.size() - 1 : last;
        }
        return result;
    }

    /** A timed word at another time that is as sure as before. */
    static Word between(Word word, long startMicros, long endMicros) {
        Timing.Timed timed = (Timing.Timed) word.timing();
        return word.withTiming(
                new Timing.Timed(new TimeSpan(startMicros, endMicros), timed.confidence(), timed.origin()));
    }

    /** The transcript with some words of a turn exchanged for others of the same ids. */
    static SyncedTranscript withWords(SyncedTranscript t, int turn, List<Word> words) {
        Map<String, Word> other = new HashMap<>();
        words.forEach(w -> other.put(w.id(), w));
        List<Turn> turns = new ArrayList<>(t.turns());
        turns.set(
                turn,
                turns.get(turn)
                        .withWords(turns.get(turn).words().stream()
                                .map(w -> other.getOrDefault(w.id(), w))
                                .toList()));
        return t.withTurns(turns);
    }

    /** Ids that no turn or word has. */
    static final class FreshIds {
        private final Set<String> used = new HashSet<>();
        private int next;

        FreshIds(SyncedTranscript t) {
            for (Turn turn : t.turns()) {
                use(turn.id());
                turn.words().forEach(w -> use(w.id()));
            }
        }

        private void use(String id) {
            // Others are none of those that are made here.
            if (id.indexOf('e') > 0) {
                used.add(id);
            }
        }

        String next(String prefix) {
            String id;
            do {
                id = prefix + "e" + next++;
            } while (!used.add(id));
            return id;
        }
    }
}
