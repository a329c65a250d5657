package org.tapescript.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tapescript.align.AlignmentRequest;
import org.tapescript.domain.Comment;
import org.tapescript.domain.CueEdge;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.PlacedComment;
import org.tapescript.domain.SpeakerNames;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/**
 * Carries an editor's changes over from an earlier sync to a new one, wherever the text is unchanged, along with the names
 * given to voices.
 */
final class KeepManual {
    private KeepManual() {}

    /**
     * @return {@code fresh} with the manual times and speakers of {@code earlier}; turns that voices gave a speaker begin with that
     *     one, as a comparison of voices may confirm or change
     * @param voices whether names that voices have are kept
     */
    static SyncedTranscript apply(SyncedTranscript earlier, SyncedTranscript fresh, boolean voices) {
        Map<String, Word> manual = new HashMap<>();
        Map<String, String> speakers = new HashMap<>();
        Map<String, String> heard = new HashMap<>();
        List<Word> before = earlier.words();
        List<Word> after = fresh.words();
        int[] match = matches(before, after);
        Map<String, CueEdge> edges = new HashMap<>();
        Map<String, String> now = new HashMap<>();
        Map<String, Turn> turnOf = new HashMap<>();
        earlier.turns().forEach(t -> t.words().forEach(w -> turnOf.put(w.id(), t)));
        for (int j = 0; j < after.size(); j++) {
            if (match[j] >= 0) {
                Word old = before.get(match[j]);
                now.put(old.id(), after.get(j).id());
                CueEdge edge = earlier.cueEdges().get(old.id());
                if (edge != null) {
                    edges.put(after.get(j).id(), edge);
                }
                if (old.isManual()) {
                    manual.put(after.get(j).id(), old);
                }
                if (turnOf.get(old.id()).speakerIsManual()) {
                    speakers.put(after.get(j).id(), turnOf.get(old.id()).speaker());
                }
                if (voices && turnOf.get(old.id()).speakerConfidence().isPresent()) {
                    heard.put(after.get(j).id(), turnOf.get(old.id()).speaker());
                }
            }
        }
        Map<String, String> names = printedNames(earlier, fresh, heard);
        List<Turn> turns = new ArrayList<>();
        for (Turn turn : fresh.turns()) {
            List<Word> words = turn.words();
            for (int first = 0; first < words.size(); ) {
                Optional<String> speaker =
                        Optional.ofNullable(speakers.get(words.get(first).id()));
                int last = first + 1;
                while (last < words.size()
                        && speaker.equals(
                                Optional.ofNullable(speakers.get(words.get(last).id())))) {
                    last++;
                }
                List<Word> own = words.subList(first, last).stream()
                        .map(w -> manual.containsKey(w.id())
                                ? w.withTiming(manual.get(w.id()).timing())
                                : w)
                        .toList();
                turns.add(new Turn(
                        first == 0 ? turn.id() : "t" + own.get(0).place().start(),
                        speaker.or(() -> Optional.ofNullable(names.get(turn.speaker())))
                                .or(() -> most(own, heard))
                                .orElse(turn.speaker()),
                        first == 0
                                ? turn.line()
                                : fresh.transcript().lineAt(own.get(0).place().start()),
                        speaker.isPresent(),
                        turn.speakerConfidence(),
                        own));
                first = last;
            }
        }
        return fresh.withTurns(yieldToManual(turns))
                .withNotes(earlier.notes().withCueEdges(edges).withComments(comments(earlier, now)));
    }

    /**
     * What those are called whose names the text prints now: so, unless most of what they say was said by somebody who had been given a name
     * by hand, one that nobody else has.
     */
    private static Map<String, String> printedNames(
            SyncedTranscript earlier, SyncedTranscript fresh, Map<String, String> heard) {
        Set<String> before = printed(earlier.transcript());
        Set<String> given = new HashSet<>();
        Map<String, String> result = new HashMap<>();
        for (String name : printed(fresh.transcript())) {
            List<Word> said = fresh.turns().stream()
                    .filter(t -> t.speaker().equals(name))
                    .flatMap(t -> t.words().stream())
                    .toList();
            Optional<String> byHand =
                    most(said, heard).filter(n -> !SpeakerNames.isAssumed(n) && !before.contains(n) && given.add(n));
            result.put(name, byHand.orElse(name));
        }
        return result;
    }

    /** Names that a text prints, as it prints them. */
    private static Set<String> printed(Transcript text) {
        Set<String> result = new LinkedHashSet<>();
        for (Paragraph p : text.paragraphs()) {
            if (p.speaker().isPresent() && p.isNamed(text.text())) {
                String label = letters(p.label().orElseThrow().of(text.text()));
                String name = p.speaker().get();
                if (label.isEmpty() || label.contains(letters(name)) || SpeakerNames.isAssumed(name)) {
                    result.add(name);
                }
            }
        }
        return result;
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
    }

    /** What was noted earlier, of the words as they are called now, or of the time of those that are there no more. */
    private static List<Comment> comments(SyncedTranscript earlier, Map<String, String> now) {
        List<Comment> result = new ArrayList<>();
        for (PlacedComment placed : new TranscriptIndex(earlier).comments()) {
            Optional<Comment.Words> words = Optional.empty();
            if (placed.ofWords()) {
                String first = now.get(placed.first().orElseThrow().id());
                String last = now.get(placed.last().orElseThrow().id());
                words = Optional.ofNullable(first == null ? last : first)
                        .map(f -> new Comment.Words(f, last == null ? f : last));
            }
            result.add(placed.comment().withWords(words).withMicros(Math.round(placed.seconds() * 1e6)));
        }
        return result;
    }

    /** Times set by hand in {@code earlier}, for those of {@code words} that are the same. */
    static List<AlignmentRequest.Pin> pins(SyncedTranscript earlier, List<Word> words) {
        List<Word> before = earlier.words();
        int[] match = matches(before, words);
        List<AlignmentRequest.Pin> pins = new ArrayList<>();
        for (int j = 0; j < words.size(); j++) {
            if (match[j] >= 0 && before.get(match[j]).isManual()) {
                int word = j;
                before.get(match[j])
                        .span()
                        .ifPresent(s -> pins.add(new AlignmentRequest.Pin(word, s.startSeconds(), s.endSeconds())));
            }
        }
        return pins;
    }

    private static Optional<String> most(List<Word> words, Map<String, String> heard) {
        Map<String, Integer> counts = new HashMap<>();
        words.stream()
                .map(w -> heard.get(w.id()))
                .filter(Objects::nonNull)
                .forEach(name -> counts.merge(name, 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** Times found by the program give way to those set by hand. */
    static List<Turn> yieldToManual(List<Turn> turns) {
        List<TimeSpan> fixed = turns.stream()
                .flatMap(t -> t.words().stream())
                .filter(Word::isManual)
                .flatMap(w -> w.span().stream())
                .toList();
        return turns.stream()
                .map(t -> t.withWords(t.words().stream()
                        .map(w -> w.isManual() ? w : w.withTiming(beside(w, fixed)))
                        .toList()))
                .toList();
    }

    private static Timing beside(Word word, List<TimeSpan> fixed) {
        if (!(word.timing() instanceof Timing.Timed timed)) {
            return word.timing();
        }
        long start = timed.time().startMicros();
        long end = timed.time().endMicros();
        for (TimeSpan f : fixed) {
            if (start < f.endMicros() && f.startMicros() < end) {
                if (start < f.startMicros()) {
                    end = f.startMicros();
                } else {
                    start = Math.min(end, f.endMicros());
                }
            }
        }
        return end <= start
                ? Timing.UNALIGNED
                : new Timing.Timed(new TimeSpan(start, end), timed.confidence(), timed.origin());
    }

    /** For each later word the earlier one that it is, or -1. */
    private static int[] matches(List<Word> before, List<Word> after) {
        return SameWords.matches(
                before.stream().map(Word::text).toList(),
                after.stream().map(Word::text).toList());
    }
}
