package org.tapescript.format.html;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Who speaks, where a page says so by the classes of its paragraphs and nowhere else. */
record VoiceClasses(boolean speak) {
    static final VoiceClasses NONE = new VoiceClasses(false);
    private static final Set<String> ROLES = Set.of(
            "interviewer",
            "interviewee",
            "guest",
            "host",
            "question",
            "answer",
            "q",
            "a",
            "moderator",
            "narrator",
            "respondent",
            "participant");
    private static final String PARAGRAPHS = "p, div, li, dd, section, blockquote";
    private static final Pattern NAMED = Pattern.compile("(?s)\\s*[^\\s:：][^:：]{0,40}[:：]\\s.*");
    private static final int MIN_COUNT = 2;

    static VoiceClasses of(Element root) {
        Map<String, Integer> counts = new HashMap<>();
        int named = 0;
        int all = 0;
        for (Element e : root.select(PARAGRAPHS)) {
            Optional<String> role = role(e);
            if (role.isPresent()) {
                counts.merge(role.get(), 1, Integer::sum);
                all++;
                Element first = e.firstElementChild();
                boolean heavy =
                        first != null && Set.of("b", "strong", "dt", "h3", "h4").contains(first.normalName());
                named += heavy || NAMED.matcher(e.text()).matches() ? 1 : 0;
            }
        }
        boolean several = counts.values().stream().filter(n -> n >= MIN_COUNT).count() > 1;
        return new VoiceClasses(several && named * 2 < all);
    }

    /** Who speaks a paragraph. */
    Optional<String> speaker(Element paragraph) {
        return speak ? role(paragraph) : Optional.empty();
    }

    private static Optional<String> role(Element e) {
        return e.classNames().stream()
                .map(c -> c.toLowerCase(Locale.ROOT))
                .filter(ROLES::contains)
                .findFirst()
                .map(c -> c.substring(0, 1).toUpperCase(Locale.ROOT) + c.substring(1));
    }
}
