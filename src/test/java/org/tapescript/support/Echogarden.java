package org.tapescript.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The npm package echogarden, which aligns by dynamic time warping against synthetic speech, beside which a benchmark is run: {@code npm
 * install echogarden@3.4} into a folder, given as {@code -Dechogarden=FOLDER}.
 */
public final class Echogarden {
    private static final String PROGRAM = "node_modules/echogarden/dist/cli/CLIStarter.js";

    private final Path folder;

    private Echogarden(Path folder) {
        this.folder = folder;
    }

    /** Null where none is given. */
    public static Echogarden given() {
        String folder = System.getProperty("echogarden");
        return folder == null ? null : new Echogarden(Path.of(folder).toAbsolutePath());
    }

    /** By place in a text, how far off what begins there is placed, in seconds; a place that it has no word for has the next word's time. */
    public List<Double> errors(Path tape, Path text, String language, Map<Integer, Double> starts) throws IOException {
        Path out = Files.createTempFile("echogarden", ".json");
        Process run = new ProcessBuilder(
                        "node",
                        folder.resolve(PROGRAM).toString(),
                        "align",
                        tape.toAbsolutePath().toString(),
                        text.toString(),
                        out.toString(),
                        "--engine=dtw",
                        "--language=" + language,
                        "--overwrite")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            run.waitFor();
        } catch (InterruptedException e) {
            run.destroy();
            Thread.currentThread().interrupt();
        }
        TreeMap<Integer, Double> found = new TreeMap<>();
        words(new ObjectMapper().readTree(out.toFile()), found);
        Files.delete(out);
        return starts.entrySet().stream()
                .map(e -> {
                    Map.Entry<Integer, Double> word = found.ceilingEntry(e.getKey());
                    return word == null ? Double.POSITIVE_INFINITY : Math.abs(word.getValue() - e.getValue());
                })
                .toList();
    }

    private static void words(JsonNode timeline, Map<Integer, Double> found) {
        for (JsonNode entry : timeline) {
            if (entry.path("type").asText().equals("word") && entry.has("startOffsetUtf16")) {
                found.put(
                        entry.get("startOffsetUtf16").asInt(),
                        entry.get("startTime").asDouble());
            } else {
                words(entry.path("timeline"), found);
            }
        }
    }
}
