package org.tapescript.subtitle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules of those who commission subtitles, by name. */
public final class CuePresets {
    private static final Map<String, CueRules> PRESETS = new LinkedHashMap<>();

    static {
        PRESETS.put("netflix", CueRules.DEFAULT);
        // BBC subtitle guidelines: 37 characters in broadcasts, 160 to 180 words a minute, about 0.3 s a word at least,
        // no dashes.
        PRESETS.put("bbc", new CueRules(37, 2, 20, 180, 0.6, 7, 0, 25, false));
        // Podcast namespace, transcripts: SRT of at most two lines of 32 characters, a new cue for each speaker.
        PRESETS.put("podcast", new CueRules(32, 2, 20, 0, 0.7, 6, 0, 0, false));
        // Teletext and EBU STL: 37 characters of a row of 40 are left beside control codes (EBU Tech 3264, 5.3).
        PRESETS.put("broadcast", new CueRules(37, 2, 17, 0, 1, 6, 4 / 25.0, 25, true));
    }

    private CuePresets() {}

    /** In the order in which they are offered. */
    public static Set<String> names() {
        return PRESETS.keySet();
    }

    public static Optional<CueRules> named(String name) {
        return Optional.ofNullable(PRESETS.get(name));
    }
}
