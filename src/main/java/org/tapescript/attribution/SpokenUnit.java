package org.tapescript.attribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.text.Sentences;

/**
 * A sentence, or what a paragraph holds of one: the smallest stretch that is given to one speaker.
 *
 * @param from index of its first word among all words
 * @param to index after its last word
 * @param paragraph in which it stands
 * @param opening how the text stands to a change of speaker before it
 */
public record SpokenUnit(int from, int to, Paragraph paragraph, Opening opening) {
    /** What stands before a unit, and how likely the speaker is to change there before anything is heard. */
    public enum Opening {
        /** A dash, a name. */
        MARKED(0.97),
        /** A paragraph that the text makes seem another's, by question and answer alone. */
        GUESSED(0.6),
        /** A paragraph that seems to go on. */
        PARAGRAPH(0.05),
        /** A sentence, or what a pause sets apart, where the text has no turns of its own, as that of subtitles without names. */
        PIECE(0.2),
        /** A sentence within a paragraph. */
        SENTENCE(0.002);

        public final double change;

        Opening(double change) {
            this.change = change;
        }
    }

    int words() {
        return to - from;
    }

    /** A pause after which somebody else may speak, in microseconds, where no sentences end. */
    private static final long PAUSE = 400_000;
    /** Words a sentence, on average, from which on a text has no full stops to speak of. */
    private static final int ENDLESS = 60;

    /** Marks of turns, at most, that are taken for those of a few subtitles only. */
    private static final int FEW_MARKS = 3;
    /** Subtitles to each of them, at least. */
    private static final int STRETCHES_A_MARK = 6;

    /** Whether its paragraph opens with a name, not with a mere dash. */
    public boolean hasPrintedName(String text) {
        return paragraph.isNamed(text);
    }

    /** Whether it is a question. */
    boolean isQuestion(List<Word> words) {
        return words.get(to - 1).text().contains("?");
    }

    public static List<SpokenUnit> of(SyncedTranscript transcript) {
        List<Word> words = transcript.words();
        List<Paragraph> paragraphs = transcript.transcript().paragraphs().stream()
                .filter(p -> p.kind().isSpoken())
                .toList();
        Set<Integer> cuts = cutsByHand(transcript);
        boolean unparted = isUnparted(transcript, paragraphs);
        if (unparted) {
            cuts.addAll(pauses(words));
        }
        List<SpokenUnit> result = new ArrayList<>();
        int at = 0;
        for (Paragraph paragraph : paragraphs) {
            Opening opening = paragraph.kind() != ParagraphKind.TURN
                    ? Opening.PARAGRAPH
                    : paragraph.label().isPresent() ? Opening.MARKED : Opening.GUESSED;
            int from = at;
            while (at < words.size() && contains(paragraph.place(), words.get(at))) {
                at++;
                boolean ends = at == words.size()
                        || !contains(paragraph.place(), words.get(at))
                        || cuts.contains(at)
                        || Sentences.endsWith(words.get(at - 1).text());
                if (ends) {
                    result.add(new SpokenUnit(from, at, paragraph, opening));
                    opening = unparted ? Opening.PIECE : Opening.SENTENCE;
                    from = at;
                }
            }
        }
        return result;
    }

    /** Whether a text does not say where turns begin, so that voices alone can. */
    public static boolean isUnparted(SyncedTranscript transcript) {
        return isUnparted(
                transcript,
                transcript.transcript().paragraphs().stream()
                        .filter(p -> p.kind().isSpoken())
                        .toList());
    }

    /**
     * Whether the text itself does not say where turns begin: nothing marks them, and its paragraphs are one, or were made of the many
     * stretches whose times a file gives; or of these a few have a mark that is no name, as where two people share a subtitle.
     */
    private static boolean isUnparted(SyncedTranscript transcript, List<Paragraph> paragraphs) {
        int stretches = transcript.transcript().hints().size();
        long marked = paragraphs.stream().filter(p -> p.label().isPresent()).count();
        if (marked > 0) {
            String text = transcript.transcript().text();
            return marked <= FEW_MARKS
                    && stretches >= STRETCHES_A_MARK * marked
                    && paragraphs.stream().noneMatch(p -> p.isNamed(text));
        }
        return paragraphs.size() == 1 || stretches > 2 * paragraphs.size();
    }

    /** Words before which there is a pause, in a text without full stops; nothing in another. */
    private static Set<Integer> pauses(List<Word> words) {
        long sentences =
                words.stream().filter(w -> Sentences.endsWith(w.text())).count();
        Set<Integer> pauses = new HashSet<>();
        for (int i = 1; i < words.size() && words.size() > ENDLESS * sentences; i++) {
            Optional<TimeSpan> before = words.get(i - 1).span();
            Optional<TimeSpan> here = words.get(i).span();
            if (before.isPresent()
                    && here.isPresent()
                    && here.get().startMicros() - before.get().endMicros() >= PAUSE) {
                pauses.add(i);
            }
        }
        return pauses;
    }

    /** Words before which an editor said that another turn begins. */
    private static Set<Integer> cutsByHand(SyncedTranscript transcript) {
        Set<Integer> cuts = new HashSet<>();
        int at = 0;
        boolean manual = false;
        for (Turn turn : transcript.turns()) {
            if (manual || turn.speakerIsManual()) {
                cuts.add(at);
            }
            manual = turn.speakerIsManual();
            at += turn.words().size();
        }
        return cuts;
    }

    private static boolean contains(CharSpan place, Word word) {
        return word.place().start() >= place.start() && word.place().end() <= place.end();
    }
}
