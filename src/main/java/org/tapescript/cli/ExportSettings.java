package org.tapescript.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.tapescript.format.ClockTime;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.Format;
import org.tapescript.format.Timebase;
import org.tapescript.format.page.PageOptions;
import org.tapescript.subtitle.CuePresets;
import org.tapescript.subtitle.CueRules;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of everything that writes exports. */
final class ExportSettings {
    private static final Set<String> TIMECODES = Set.of("stl", "edl", "fcpxml");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            defaultValue = "netflix",
            description =
                    "Rules for subtitles: netflix, bbc, podcast or broadcast; the options below change single ones.")
    private String preset;

    @Option(names = "--line-length", paramLabel = "N", description = "Characters a line at most.")
    private Integer lineLength;

    @Option(names = "--lines", paramLabel = "N", description = "Lines a subtitle at most.")
    private Integer lines;

    @Option(names = "--cps", paramLabel = "N", description = "Characters a second at most.")
    private Double charactersPerSecond;

    @Option(names = "--wpm", paramLabel = "N", description = "Words a minute at most; 0: as many as are said.")
    private Double wordsPerMinute;

    @Option(names = "--shortest", paramLabel = "SECONDS", description = "A subtitle is shown at least so long.")
    private Double shortest;

    @Option(names = "--longest", paramLabel = "SECONDS", description = "A subtitle is shown at most so long.")
    private Double longest;

    @Option(names = "--gap", paramLabel = "SECONDS", description = "Between two subtitles at least.")
    private Double gap;

    @Option(
            names = "--frame-rate",
            paramLabel = "FPS",
            description =
                    "Frames a second, as 25, 23.976 or 29.97: subtitles begin and end with frames, timecodes count them.")
    private Double frameRate;

    @Option(
            names = "--two-speakers",
            negatable = true,
            description = "Two short turns may share a subtitle, with dashes; --no-two-speakers: never.")
    private Boolean twoSpeakers;

    @Option(names = "--drop-frame", description = "Drop-frame timecodes, for 29.97 and 59.94 frames a second.")
    private boolean dropFrame;

    @Option(names = "--start-timecode", paramLabel = "TIME", description = "Timecode of the first frame, as 01:00:00.")
    private String startTimecode;

    @Option(names = "--offset", paramLabel = "SECONDS", description = "Added to all times; may be negative.")
    private double offset;

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            description =
                    "All times are multiplied by it first, as 25/23.976 for a film that runs slower elsewhere; 'measured': by how"
                            + " much the tape runs too fast, if its mains hum says so.")
    private String speed;

    @Option(names = "--speaker-names", description = "Name the speakers in SRT.")
    private boolean speakerNames;

    @Option(names = "--word-times", description = "Give words their times in vtt, ass, audacity, csv and tsv.")
    private boolean wordTimes;

    @Option(names = "--published", description = "In txt: the text as it was published, with what nobody spoke.")
    private boolean published;

    @Option(
            names = "--media",
            paramLabel = "URL",
            description =
                    "In page: where the recording lies, relative to the page or as a URL; once for each recording, in"
                            + " their order. If not given, the file's name.")
    private List<String> media = List.of();

    @Option(names = "--mark-guesses", description = "In page: mark times and speakers that are not certain.")
    private boolean markGuesses;

    /**
     * @param measured by how much the tape runs too fast, where that is known
     * @throws CommandLine.ParameterException if they contradict each other
     */
    ExportOptions options(OptionalDouble measured) {
        CueRules base = CuePresets.named(preset.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> wrong(
                        "there is no preset '" + preset + "'; there are: " + String.join(", ", CuePresets.names())));
        try {
            CueRules rules = new CueRules(
                    or(lineLength, base.lineLength()),
                    or(lines, base.lines()),
                    or(charactersPerSecond, base.charactersPerSecond()),
                    or(wordsPerMinute, base.wordsPerMinute()),
                    or(shortest, base.minSeconds()),
                    or(longest, base.maxSeconds()),
                    or(gap, base.gapSeconds()),
                    Timebase.exactRate(or(frameRate, base.frameRate())),
                    or(twoSpeakers, base.twoSpeakers()));
            Timebase timebase = new Timebase(
                    offset,
                    speed(measured),
                    rules.frameRate() > 0 ? rules.frameRate() : Timebase.MEDIA.frameRate(),
                    dropFrame,
                    start());
            return new ExportOptions(
                    rules, speakerNames, wordTimes, published, timebase, new PageOptions(media, markGuesses));
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    /** Options that were given but have no effect on a format. */
    List<String> unused(Format format) {
        Map<String, Boolean> given = new LinkedHashMap<>();
        boolean timecodes = TIMECODES.contains(format.name());
        boolean rules = format.isSubtitles();
        given.put("--line-length", lineLength != null && !rules);
        given.put("--lines", lines != null && !rules);
        given.put("--cps", charactersPerSecond != null && !rules);
        given.put("--wpm", wordsPerMinute != null && !rules);
        given.put("--shortest", shortest != null && !rules);
        given.put("--longest", longest != null && !rules);
        given.put("--gap", gap != null && !rules);
        given.put("--two-speakers", twoSpeakers != null && !rules);
        given.put("--frame-rate", frameRate != null && !rules && !timecodes);
        given.put("--drop-frame", dropFrame && !timecodes);
        given.put("--start-timecode", startTimecode != null && !timecodes);
        given.put("--speaker-names", speakerNames && !format.name().equals("srt"));
        given.put("--word-times", wordTimes && !format.hasWordTimesIfAsked());
        given.put("--published", published && !format.name().equals("txt"));
        given.put("--media", !media.isEmpty() && !format.name().equals("page"));
        given.put("--mark-guesses", markGuesses && !format.name().equals("page"));
        return given.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private static <T> T or(T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    private double start() {
        return startTimecode == null
                ? 0
                : ClockTime.parse(startTimecode)
                        .orElseThrow(() ->
                                new IllegalArgumentException("'" + startTimecode + "' is no time; write 01:00:00"));
    }

    private double speed(OptionalDouble measured) {
        if (speed == null) {
            return 1;
        }
        if (speed.equals("measured")) {
            return measured.orElseThrow(() -> new IllegalArgumentException(
                    "no mains hum says how fast the tape runs; give a factor for --speed"));
        }
        try {
            return Timebase.factor(speed);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + speed + "' is no factor; write 0.96 or 24/25");
        }
    }
}
