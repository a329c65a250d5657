package org.tapescript.benchmark;

import static org.tapescript.support.LogisticRegression.probability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tapescript.align.WatchedAligner;
import org.tapescript.domain.Origin;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Word;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.support.LogisticRegression;
import org.tapescript.support.LogisticRegression.Case;
import org.tapescript.support.Program;
import org.tapescript.support.Tapes;
import org.tapescript.support.WordTruth;
import org.tapescript.workflow.ImportTranscript;
import org.tapescript.workflow.TapeSync;
import org.tapescript.workflow.TextDoesNotMatchException;

/**
 * Fits the weights of a word's confidence, tells what it is worth, and writes docs/BENCHMARKS-CONFIDENCE.md.
 *
 * <p>{@code mvn test -Pbenchmark -Dtest=ConfidenceBenchmark -Dtapes=FOLDER -Dreal=FOLDER}: folders with {@code tape.*}, {@code
 * transcript.txt} and {@code truth.json} or {@code units.json}, those of {@code -Dreal} read by people. Each tape is synced with its text,
 * with a seventh of it cut, and with another's text in a seventh. Every tape is judged by weights that tapes gave on which other things
 * are said, or by other people; those of all are written to standard output. What was synced is kept in target/confidence, so that an interrupted run goes on where it was.
 */
@Tag("benchmark")
class ConfidenceBenchmark {
    private static final double RIGHT = 0.1;
    private static final double FAR = 0.2;
    private static final double[] BINS = {0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01};
    private static final Path KEPT = Path.of("target", "confidence");

    /** A word of a tape: what is known of it, and by how much its start is off. */
    private record Found(double[] evidence, double error) {
        boolean right() {
            return error <= RIGHT;
        }
    }

    /**
     * @param whole whether all of its words' times are known, and not only those of paragraphs: of others the ones that are wrong would
     *     be too many, so that nothing is fitted to them
     * @param end when its last word is said: the same where the same recording was given another noise or room
     */
    private record Tape(String name, boolean real, boolean whole, double end, List<Found> words) {
        boolean isAnother(Tape other) {
            return Math.abs(end - other.end) > 0.5;
        }
    }

    @Test
    void whatConfidenceMeans() throws Exception {
        List<Tape> tapes = new ArrayList<>();
        for (String property : List.of("tapes", "real")) {
            String folder = System.getProperty(property, property.equals("tapes") ? "audio-samples" : "");
            for (Path tape : folder.isEmpty() ? List.<Path>of() : folders(Path.of(folder))) {
                double end = WordTruth.of(tape, WordTruth.Kind.FULL).spoken().values().stream()
                        .mapToDouble(s -> s)
                        .max()
                        .orElseThrow();
                tapes.add(new Tape(
                        tape.getFileName().toString(),
                        property.equals("real"),
                        Files.exists(tape.resolve("truth.json")),
                        end,
                        words(tape)));
            }
        }
        double[] all = LogisticRegression.fit(cases(tapes));
        System.out.println(Arrays.stream(all)
                .mapToObj(w -> String.format(Locale.ROOT, "%.3g", w))
                .collect(Collectors.joining(", ")));
        StringBuilder out = new StringBuilder(
                "# How sure the program is of a word's time\n\n"
                        + "Written by `mvn test -Pbenchmark -Dtest=ConfidenceBenchmark -Dtapes=FOLDER -Dreal=FOLDER`, which fits the weights too. "
                        + "Each tape is judged by weights fitted to others, those with the same speech left out. A start is *right* if it is off by a tenth of a second at most; "
                        + "*AUC*: how often one that is right is said to be surer than one that is not.\n\n"
                        + "| tape | words | right % | AUC | said 0.9 and more | of those > 200 ms off % |\n|---|---|---|---|---|---|\n");
        double[][][] reliability = new double[2][BINS.length - 1][3];
        for (Tape tape : tapes) {
            double[] weights = LogisticRegression.fit(
                    cases(tapes.stream().filter(tape::isAnother).toList()));
            out.append(row(tape, weights, reliability[tape.real ? 1 : 0]));
        }
        table(out, "Synthetic voices", reliability[0]);
        table(out, "People", reliability[1]);
        Files.writeString(Path.of("docs/BENCHMARKS-CONFIDENCE.md"), out);
    }

    private static List<Path> folders(Path tapes) throws IOException {
        try (Stream<Path> entries = Files.list(tapes)) {
            return entries.filter(f -> Files.exists(f.resolve("transcript.txt")) && Tapes.tape(f) != null)
                    .filter(f -> Files.exists(f.resolve("truth.json")) || Files.exists(f.resolve("units.json")))
                    .sorted()
                    .toList();
        }
    }

    /** A tape counts as the root of its words: more of the same says less. */
    private static List<Case> cases(List<Tape> tapes) {
        List<Case> result = new ArrayList<>();
        double mean = tapes.stream().mapToInt(t -> t.words.size()).average().orElseThrow();
        for (Tape tape : tapes.stream().filter(Tape::whole).toList()) {
            double weight = Math.sqrt(mean / Math.max(1, tape.words.size()));
            tape.words.forEach(w -> result.add(new Case(w.evidence, w.right(), weight)));
        }
        return result;
    }

    private static List<Found> words(Path folder) throws IOException {
        List<Found> result = new ArrayList<>();
        for (WordTruth.Kind kind : List.of(WordTruth.Kind.FULL, WordTruth.Kind.CUT, WordTruth.Kind.FOREIGN)) {
            Path kept = KEPT.resolve(folder.getFileName() + "-" + kind + ".csv");
            if (!Files.exists(kept)) {
                Files.createDirectories(KEPT);
                Files.write(kept, synced(folder, WordTruth.of(folder, kind)));
            }
            for (String line : Files.readAllLines(kept)) {
                double[] numbers = Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                result.add(new Found(Arrays.copyOfRange(numbers, 1, numbers.length), numbers[0]));
            }
        }
        return result;
    }

    /** Of each word found whose time is known, by how much it is off, and its evidence. */
    private static List<String> synced(Path folder, WordTruth truth) throws IOException {
        Path text = Files.createTempFile("confidence", ".txt");
        Files.writeString(text, truth.text());
        List<double[]> evidence = new ArrayList<>();
        TapeSync sync = new TapeSync(Program.PLACES, WatchedAligner.of(evidence));
        SyncedTranscript synced;
        try {
            synced = sync.run(
                    new TapeSync.Request(
                            List.of(Tapes.tape(folder)),
                            ImportTranscript.run(text, List.of()),
                            TapeSync.basis("auto", false),
                            false,
                            List.of()),
                    ProgressSink.IGNORE,
                    new CancellationToken());
        } catch (TextDoesNotMatchException e) {
            return List.of();
        }
        List<String> result = new ArrayList<>();
        for (Word word : synced.words()) {
            Double start = truth.starts().get(word.place().start());
            if (start != null && word.timing() instanceof Timing.Timed t && t.origin() == Origin.ALIGNED) {
                result.add(Math.abs(t.time().startSeconds() - start)
                        + Arrays.stream(evidence.get(WatchedAligner.index(t.confidence())))
                                .mapToObj(e -> "," + e)
                                .collect(Collectors.joining()));
            }
        }
        Files.delete(text);
        return result;
    }

    private static String row(Tape tape, double[] weights, double[][] reliability) {
        List<Double> said =
                tape.words.stream().map(w -> probability(weights, w.evidence)).toList();
        List<Boolean> right = tape.words.stream().map(Found::right).toList();
        int sure = 0;
        int far = 0;
        for (int i = 0; i < said.size(); i++) {
            double p = said.get(i);
            int bin = 0;
            while (p >= BINS[bin + 1]) {
                bin++;
            }
            reliability[bin][0]++;
            reliability[bin][1] += right.get(i) ? 1 : 0;
            reliability[bin][2] += p;
            sure += p >= 0.9 ? 1 : 0;
            far += p >= 0.9 && tape.words.get(i).error > FAR ? 1 : 0;
        }
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.3f | %.1f %% | %.2f |%n",
                tape.name,
                said.size(),
                100.0 * right.stream().filter(r -> r).count() / Math.max(1, said.size()),
                LogisticRegression.areaUnderCurve(right, said),
                100.0 * sure / Math.max(1, said.size()),
                100.0 * far / Math.max(1, sure));
    }

    private static void table(StringBuilder out, String title, double[][] reliability) {
        out.append("\n## ").append(title).append("\n\n| said | words | mean said % | right % |\n|---|---|---|---|\n");
        for (int b = 0; b < reliability.length; b++) {
            double[] r = reliability[b];
            if (r[0] > 0) {
                out.append(String.format(
                        Locale.ROOT,
                        "| %.2f to %.2f | %.0f | %.1f | %.1f |%n",
                        BINS[b],
                        Math.min(1, BINS[b + 1]),
                        r[0],
                        100 * r[2] / r[0],
                        100 * r[1] / r[0]));
            }
        }
    }
}
