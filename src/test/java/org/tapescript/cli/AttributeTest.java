package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.support.Program;

/** Who speaks on a sample with three voices, cross-talk and forgotten dashes. */
@Tag("accuracy")
class AttributeTest {
    private static final Path SAMPLE = Path.of("audio-samples/ferry");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path sync(Path transcript) {
        Path project = folder.resolve("ferry.tapescript");
        Program.Result sync = Program.run("sync", SAMPLE.resolve("tape.ogg"), transcript, "-o", project);
        assertThat(sync.status()).as(sync.err()).isZero();
        return project;
    }

    private static JsonNode export(Path project) throws IOException {
        return MAPPER.readTree(
                Program.run("export", project, "--format", "json").out());
    }

    /** By true speaker, the names that their words were given, each with how often. */
    private static Map<String, Map<String, Integer>> confusion(JsonNode export) throws IOException {
        Map<Integer, String> said = new HashMap<>();
        export.get("turns")
                .forEach(t -> t.get("words")
                        .forEach(w -> said.put(
                                w.get("charStart").asInt(), t.get("speaker").asText())));
        Map<String, Map<String, Integer>> result = new HashMap<>();
        for (JsonNode paragraph :
                MAPPER.readTree(SAMPLE.resolve("truth.json").toFile()).get("paragraphs")) {
            for (JsonNode token : paragraph.get("tokens")) {
                if (token.get("kind").asText().equals("word")) {
                    result.computeIfAbsent(paragraph.get("speaker").asText(), s -> new HashMap<>())
                            .merge(
                                    String.valueOf(
                                            said.get(token.get("charStart").asInt())),
                                    1,
                                    Integer::sum);
                }
            }
        }
        return result;
    }

    @Test
    void threeVoicesAreToldApartAndForgottenDashesMended() throws IOException {
        JsonNode export = export(sync(SAMPLE.resolve("transcript.txt")));
        Map<String, Map<String, Integer>> confusion = confusion(export);
        assertThat(confusion.get("guest")).containsOnlyKeys("Guest");
        assertThat(confusion.get("interviewer")).containsOnlyKeys("Interviewer");
        assertThat(confusion.get("third")).containsOnlyKeys("Speaker 3");
        export.get("turns")
                .forEach(t -> assertThat(t.get("speakerConfidence").asDouble()).isBetween(0.5, 1.0));
    }

    @Test
    void aTurnThatLooksLikeAnAfterwordIsHeard() throws IOException {
        String text = Files.readString(SAMPLE.resolve("transcript.txt"));
        Path altered = Files.writeString(
                folder.resolve("altered.txt"), text.replace("– It was a pleasure.", "  It was a pleasure."));
        Program.Result imported = Program.run("import", altered, "--json");
        assertThat(imported.out()).contains("afterword");
        Path project = sync(altered);
        JsonNode last = export(project).get("turns");
        assertThat(last.get(last.size() - 1).get("speaker").asText()).isEqualTo("Guest");
        assertThat(last.get(last.size() - 1).at("/words/3/text").asText()).isEqualTo("pleasure.");
        assertThat(Program.run("report", project).out())
                .contains("is heard on the tape")
                .contains("(afterword): The bridge will be opened");
    }

    @Test
    void whatIsFixedAndRenamedStays() throws IOException {
        Path project = sync(SAMPLE.resolve("transcript.txt"));
        int line = line("– Could you both");
        Program.Result fix =
                Program.run("attribute", project, "--fix", line + "=Photographer", "--rename", "Guest=Thomas Reed");
        assertThat(fix.status()).as(fix.err()).isZero();
        Map<String, Map<String, Integer>> confusion = confusion(export(project));
        assertThat(confusion.get("third"))
                .as("one turn named by hand names the voice")
                .containsOnlyKeys("Photographer");
        assertThat(confusion.get("guest")).containsOnlyKeys("Thomas Reed");
        assertThat(fix.err()).contains("Other turns whose speaker changed");
        assertThat(Program.run("report", project).out()).doesNotContain("Guest");
        assertThat(Program.run("attribute", project, "--rename", "Nobody=X").message())
                .contains("there is no speaker of that name");
        assertThat(Program.run("attribute", project, "--rename", "Thomas Reed=Photographer")
                        .message())
                .contains("'Photographer' is the name of another speaker");
        assertThat(Program.run("report", project).out()).contains("Thomas Reed").contains("Photographer");
        assertThat(Program.run("attribute", project, "--fix", "2=X").message()).contains("nobody speaks there");
        assertThat(Program.run("attribute", project, "--rename", "Nobody=Photographer")
                        .message())
                .contains("there is no speaker of that name");
        assertThat(Program.run("attribute", project, "--speakers", "Photographer,,X")
                        .status())
                .isEqualTo(2);
        assertThat(Program.run("attribute", project, "--rename", "Thomas Reed=").status())
                .isEqualTo(2);
        assertThat(Program.run("attribute", project, "--fix", line + "= ").status())
                .isEqualTo(2);
        assertThat(Program.run("attribute", project, "--tape", "nowhere.wav").message())
                .contains("there is no recording nowhere.wav");
        assertThat(Program.run("attribute", project, "--lexicon", "nowhere.dict")
                        .message())
                .contains("nowhere.dict: there is no such file");
        assertThat(confusion(export(project)).get("third")).containsOnlyKeys("Photographer");
        Program.Result both = Program.run(
                "attribute", project, "--fix", line("– Only if they") + "=A heron", "--rename", "Thomas Reed=T. Reed");
        assertThat(both.status()).as(both.err()).isZero();
        Map<String, Integer> guest = confusion(export(project)).get("guest");
        assertThat(guest)
                .as("one turn named otherwise does not cost a voice the name given with it")
                .containsOnlyKeys("T. Reed", "A heron");
        assertThat(guest.get("A heron")).isLessThan(30);
    }

    @Test
    void speakersThatWereMadeOneStayOneWhenVoicesAreComparedAgain() throws IOException {
        Path project = sync(SAMPLE.resolve("transcript.txt"));
        Program.run("attribute", project, "--rename", "Speaker 3=Interviewer", "--merge");
        for (String command : new String[] {"attribute", "sync"}) {
            Program.Result again = Program.run(command, project);
            assertThat(again.status()).as(again.err()).isZero();
            Map<String, Map<String, Integer>> confusion = confusion(export(project));
            assertThat(confusion.get("third")).as(command).containsOnlyKeys("Interviewer");
            assertThat(confusion.get("interviewer")).as(command).containsOnlyKeys("Interviewer");
            assertThat(confusion.get("guest")).as(command).containsOnlyKeys("Guest");
        }
    }

    private static int line(String beginning) throws IOException {
        String before = Files.readString(SAMPLE.resolve("transcript.txt")).split(beginning)[0];
        return 1 + (int) before.chars().filter(c -> c == '\n').count();
    }

    @Test
    void textAloneIsUsedWithoutVoices() throws IOException {
        Path project = folder.resolve("plain.tapescript");
        Program.run("sync", SAMPLE.resolve("tape.ogg"), SAMPLE.resolve("transcript.txt"), "-o", project, "--no-voices");
        JsonNode turns = export(project).get("turns");
        assertThat(turns).noneMatch(t -> t.has("speakerConfidence"));
        assertThat(turns.findValuesAsText("speaker")).containsOnly("Guest", "Interviewer");
    }
}
