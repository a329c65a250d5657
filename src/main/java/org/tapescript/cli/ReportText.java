package org.tapescript.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.tapescript.attribution.NameFinder;
import org.tapescript.domain.Comment;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.NameSuggestion;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.PlacedComment;
import org.tapescript.domain.SpeakerDoubt;
import org.tapescript.domain.SpeakerShare;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.format.ClockTime;
import org.tapescript.format.Texts;
import org.tapescript.report.Finding;
import org.tapescript.report.FindingText;
import org.tapescript.report.SyncReport;
import org.tapescript.text.SpeakerReasonText;
import org.tapescript.text.structure.DoubtText;

/** Prints a sync report, for people or as JSON. */
final class ReportText {
    private static final int MAXIMUM = 12;

    private ReportText() {}

    static void print(SyncedTranscript transcript, PrintWriter out) {
        SyncReport r = SyncReport.of(new TranscriptIndex(transcript));
        double all = Math.max(1, r.words());
        if (r.placed() > 0) {
            out.printf(
                    Locale.ROOT,
                    "Words: %d, a translation: sentences with %.1f %% of the words were placed by voices, lengths and pauses; "
                            + "no word was recognised%n",
                    r.words(),
                    100 * r.placed() / all);
        } else {
            out.printf(
                    Locale.ROOT,
                    "Words: %d, placed by evidence %.1f %%, %sinterpolated %.1f %%, not found %.1f %%%n",
                    r.words(),
                    100 * r.byEvidence() / all,
                    r.byFile() == 0
                            ? ""
                            : String.format(
                                    Locale.ROOT, "by the transcript's own times %.1f %%, ", 100 * r.byFile() / all),
                    100 * r.interpolated() / all,
                    100 * r.notFound() / all);
        }
        section(
                out,
                "Speakers",
                r.speakers().stream()
                        .map(s -> String.format(
                                Locale.ROOT,
                                "%s: %s in %s, %.1f min",
                                s.speaker(),
                                counted(s.words(), "word"),
                                counted(s.turns(), "turn"),
                                s.seconds() / 60))
                        .toList());
        section(
                out,
                "Names that the text suggests",
                NameFinder.find(transcript).stream()
                        .map(n -> n.speaker() + " may be " + n.name() + " (line " + n.line() + ": " + n.source() + ")")
                        .toList());
        r.remarks().forEach(f -> out.println("Recording: " + FindingText.of(f, Locale.ROOT)));
        section(
                out,
                "Corrections by hand that the revised text does not have",
                r.replaced().stream()
                        .map(c -> "line " + c.line() + ": " + FindingText.of(c.finding(), Locale.ROOT))
                        .toList());
        section(
                out,
                "Text that is not spoken",
                r.unspoken().stream()
                        .map(p -> String.format(
                                Locale.ROOT,
                                "line %d%s, %s (%s): %s",
                                p.line(),
                                p.near()
                                        .map(s -> ", after " + ClockTime.seconds(s))
                                        .orElse(""),
                                counted(p.words(), "word"),
                                kind(p),
                                p.excerpt()))
                        .toList());
        section(
                out,
                "Speech that the text lacks",
                r.untranscribed().stream()
                        .map(s -> String.format(
                                Locale.ROOT,
                                "%s, %.1f s%s%s",
                                ClockTime.seconds(s.startSeconds()),
                                s.seconds(),
                                s.speaker().map(name -> ", " + name).orElse(""),
                                s.overlapsWords() ? ", into another's words" : ""))
                        .toList());
        section(
                out,
                "Implausible spots",
                r.spots().stream()
                        .map(s -> ClockTime.seconds(s.seconds()) + ", line " + s.line() + ": "
                                + FindingText.of(s.finding(), Locale.ROOT))
                        .toList());
        section(
                out,
                "Doubts about who speaks",
                r.speakerDoubts().stream()
                        .map(d -> String.format(
                                Locale.ROOT,
                                "%sline %d, %s (%.2f)%s: %s",
                                d.seconds()
                                        .map(s -> ClockTime.seconds(s) + ", ")
                                        .orElse(""),
                                d.line(),
                                d.speaker(),
                                d.probability(),
                                d.other().isEmpty() ? "" : " or " + d.other(),
                                SpeakerReasonText.of(d.reasons(), Locale.ROOT)))
                        .toList());
        section(
                out,
                "Doubts about the text",
                r.doubts().stream()
                        .map(d -> "line " + d.line() + ": " + DoubtText.of(d))
                        .toList());
        section(
                out,
                "Comments and bookmarks",
                new TranscriptIndex(transcript)
                        .comments().stream().map(ReportText::comment).toList());
        out.flush();
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String comment(PlacedComment placed) {
        Comment comment = placed.comment();
        String words = placed.ofWords()
                ? ", on \u201c" + placed.first().orElseThrow().text()
                        + (placed.first().equals(placed.last())
                                ? ""
                                : " \u2026 " + placed.last().orElseThrow().text())
                        + "\u201d"
                : "";
        return ClockTime.seconds(placed.seconds()) + words + ": "
                + (comment.isBookmark() ? "bookmark" : Texts.oneLine(comment.text()));
    }

    private static String kind(SyncReport.Passage passage) {
        return passage.kind().map(ParagraphKind::label).orElse("not found");
    }

    private static void section(PrintWriter out, String title, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        out.println(title + " (" + lines.size() + "):");
        lines.stream().limit(MAXIMUM).forEach(line -> out.println("  " + line));
        if (lines.size() > MAXIMUM) {
            out.println("  … and " + (lines.size() - MAXIMUM) + " more; see the JSON report");
        }
    }

    static void printJson(SyncedTranscript transcript, PrintWriter out) throws IOException {
        SyncReport r = SyncReport.of(new TranscriptIndex(transcript));
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(new DefaultPrettyPrinter());
        json.writeStartObject();
        json.writeNumberField("words", r.words());
        json.writeNumberField("byEvidence", r.byEvidence());
        json.writeNumberField("byFile", r.byFile());
        json.writeNumberField("interpolated", r.interpolated());
        json.writeNumberField("placed", r.placed());
        json.writeNumberField("notFound", r.notFound());
        json.writeArrayFieldStart("speakers");
        for (SpeakerShare s : r.speakers()) {
            json.writeStartObject();
            json.writeStringField("name", s.speaker());
            json.writeNumberField("words", s.words());
            json.writeNumberField("turns", s.turns());
            json.writeNumberField("seconds", s.seconds());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("names");
        for (NameSuggestion n : NameFinder.find(transcript)) {
            json.writeStartObject();
            json.writeStringField("speaker", n.speaker());
            json.writeStringField("name", n.name());
            json.writeNumberField("line", n.line());
            json.writeStringField("source", n.source());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("remarks");
        for (Finding remark : r.remarks()) {
            json.writeString(FindingText.of(remark, Locale.ROOT));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unspoken");
        for (SyncReport.Passage p : r.unspoken()) {
            json.writeStartObject();
            json.writeNumberField("line", p.line());
            json.writeNumberField("words", p.words());
            json.writeStringField("kind", kind(p));
            if (p.near().isPresent()) {
                json.writeNumberField("time", p.near().get());
            }
            json.writeStringField("text", p.excerpt());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("untranscribed");
        for (StraySpeech s : r.untranscribed()) {
            json.writeStartObject();
            json.writeNumberField("start", s.startSeconds());
            json.writeNumberField("end", s.endSeconds());
            if (s.speaker().isPresent()) {
                json.writeStringField("speaker", s.speaker().get());
            }
            if (s.overlapsWords()) {
                json.writeBooleanField("overlapsWords", true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("spots");
        for (SyncReport.Spot s : r.spots()) {
            json.writeStartObject();
            json.writeNumberField("time", s.seconds());
            json.writeNumberField("line", s.line());
            json.writeStringField("reason", FindingText.of(s.finding(), Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("doubts");
        for (Doubt d : r.doubts()) {
            json.writeStartObject();
            json.writeNumberField("line", d.line());
            json.writeStringField("reason", DoubtText.of(d, Locale.ENGLISH));
            json.writeNumberField("likelihood", d.likelihood());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("replacedCorrections");
        for (SyncReport.AtLine c : r.replaced()) {
            json.writeStartObject();
            json.writeNumberField("line", c.line());
            json.writeStringField("reason", FindingText.of(c.finding(), Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("speakerDoubts");
        for (SpeakerDoubt d : r.speakerDoubts()) {
            json.writeStartObject();
            json.writeNumberField("line", d.line());
            if (d.seconds().isPresent()) {
                json.writeNumberField("time", d.seconds().get());
            }
            json.writeStringField("speaker", d.speaker());
            json.writeStringField("other", d.other());
            json.writeNumberField("probability", d.probability());
            json.writeStringField("reason", SpeakerReasonText.of(d.reasons(), Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
        comments(new TranscriptIndex(transcript).comments(), json);
        json.writeEndObject();
        json.flush();
        out.println();
        out.flush();
    }

    private static void comments(List<PlacedComment> comments, JsonGenerator json) throws IOException {
        if (comments.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("comments");
        for (PlacedComment placed : comments) {
            json.writeStartObject();
            json.writeNumberField("time", placed.seconds());
            if (placed.ofWords()) {
                json.writeStringField("from", placed.first().orElseThrow().text());
                json.writeStringField("to", placed.last().orElseThrow().text());
            }
            json.writeStringField("text", placed.comment().text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
