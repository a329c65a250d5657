package org.tapescript.batch;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.tapescript.format.HtmlText;
import org.tapescript.storage.FileNames;

/** The page of a whole archive: a line a tape, what needs looking at most conspicuous. */
record BatchPage(List<BatchResult> results, BatchStatistics statistics) {
    /** Less placed than this is worth a look. */
    private static final double WELL = 0.95;

    void write(Writer out, Locale locale) throws IOException {
        Page page = new Page(locale);
        long failed = results.stream().filter(r -> !r.isDone()).count();
        double minutes = results.stream()
                .filter(BatchResult::isDone)
                .mapToDouble(r -> r.figures().minutes())
                .sum();
        out.write(page.head(page.text("tapes")));
        out.write("<h1>" + page.text("head", results.size()) + "</h1><p>"
                + page.text("summary", results.size() - failed, minutes / 60, failed) + "</p>\n");
        out.write("<table><thead><tr>"
                + page.columns(
                        "tape", "minutes", "words", "placed", "not-found", "untranscribed", "spots", "unsure-speakers")
                + "</tr></thead><tbody>\n");
        for (BatchResult r : results) {
            String name = HtmlText.escape(r.name());
            if (!r.isDone()) {
                out.write("<tr class=\"failed\"><td>" + name + "</td><td colspan=\"7\">" + HtmlText.escape(r.problem())
                        + "</td></tr>\n");
                continue;
            }
            BatchResult.Figures f = r.figures();
            out.write(String.format(
                    locale,
                    "<tr><td><a href=\"%s/index.html\">%s</a></td><td>%.1f</td><td>%d</td><td class=\"%s\">%.1f %%</td><td>%d</td>"
                            + "<td>%.0f s</td><td>%d</td><td>%d</td></tr>%n",
                    HtmlText.escape(java.net.URLEncoder.encode(
                                    FileNames.fit(r.name(), ""), java.nio.charset.StandardCharsets.UTF_8)
                            .replace("+", "%20")),
                    name,
                    f.minutes(),
                    f.words(),
                    f.placedShare() < WELL ? "look" : "",
                    100 * f.placedShare(),
                    f.notFound(),
                    f.untranscribedSeconds(),
                    f.spots(),
                    f.unsureSpeakers()));
        }
        out.write("</tbody></table>\n");
        out.write("<h2>" + page.text("archive") + "</h2>\n<table><tbody>\n");
        for (BatchStatistics.Figure figure : statistics.figures()) {
            out.write("<tr><th scope=\"row\">" + HtmlText.escape(figure.heading(locale)) + "</th><td>"
                    + HtmlText.escape(figure.text()) + "</td></tr>\n");
        }
        out.write("</tbody></table>\n");
        out.write(Page.FOOT);
    }
}
