package org.tapescript.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Figures of an archive: what is done, and what the rest will take, reckoned by the size of its files.
 *
 * @param figures as they are to be read
 */
record BatchStatistics(List<Figure> figures) {
    private static final String BUNDLE = "org.tapescript.batch.statistics";
    private static final double HOUR = 3600;

    /**
     * One figure.
     *
     * @param key of its heading
     * @param kind of what is counted, if there are several
     */
    record Figure(String key, Optional<String> kind, Number value) {
        static Figure of(String key, Number value) {
            return new Figure(key, Optional.empty(), value);
        }

        /** Its heading, in English where there is no translation. */
        String heading(Locale locale) {
            ResourceBundle texts = ResourceBundle.getBundle(
                    BUNDLE,
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            return new MessageFormat(texts.getString(key), locale).format(new Object[] {kind.orElse("")});
        }

        /** Its value, as tables have it. */
        String text() {
            return value instanceof Double number ? String.format(Locale.ROOT, "%.3f", number) : value.toString();
        }
    }

    BatchStatistics {
        figures = List.copyOf(figures);
    }

    /**
     * @param results of tapes that were dealt with; fewer than entries while others are left
     * @param jobs that go on at the same time
     * @param price of an hour of the computer; nothing if nobody said
     */
    static BatchStatistics of(List<BatchEntry> entries, List<BatchResult> results, int jobs, OptionalDouble price) {
        Map<String, BatchResult> byName =
                results.stream().collect(Collectors.toMap(BatchResult::name, Function.identity(), (a, b) -> b));
        List<BatchEntry> done = entries.stream()
                .filter(e ->
                        byName.containsKey(e.name()) && byName.get(e.name()).isDone())
                .toList();
        List<BatchResult> good = done.stream().map(e -> byName.get(e.name())).toList();
        double hours = good.stream().mapToDouble(BatchResult::seconds).sum() / HOUR;
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.of("tapes", entries.size()),
                Figure.of("done", done.size()),
                Figure.of("failed", results.size() - done.size()),
                Figure.of("left", entries.size() - results.size())));
        figures.addAll(content(good.stream().map(BatchResult::figures).toList()));
        figures.add(Figure.of("computing", hours));
        price.ifPresent(p -> figures.add(Figure.of("cost", p * hours / jobs)));
        long size = size(done);
        long left =
                size(entries.stream().filter(e -> !byName.containsKey(e.name())).toList());
        if (size > 0 && left > 0) {
            double rest = hours * left / size;
            figures.add(Figure.of("computingLeft", rest));
            figures.add(Figure.of("hoursLeft", rest / jobs));
            price.ifPresent(p -> figures.add(Figure.of("costLeft", p * rest / jobs)));
        }
        return new BatchStatistics(figures);
    }

    private static List<Figure> content(List<BatchResult.Figures> tapes) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(
                "hours",
                tapes.stream().mapToDouble(BatchResult.Figures::minutes).sum() / 60));
        figures.add(Figure.of(
                "words", tapes.stream().mapToLong(BatchResult.Figures::words).sum()));
        figures.add(Figure.of(
                "placed",
                Math.round(tapes.stream()
                        .mapToDouble(f -> f.words() * f.placedShare())
                        .sum())));
        figures.add(Figure.of(
                "notFound",
                tapes.stream().mapToLong(BatchResult.Figures::notFound).sum()));
        figures.add(Figure.of(
                "untranscribed",
                tapes.stream()
                                .mapToDouble(BatchResult.Figures::untranscribedSeconds)
                                .sum()
                        / HOUR));
        Map<String, Integer> doubts = new TreeMap<>();
        tapes.forEach(f -> f.doubts().forEach((kind, n) -> doubts.merge(kind, n, Integer::sum)));
        doubts.forEach((kind, n) -> figures.add(new Figure("doubts", Optional.of(kind), n)));
        return figures;
    }

    private static long size(List<BatchEntry> entries) {
        long bytes = 0;
        for (BatchEntry entry : entries) {
            for (Path tape : entry.tapes()) {
                try {
                    bytes += Files.size(tape);
                } catch (IOException e) {
                    // What is not there takes no time.
                }
            }
        }
        return bytes;
    }
}
