package org.tapescript.ui.common;

import java.util.Locale;
import java.util.Optional;
import org.tapescript.subtitle.CuePresets;
import org.tapescript.subtitle.CueRules;

/** The rules for subtitles that the user chose last, wherever that was. */
public final class SubtitleRules {
    private SubtitleRules() {}

    /** What was chosen, or the default rules if that is nothing that subtitles could keep to. */
    public static CueRules chosen(Settings settings) {
        CueRules d = CueRules.DEFAULT;
        try {
            return new CueRules(
                    (int) settings.number("export.lineLength", d.lineLength()),
                    (int) settings.number("export.lines", d.lines()),
                    settings.number("export.speed", d.charactersPerSecond()),
                    settings.number("export.wordsPerMinute", d.wordsPerMinute()),
                    settings.number("export.shortest", d.minSeconds()),
                    settings.number("export.longest", d.maxSeconds()),
                    settings.number("export.gap", d.gapSeconds()),
                    settings.number("export.frameRate", d.frameRate()),
                    settings.flag("export.twoSpeakers", d.twoSpeakers()));
        } catch (IllegalArgumentException e) {
            return d;
        }
    }

    /** Remembers what was chosen. */
    public static void choose(Settings settings, CueRules rules) {
        settings.put("export.lineLength", rules.lineLength());
        settings.put("export.lines", rules.lines());
        settings.put("export.speed", decimal(rules.charactersPerSecond()));
        settings.put("export.wordsPerMinute", decimal(rules.wordsPerMinute()));
        settings.put("export.shortest", decimal(rules.minSeconds()));
        settings.put("export.longest", decimal(rules.maxSeconds()));
        settings.put("export.gap", decimal(rules.gapSeconds()));
        settings.put("export.frameRate", decimal(rules.frameRate()));
        settings.put("export.twoSpeakers", rules.twoSpeakers());
    }

    /** The preset that rules are, as far as settings keep them; nothing for rules of the user's own. */
    public static Optional<String> preset(CueRules rules) {
        return CuePresets.names().stream()
                .filter(name -> same(CuePresets.named(name).orElseThrow(), rules))
                .findFirst();
    }

    private static boolean same(CueRules a, CueRules b) {
        return a.lineLength() == b.lineLength()
                && a.lines() == b.lines()
                && a.twoSpeakers() == b.twoSpeakers()
                && decimal(a.charactersPerSecond()).equals(decimal(b.charactersPerSecond()))
                && decimal(a.wordsPerMinute()).equals(decimal(b.wordsPerMinute()))
                && decimal(a.minSeconds()).equals(decimal(b.minSeconds()))
                && decimal(a.maxSeconds()).equals(decimal(b.maxSeconds()))
                && decimal(a.gapSeconds()).equals(decimal(b.gapSeconds()))
                && decimal(a.frameRate()).equals(decimal(b.frameRate()));
    }

    private static String decimal(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
