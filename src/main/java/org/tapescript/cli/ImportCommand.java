package org.tapescript.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Understanding;
import org.tapescript.format.ReadOptions;
import org.tapescript.text.structure.DoubtText;
import org.tapescript.text.structure.Instructions;
import org.tapescript.workflow.FailureMessage;
import org.tapescript.workflow.ImportTranscript;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tapescript import}: shows how transcripts are understood. */
@Command(name = "import", description = "Show how each paragraph of a transcript is understood.")
final class ImportCommand implements Callable<Integer> {
    private static final int EXCERPT = 60;
    private static final Set<DoubtCode> LOUD = EnumSet.of(
            DoubtCode.MUCH_UNSPOKEN, DoubtCode.UNUSED_COLUMN, DoubtCode.UNUSED_TIER, DoubtCode.UNUSED_ENCODING);

    private final Console console;
    private final Reader reader;

    @Parameters(
            paramLabel = "TRANSCRIPT",
            arity = "1..*",
            description = "Text, office, subtitle, tier or JSON files; see docs/formats.")
    private List<Path> transcripts;

    @Option(names = "--json", description = "Print JSON; an array if several files are given.")
    private boolean json;

    @Mixin
    private final ReadingOptions options = new ReadingOptions();

    /** Reads a file and understands it. */
    interface Reader {
        Understanding understand(Path file, ReadOptions reading, Instructions told) throws IOException;
    }

    ImportCommand(Console console) {
        this(console, ImportTranscript::understand);
    }

    ImportCommand(Console console, Reader reader) {
        this.console = console;
        this.reader = reader;
    }

    @Override
    public Integer call() throws IOException {
        return json ? writeJson() : writeText();
    }

    private Understanding understand(Path file) throws IOException {
        Understanding understood = reader.understand(file, options.reading(), options.instructions());
        warn(file, understood.transcript(), console);
        return understood;
    }

    /** Warns on standard error if much of the text would be unspoken, or if an option of the user's did not apply. */
    static void warn(Path file, Transcript understood, Console console) {
        for (Doubt doubt : understood.doubts()) {
            if (LOUD.contains(doubt.code())) {
                console.err().println("tapescript: " + file + ": " + DoubtText.of(doubt));
                console.err().flush();
            }
        }
    }

    private int writeText() throws IOException {
        if (transcripts.size() == 1) {
            writeText(understand(transcripts.get(0)).transcript(), console.out());
            console.out().flush();
            return 0;
        }
        boolean failed = false;
        for (Path file : transcripts) {
            console.out().println(file);
            try {
                writeText(understand(file).transcript(), console.out());
            } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
                // A failure on one file, even a defect of this program, must not stop the others.
                failed = true;
                console.out().println(FailureMessage.of(e));
            }
            console.out().println();
        }
        console.out().flush();
        return failed ? 1 : 0;
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
            out.printf("%5d  %s%n", d.line(), DoubtText.of(d));
        }
    }

    /** Writes a file's result, or the reason why it failed; returns whether it succeeded. */
    private boolean write(Path file, UnderstandingJson writer) throws IOException {
        Understanding understood;
        try {
            understood = understand(file);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            writer.error(file, FailureMessage.of(e));
            return false;
        }
        writer.write(file, understood);
        return true;
    }

    private int writeJson() throws IOException {
        boolean failed = false;
        try (JsonGenerator out = new JsonFactory().createGenerator(console.out())) {
            out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            out.setPrettyPrinter(new DefaultPrettyPrinter());
            UnderstandingJson writer = new UnderstandingJson(out);
            if (transcripts.size() == 1) {
                writer.write(transcripts.get(0), understand(transcripts.get(0)));
            } else {
                out.writeStartArray();
                for (Path file : transcripts) {
                    failed |= !write(file, writer);
                }
                out.writeEndArray();
            }
        }
        console.out().println();
        console.out().flush();
        return failed ? 1 : 0;
    }
}
