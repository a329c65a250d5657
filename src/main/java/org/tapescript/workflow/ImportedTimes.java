package org.tapescript.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.domain.MatchQuality;
import org.tapescript.domain.Origin;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncBasis;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/** Takes the times of words as a transcript's file gives them. */
final class ImportedTimes {
    /** Seconds by which a word may begin behind the end of the tape: decoders disagree about it, and programs round. */
    private static final double BEHIND_SECONDS = 0.5;

    private ImportedTimes() {}

    /**
     * Words whose times lie behind the end of the tape have none; one that is said then ends with the tape.
     *
     * @throws TextDoesNotMatchException if those are more than half of all
     * @return the transcript with its words' times, of origin {@link Origin#IMPORTED}; its hints only guide from then on, so that
     *     aligning it anew does so
     */
    static SyncedTranscript take(Transcript transcript, SyncBasis basis, List<DecodedRecording> decoded)
            throws IOException {
        List<Recording> recordings = SyncTape.described(decoded);
        List<Transcript.Hint> hints = onTape(transcript, recordings);
        List<Word> timed = words(TurnBuilder.turns(HeardPassages.assumed(transcript)), hints).stream()
                .filter(w -> w.span().isPresent())
                .toList();
        // What has times is spoken, whatever it looks like.
        Transcript settled = HeardPassages.settled(transcript, timed)
                .withHints(transcript.hints().stream()
                        .map(h -> new Transcript.Hint(h.place(), h.time(), false, h.recording()))
                        .toList());
        List<Turn> turns = TurnBuilder.turns(settled).stream()
                .map(t -> t.withWords(inOrder(words(List.of(t), hints))))
                .toList();
        return new SyncedTranscript(
                basis, recordings, settled, turns, List.of(), List.of(), new MatchQuality(0, 0, 0, 0));
    }

    private static List<Transcript.Hint> onTape(Transcript transcript, List<Recording> recordings)
            throws TextDoesNotMatchException {
        double end = recordings.stream().mapToDouble(Recording::seconds).sum();
        List<Transcript.Hint> hints = transcript.hints();
        List<Transcript.Hint> result = hints.stream()
                .filter(h -> h.time().startSeconds() <= end + BEHIND_SECONDS)
                .map(h -> h.time().endSeconds() <= end + BEHIND_SECONDS
                        ? h
                        : new Transcript.Hint(
                                h.place(),
                                TimeSpan.ofSeconds(h.time().startSeconds(), end + BEHIND_SECONDS),
                                h.exact(),
                                h.recording()))
                .toList();
        if (result.size() < hints.size() - result.size()) {
            throw new TextDoesNotMatchException(
                    Path.of(recordings.get(0).path()),
                    Mismatch.BEHIND_THE_END,
                    transcript.name(),
                    hints.stream().mapToDouble(h -> h.time().endSeconds()).max().orElse(0),
                    end);
        }
        return result;
    }

    private static List<Word> words(List<Turn> turns, List<Transcript.Hint> hints) {
        List<Word> result = new ArrayList<>();
        int next = 0;
        for (Turn turn : turns) {
            for (Word word : turn.words()) {
                while (next < hints.size()
                        && hints.get(next).place().end() <= word.place().start()) {
                    next++;
                }
                Optional<TimeSpan> span = Optional.empty();
                for (int i = next;
                        i < hints.size()
                                && hints.get(i).place().start() < word.place().end();
                        i++) {
                    TimeSpan time = hints.get(i).time();
                    span = Optional.of(span.map(s -> s.union(time)).orElse(time));
                }
                result.add(span.map(s -> word.withTiming(new Timing.Timed(s, 1, Origin.IMPORTED)))
                        .orElse(word));
            }
        }
        return result;
    }

    /** Words of a turn do not overlap: one that begins before the one before it ends has its beginning cut, or no time. */
    private static List<Word> inOrder(List<Word> words) {
        List<Word> result = new ArrayList<>();
        long free = 0;
        for (Word word : words) {
            if (word.span().isEmpty()) {
                result.add(word);
                continue;
            }
            TimeSpan span = word.span().get();
            if (span.endMicros() < free) {
                result.add(word.withTiming(Timing.UNALIGNED));
                continue;
            }
            long start = Math.max(free, span.startMicros());
            result.add(word.withTiming(new Timing.Timed(new TimeSpan(start, span.endMicros()), 1, Origin.IMPORTED)));
            free = span.endMicros();
        }
        return result;
    }
}
