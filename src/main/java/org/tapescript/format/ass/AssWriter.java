package org.tapescript.format.ass;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tapescript.domain.Cue;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Word;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;
import org.tapescript.subtitle.CueBuilder;

/**
 * Advanced SubStation Alpha, script type v4.00+: one style for each speaker, whose name stands in the Name field, times in hundredths; words as karaoke if
 * they are to have times. Braces and backslashes of the text are kept from being read as commands as libass and Aegisub do.
 */
public final class AssWriter extends TextWriter {
    /** Of each speaker's text, as BGR. */
    private static final String[] COLOURS = {
        "FFFFFF", "7FFFFF", "FFFF7F", "7FFF7F", "C0A0FF", "FFC080", "80C0FF", "D0D0D0"
    };

    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        List<Cue> cues = new CueBuilder(options.rules()).build(transcript);
        List<String> speakers = Texts.speakers(cues);
        out.write("[Script Info]\n; Written by Tapescript\nTitle: " + Texts.oneLine(Texts.title(transcript))
                + "\nScriptType: v4.00+\nWrapStyle: 2\nScaledBorderAndShadow: yes\nPlayResX: 1920\nPlayResY: 1080\n\n");
        out.write(
                "[V4+ Styles]\nFormat: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold,"
                        + " Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL,"
                        + " MarginR, MarginV, Encoding\n");
        for (int i = 0; i < Math.max(1, speakers.size()); i++) {
            out.write("Style: " + style(i) + ",Arial,60,&H00" + COLOURS[i % COLOURS.length]
                    + ",&H00808080,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,3,1,2,96,96,54,1\n");
        }
        out.write("\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n");
        for (Cue cue : cues) {
            long start = hundredths(cue.time().startMicros());
            long end = Math.max(start + 1, hundredths(cue.time().endMicros()));
            List<String> parts = new ArrayList<>();
            Karaoke karaoke = new Karaoke(start, end);
            for (Cue.Part part : cue.parts()) {
                String colour = cue.parts().size() > 1 ? "{\\r" + style(speakers.indexOf(part.speaker())) + "}" : "";
                parts.add(
                        colour + (options.wordTimes() ? karaoke.text(part) : escape(String.join("\n", part.lines()))));
            }
            // A comma ends the name, and nothing can escape one: a sign that looks alike stands for it.
            out.write("Dialogue: 0," + clock(start) + "," + clock(end) + ","
                    + style(speakers.indexOf(cue.speaker())) + ","
                    + Texts.oneLine(cue.speakers()).replace(",", "‚")
                    + ",0,0,0,," + String.join("\\N", parts) + "\n");
        }
    }

    private static String style(int speaker) {
        return speaker <= 0 ? "Default" : "Speaker " + (speaker + 1);
    }

    private static long hundredths(long micros) {
        return Math.round(micros / 10_000.0);
    }

    private static String clock(long hundredths) {
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d.%02d",
                hundredths / 360_000,
                hundredths / 6000 % 60,
                hundredths / 100 % 60,
                hundredths % 100);
    }

    /** A word joiner, which nobody sees, keeps a backslash from making a command of the letter after it. */
    private static String escape(String text) {
        return text.replace("\\", "\\\u2060")
                .replace("{", "\\{")
                .replace("}", "\\}")
                .replace("\n", "\\N");
    }

    /** Gives each word the hundredths that it lasts, so that all of a cue's sum up to it. */
    private static final class Karaoke {
        private final long end;
        private long at;

        Karaoke(long start, long end) {
            this.end = end;
            this.at = start;
        }

        String text(Cue.Part part) {
            StringBuilder result = new StringBuilder();
            int word = 0;
            for (int line = 0; line < part.lines().size(); line++) {
                result.append(line == 0 ? "" : "\\N");
                String text = part.lines().get(line);
                int taken = 0;
                while (taken < text.length()) {
                    Word now = part.words().get(word++);
                    long stop = word < part.words().size()
                            ? part.words()
                                    .get(word)
                                    .span()
                                    .map(TimeSpan::startMicros)
                                    .map(AssWriter::hundredths)
                                    .orElse(at)
                            : now.span()
                                    .map(TimeSpan::endMicros)
                                    .map(AssWriter::hundredths)
                                    .orElse(at);
                    stop = Math.max(at, Math.min(end, stop));
                    int to = text.indexOf(now.text(), taken) + now.text().length();
                    result.append("{\\k").append(stop - at).append('}').append(escape(text.substring(taken, to)));
                    at = stop;
                    taken = to;
                    if (taken < text.length() && text.charAt(taken) == ' ') {
                        result.append(' ');
                        taken++;
                    }
                }
            }
            return result.toString();
        }
    }
}
