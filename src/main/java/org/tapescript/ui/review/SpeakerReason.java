package org.tapescript.ui.review;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tapescript.ui.common.Messages;

/**
 * Says in the window's language why it is doubted who speaks. Projects hold the reason as an English sentence of clauses; one that is not
 * known here is said as it is.
 */
final class SpeakerReason {
    private record Clause(Pattern english, String key) {}

    private static final List<Clause> CLAUSES = List.of(
            clause("voice is nearer to (.+): ([0-9.]+)", "voice"),
            clause("a question stands before it", "question"),
            clause("it stands in a turn of (.+)", "within"),
            clause("the text names (.+)", "named"),
            clause("nothing marks a new turn here", "unmarked"),
            clause("the speaker changes within a paragraph", "paragraph"),
            clause("the text marks a new turn, but the voice stays", "voiceStays"),
            clause("the text marks a new turn", "marked"),
            clause("the text leaves it open", "open"));

    private SpeakerReason() {}

    private static Clause clause(String english, String key) {
        return new Clause(Pattern.compile(english), "review.why." + key);
    }

    static String of(String reason) {
        return Stream.of(reason.split("; ")).map(SpeakerReason::said).collect(Collectors.joining("; "));
    }

    private static String said(String english) {
        for (Clause clause : CLAUSES) {
            Matcher m = clause.english().matcher(english);
            if (m.matches()) {
                return switch (m.groupCount()) {
                    case 0 -> Messages.get(clause.key());
                    case 1 -> Messages.get(clause.key(), m.group(1));
                    default -> Messages.get(clause.key(), m.group(1), Double.valueOf(m.group(2)));
                };
            }
        }
        return english;
    }
}
