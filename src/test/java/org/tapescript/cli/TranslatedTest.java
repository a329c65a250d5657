package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.support.Program;
import org.tapescript.support.Tapes;

/** The samples' own text placed as if it were a translation: their words are not recognised. */
class TranslatedTest {
    private static final Path SAMPLE = Path.of("audio-samples", "radioworks");

    @TempDir
    private static Path folder;

    private static Path project;

    @BeforeAll
    static void place() {
        project = folder.resolve("p.tapescript");
        Program.Result run = Program.run(
                "sync", Tapes.tape(SAMPLE), SAMPLE.resolve("transcript.txt"), "--translated", "-o", project);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("a translation", "no word was recognised")
                .doesNotContain("placed by evidence");
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper()
                .readTree(Program.run("export", file, "--format", "json").out());
    }

    /** By line, when the turn that it opens begins. */
    private static Map<Integer, Double> truth(Path sample) throws IOException {
        Map<Integer, Double> starts = new HashMap<>();
        for (JsonNode p : new ObjectMapper()
                .readTree(sample.resolve("truth.json").toFile())
                .get("paragraphs")) {
            if (p.get("opensTurn").asBoolean()) {
                starts.put(p.get("line").asInt(), p.get("start").asDouble());
            }
        }
        return starts;
    }

    @Test
    void turnsBeginWhereTheyAreSaid() throws IOException {
        assertThatTurnsBegin(json(project), truth(SAMPLE));
    }

    /** Czech on the tape, English in print, three speakers and no names. */
    @Test
    void aRealTranslationIsPlacedAndItsSpeakersAreCounted() throws IOException {
        Path czech = Path.of("audio-samples", "translated", "ferry");
        Path target = folder.resolve("czech.tapescript");
        Program.Result run = Program.run(
                "sync",
                Tapes.tape(czech),
                czech.resolve("transcript.txt"),
                "--translated",
                "--language",
                "cs",
                "--text-language",
                "en-gb",
                "-o",
                target);
        assertThat(run.status()).as(run.err()).isZero();
        assertThatTurnsBegin(json(target), truth(czech));
        assertThat(json(target).get("turns").findValuesAsText("speaker").stream()
                        .distinct())
                .hasSize(3);
        assertThat(json(target).get("language").asText()).isEqualTo("cs");
        assertThat(Program.run("export", target, "--format", "ttml").out()).contains("xml:lang=\"en-GB\"");
        assertThat(Program.run("export", project, "--format", "ttml").out()).contains("xml:lang=\"und\"");
    }

    private static void assertThatTurnsBegin(JsonNode synced, Map<Integer, Double> truth) {
        List<Double> off = new ArrayList<>();
        for (JsonNode turn : synced.get("turns")) {
            if (truth.containsKey(turn.get("line").asInt())) {
                off.add(Math.abs(turn.get("start").asDouble()
                        - truth.get(turn.get("line").asInt())));
            }
        }
        assertThat(off).hasSize(truth.size());
        assertThat(off.stream().filter(e -> e <= 2).count()).isGreaterThanOrEqualTo(truth.size() - 1);
    }

    @Test
    void wordsHaveNoTimesAndSentencesSayWhereTheirsComeFrom() throws IOException {
        for (JsonNode turn : json(project).get("turns")) {
            assertThat(turn.get("origin").asText()).isEqualTo("placed");
            assertThat(turn.get("confidence").asDouble()).isBetween(0.0, 1.0);
            assertThat(turn.get("words")).allMatch(w -> !w.has("start") && !w.has("origin") && w.has("charStart"));
            assertThat(turn.get("sentences"))
                    .isNotEmpty()
                    .allMatch(s -> s.get("end").asDouble() > s.get("start").asDouble());
        }
    }

    @Test
    void formatsSayWhatTheyCannotHold() {
        assertThat(Program.run("export", project, "--format", "ctm").message()).contains("words have no times");
        assertThat(Program.run("export", project, "--format", "vtt", "--word-times")
                        .message())
                .contains("leave out times of words");
        assertThat(Program.run("export", project, "--format", "srt").err()).contains("placed by voices");
        assertThat(Program.run("export", project, "--format", "whisper").out())
                .contains("\"segments\"")
                .doesNotContain("\"word\"");
    }

    @Test
    void whatAnEditorVouchesForStaysAndIsUsed() throws IOException {
        Path copy = folder.resolve("pinned.tapescript");
        ObjectMapper mapper = new ObjectMapper();
        JsonNode file = mapper.readTree(project.toFile());
        ObjectNode first = (ObjectNode) file.get("turns").get(3).get("words").get(0);
        double later = first.get("start").asDouble() + 0.05;
        first.put("start", later).put("origin", "manual").put("confidence", 1);
        first.put("end", Math.max(later, first.get("end").asDouble()));
        Files.writeString(copy, mapper.writeValueAsString(file));
        assertThat(Program.run("sync", copy).status()).isZero();
        JsonNode turn = json(copy).get("turns").get(3);
        assertThat(turn.get("start").asDouble()).isEqualTo(later);
        assertThat(turn.get("sentences").get(0).get("origin").asText()).isEqualTo("manual");
    }

    @Test
    void aPinFarFromWhereASentenceLayTakesTheOthersAlong() throws IOException {
        Path copy = folder.resolve("far.tapescript");
        ObjectMapper mapper = new ObjectMapper();
        JsonNode file = mapper.readTree(project.toFile());
        JsonNode turns = file.get("turns");
        double late =
                turns.get(turns.size() - 2).get("words").get(0).get("start").asDouble();
        ObjectNode early = (ObjectNode) turns.get(1).get("words").get(0);
        early.put("start", late).put("end", late + 0.1).put("origin", "manual").put("confidence", 1);
        for (int i = 1; i < turns.get(1).get("words").size(); i++) {
            ((ObjectNode) turns.get(1).get("words").get(i)).remove(List.of("start", "end", "origin", "confidence"));
        }
        Files.writeString(copy, mapper.writeValueAsString(file));
        Program.Result run = Program.run("sync", copy);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(json(copy).get("turns").get(1).get("start").asDouble()).isEqualTo(late);
    }

    @Test
    void anothersTextIsNotPlaced() {
        Path other = Path.of("audio-samples", "lighthouse", "transcript.txt");
        Path ferry = Path.of("audio-samples", "ferry");
        Path target = folder.resolve("wrong.tapescript");
        Program.Result run = Program.run("sync", Tapes.tape(ferry), other, "--translated", "-o", target);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.message()).contains("does not match");
        assertThat(target).doesNotExist();
    }

    @Test
    void aLanguageWithoutAModelNeedsTheOption() {
        Program.Result run = Program.run(
                "sync", Tapes.tape(SAMPLE), SAMPLE.resolve("transcript.txt"), "--language", "none", "-o", project);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--translated");
    }
}
