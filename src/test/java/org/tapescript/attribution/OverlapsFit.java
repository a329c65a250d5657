package org.tapescript.attribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.support.LogisticRegression;
import org.tapescript.support.LogisticRegression.Case;
import org.tapescript.support.SampledTape;
import org.tapescript.support.Tapes;
import org.tapescript.voice.VoiceMixture;
import org.tapescript.voice.VoiceStatistics;

/**
 * Fits the weights of {@link Overlaps}: {@code mvn test -Pbenchmark -Dtest=OverlapsFit -Dtapes=FOLDER}, folders with {@code tape.*}, {@code
 * transcript.txt} and, where somebody talks into another's words, {@code overlaps.json} (as {@code audio-samples/make/make_overlaps.py} writes
 * it) or {@code truth.json} with it. What is measured is kept in target/overlaps. Written to standard output: weights, and for minimum
 * scores how many are found and how many more, an hour, where nobody talks into another's words; each tape by the weights of the others.
 */
@Tag("benchmark")
class OverlapsFit {
    private static final Path KEPT = Path.of("target", "overlaps");
    /** Windows with lower scores than this, by the weights in force, are not asked about. */
    private static final double LEAST = 2.5;
    /** Seconds that a window and what was said in it have in common at least. */
    private static final double MINIMUM_COMMON = 0.1;

    /** A window: what was measured, the number of the overlap that it lies in, or -1, on a tape of so many minutes with so many of them. */
    private record Found(double[] evidence, int overlap) {}

    private record Tape(String name, double minutes, int overlaps, List<Found> windows) {}

    @Test
    void weightsOfWhatIsMeasured() throws Exception {
        Files.createDirectories(KEPT);
        List<Tape> tapes = new ArrayList<>();
        try (Stream<Path> entries = Files.list(Path.of(System.getProperty("tapes", "audio-samples")))) {
            for (Path folder : entries.filter(f -> Files.exists(f.resolve("transcript.txt")) && Tapes.tape(f) != null)
                    .sorted()
                    .toList()) {
                tapes.add(tape(folder));
            }
        }
        System.out.println("of all: " + numbers(LogisticRegression.fit(cases(tapes))));
        List<Map.Entry<Double, Found>> judged = new ArrayList<>();
        Map<Found, String> from = new HashMap<>();
        for (Tape tape : tapes) {
            double[] weights = LogisticRegression.fit(
                    cases(tapes.stream().filter(t -> t != tape).toList()));
            for (Found f : tape.windows) {
                judged.add(Map.entry(LogisticRegression.probability(weights, f.evidence), f));
                from.put(f, tape.name);
            }
        }
        double hours = tapes.stream().mapToDouble(t -> t.minutes / 60).sum();
        int all = tapes.stream().mapToInt(t -> t.overlaps).sum();
        System.out.println("| minimum | found of " + all + " | an hour where nobody does |\n|---|---|---|");
        for (double least : new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9}) {
            List<Found> said = judged.stream()
                    .filter(j -> j.getKey() >= least)
                    .map(Map.Entry::getValue)
                    .toList();
            long found = said.stream()
                    .filter(f -> f.overlap >= 0)
                    .map(f -> from.get(f) + f.overlap)
                    .distinct()
                    .count();
            long wrong = said.stream().filter(f -> f.overlap < 0).count();
            System.out.printf(Locale.ROOT, "| %.1f | %d | %.1f |%n", least, found, wrong / hours);
        }
    }

    /** Tapes on which nobody talks into another's words say as much as those on which somebody does. */
    private static List<Case> cases(List<Tape> tapes) {
        return tapes.stream()
                .flatMap(t -> t.windows.stream())
                .map(f -> new Case(f.evidence, f.overlap >= 0, 1))
                .toList();
    }

    private static String numbers(double[] values) {
        return Arrays.stream(values)
                .mapToObj(w -> String.format(Locale.ROOT, "%.3g", w))
                .collect(Collectors.joining(", "));
    }

    private static Tape tape(Path folder) throws IOException {
        String name = folder.getFileName().toString();
        Path kept = KEPT.resolve(name + ".csv");
        if (!Files.exists(kept)) {
            Files.write(kept, measured(folder));
        }
        List<String> lines = Files.readAllLines(kept);
        List<Found> windows = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            double[] numbers = Arrays.stream(line.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double[] evidence = Arrays.copyOf(numbers, numbers.length);
            // In place of the number of the overlap stands what is always the same.
            evidence[numbers.length - 1] = 1;
            windows.add(new Found(evidence, (int) numbers[numbers.length - 1]));
        }
        return new Tape(name, Double.parseDouble(lines.get(0)), Integer.parseInt(lines.get(1)), windows);
    }

    private static List<String> measured(Path folder) throws IOException {
        List<double[]> said = overlaps(folder);
        SampledTape tape = SampledTape.of(folder);
        SyncedTranscript result = SpeakerAttribution.run(tape.synced(), tape.heard(), List.of());
        List<SpokenUnit> units = SpokenUnit.of(result);
        List<String> speakers =
                result.turns().stream().map(Turn::speaker).distinct().toList();
        Map<Word, Integer> voiceOf = new HashMap<>();
        result.turns().forEach(t -> t.words().forEach(w -> voiceOf.put(w, speakers.indexOf(t.speaker()))));
        int[] path = units.stream()
                .mapToInt(u -> voiceOf.get(result.words().get(u.from())))
                .toArray();
        double[][] share = new double[units.size()][speakers.size()];
        List<VoiceStatistics> samples = new ArrayList<>();
        for (int u = 0; u < path.length; u++) {
            share[u][path[u]] = 1;
            samples.add(tape
                    .heard()
                    .words()
                    .subList(units.get(u).from(), units.get(u).to())
                    .stream()
                    .reduce(VoiceStatistics::plus)
                    .orElseThrow());
        }
        VoiceModels voices = new VoiceModels(samples, share, VoiceMixture.WITHIN);
        List<String> lines =
                new ArrayList<>(List.of(String.valueOf(tape.synced().seconds() / 60), String.valueOf(said.size())));
        for (Overlaps.Candidate c : new Overlaps(units, tape.heard()).candidates(voices, path, LEAST)) {
            lines.add(Arrays.stream(c.evidence()).mapToObj(String::valueOf).collect(Collectors.joining(",")) + ","
                    + number(said, c.time()));
        }
        return lines;
    }

    private static int number(List<double[]> said, TimeSpan time) {
        for (int i = 0; i < said.size(); i++) {
            double[] s = said.get(i);
            if (Math.min(time.endSeconds(), s[1]) - Math.max(time.startSeconds(), s[0]) > MINIMUM_COMMON) {
                return i;
            }
        }
        return -1;
    }

    private static List<double[]> overlaps(Path folder) throws IOException {
        List<double[]> result = new ArrayList<>();
        if (Files.exists(folder.resolve("overlaps.json"))) {
            for (JsonNode s :
                    new ObjectMapper().readTree(folder.resolve("overlaps.json").toFile())) {
                result.add(new double[] {s.get("start").asDouble(), s.get("end").asDouble()});
            }
        } else if (Files.exists(folder.resolve("truth.json"))) {
            for (JsonNode s : new ObjectMapper()
                    .readTree(folder.resolve("truth.json").toFile())
                    .path("untranscribed")) {
                if (s.path("kind").asText().equals("crosstalk")) {
                    result.add(new double[] {
                        s.get("start").asDouble(), s.get("end").asDouble()
                    });
                }
            }
        }
        return result;
    }
}
