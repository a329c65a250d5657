package org.tapescript.ui.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tapescript.format.Formats;
import org.tapescript.ui.common.Messages;

/** What formats are for, in the order in which they are offered, and what can be chosen of which. */
enum FormatGroup {
    SUBTITLES("srt", "vtt", "ttml", "ebuttd", "ass", "stl", "podcast"),
    READING("docx", "pdf", "txt", "md", "html", "page"),
    RESEARCH("eaf", "textgrid", "tei", "ohms", "ctm", "stm", "rttm"),
    EDITING("edl", "fcpxml", "audacity", "otr"),
    DATA("json", "whisper", "csv", "tsv");

    /** Those that can give words their times. */
    static final Set<String> WORD_TIMES = Set.of("vtt", "ass", "audacity", "csv", "tsv");
    /** Those that count frames. */
    static final Set<String> TIMECODES = Set.of("stl", "edl", "fcpxml");

    static final Set<String> SPEAKER_NAMES = Set.of("srt");
    static final Set<String> PUBLISHED = Set.of("txt");
    static final Set<String> GUESSES = Set.of("page");

    private final List<String> formats;

    FormatGroup(String... formats) {
        this.formats = List.of(formats);
    }

    /** Names of formats, as {@link Formats} has them. */
    List<String> formats() {
        return formats;
    }

    String title() {
        return Messages.get("export.group." + name().toLowerCase(Locale.ROOT));
    }

    /** All formats, group after group. */
    static List<String> all() {
        return Arrays.stream(values()).flatMap(g -> g.formats.stream()).toList();
    }

    static FormatGroup of(String format) {
        return Arrays.stream(values())
                .filter(g -> g.formats.contains(format))
                .findFirst()
                .orElseThrow();
    }

    /** A format by the name that people know it by, with what its files end in. */
    static String name(String format) {
        return Messages.get(
                "export.name",
                Messages.get("format." + format),
                Formats.writable(format).orElseThrow().extension());
    }
}
