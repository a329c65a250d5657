package org.tapescript.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tapescript.support.Program;
import org.tapescript.support.SpokenText;
import org.tapescript.support.Tapes;

/**
 * Measures languages without a model, on tapes that {@code audio-samples/make/translated.sh} makes, each with the text that is said, and
 * writes docs/BENCHMARKS-LANGUAGES.md.
 *
 * <p>{@code mvn test -Pbenchmark -Dtest=LanguagesBenchmark -Dtapes=FOLDER}; without {@code -Dtapes} the sample that ships is measured. The
 * language is left to the program.
 */
@Tag("benchmark")
class LanguagesBenchmark {
    @Test
    void textsThatFitAndTextsThatDoNot() throws Exception {
        StringBuilder out = new StringBuilder(
                "# Languages without a model\n\nWritten by `mvn test -Pbenchmark -Dtest=LanguagesBenchmark -Dtapes=FOLDER` on tapes of "
                        + "`audio-samples/make/translated.sh`, each with the text that is said on it, `--language auto`. *Cut*: every seventh "
                        + "turn is not printed; *foreign*: after every seventh stands one that nobody says; *wrong*: all words in another "
                        + "order.\n\n| tape | text | sentences | begin within 0.1 s % | 0.2 | 1 | 5 | agreement |\n|---|---|---|---|---|---|---|---|\n");
        Path tapes = Path.of(System.getProperty("tapes", "audio-samples/translated"));
        for (Path folder : Tapes.folders(tapes)) {
            for (SpokenText.Kind kind : SpokenText.Kind.values()) {
                out.append(row(folder, kind));
            }
        }
        Files.writeString(Path.of("docs/BENCHMARKS-LANGUAGES.md"), out);
    }

    private static String row(Path folder, SpokenText.Kind kind) throws IOException {
        SpokenText spoken = SpokenText.of(folder.resolve("truth.json"), kind);
        Path text = Files.createTempFile("spoken", ".txt");
        Path project = Files.createTempFile("spoken", ".tapescript");
        Files.writeString(text, spoken.text());
        Program.Result run = Program.run(
                "sync", Tapes.tape(folder), text, "--language", "auto", "--no-voices", "--force", "-o", project);
        String label = "| " + folder.getFileName() + " | " + kind.name().toLowerCase(Locale.ROOT) + " | ";
        if (run.status() != 0) {
            return label + spoken.starts().size() + " | refused | | | | |\n";
        }
        List<Double> errors =
                spoken.errors(Program.run("export", project, "--format", "json").out());
        return label
                + String.format(
                        Locale.ROOT,
                        "%d | %.1f | %.1f | %.1f | %.1f | %s |%n",
                        errors.size(),
                        SpokenText.within(errors, 0.1),
                        SpokenText.within(errors, 0.2),
                        SpokenText.within(errors, 1),
                        SpokenText.within(errors, 5),
                        agreement(project));
    }

    private static String agreement(Path project) throws IOException {
        var lent = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(project.toFile())
                .path("match")
                .path("lent")
                .path("agreement");
        return lent.isMissingNode() ? "" : String.format(Locale.ROOT, "%.2f", lent.asDouble());
    }
}
