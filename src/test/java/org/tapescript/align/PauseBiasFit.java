package org.tapescript.align;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.EncodedFiles;
import org.tapescript.support.Program;
import org.tapescript.support.Tapes;

/**
 * Fits {@link PauseBias}: {@code mvn test -Pbenchmark -Dtest=PauseBiasFit -Dtapes=FOLDER}, for any folder of tapes as
 * SyncBenchmark takes them. Each is synced as it is and under white and pink noise of several levels. What is left of the errors at
 * pauses, on average, is added to the correction that is in force at that signal-to-noise ratio; so the new correction is printed,
 * for whoever sets the table anew, until next to nothing is left.
 */
@Tag("benchmark")
class PauseBiasFit {
    /** Amplitudes of noise added, against full scale. */
    private static final List<Double> LEVELS = List.of(0.003, 0.01, 0.03, 0.1);
    /** A start or end farther off is another kind of error. */
    private static final double FAR = 0.2;

    @TempDir
    private Path folder;

    private record Errors(List<Double> starts, List<Double> ends) {
        Errors() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(JsonNode heard, JsonNode said, boolean afterPause, boolean beforePause) {
            if (afterPause) {
                add(starts, heard.get("start").asDouble() - said.get("start").asDouble());
            }
            if (beforePause) {
                add(ends, heard.get("end").asDouble() - said.get("end").asDouble());
            }
        }

        private static void add(List<Double> errors, double error) {
            if (Math.abs(error) < FAR) {
                errors.add(error);
            }
        }
    }

    @Test
    void whatIsLeftOfTheErrorsAtPauses() throws Exception {
        System.out.println("| tape | noise | dB | starts | left, s | better | ends | left, s | better |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (Path tape : Tapes.folders(Path.of(System.getProperty("tapes", "audio-samples")))) {
            measure(tape, "", Tapes.tape(tape));
            for (String colour : List.of("white", "pink")) {
                for (double level : LEVELS) {
                    Path noisy = EncodedFiles.make(
                            folder.resolve("noisy.wav"),
                            List.of(
                                    "-i",
                                    Tapes.tape(tape).toString(),
                                    "-filter_complex",
                                    "anoisesrc=seed=1:colour=" + colour + ":amplitude=" + level
                                            + "[n];[0][n]amix=duration=first:normalize=0"));
                    measure(tape, colour + " " + level, noisy);
                }
            }
        }
    }

    private void measure(Path tape, String noise, Path recording) throws IOException {
        Path project = folder.resolve("p.tapescript");
        Program.Result sync = Program.run("sync", recording, tape.resolve("transcript.txt"), "-o", project, "--force");
        if (sync.status() != 0) {
            System.out.println("| " + tape.getFileName() + " | " + noise + " | " + sync.message() + " |");
            return;
        }
        double decibels = ProjectFile.read(project).transcript().match().signalToNoise();
        Errors errors =
                errors(tape, Program.run("export", project, "--format", "json").out());
        PauseBias bias = PauseBias.at(decibels);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f | %s | %s |%n",
                tape.getFileName(),
                noise,
                decibels,
                row(errors.starts(), bias.start()),
                row(errors.ends(), bias.end()));
    }

    private static String row(List<Double> errors, double corrected) {
        double left = errors.stream().mapToDouble(e -> e).average().orElse(Double.NaN);
        return String.format(Locale.ROOT, "%d | %.4f | %.4f", errors.size(), left, corrected + left);
    }

    private static Errors errors(Path tape, String export) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Map<Integer, JsonNode> heard = new HashMap<>();
        mapper.readTree(export)
                .get("turns")
                .forEach(t ->
                        t.get("words").forEach(w -> heard.put(w.get("charStart").asInt(), w)));
        List<JsonNode> said = new ArrayList<>();
        mapper.readTree(tape.resolve("truth.json").toFile())
                .get("paragraphs")
                .forEach(p -> p.get("tokens").forEach(t -> {
                    if (t.has("start")) {
                        said.add(t);
                    }
                }));
        Errors errors = new Errors();
        for (int i = 0; i < said.size(); i++) {
            JsonNode word = heard.get(said.get(i).get("charStart").asInt());
            if (word != null && word.has("start")) {
                errors.add(
                        word,
                        said.get(i),
                        i > 0 && isPause(said.get(i - 1), said.get(i)),
                        i + 1 < said.size() && isPause(said.get(i), said.get(i + 1)));
            }
        }
        return errors;
    }

    private static boolean isPause(JsonNode before, JsonNode after) {
        return after.get("start").asDouble() - before.get("end").asDouble() > PauseBias.SHORTEST_PAUSE;
    }
}
