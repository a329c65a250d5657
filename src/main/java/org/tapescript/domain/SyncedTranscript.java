package org.tapescript.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A transcript with its recordings and the times of its words: all that a project holds.
 *
 * @param basis what it was synced by
 * @param recordings in order; together they make one timeline
 * @param transcript the text and its understanding
 * @param turns what is spoken, in the order of the text
 * @param untranscribed speech that no word covers, in order
 * @param speakerDoubts where it is not certain who speaks, the least certain first
 * @param match how well text and sound match
 * @param notes what editors keep with it
 */
public record SyncedTranscript(
        SyncBasis basis,
        List<Recording> recordings,
        Transcript transcript,
        List<Turn> turns,
        List<StraySpeech> untranscribed,
        List<SpeakerDoubt> speakerDoubts,
        MatchQuality match,
        Notes notes) {
    /** More than a year of tape is a damaged number. */
    private static final double LONGEST_SECONDS = 10_000 * 3600.0;

    private static final double BEYOND_SECONDS = 10;

    public SyncedTranscript {
        recordings = List.copyOf(recordings);
        turns = List.copyOf(turns);
        untranscribed = List.copyOf(untranscribed);
        speakerDoubts = List.copyOf(speakerDoubts);
        notes = notes.of(turns);
    }

    /** A transcript with which nobody keeps anything. */
    public SyncedTranscript(
            SyncBasis basis,
            List<Recording> recordings,
            Transcript transcript,
            List<Turn> turns,
            List<StraySpeech> untranscribed,
            List<SpeakerDoubt> speakerDoubts,
            MatchQuality match) {
        this(basis, recordings, transcript, turns, untranscribed, speakerDoubts, match, Notes.NONE);
    }

    /** A transcript that nothing is known of but its language; that it is a translation shows in its words' times. */
    public SyncedTranscript(
            String language,
            List<Recording> recordings,
            Transcript transcript,
            List<Turn> turns,
            List<StraySpeech> untranscribed,
            List<SpeakerDoubt> speakerDoubts,
            MatchQuality match) {
        this(
                new SyncBasis(language, method(turns)),
                recordings,
                transcript,
                turns,
                untranscribed,
                speakerDoubts,
                match);
    }

    /** How turns must have been synced, where nobody says it. */
    public static SyncMethod method(List<Turn> turns) {
        return turns.stream()
                        .flatMap(t -> t.words().stream())
                        .anyMatch(w -> w.timing() instanceof Timing.Timed timed && timed.origin() == Origin.PLACED)
                ? SyncMethod.BY_VOICES
                : SyncMethod.BY_WORDS;
    }

    /** The same, synced by something else. */
    public SyncedTranscript withBasis(SyncBasis other) {
        return new SyncedTranscript(other, recordings, transcript, turns, untranscribed, speakerDoubts, match, notes);
    }

    public SyncedTranscript withTurns(List<Turn> other) {
        return withTurns(other, untranscribed, speakerDoubts);
    }

    /** With other turns, and what was found along with them. */
    public SyncedTranscript withTurns(List<Turn> other, List<StraySpeech> stray, List<SpeakerDoubt> doubts) {
        return new SyncedTranscript(basis, recordings, transcript, other, stray, doubts, match, notes);
    }

    /** With a text that was changed by hand, and its turns; what it was before any such change is kept. */
    public SyncedTranscript withText(Transcript text, List<Turn> other) {
        Notes kept = text.text().equals(transcript.text())
                ? notes
                : notes.withCorrections(notes.corrections().changing(transcript.text()));
        return new SyncedTranscript(basis, recordings, text, other, untranscribed, speakerDoubts, match, kept);
    }

    /** With other choices of where subtitles are cut. */
    public SyncedTranscript withCueEdges(Map<String, CueEdge> other) {
        return withNotes(notes.withCueEdges(other));
    }

    /** With something else kept by editors. */
    public SyncedTranscript withNotes(Notes other) {
        return new SyncedTranscript(basis, recordings, transcript, turns, untranscribed, speakerDoubts, match, other);
    }

    /** What was chosen of where subtitles are cut, by id of the word before which; of words that are there. */
    public Map<String, CueEdge> cueEdges() {
        return notes.cueEdges();
    }

    /** The same interview on the same timeline, in other files. */
    public SyncedTranscript withRecordings(List<Recording> other) {
        return new SyncedTranscript(basis, other, transcript, turns, untranscribed, speakerDoubts, match, notes);
    }

    /** Of the speech, as {@code en-us}. */
    public String language() {
        return basis.language();
    }

    /** Words of all turns, in order: a new list at each call. Whoever asks again and again makes a {@link TranscriptIndex} once. */
    public List<Word> words() {
        return turns.stream().flatMap(t -> t.words().stream()).toList();
    }

    /** Whether its sentences are placed, as those of a translation are: words then have no times of their own. */
    public boolean isPlaced() {
        return basis.method() == SyncMethod.BY_VOICES;
    }

    /** A recording on the timeline of all, in seconds. */
    public record Side(Recording recording, double start, double end) {}

    /** The recordings, each where the one before it ends. */
    public List<Side> sides() {
        List<Side> sides = new ArrayList<>();
        double start = 0;
        for (Recording recording : recordings) {
            sides.add(new Side(recording, start, start + recording.seconds()));
            start += recording.seconds();
        }
        return sides;
    }

    public double seconds() {
        return recordings.stream().mapToDouble(Recording::seconds).sum();
    }

    /**
     * What is wrong with this transcript's form, or nothing: ids used twice, words out of the text's order or whose text is not what
     * stands at their place, words that overlap within a turn, paragraphs out of order, times where there is no tape.
     */
    public Optional<String> malformation() {
        return malformation(0);
    }

    /** As {@link #malformation()}. @param overlapMicros by how much words of a turn may overlap */
    public Optional<String> malformation(long overlapMicros) {
        if (!(seconds() >= 0 && seconds() <= LONGEST_SECONDS)) {
            return Optional.of("the recordings take " + seconds() + " s, which no tape does");
        }
        return paragraphOutOfPlace().or(() -> wordOutOfPlace(overlapMicros)).or(this::speechBeyondTheTape);
    }

    private Optional<String> paragraphOutOfPlace() {
        int end = 0;
        for (Paragraph paragraph : transcript.paragraphs()) {
            if (paragraph.place().start() < end
                    || paragraph.place().end() > transcript.text().length()) {
                return Optional.of("the paragraph of line " + paragraph.line() + " is not where the text has it");
            }
            end = paragraph.place().end();
        }
        return Optional.empty();
    }

    private Optional<String> wordOutOfPlace(long overlapMicros) {
        Set<String> ids = new HashSet<>();
        long latest = latest();
        int place = 0;
        for (Turn turn : turns) {
            if (!ids.add(turn.id())) {
                return Optional.of("turn id " + turn.id() + " is used twice");
            }
            long end = 0;
            for (Word word : turn.words()) {
                Optional<String> wrong = wrong(word, ids, place, end, latest);
                if (wrong.isPresent()) {
                    return wrong;
                }
                place = word.place().end();
                end = word.span().map(s -> s.endMicros() - overlapMicros).orElse(end);
            }
        }
        return Optional.empty();
    }

    /** @param place where the word before ends in the text @param end when the word may begin */
    private Optional<String> wrong(Word word, Set<String> ids, int place, long end, long latest) {
        String wrong = null;
        if (!ids.add(word.id())) {
            wrong = "is used twice";
        } else if (word.place().end() > transcript.text().length()
                || !word.place().of(transcript.text()).equals(word.text())) {
            wrong = "is not what the text has at " + word.place();
        } else if (word.place().start() < place) {
            wrong = "stands before the one before it";
        } else if (word.span().isPresent()) {
            if (word.span().get().startMicros() < end) {
                wrong = "begins before the one before it ends";
            } else if (word.span().get().endMicros() > latest) {
                wrong = "is said at " + word.span().get().endSeconds() + " s, but the recordings end at " + seconds();
            }
        }
        return Optional.ofNullable(wrong).map(w -> "word id " + word.id() + " " + w);
    }

    private Optional<String> speechBeyondTheTape() {
        long latest = latest();
        return untranscribed.stream()
                .filter(s -> s.time().endMicros() > latest)
                .findFirst()
                .map(s -> "untranscribed speech ends at " + s.endSeconds() + " s, but the recordings end at "
                        + seconds());
    }

    /** Decoders disagree about the length of a file by less. */
    private long latest() {
        return Math.round((seconds() + BEYOND_SECONDS) * 1e6);
    }
}
