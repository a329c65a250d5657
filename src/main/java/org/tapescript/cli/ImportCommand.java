package org.tapescript.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.Transcript;
import org.tapescript.workflow.ImportTranscript;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tapescript import}: shows how a transcript is understood. */
@Command(name = "import", description = "Show how each paragraph of a transcript is understood.")
final class ImportCommand implements Callable<Integer> {
    private static final int EXCERPT = 60;

    private final Console console;

    @Parameters(paramLabel = "TRANSCRIPT", description = "TXT, DOCX, HTML, SRT or WebVTT.")
    private Path transcript;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--speakers",
            split = ",",
            paramLabel = "NAME",
            description = "Speakers in the order in which they first speak.")
    private List<String> speakers = List.of();

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Transcript understood = ImportTranscript.run(transcript, speakers);
        if (json) {
            writeJson(understood, console.out());
        } else {
            writeText(understood, console.out());
        }
        console.out().flush();
        return 0;
    }

    private static void writeText(Transcript t, PrintWriter out) {
        for (Paragraph p : t.paragraphs()) {
            String text = p.place().of(t.text()).replaceAll("\\s+", " ");
            String start = text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
            out.printf(
                    "%5d  %-12s  %-14s  %s%n",
                    p.line(), p.kind().label(), p.speaker().orElse(""), start);
        }
        out.println();
        out.println(t.doubts().isEmpty() ? "No doubts." : "Doubts, the likeliest first:");
        for (Doubt d : t.doubts()) {
            out.printf("%5d  %s%n", d.line(), d.reason());
        }
    }

    private static void writeJson(Transcript t, PrintWriter out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(new DefaultPrettyPrinter());
        json.writeStartObject();
        json.writeArrayFieldStart("paragraphs");
        for (Paragraph p : t.paragraphs()) {
            json.writeStartObject();
            json.writeNumberField("line", p.line());
            place(json, p.place());
            json.writeStringField("kind", p.kind().label());
            json.writeStringField("speaker", p.speaker().orElse(null));
            if (!p.notes().isEmpty()) {
                json.writeArrayFieldStart("notes");
                for (CharSpan note : p.notes()) {
                    json.writeStartObject();
                    place(json, note);
                    json.writeStringField("text", note.of(t.text()));
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("doubts");
        for (Doubt d : t.doubts()) {
            json.writeStartObject();
            json.writeNumberField("line", d.line());
            json.writeStringField("reason", d.reason());
            json.writeNumberField("likelihood", Math.round(d.likelihood() * 1000) / 1000.0);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
        out.println();
    }

    private static void place(JsonGenerator json, CharSpan span) throws IOException {
        json.writeNumberField("charStart", span.start());
        json.writeNumberField("charEnd", span.end());
    }
}
