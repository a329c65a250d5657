package org.tapescript.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tapescript.support.Program;
import org.tapescript.support.Tapes;

/**
 * Places the text of tapes whose truth is known as if it were a translation, and says how far from the truth turns begin:
 * {@code mvn test -Pbenchmark -Dtest=PlacementBenchmark -Dtapes=FOLDER}; without a folder the samples are taken.
 */
@Tag("benchmark")
class PlacementBenchmark {
    @Test
    void turnsOfAllTapes() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        for (Path folder : Tapes.folders(Path.of(System.getProperty("tapes", "audio-samples")))) {
            Path project = Files.createTempFile("benchmark", ".tapescript");
            long begun = System.nanoTime();
            Program.Result run = Program.run(
                    "sync",
                    Tapes.tape(folder),
                    folder.resolve("transcript.txt"),
                    "--translated",
                    "--force",
                    "-o",
                    project);
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (run.status() != 0) {
                System.out.printf(Locale.ROOT, "%s: %.1f s: %s%n", folder.getFileName(), seconds, run.message());
                continue;
            }
            Map<Integer, Double> truth = new HashMap<>();
            for (JsonNode p :
                    mapper.readTree(folder.resolve("truth.json").toFile()).get("paragraphs")) {
                if (p.get("opensTurn").asBoolean()) {
                    truth.put(p.get("line").asInt(), p.get("start").asDouble());
                }
            }
            List<Double> off = new ArrayList<>();
            for (JsonNode turn : mapper.readTree(
                            Program.run("export", project, "--format", "json").out())
                    .get("turns")) {
                Double start = truth.remove(turn.get("line").asInt());
                if (start != null && turn.has("start")) {
                    off.add(Math.abs(turn.get("start").asDouble() - start));
                }
            }
            double all = off.size() + truth.size();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.1f s, %.0f turns, begin within 1 s %.1f %%, 2 s %.1f %%, not placed %d%n",
                    folder.getFileName(),
                    seconds,
                    all,
                    100 * off.stream().filter(e -> e <= 1).count() / all,
                    100 * off.stream().filter(e -> e <= 2).count() / all,
                    truth.size());
        }
    }
}
