package org.tapescript.format;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tapescript.domain.Cue;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/** What several formats say of a transcript in the same way. */
public final class Texts {
    private Texts() {}

    /** What is said in a turn. */
    public static String of(Turn turn) {
        return String.join(" ", turn.words().stream().map(Word::text).toList());
    }

    /** A name or title on one line, spaces of all kinds as one. */
    public static String oneLine(String text) {
        return text.replaceAll("(?U)[\\s\\p{Cntrl}]+", " ").strip();
    }

    /** File name of a recording. */
    public static String fileName(Recording recording) {
        return recording.path().replaceAll("^.*[/\\\\]", "");
    }

    /** File name of the first recording without its extension, by which the whole is called. */
    public static String title(SyncedTranscript transcript) {
        return transcript.recordings().isEmpty()
                ? "tape"
                : fileName(transcript.recordings().get(0)).replaceAll("\\.[^.]*$", "");
    }

    /** The heading that the text begins with. */
    public static Optional<Paragraph> headline(SyncedTranscript transcript) {
        return transcript.transcript().paragraphs().stream().findFirst().filter(p -> p.kind() == ParagraphKind.HEADING);
    }

    /** What a document is headed by: the text's own heading, else what the recording is called. */
    public static String documentTitle(SyncedTranscript transcript) {
        return headline(transcript)
                .map(p -> oneLine(p.place().of(transcript.transcript().text())))
                .orElse(title(transcript));
    }

    /** What stands below {@link #documentTitle}, in the order of the text. */
    public static List<Piece> belowTitle(SyncedTranscript transcript) {
        List<Piece> all = inOrder(transcript);
        return headline(transcript).isPresent() ? all.subList(1, all.size()) : all;
    }

    /** A recording's name for NIST's formats, of Latin letters, digits, hyphens and underscores. */
    public static String token(Recording recording) {
        String latin = Latin.IN.transliterate(fileName(recording).replaceAll("\\.[^.]*$", ""));
        String token = latin.replaceAll("[^A-Za-z0-9-]+", "_");
        return token.isEmpty() ? "tape" : token;
    }

    /** Made when it is first needed: it takes a moment. */
    private static final class Latin {
        static final Transliterator IN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }

    /** A value rounded to thousandths. */
    public static double thousandths(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /** Who speaks in some cues, in the order in which they first do. */
    public static List<String> speakers(List<Cue> cues) {
        return cues.stream()
                .flatMap(c -> c.parts().stream())
                .map(Cue.Part::speaker)
                .distinct()
                .toList();
    }

    /** Turns, and what stands between them and is not spoken, in the order of the text; also turns of nothing but a note. */
    public static List<Piece> inOrder(SyncedTranscript transcript) {
        PrintedText printed = new PrintedText(transcript);
        Set<Integer> withWords = transcript.turns().stream()
                .flatMap(t -> t.words().stream())
                .map(w -> printed.paragraphAt(w.place().start()))
                .collect(Collectors.toSet());
        List<Paragraph> paragraphs = transcript.transcript().paragraphs();
        List<Paragraph> unspoken = IntStream.range(0, paragraphs.size())
                .filter(i -> !paragraphs.get(i).kind().isSpoken()
                        || !withWords.contains(i) && printed.hasNotes(paragraphs.get(i)))
                .mapToObj(paragraphs::get)
                .toList();
        List<Piece> result = new ArrayList<>();
        int next = 0;
        for (Turn turn : transcript.turns()) {
            if (turn.words().isEmpty()) {
                continue;
            }
            int place = turn.words().get(0).place().start();
            for (; next < unspoken.size() && unspoken.get(next).place().start() < place; next++) {
                result.add(new Piece.Unspoken(unspoken.get(next)));
            }
            result.add(new Piece.Spoken(turn));
        }
        unspoken.subList(next, unspoken.size()).forEach(p -> result.add(new Piece.Unspoken(p)));
        return result;
    }

    /** The language that is written, as web standards have it: {@code en-US} for {@code en-us}; {@code und} if it is not known. */
    public static String languageTag(SyncedTranscript transcript) {
        return transcript
                .basis()
                .writtenLanguage()
                .map(tag ->
                        java.util.Locale.forLanguageTag(tag.replace('_', '-')).toLanguageTag())
                .orElse("und");
    }
}
