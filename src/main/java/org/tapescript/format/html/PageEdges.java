package org.tapescript.format.html;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;

/** What stands before and behind the speeches of a page that says for each who speaks: data, summaries, tasks. */
final class PageEdges {
    static final PageEdges NONE = new PageEdges(Set.of());

    private static final int MIN_COUNT = 2;
    /** A share of the page's text that is said. */
    private static final double MOSTLY = 0.5;

    private final Set<Element> outside;

    private PageEdges(Set<Element> outside) {
        this.outside = outside;
    }

    /** @param voiced whether an element is a speech whose speaker is known */
    static PageEdges of(Element root, Predicate<Element> voiced) {
        List<Element> all = root.getAllElements();
        List<Element> speeches = all.stream().filter(voiced).toList();
        int said = speeches.stream().mapToInt(e -> e.text().length()).sum();
        if (speeches.size() < MIN_COUNT || said < MOSTLY * root.text().length()) {
            return NONE;
        }
        Set<Element> outside = Collections.newSetFromMap(new IdentityHashMap<>());
        Element first = speeches.get(0);
        Element last = speeches.get(speeches.size() - 1);
        Set<Element> around = Collections.newSetFromMap(new IdentityHashMap<>());
        around.addAll(first.parents());
        around.addAll(last.parents());
        Set<Element> within = Collections.newSetFromMap(new IdentityHashMap<>());
        within.addAll(last.getAllElements());
        int from = all.indexOf(first);
        int to = all.indexOf(last);
        for (int i = 0; i < all.size(); i++) {
            Element e = all.get(i);
            if ((i < from || i > to && !within.contains(e)) && !around.contains(e)) {
                outside.add(e);
            }
        }
        return new PageEdges(outside);
    }

    boolean isOutside(Element element) {
        return outside.contains(element);
    }
}
