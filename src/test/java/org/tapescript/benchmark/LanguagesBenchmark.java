package org.tapescript.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tapescript.support.Echogarden;
import org.tapescript.support.Program;
import org.tapescript.support.SpokenText;
import org.tapescript.support.Tapes;
import org.tapescript.support.WordTruth;
import org.tapescript.workflow.ImportTranscript;
import org.tapescript.workflow.TapeSync;

/**
 * Measures languages without a model and writes docs/BENCHMARKS-LANGUAGES.md: on tapes that {@code audio-samples/make/translated.sh}
 * makes, each with the text that is said, and on any others whose folder says in {@code units.json} when each paragraph begins, as those of
 * {@code audio-samples/make/make_real.py} do.
 *
 * <p>{@code mvn test -Pbenchmark -Dtest=LanguagesBenchmark -Dtapes=FOLDER}; without {@code -Dtapes} the sample that ships is measured. The
 * language is left to the program; {@code -Dechogarden=FOLDER} runs that beside it, see {@link Echogarden}. What was measured is kept in
 * target/languages, so that an interrupted run goes on where it was.
 */
@Tag("benchmark")
class LanguagesBenchmark {
    private static final Path KEPT = Path.of("target", "languages");
    private static final List<Double> LIMITS = List.of(0.1, 0.2, 1.0, 5.0);

    private final Echogarden rival = Echogarden.given();

    @Test
    void textsThatFitAndTextsThatDoNot() throws Exception {
        Files.createDirectories(KEPT);
        StringBuilder out = new StringBuilder(
                "# Languages without a model\n\nWritten by `mvn test -Pbenchmark -Dtest=LanguagesBenchmark -Dtapes=FOLDER` on tapes of "
                        + "`audio-samples/make/translated.sh`, each with the text that is said on it, or with `units.json`, such as those of "
                        + "`make_real.py`; `--language auto`. Beginnings of paragraphs or sentences within 0.1 / 0.2 / 1 / 5 s of the truth, in "
                        + "per cent. *Cut*: every seventh turn is not printed; *foreign* and *added*: behind every seventh stands one that nobody "
                        + "says; *wrong*: all words in another order. *Agreement*: "
                        + "kappa of the phones heard without the text. *Echogarden*: 3.4, `--engine=dtw --language` given.\n\n"
                        + "| tape | text | beginnings | within 0.1 / 0.2 / 1 / 5 s % | agreement | echogarden |\n|---|---|---|---|---|---|\n");
        Path tapes = Path.of(System.getProperty("tapes", "audio-samples/translated"));
        for (Path folder : Tapes.folders(tapes)) {
            for (SpokenText.Kind kind : SpokenText.Kind.values()) {
                SpokenText spoken = SpokenText.of(folder.resolve("truth.json"), kind);
                out.append(row(folder, kind.name(), spoken.text(), spoken.starts()));
            }
        }
        for (Path folder : unitFolders(tapes)) {
            for (WordTruth.Kind kind : List.of(WordTruth.Kind.FULL, WordTruth.Kind.CUT, WordTruth.Kind.ADDED)) {
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

    private String row(Path folder, String kind, String said, Map<Integer, Double> starts) throws IOException {
        Path kept = KEPT.resolve(folder.getFileName() + "-" + kind);
        if (!Files.exists(kept)) {
            Path text = Files.createTempFile("spoken", ".txt");
            Files.writeString(text, said);
            String others = rival == null ? "" : within(rival.errors(Tapes.tape(folder), text, language(text), starts));
            Files.writeString(kept, starts.size() + " | " + own(folder, text, starts) + " | " + others);
            Files.delete(text);
        }
        return "| " + folder.getFileName() + " | " + kind.toLowerCase(Locale.ROOT) + " | " + Files.readString(kept)
                + " |\n";
    }

    private static String own(Path folder, Path text, Map<Integer, Double> starts) throws IOException {
        Path project = Files.createTempFile("spoken", ".tapescript");
        Program.Result run = Program.run(
                "sync", Tapes.tape(folder), text, "--language", "auto", "--no-voices", "--force", "-o", project);
        String result = "refused | ";
        if (run.status() == 0) {
            String export = Program.run("export", project, "--format", "json").out();
            result = within(SpokenText.errors(starts, export)) + " | " + agreement(project);
        }
        Files.delete(project);
        return result;
    }

    private static String within(List<Double> errors) {
        return LIMITS.stream()
                .map(limit -> String.format(Locale.ROOT, "%.1f", SpokenText.within(errors, limit)))
                .collect(Collectors.joining(" / "));
    }

    private static String agreement(Path project) throws IOException {
        var lent = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(project.toFile())
                .path("match")
                .path("lent")
                .path("agreement");
        return lent.isMissingNode() ? "" : String.format(Locale.ROOT, "%.2f", lent.asDouble());
    }

    private static String language(Path text) throws IOException {
        return new TapeSync(Program.PLACES).suggested(ImportTranscript.run(text, List.of()));
    }
}
