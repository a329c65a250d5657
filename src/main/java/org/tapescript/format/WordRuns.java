package org.tapescript.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TimedTurns.Said;

/** Makes a document of words alone: a paragraph until another speaks, or nobody for a while. */
public final class WordRuns {
    /** Words further apart are of different paragraphs. */
    static final double PAUSE_SECONDS = 2;

    /**
     * A word and who says it: nobody known if the name is empty.
     *
     * @param timed whether the time is the word's own; else it only tells its place
     */
    public record SpokenWord(String speaker, String text, TimeSpan time, boolean timed) {
        public SpokenWord(String speaker, String text, TimeSpan time) {
            this(speaker, text, time, true);
        }
    }

    private WordRuns() {}

    /** @throws UnreadableTranscriptException if there are no words */
    public static SourceDocument document(Path file, List<SpokenWord> words) throws UnreadableTranscriptException {
        List<SpokenWord> sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingLong(w -> w.time().startMicros()));
        return inFileOrder(file, sorted);
    }

    /** @throws UnreadableTranscriptException if there are no words */
    public static SourceDocument inFileOrder(Path file, List<SpokenWord> words) throws UnreadableTranscriptException {
        TimedTurns turns = new TimedTurns(file);
        for (List<SpokenWord> run : runs(words)) {
            List<Said> said = new ArrayList<>();
            for (SpokenWord word : run) {
                List<Said> parts = TimedTurns.words(word.text());
                parts.forEach(p -> said.add(new Said(
                        p.text(), parts.size() == 1 && word.timed() ? Optional.of(word.time()) : Optional.empty())));
            }
            turns.turn(
                    run.get(0).speaker(),
                    Optional.of(run.get(0).time().union(run.get(run.size() - 1).time())),
                    said);
        }
        return turns.build();
    }

    /** Words in order, up to a change of speaker or a long pause. */
    static List<List<SpokenWord>> runs(List<SpokenWord> words) {
        List<List<SpokenWord>> runs = new ArrayList<>();
        SpokenWord last = null;
        for (SpokenWord word : words) {
            if (last == null
                    || !last.speaker().equals(word.speaker())
                    || word.time().startSeconds() - last.time().endSeconds() > PAUSE_SECONDS) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(word);
            last = word;
        }
        return runs;
    }
}
