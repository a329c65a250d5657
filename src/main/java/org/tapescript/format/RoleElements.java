package org.tapescript.format;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Elements that say by their own names who speaks, as students and small projects make them up: {@code <interviewer>When?</interviewer>}. */
public final class RoleElements {
    private static final String ROLES = "interviewer|interviewee|interviewed|respondent|question|answer"
            + "|entrevistador|entrevistadora|entrevistado|entrevistada|pergunta|resposta|pregunta|respuesta"
            + "|enquêteur|enquêtrice|enquêté|enquêtée|intervieweur|interviewé|interviewée|réponse"
            + "|interviewerin|befragter|befragte|interviewte|interviewter|frage|antwort"
            + "|intervistatore|intervistatrice|intervistato|intervistata|domanda|risposta"
            + "|interviewster|geïnterviewde|vraag|antwoord|pytanie|odpowiedź|вопрос|ответ";
    private static final Pattern NAME = Pattern.compile("(?iu)" + ROLES);
    private static final Pattern TAG = Pattern.compile("(?iu)<(/?)(" + ROLES + ")>");
    private static final int MIN_COUNT = 2;

    private RoleElements() {}

    /** Whether a name of an element is what somebody does in an interview. */
    static boolean isRole(String name) {
        return NAME.matcher(name).matches();
    }

    /** Whether a text has several such elements. */
    static boolean areIn(String text) {
        Matcher m = TAG.matcher(text);
        int found = 0;
        while (found < MIN_COUNT && m.find()) {
            found += m.group(1).isEmpty() ? 1 : 0;
        }
        return found >= MIN_COUNT;
    }

    /** Markdown with the elements as names in bold; as it is if there are none. */
    public static String marked(String markdown) {
        return areIn(markdown)
                ? TAG.matcher(markdown)
                        .replaceAll(m -> m.group(1).isEmpty()
                                ? "\n\n**" + Matcher.quoteReplacement(called(m.group(2))) + ":** "
                                : "\n\n")
                : markdown;
    }

    /** What such an element's speaker is called. */
    static String called(String element) {
        return element.substring(0, 1).toUpperCase(Locale.ROOT) + element.substring(1);
    }
}
