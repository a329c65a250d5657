package org.tapescript.ui.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.ui.common.Clock;

/** Words of a transcript as text, a paragraph for each stretch of a turn. */
public final class SelectedText {
    /** What stands before the words of a turn. */
    public enum Heads {
        NONE,
        SPEAKERS,
        TIMES
    }

    private SelectedText() {}

    /** @param words in the order of the text, none between them left out */
    public static String of(SyncedTranscript transcript, List<Word> words, Heads heads) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        for (Turn turn : transcript.turns()) {
            int from = at;
            while (at < words.size()
                    && !turn.words().isEmpty()
                    && words.get(at).place().start()
                            <= turn.words().get(turn.words().size() - 1).place().start()) {
                at++;
            }
            if (at > from) {
                lines.add(head(turn, words.get(from), heads) + text(transcript, words.subList(from, at)));
            }
        }
        return lines.stream().collect(Collectors.joining(heads == Heads.NONE ? "\n" : "\n\n"));
    }

    private static String head(Turn turn, Word first, Heads heads) {
        String time = first.span()
                .map(s -> "[" + Clock.brief(s.startSeconds()) + "] ")
                .orElse("");
        return heads == Heads.NONE ? "" : (heads == Heads.TIMES ? time : "") + turn.speaker() + ": ";
    }

    /** With what is printed between the words; a new paragraph begins a new line. */
    private static String text(SyncedTranscript transcript, List<Word> words) {
        String whole = transcript.transcript().text();
        StringBuilder text = new StringBuilder();
        int end = -1;
        CharSpan paragraph = null;
        for (Word word : words) {
            if (paragraph == null) {
                paragraph = paragraphOf(transcript, word);
            } else if (paragraph.contains(word.place())) {
                text.append(whole.substring(end, word.place().start()).replaceAll("\\R", " "));
            } else {
                paragraph = paragraphOf(transcript, word);
                text.append('\n');
            }
            text.append(word.text());
            end = word.place().end();
        }
        return text.toString();
    }

    private static CharSpan paragraphOf(SyncedTranscript transcript, Word word) {
        return transcript.transcript().paragraphs().stream()
                .map(Paragraph::place)
                .filter(p -> p.contains(word.place()))
                .findFirst()
                .orElse(word.place());
    }
}
