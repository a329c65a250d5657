package org.tapescript.format.textgrid;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.PrintedText;
import org.tapescript.format.TextWriter;

/**
 * Praat's long text form: for each speaker a tier of turns and one of words. Intervals of a tier cover all of the recording
 * without gap or overlap, as Praat wants them; empty ones stand between.
 */
public final class TextGridWriter extends TextWriter {
    private record Interval(double start, double end, String text) {}

    private record Tier(String name, List<Interval> intervals) {}

    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        double total = transcript.seconds();
        List<Tier> tiers = tiers(transcript, total);
        out.write("File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n");
        out.write("xmin = 0\nxmax = " + number(total) + "\ntiers? <exists>\nsize = " + tiers.size() + "\nitem []:\n");
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            out.write("    item [" + (i + 1) + "]:\n        class = \"IntervalTier\"\n");
            out.write("        name = " + quoted(tier.name) + "\n        xmin = 0\n        xmax = " + number(total)
                    + "\n");
            out.write("        intervals: size = " + tier.intervals.size() + "\n");
            for (int k = 0; k < tier.intervals.size(); k++) {
                Interval interval = tier.intervals.get(k);
                out.write("        intervals [" + (k + 1) + "]:\n            xmin = " + number(interval.start)
                        + "\n            xmax = " + number(interval.end) + "\n            text = "
                        + quoted(interval.text) + "\n");
            }
        }
    }

    private static List<Tier> tiers(SyncedTranscript transcript, double total) {
        PrintedText printed = new PrintedText(transcript);
        Set<String> speakers = new LinkedHashSet<>();
        transcript.turns().forEach(t -> speakers.add(t.speaker()));
        List<Tier> tiers = new ArrayList<>();
        for (String speaker : speakers) {
            List<Interval> turns = new ArrayList<>();
            List<Interval> words = new ArrayList<>();
            for (Turn turn : transcript.turns()) {
                if (turn.speaker().equals(speaker)) {
                    String text = printed.of(turn);
                    turn.span().ifPresent(s -> turns.add(interval(s, text)));
                    turn.words().forEach(w -> w.span().ifPresent(s -> words.add(interval(s, w.text()))));
                }
            }
            tiers.add(new Tier(speaker + " - turns", contiguous(turns, total)));
            tiers.add(new Tier(speaker + " - words", contiguous(words, total)));
        }
        if (tiers.isEmpty()) {
            tiers.add(new Tier("words", contiguous(List.of(), total)));
        }
        return tiers;
    }

    private static Interval interval(TimeSpan span, String text) {
        return new Interval(span.startSeconds(), span.endSeconds(), text);
    }

    /** Fills gaps and cuts overlaps; an interval of no length, which Praat cannot hold, is left out. */
    private static List<Interval> contiguous(List<Interval> intervals, double total) {
        List<Interval> sorted = new ArrayList<>(intervals);
        sorted.sort(java.util.Comparator.comparingDouble(Interval::start));
        List<Interval> result = new ArrayList<>();
        double at = 0;
        for (Interval i : sorted) {
            double start = Math.max(at, Math.min(i.start, total));
            double end = Math.min(i.end, total);
            if (end <= start) {
                continue;
            }
            if (start > at) {
                result.add(new Interval(at, start, ""));
            }
            result.add(new Interval(start, end, i.text));
            at = end;
        }
        if (at < total || result.isEmpty()) {
            result.add(new Interval(at, total, ""));
        }
        return result;
    }

    private static String number(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds).replaceAll("\\.?0+$", "");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"").replaceAll("[\\r\\n]+", " ") + "\"";
    }
}
