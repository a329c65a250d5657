package org.tapescript.format.page;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.tapescript.domain.Origin;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.format.HtmlText;
import org.tapescript.format.PrintedText;
import org.tapescript.format.Texts;

/** The interview as it was printed: paragraph after paragraph, captions and notes in their places, words that know their times. */
final class PageText {
    /** Less sure times than this are called guesses: that is where the editor's list of doubts begins, too. */
    private static final double SURE = 0.5;

    private static final double SURE_SPEAKER = 0.8;
    private static final int COLOURS = 8;

    private final SyncedTranscript transcript;
    private final PageOptions options;
    private final Map<String, Integer> speakers;
    private final ResourceBundle say;
    private final Writer out;
    private final String printed;
    private final PrintedText text;
    private final List<Paragraph> paragraphs;
    private int next;
    private boolean open;

    PageText(
            SyncedTranscript transcript,
            PageOptions options,
            Map<String, Integer> speakers,
            ResourceBundle say,
            Writer out) {
        this.transcript = transcript;
        this.options = options;
        this.speakers = speakers;
        this.say = say;
        this.out = out;
        this.printed = transcript.transcript().text();
        this.text = new PrintedText(transcript);
        this.paragraphs = transcript.transcript().paragraphs();
    }

    /** @param headline stands above the text already */
    void write(Optional<Paragraph> headline) throws IOException {
        next = headline.isPresent() ? 1 : 0;
        for (Turn turn : transcript.turns()) {
            boolean begins = true;
            for (List<PrintedText.Part> parts : text.paragraphs(turn)) {
                List<Word> words =
                        parts.stream().flatMap(p -> p.word().stream()).toList();
                if (words.isEmpty()) {
                    continue;
                }
                if (unspokenUntil(words.get(0).place().start()) || begins) {
                    close();
                    section(turn, words, begins);
                }
                paragraph(parts);
                begins = false;
            }
        }
        close();
        unspokenUntil(Integer.MAX_VALUE);
    }

    /** Writes what nobody says before a place; whether there was anything. */
    private boolean unspokenUntil(int place) throws IOException {
        boolean any = false;
        for (; next < paragraphs.size() && paragraphs.get(next).place().start() < place; next++) {
            Paragraph p = paragraphs.get(next);
            if (!p.kind().isSpoken()) {
                close();
                String tag = p.kind() == ParagraphKind.HEADING ? "h2" : "p";
                out.write("<" + tag + " class=\"unspoken " + p.kind().label() + "\">"
                        + HtmlText.escape(p.place().of(printed)) + "</" + tag + ">\n");
                any = true;
            }
        }
        return any;
    }

    private void section(Turn turn, List<Word> words, boolean begins) throws IOException {
        String speaker = HtmlText.escape(Texts.oneLine(turn.speaker()));
        out.write("<section class=\"turn\" data-speaker=\"" + speaker + "\">\n");
        open = true;
        Optional<String> time = words.stream()
                .flatMap(w -> w.span().stream())
                .findFirst()
                .map(TimeSpan::startSeconds)
                .map(PageText::clock);
        String link = time.map(t -> "<a class=\"time\" href=\"#t=" + t + "\" aria-label=\""
                        + PageWriter.text(say, "from", t) + "\">" + t + "</a>")
                .orElse("");
        if (begins) {
            boolean guess = options.guesses()
                    && !turn.speakerIsManual()
                    && turn.speakerConfidence().orElse(1) < SURE_SPEAKER;
            out.write(link + "<h2 class=\"s" + speakers.get(turn.speaker()) % COLOURS + "\">" + speaker
                    + (guess ? " <span title=\"" + PageWriter.text(say, "speaker") + "\">?</span>" : "") + "</h2>\n");
        } else {
            out.write(link);
        }
    }

    private void close() throws IOException {
        if (open) {
            out.write("</section>\n");
            open = false;
        }
    }

    private void paragraph(List<PrintedText.Part> parts) throws IOException {
        out.write("<p>");
        for (PrintedText.Part part : parts) {
            String shown = HtmlText.escape(part.text());
            if (part.word().isPresent()) {
                Word word = part.word().get();
                shown = "<span class=\"w" + doubt(word) + "\"" + times(word) + ">" + shown + "</span>";
            }
            out.write(shown);
        }
        out.write("</p>\n");
    }

    private static String times(Word word) {
        return word.span()
                .map(s -> " data-m=\"" + Math.round(s.startMicros() / 1000.0) + "\" data-d=\""
                        + Math.round((s.endMicros() - s.startMicros()) / 1000.0) + "\"")
                .orElse("");
    }

    /** The rest of the word's classes, and its explanation. */
    private String doubt(Word word) {
        if (!options.guesses()) {
            return "";
        }
        if (!(word.timing() instanceof Timing.Timed timed)) {
            return " missing\" title=\"" + PageWriter.text(say, "missing");
        }
        boolean guess =
                timed.origin() == Origin.INTERPOLATED || timed.origin() != Origin.MANUAL && timed.confidence() < SURE;
        return guess ? " guess\" title=\"" + PageWriter.text(say, "guess") : "";
    }

    /** {@code 12:03}, or {@code 1:12:03} from an hour on. */
    static String clock(double seconds) {
        long s = (long) Math.floor(seconds);
        return s >= 3600
                ? String.format(java.util.Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60)
                : String.format(java.util.Locale.ROOT, "%d:%02d", s / 60, s % 60);
    }
}
