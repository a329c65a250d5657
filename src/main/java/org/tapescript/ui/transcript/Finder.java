package org.tapescript.ui.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Word;
import org.tapescript.edit.CorrectText;

/**
 * Finds text in what is spoken.
 *
 * @param query plain or a regular expression
 * @param regex whether it is one
 * @param speaker only in this one's turns, if given
 * @param leastConfidence only at words placed with at most this confidence; 1 for all
 */
public record Finder(String query, boolean regex, Optional<String> speaker, double leastConfidence) {
    /**
     * A place found.
     *
     * @param word at or behind which it begins
     */
    public record Match(int start, int end, Word word) {}

    /**
     * In the order of the text; nothing is found of an empty query.
     *
     * @throws PatternSyntaxException if the regular expression is none
     */
    public List<Match> find(SyncedTranscript transcript) {
        if (query.isEmpty()) {
            return List.of();
        }
        Pattern pattern = pattern();
        List<Match> result = new ArrayList<>();
        for (Row row : Rows.of(transcript)) {
            if (row instanceof Row.Spoken spoken
                    && speaker.map(s -> s.equals(spoken.turn().speaker())).orElse(true)) {
                Matcher matcher = pattern.matcher(spoken.text());
                while (matcher.find()) {
                    Word word = spoken.wordAt(matcher.start());
                    if (matcher.end() > matcher.start() && word.confidence() <= leastConfidence) {
                        result.add(new Match(
                                spoken.place().start() + matcher.start(),
                                spoken.place().start() + matcher.end(),
                                word));
                    }
                }
            }
        }
        return result;
    }

    private Pattern pattern() {
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile(query, regex ? flags : flags | Pattern.LITERAL);
    }

    /** The edit that puts a text in the place of a match; groups of a regular expression may be named in it as {@code $1}. */
    public CorrectText replace(SyncedTranscript transcript, Match match, String replacement) {
        String found = transcript.transcript().text().substring(match.start(), match.end());
        String with =
                pattern().matcher(found).replaceFirst(regex ? replacement : Matcher.quoteReplacement(replacement));
        return new CorrectText(match.start(), match.end(), with);
    }
}
