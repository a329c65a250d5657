package org.tapescript.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Word;
import org.tapescript.support.SampledTape;
import org.tapescript.support.Tapes;
import org.tapescript.support.WordTruth;

/**
 * Measures what {@link VoiceMixture} takes for known of people: how much a person varies from turn to turn, how much people differ, and
 * by what the typical pair of turns next but one understates the first; prints a row a tape.
 *
 * <p>{@code mvn test -Pbenchmark -Dtest=VarianceBenchmark -Dtapes=FOLDER}, folders with {@code truth.json} or {@code units.json}. The
 * constants are set between its rows, since tapes differ more than any average tells.
 */
@Tag("benchmark")
class VarianceBenchmark {
    @Test
    void whatPeopleVaryBy() throws Exception {
        System.out.println(
                "| tape | people | a person's turns | people | typical pair next but one | TURNS | WITHIN at least |\n"
                        + "|---|---|---|---|---|---|---|");
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("tapes", "audio-samples")))) {
            for (Path folder : folders.filter(f -> Files.exists(f.resolve("transcript.txt")) && Tapes.tape(f) != null)
                    .sorted()
                    .toList()) {
                System.out.println(row(folder));
            }
        }
    }

    private static String row(Path folder) throws IOException {
        WordTruth truth = WordTruth.of(folder, WordTruth.Kind.FULL);
        SampledTape tape = SampledTape.of(folder);
        Map<Integer, VoiceStatistics> turns = new HashMap<>();
        List<Integer> places = new ArrayList<>(truth.speakers().keySet());
        List<Word> words = tape.synced().words();
        for (int i = 0; i < words.size(); i++) {
            Integer place = truth.speakers().floorKey(words.get(i).place().start());
            if (place != null) {
                turns.merge(place, tape.samples().words().get(i), VoiceStatistics::plus);
            }
        }
        places.removeIf(
                p -> !turns.containsKey(p) || VoiceSample.of(turns.get(p)).weight() < VoiceMixture.MINIMUM_WEIGHT);
        List<VoiceSample> samples =
                places.stream().map(p -> VoiceSample.of(turns.get(p))).toList();
        List<String> speakers = places.stream().map(truth.speakers()::get).toList();
        double[] same = pairs(samples, (a, b) -> speakers.get(a).equals(speakers.get(b)));
        double[] other = pairs(samples, (a, b) -> !speakers.get(a).equals(speakers.get(b)));
        double[] nextButOne = pairs(samples, (a, b) -> b == a + 2);
        double within = mean(same);
        double typical = nextButOne[(int) (VoiceMixture.SAME * nextButOne.length)];
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f | %.3f | %.2f | %.3f |",
                folder.getFileName(),
                speakers.stream().distinct().count(),
                within,
                mean(other) - within,
                typical,
                within / typical,
                same[(int) (0.1 * same.length)]);
    }

    /** Variances of some pairs of samples, sorted. */
    private static double[] pairs(List<VoiceSample> samples, BiPredicate<Integer, Integer> which) {
        return IntStream.range(0, samples.size())
                .boxed()
                .flatMap(a -> IntStream.range(a + 1, samples.size())
                        .filter(b -> which.test(a, b))
                        .mapToObj(b -> VoiceMixture.variance(samples.get(a), samples.get(b))))
                .mapToDouble(v -> v)
                .sorted()
                .toArray();
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(Double.NaN);
    }
}
