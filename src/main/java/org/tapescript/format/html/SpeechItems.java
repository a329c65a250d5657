package org.tapescript.format.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.cue.CueTime;

/**
 * Items of a page in which one element is the speaker's name and one beside it what is said, as their classes tell: {@code
 * <span class="speaker-name">Ann</span> <span class="text">Yes.</span>}. A third may be the time.
 */
final class SpeechItems {
    static final SpeechItems NONE = new SpeechItems(List.of());

    private static final Pattern NAME = Pattern.compile(
            "(?i)(?:.*[-_])?(?:speaker|participant|author|user|interlocutor)(?:[-_]?(?:name|label|title))?|(?:.*[-_])?name");
    private static final Pattern SAID = Pattern.compile(
            "(?i)(?:.*[-_])?(?:text|content|body|message|speech|utterance|sentence|words|said|paragraph|transcription|transcript)");
    private static final Pattern TIME =
            Pattern.compile("(?i)(?:.*[-_])?(?:time|timestamp|timecode|time-?stamp|time-?code|start)");
    private static final int MAX_NAME_LENGTH = 60;
    private static final int MIN_COUNT = 2;
    /** A share of the page's text that is said. */
    private static final double MOSTLY = 0.5;

    /** An item's element, whose name stands in another, and whose time may stand in a third. */
    record Item(Element element, Element name, Optional<Element> time, Optional<TimeSpan> when) {
        String speaker() {
            return name.text().strip().replaceAll("\\s*[:：]$", "");
        }
    }

    private final Map<Element, Item> items = new IdentityHashMap<>();
    private final Map<Element, Item> unsaid = new IdentityHashMap<>();

    private SpeechItems(List<Item> found) {
        for (int i = 0; i < found.size(); i++) {
            Item item = found.get(i);
            Optional<TimeSpan> next = i + 1 < found.size() ? found.get(i + 1).when() : Optional.empty();
            items.put(item.element, new Item(item.element, item.name, item.time, until(item.when, next)));
            unsaid.put(item.name, item);
            item.time.ifPresent(t -> unsaid.put(t, item));
        }
    }

    private static Optional<TimeSpan> until(Optional<TimeSpan> when, Optional<TimeSpan> next) {
        return when.filter(w -> w.startMicros() == w.endMicros())
                .flatMap(w -> next.filter(n -> n.startMicros() > w.startMicros())
                        .map(n -> new TimeSpan(w.startMicros(), n.startMicros())))
                .or(() -> when);
    }

    static SpeechItems of(Element root) {
        Map<String, List<Item>> byClass = new HashMap<>();
        for (Element e : root.select("[class]")) {
            item(e).ifPresent(i -> byClass.computeIfAbsent(e.className(), c -> new ArrayList<>())
                    .add(i));
        }
        int all = root.text().length();
        return byClass.values().stream()
                .filter(l -> l.size() >= MIN_COUNT)
                .filter(l -> l.stream().mapToInt(i -> i.element.text().length()).sum() >= MOSTLY * all)
                .findFirst()
                .map(SpeechItems::new)
                .orElse(NONE);
    }

    /** What an element is the name of, if it is one. */
    private static Optional<Item> item(Element name) {
        Element parent = name.parent();
        String text = name.text().strip();
        if (parent == null
                || text.isEmpty()
                || text.length() > MAX_NAME_LENGTH
                || !is(name, NAME)
                || parent.childrenSize() > 4) {
            return Optional.empty();
        }
        List<Element> others =
                parent.children().stream().filter(c -> c != name && c.hasText()).toList();
        List<Element> said = others.stream().filter(c -> is(c, SAID)).toList();
        Optional<Element> time = others.stream()
                .filter(c -> is(c, TIME) && seconds(c.text()).isPresent())
                .findFirst();
        boolean whole = others.size() == said.size() + time.stream().count();
        return said.size() == 1 && whole
                ? Optional.of(new Item(parent, name, time, when(parent, time)))
                : Optional.empty();
    }

    private static boolean is(Element e, Pattern kind) {
        return e.classNames().stream().anyMatch(kind.asMatchPredicate());
    }

    private static OptionalDouble seconds(String text) {
        return CueTime.seconds(text.strip().replaceAll("^[\\[(]|[\\])]$", ""));
    }

    private static Optional<TimeSpan> when(Element item, Optional<Element> time) {
        String from = item.attr("data-start");
        String to = item.attr("data-end");
        if (from.matches("\\d{1,6}\\.\\d{1,6}") && to.matches("\\d{1,6}\\.\\d{1,6}")) {
            return TimedTurns.span(Double.parseDouble(from), Double.parseDouble(to));
        }
        return time.flatMap(t -> TimedTurns.span(
                seconds(t.text()).getAsDouble(), seconds(t.text()).getAsDouble()));
    }

    Optional<Item> at(Element element) {
        return Optional.ofNullable(items.get(element));
    }

    /** Whether an element is an item's name or time, which are not said. */
    boolean isUnsaid(Element element) {
        return unsaid.containsKey(element);
    }
}
