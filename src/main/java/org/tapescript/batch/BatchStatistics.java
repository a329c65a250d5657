package org.tapescript.batch;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.tapescript.format.HtmlText;

/**
 * Figures of an archive: what is done, and what the rest will take, reckoned by the size of its files.
 *
 * @param figures by name, as they are to be read
 */
record BatchStatistics(Map<String, String> figures) {
    private static final double HOUR = 3600;

    /**
     * @param results of tapes that were dealt with; fewer than entries while others are left
     * @param jobs that go on at the same time
     * @param price of an hour of the computer; nothing if nobody said
     */
    static BatchStatistics of(List<BatchEntry> entries, List<BatchResult> results, int jobs, OptionalDouble price) {
        Map<String, BatchResult> byName = new LinkedHashMap<>();
        results.forEach(r -> byName.put(r.name(), r));
        Map<String, String> figures = new LinkedHashMap<>();
        Map<String, Integer> doubts = new TreeMap<>();
        double minutes = 0;
        double seconds = 0;
        long bytes = 0;
        long bytesLeft = 0;
        long words = 0;
        double placed = 0;
        long notFound = 0;
        double untranscribed = 0;
        int done = 0;
        for (BatchEntry entry : entries) {
            BatchResult result = byName.get(entry.name());
            if (result == null) {
                bytesLeft += size(entry);
            } else if (result.isDone()) {
                BatchResult.Figures f = result.figures();
                done++;
                minutes += f.minutes();
                seconds += result.seconds();
                bytes += size(entry);
                words += f.words();
                placed += f.words() * f.placedShare();
                notFound += f.notFound();
                untranscribed += f.untranscribedSeconds();
                f.doubts().forEach((kind, n) -> doubts.merge(kind, n, Integer::sum));
            }
        }
        figures.put("tapes", String.valueOf(entries.size()));
        figures.put("done", String.valueOf(done));
        figures.put("failed", String.valueOf(results.size() - done));
        figures.put("left", String.valueOf(entries.size() - results.size()));
        figures.put("hours", number(minutes / 60));
        figures.put("words", String.valueOf(words));
        figures.put("words placed", String.valueOf(Math.round(placed)));
        figures.put("words not found", String.valueOf(notFound));
        figures.put("hours of speech not in the text", number(untranscribed / HOUR));
        doubts.forEach((kind, n) -> figures.put("doubts: " + kind, String.valueOf(n)));
        figures.put("hours of computing", number(seconds / HOUR));
        price.ifPresent(p -> figures.put("cost", number(p * hours(figures, "hours of computing") / jobs)));
        if (bytes > 0 && bytesLeft > 0) {
            double left = seconds / HOUR * bytesLeft / bytes;
            figures.put("hours of computing left, reckoned", number(left));
            figures.put("hours until all is done, reckoned", number(left / jobs));
            price.ifPresent(p -> figures.put("cost of the rest, reckoned", number(p * left / jobs)));
        }
        return new BatchStatistics(figures);
    }

    private static double hours(Map<String, String> figures, String name) {
        return Double.parseDouble(figures.get(name));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static long size(BatchEntry entry) {
        long bytes = 0;
        for (Path tape : entry.tapes()) {
            try {
                bytes += Files.size(tape);
            } catch (IOException e) {
                // What is not there takes no time.
            }
        }
        return bytes;
    }

    void writeCsv(Writer out) throws IOException {
        out.write("figure,value\n");
        for (Map.Entry<String, String> figure : figures.entrySet()) {
            boolean quoted = figure.getKey().contains(",");
            out.write((quoted ? '"' + figure.getKey() + '"' : figure.getKey()) + "," + figure.getValue() + "\n");
        }
    }

    void writePage(Writer out) throws IOException {
        out.write("<h2>The archive</h2>\n<table><tbody>\n");
        for (Map.Entry<String, String> figure : figures.entrySet()) {
            out.write("<tr><th scope=\"row\">" + HtmlText.escape(figure.getKey()) + "</th><td>"
                    + HtmlText.escape(figure.getValue()) + "</td></tr>\n");
        }
        out.write("</tbody></table>\n");
    }
}
