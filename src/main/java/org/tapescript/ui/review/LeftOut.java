package org.tapescript.ui.review;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.tapescript.ui.common.Settings;

/** Doubts that nothing in the transcript could settle and that the user left out: remembered with the window's settings, by project. */
public final class LeftOut {
    private final Settings settings;
    private final String key;
    private final Set<String> doubts = new LinkedHashSet<>();

    public LeftOut(Settings settings, Path project) {
        this.settings = settings;
        this.key = "leftOut."
                + Integer.toHexString(
                        project.toAbsolutePath().normalize().toString().hashCode());
        Arrays.stream(settings.get(key, "").split(" "))
                .filter(s -> !s.isEmpty())
                .forEach(doubts::add);
    }

    boolean has(ReviewItem item) {
        return doubts.contains(item.key());
    }

    void add(ReviewItem item) {
        doubts.add(item.key());
        settings.put(key, String.join(" ", doubts));
    }

    void clear() {
        doubts.clear();
        settings.put(key, "");
    }
}
