package org.tapescript.batch;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SpeakerDoubt;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.format.ClockTime;
import org.tapescript.format.HtmlText;
import org.tapescript.report.Finding;
import org.tapescript.report.FindingText;
import org.tapescript.report.SyncReport;
import org.tapescript.text.SpeakerReasonText;

/** The page of a tape: who speaks when and how sure that is, confidence and speaking rate along the tape, and the doubts. */
final class TapePage {
    private static final int WIDTH = 1000;
    private static final int STRIP = 46;
    private static final int PLOT = 120;
    private static final int BINS = 200;
    private static final List<String> COLOURS =
            List.of("#4477AA", "#CC6633", "#228833", "#AA3377", "#B59A1E", "#2A9DB0", "#7A5CC7", "#8A6D5A");
    private static final String MISSING = "#d1242f";
    /** Speech faster than this, in words a minute, is drawn at the top of its plot. */
    private static final double FASTEST = 300;

    private final BatchEntry entry;
    private final SyncedTranscript transcript;
    private final SyncReport report;
    private final List<String> speakers = new ArrayList<>();

    private final Page page;

    /** @param report of the transcript */
    TapePage(BatchEntry entry, SyncedTranscript transcript, SyncReport report, Locale locale) {
        this.page = new Page(locale);
        this.entry = entry;
        this.transcript = transcript;
        this.report = report;
        report.speakers().forEach(s -> speakers.add(s.speaker()));
    }

    void write(Writer out) throws IOException {
        out.write(page.head(entry.name()));
        out.write("<p><a href=\"../index.html\">" + page.text("all-tapes") + "</a></p>\n<h1>"
                + HtmlText.escape(entry.name()) + "</h1>\n");
        BatchResult.Figures f = BatchResult.Figures.of(report, transcript.seconds());
        out.write("<p>"
                + page.text(
                        "figures",
                        f.minutes(),
                        f.words(),
                        100 * f.placedShare(),
                        report.interpolated(),
                        report.notFound())
                + "</p>\n");
        for (Finding remark : report.remarks()) {
            out.write("<p>" + HtmlText.escape(FindingText.of(remark, page.locale())) + "</p>\n");
        }
        strip(out);
        plot(page.text("confidence"), confidence(), 1, out);
        plot(page.text("rate"), rate(), FASTEST, out);
        doubts(out);
        out.write(Page.FOOT);
    }

    private double x(double seconds) {
        return WIDTH * Math.max(0, Math.min(1, seconds / Math.max(1, transcript.seconds())));
    }

    private static String colour(int speaker) {
        return speaker < 0 ? "#8c959f" : COLOURS.get(speaker % COLOURS.size());
    }

    private void strip(Writer out) throws IOException {
        out.write("<h2>" + page.text("the-tape") + "</h2>\n<p class=\"key\">");
        for (int i = 0; i < speakers.size(); i++) {
            out.write("<span class=\"dot\" style=\"background:" + colour(i) + "\"></span>"
                    + HtmlText.escape(speakers.get(i)));
        }
        out.write("<span class=\"dot\" style=\"background:" + MISSING + "\"></span>" + page.text("key") + "</p>\n");
        out.write("<svg viewBox=\"0 0 " + WIDTH + " " + STRIP + "\" role=\"img\" aria-label=\"" + page.text("strip")
                + "\">\n");
        out.write("<rect width=\"" + WIDTH + "\" height=\"30\" fill=\"#f0f2f4\"/>\n");
        for (Turn turn : transcript.turns()) {
            if (turn.span().isPresent()) {
                rect(turn.span().get(), colour(speakers.indexOf(turn.speaker())), sure(turn), 0, 30, out);
            }
        }
        for (StraySpeech stray : transcript.untranscribed()) {
            rect(stray.time(), MISSING, 1, 24, 6, out);
        }
        for (SpeakerDoubt doubt : transcript.speakerDoubts()) {
            if (doubt.seconds().isPresent()) {
                rect(TimeSpan.ofSeconds(doubt.seconds().get(), doubt.seconds().get()), MISSING, 1, 34, 10, out);
            }
        }
        out.write("</svg>\n");
    }

    private static double sure(Turn turn) {
        return turn.speakerConfidence().isPresent()
                ? 0.25 + 0.75 * turn.speakerConfidence().getAsDouble()
                : 1;
    }

    private void rect(TimeSpan time, String colour, double opacity, int top, int height, Writer out)
            throws IOException {
        double from = x(time.startSeconds());
        out.write(String.format(
                Locale.ROOT,
                "<rect x=\"%.2f\" y=\"%d\" width=\"%.2f\" height=\"%d\" fill=\"%s\" fill-opacity=\"%.2f\"/>%n",
                from,
                top,
                Math.max(1, x(time.endSeconds()) - from),
                height,
                colour,
                opacity));
    }

    private List<OptionalDouble> confidence() {
        return binned(Word::confidence, 1, (sum, words) -> sum / words);
    }

    /** Words a minute of the time in which words are said. */
    private List<OptionalDouble> rate() {
        return binned(
                w -> w.span().orElseThrow().seconds(), 3, (seconds, words) -> 60 * words / Math.max(0.1, seconds));
    }

    /**
     * A figure of the words of each bin; nothing where there are few.
     *
     * @param least words that a figure is made of
     * @param figure of the sum of the words' values and their number
     */
    private List<OptionalDouble> binned(ToDoubleFunction<Word> value, int least, DoubleBinaryOperator figure) {
        double[] sum = new double[BINS];
        int[] count = new int[BINS];
        for (Word word : transcript.words()) {
            word.span().ifPresent(s -> {
                int bin = bin(s);
                sum[bin] += value.applyAsDouble(word);
                count[bin]++;
            });
        }
        return IntStream.range(0, BINS)
                .mapToObj(i -> count[i] < least
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(figure.applyAsDouble(sum[i], count[i])))
                .toList();
    }

    private int bin(TimeSpan span) {
        return (int) Math.min(BINS - 1, BINS * span.startSeconds() / Math.max(1, transcript.seconds()));
    }

    private static void plot(String title, List<OptionalDouble> values, double most, Writer out) throws IOException {
        out.write("<h2>" + title + "</h2>\n<svg viewBox=\"0 0 " + WIDTH + " " + PLOT + "\" role=\"img\" aria-label=\""
                + title + "\">\n");
        for (int i = 0; i <= 4; i++) {
            double y = PLOT - 6 - i * (PLOT - 24) / 4.0;
            out.write(String.format(
                    Locale.ROOT,
                    "<line x1=\"0\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#d1d9e0\"/><text x=\"2\" y=\"%.1f\" font-size=\"10\" fill=\"#59636e\">%s</text>%n",
                    WIDTH,
                    y,
                    y,
                    y - 2,
                    most > 10
                            ? String.format(Locale.ROOT, "%.0f", most * i / 4)
                            : String.format(Locale.ROOT, "%.2f", most * i / 4)));
        }
        StringBuilder line = new StringBuilder();
        boolean open = false;
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isEmpty()) {
                open = false;
                continue;
            }
            double y = PLOT - 6 - Math.min(1, values.get(i).getAsDouble() / most) * (PLOT - 24);
            line.append(String.format(Locale.ROOT, "%s%.1f %.1f ", open ? "L" : "M", (i + 0.5) * WIDTH / BINS, y));
            open = true;
        }
        out.write("<path d=\"" + line.toString().strip()
                + "\" fill=\"none\" stroke=\"#4477AA\" stroke-width=\"1.6\"/>\n</svg>\n");
    }

    private void doubts(Writer out) throws IOException {
        out.write("<h2>" + page.text("doubts") + "</h2>\n<table><thead><tr>" + page.columns("time", "line", "what")
                + "</tr></thead><tbody>\n");
        for (SpeakerDoubt d : report.speakerDoubts()) {
            row(
                    d.seconds().map(ClockTime::seconds).orElse(""),
                    d.line(),
                    HtmlText.escape(SpeakerReasonText.of(d.reasons(), page.locale())),
                    out);
        }
        for (SyncReport.Spot s : report.spots()) {
            row(
                    ClockTime.seconds(s.seconds()),
                    s.line(),
                    HtmlText.escape(FindingText.of(s.finding(), page.locale())),
                    out);
        }
        for (SyncReport.Passage p : report.unspoken()) {
            row(
                    p.near().map(ClockTime::seconds).orElse(""),
                    p.line(),
                    page.text(
                            "unheard",
                            p.words(),
                            page.plain(
                                    "kind." + p.kind().map(ParagraphKind::label).orElse("none")),
                            p.excerpt()),
                    out);
        }
        for (StraySpeech s : report.untranscribed()) {
            row(
                    ClockTime.seconds(s.startSeconds()),
                    0,
                    page.text("lacking", s.seconds(), s.speaker().orElse(page.plain("nobody"))),
                    out);
        }
        out.write("</tbody></table>\n");
    }

    /** @param what as a page may hold it */
    private static void row(String time, int line, String what, Writer out) throws IOException {
        out.write("<tr><td>" + time + "</td><td>" + (line > 0 ? line : "") + "</td><td>" + what + "</td></tr>\n");
    }
}
