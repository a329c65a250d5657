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

    /** A word and who says it: nobody known if the name is empty. */
    public record SpokenWord(String speaker, String text, TimeSpan time) {}

    private WordRuns() {}

    /** @throws UnreadableTranscriptException if there are no words */
    public static SourceDocument document(Path file, List<SpokenWord> words) throws UnreadableTranscriptException {
        List<SpokenWord> sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingLong(w -> w.time().startMicros()));
        TimedTurns turns = new TimedTurns(file);
        List<Said> open = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            SpokenWord word = sorted.get(i);
            open.add(new Said(word.text(), Optional.of(word.time())));
            boolean last = i + 1 == sorted.size();
            if (last
                    || !sorted.get(i + 1).speaker().equals(word.speaker())
                    || sorted.get(i + 1).time().startSeconds() - word.time().endSeconds() > PAUSE_SECONDS) {
                turns.turn(word.speaker(), Optional.empty(), open);
                open = new ArrayList<>();
            }
        }
        return turns.build();
    }
}
