package org.tapescript.benchmark;

import static org.tapescript.support.LogisticRegression.probability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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
    /** Of the evidence on a word, the last, which is for models that learned from the text. */
    private static final int OF_LEARNED = 3;

    private static final Path KEPT = Path.of("target", "confidence");

    /**
     * What a wrong word counts where a model learned from the text: of most words there nothing is known, so that some of those that count
     * as right are wrong.
     */
    private static final double WRONG_OF_LEARNED = 2;

    /** A word of a tape: what is known of it, and by how much its start is off; no number where that is not known. */
    private record Found(WordTruth.Kind kind, double[] evidence, double error) {
        boolean right() {
            return error <= RIGHT;
        }

        boolean isKnown() {
            return !Double.isNaN(error);
        }

        /** Whether the model that found it learned from the text. */
        boolean isLearned() {
            return evidence[evidence.length - OF_LEARNED] > 0;
        }

        /** Only where another's text stands in a seventh are enough words wrong to tell what such a model makes of them. */
        boolean isFitted() {
            return isLearned() && kind == WordTruth.Kind.FOREIGN;
        }

        double[] plain() {
            return Arrays.copyOf(evidence, evidence.length - OF_LEARNED);
        }

        double[] learned(double[] weights) {
            double p = probability(weights, plain());
            double[] result = Arrays.copyOfRange(evidence, evidence.length - OF_LEARNED - 1, evidence.length);
            result[0] = 1;
            result[1] = Math.max(-6, Math.min(6, Math.log(p / (1 - p))));
            return result;
        }
    }

    /**
     * What evidence is worth.
     *
     * @param learned of a word that was found by a model which learned from the text; empty if there was none
     */
    private record Weights(double[] plain, double[] learned) {
        static Weights of(List<Tape> tapes) {
            double[] plain = LogisticRegression.fit(cases(
                    tapes.stream().filter(Tape::whole).toList(),
                    t -> t.words.stream().filter(Found::isKnown).toList(),
                    Found::plain));
            List<Case> others =
                    cases(tapes, t -> t.words.stream().filter(Found::isFitted).toList(), w -> w.learned(plain)).stream()
                            .map(c ->
                                    new Case(c.evidence(), c.right(), c.weight() * (c.right() ? 1 : WRONG_OF_LEARNED)))
                            .toList();
            return new Weights(plain, others.isEmpty() ? new double[0] : LogisticRegression.fit(others));
        }

        double of(Found word) {
            return word.isLearned() && learned.length > 0
                    ? probability(learned, word.learned(plain))
                    : probability(plain, word.plain());
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
        Weights all = Weights.of(tapes);
        System.out.println(printed(all.plain) + "\n" + printed(all.learned));
        StringBuilder out = new StringBuilder(
                "# How sure the program is of a word's time\n\n"
                        + "Written by `mvn test -Pbenchmark -Dtest=ConfidenceBenchmark -Dtapes=FOLDER -Dreal=FOLDER`, which fits the weights too. "
                        + "Each tape is judged by weights fitted to others, those with the same speech left out. A start is *right* if it is off by a tenth of a second at most; "
                        + "*AUC*: how often one that is right is said to be surer than one that is not.\n\n"
                        + "| tape | words | right % | AUC | said 0.9 and more | of those > 200 ms off % |\n|---|---|---|---|---|---|\n");
        double[][][] reliability = new double[2][BINS.length - 1][3];
        for (Tape tape : tapes) {
            Weights weights = Weights.of(tapes.stream().filter(tape::isAnother).toList());
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

    private static String printed(double[] weights) {
        return Arrays.stream(weights)
                .mapToObj(w -> String.format(Locale.ROOT, "%.3g", w))
                .collect(Collectors.joining(", "));
    }

    /** A tape counts as the root of its words: more of the same says less. Words of which nothing is known are mostly right. */
    private static List<Case> cases(
            List<Tape> tapes, Function<Tape, List<Found>> words, Function<Found, double[]> evidence) {
        List<Case> result = new ArrayList<>();
        double mean =
                tapes.stream().mapToInt(t -> words.apply(t).size()).average().orElse(0);
        for (Tape tape : tapes) {
            List<Found> some = words.apply(tape);
            double weight = Math.sqrt(mean / Math.max(1, some.size()));
            some.forEach(w -> result.add(new Case(evidence.apply(w), !w.isKnown() || w.right(), weight)));
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
                result.add(new Found(kind, Arrays.copyOfRange(numbers, 1, numbers.length), numbers[0]));
            }
        }
        return result;
    }

    /** Of each word found, by how much it is off, and its evidence. */
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
            if (word.timing() instanceof Timing.Timed t && t.origin() == Origin.ALIGNED) {
                result.add((start == null ? Double.NaN : Math.abs(t.time().startSeconds() - start))
                        + Arrays.stream(evidence.get(WatchedAligner.index(t.confidence())))
                                .mapToObj(e -> "," + e)
                                .collect(Collectors.joining()));
            }
        }
        Files.delete(text);
        return result;
    }

    private static String row(Tape tape, Weights weights, double[][] reliability) {
        List<Found> words = tape.words.stream().filter(Found::isKnown).toList();
        List<Double> said = words.stream().map(weights::of).toList();
        List<Boolean> right = words.stream().map(Found::right).toList();
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
            far += p >= 0.9 && words.get(i).error > FAR ? 1 : 0;
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
