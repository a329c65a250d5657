package org.tapescript.project;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tapescript.domain.SpeakerReason;
import org.tapescript.domain.SpeakerReason.Code;

/**
 * Earlier projects held the reasons for a doubt as one English sentence of clauses. Clauses that are not recognised are kept as
 * they are.
 */
final class EarlierReasons {
    private record Clause(Pattern english, Code code) {}

    private static final List<Clause> CLAUSES = List.of(
            clause("voice is nearer to (.+): ([0-9]\\.[0-9]+)", Code.NEARER_VOICE),
            clause("a question stands before it", Code.QUESTION_BEFORE),
            clause("it stands in a turn of (.+)", Code.WITHIN_TURN),
            clause("the text names (.+)", Code.NAMED),
            clause("nothing marks a new turn here", Code.UNMARKED),
            clause("the speaker changes within a paragraph", Code.WITHIN_PARAGRAPH),
            clause("the text marks a new turn, but the voice stays", Code.VOICE_STAYS),
            clause("the text marks a new turn", Code.MARKED),
            clause("the text leaves it open", Code.OPEN));

    private EarlierReasons() {}

    private static Clause clause(String english, Code code) {
        return new Clause(Pattern.compile(english), code);
    }

    static List<SpeakerReason> of(String reason) {
        return Stream.of(reason.split("; ")).map(EarlierReasons::clause).toList();
    }

    private static SpeakerReason clause(String english) {
        for (Clause clause : CLAUSES) {
            Matcher m = clause.english().matcher(english);
            if (m.matches()) {
                List<String> arguments = new ArrayList<>();
                for (int i = 1; i <= m.groupCount(); i++) {
                    arguments.add(m.group(i));
                }
                return new SpeakerReason(clause.code(), arguments);
            }
        }
        return SpeakerReason.of(Code.SAID, english);
    }
}
