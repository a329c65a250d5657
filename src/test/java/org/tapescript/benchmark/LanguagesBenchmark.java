package org.tapescript.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tapescript.support.Program;
import org.tapescript.support.SpokenText;
import org.tapescript.support.Tapes;
import org.tapescript.support.WordTruth;

/**
 * Measures languages without a model and writes docs/BENCHMARKS-LANGUAGES.md: on tapes that {@code audio-samples/make/translated.sh}
 * makes, each with the text that is said, and on any others whose folder says in {@code units.json} when each paragraph begins.
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
                        + "`audio-samples/make/translated.sh`, each with the text that is said on it, or with `units.json`, "
                        + "`--language auto`. *Cut*: every seventh "
                        + "turn is not printed; *foreign*: after every seventh, or in its place, stands one that nobody says; *wrong*: all words in "
                        + "another order.\n\n| tape | text | beginnings | within 0.1 s % | 0.2 | 1 | 5 | agreement |\n|---|---|---|---|---|---|---|---|\n");
        Path tapes = Path.of(System.getProperty("tapes", "audio-samples/translated"));
        for (Path folder : Tapes.folders(tapes)) {
            for (SpokenText.Kind kind : SpokenText.Kind.values()) {
                SpokenText spoken = SpokenText.of(folder.resolve("truth.json"), kind);
                out.append(row(folder, kind.name(), spoken.text(), spoken.starts()));
            }
        }
        for (Path folder : unitFolders(tapes)) {
            for (WordTruth.Kind kind : WordTruth.Kind.values()) {
                WordTruth truth = WordTruth.of(folder, kind);
                out.append(row(folder, kind.name(), truth.text(), truth.spoken()));
            }
        }
        Files.writeString(Path.of("docs/BENCHMARKS-LANGUAGES.md"), out);
    }

    private static List<Path> unitFolders(Path tapes) throws IOException {
        try (Stream<Path> entries = Files.list(tapes)) {
            return entries.filter(f -> Files.exists(f.resolve("units.json")))
                    .sorted()
                    .toList();
        }
    }

    private static String row(Path folder, String kind, String said, Map<Integer, Double> starts) throws IOException {
        Path text = Files.createTempFile("spoken", ".txt");
        Path project = Files.createTempFile("spoken", ".tapescript");
        Files.writeString(text, said);
        Program.Result run = Program.run(
                "sync", Tapes.tape(folder), text, "--language", "auto", "--no-voices", "--force", "-o", project);
        String label = "| " + folder.getFileName() + " | " + kind.toLowerCase(Locale.ROOT) + " | ";
        if (run.status() != 0) {
            return label + starts.size() + " | refused | | | | |\n";
        }
        List<Double> errors = SpokenText.errors(
                starts, Program.run("export", project, "--format", "json").out());
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
