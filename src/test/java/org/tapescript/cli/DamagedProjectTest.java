package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.format.Formats;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.HostileTranscripts;
import org.tapescript.support.Program;
import org.tapescript.support.Transcripts;

/**
 * Projects with parts that are missing, doubled, exchanged, of another kind or absurd, and files with wrong or missing bytes: exported in
 * every format, or refused in a line. {@code -Ddamages=2000} for the long run.
 */
class DamagedProjectTest {
    private static final int DAMAGES = Integer.getInteger("damages", 50);
    private static final long FIRST_SEED = Long.getLong("damages.seed", 0);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonNode[] ABSURD = {
        JSON.nullNode(),
        JSON.numberNode(-1),
        JSON.numberNode(0),
        JSON.numberNode(1e12),
        JSON.numberNode(1e300),
        JSON.numberNode(1.9),
        JSON.numberNode(Integer.MAX_VALUE),
        JSON.numberNode(Long.MIN_VALUE),
        JSON.textNode(""),
        JSON.textNode("../../x"),
        JSON.textNode("a\u0000b"),
        JSON.textNode("\n"),
        JSON.textNode("NaN"),
        JSON.textNode("x".repeat(300)),
        JSON.booleanNode(true),
        JSON.arrayNode(),
        JSON.arrayNode().add(JSON.nullNode()),
        JSON.objectNode()
    };

    @TempDir
    private Path folder;

    private final ObjectMapper json = new ObjectMapper();

    private byte[] damaged(Random random, long seed) throws IOException {
        Path whole = folder.resolve("whole.tapescript");
        ProjectFile.of(random.nextBoolean() ? Transcripts.random(seed % 7) : HostileTranscripts.of(seed))
                .write(whole);
        byte[] bytes = Files.readAllBytes(whole);
        if (random.nextInt(6) == 0) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
        }
        JsonNode tree = json.readTree(bytes);
        for (int i = random.nextInt(3); i >= 0; i--) {
            change(random, tree);
        }
        return json.writeValueAsBytes(tree);
    }

    private static void change(Random random, JsonNode tree) {
        List<JsonNode> places = new ArrayList<>();
        collect(tree, places);
        JsonNode place = places.get(random.nextInt(places.size()));
        JsonNode absurd = ABSURD[random.nextInt(ABSURD.length)];
        if (place instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.isEmpty() ? "x" : names.get(random.nextInt(names.size()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> {
                    if (object.path(name).isNumber()) {
                        object.put(name, object.get(name).asDouble() * 1000 * (random.nextBoolean() ? 1 : -1));
                    }
                }
                default -> object.set(name, absurd);
            }
        } else if (place instanceof ArrayNode array && !array.isEmpty()) {
            int a = random.nextInt(array.size());
            int b = random.nextInt(array.size());
            switch (random.nextInt(5)) {
                case 0 -> array.remove(a);
                case 1 -> array.insert(b, array.get(a));
                case 2 -> array.set(a, absurd);
                case 3 -> array.removeAll();
                default -> {
                    JsonNode first = array.get(a);
                    array.set(a, array.get(b));
                    array.set(b, first);
                }
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }

    @Test
    void isExportedOrRefusedInALine() throws IOException {
        Path file = folder.resolve("p.tapescript");
        int refused = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DAMAGES; seed++) {
            Files.write(file, damaged(new Random(seed), seed));
            for (String format : Formats.writable()) {
                Program.Result run =
                        Program.run("export", file, "--format", format, "-o", folder.resolve("out"), "--force");
                if (run.status() != 0) {
                    assertThat(run.status())
                            .as("seed %d, %s: %s", seed, format, run.err())
                            .isEqualTo(1);
                    assertThat(run.err().strip().lines())
                            .as("seed %d, %s: %s", seed, format, run.err())
                            .hasSize(1)
                            .first()
                            .asString()
                            .startsWith("tapescript: Opening the project " + file + ": ")
                            .hasSizeLessThan(file.toString().length() + 400);
                    refused++;
                    break;
                }
                assertThat(run.err()).as("seed %d, %s", seed, format).doesNotContain("Exception");
            }
        }
        assertThat(refused).isBetween(DAMAGES / 4, DAMAGES - 1);
    }

    /** Each was opened without a word. */
    @Test
    void isRefusedWithItsPlace() throws IOException {
        Path file = folder.resolve("p.tapescript");
        ProjectFile.of(Transcripts.of(List.of("A", "B"), "one two three", "four five"))
                .write(file);
        String whole = Files.readString(file);
        String[][] cases = {
            {"\"version\" : 1,", "\"version\" : 1.9,", "it is of version 1.9"},
            {"\"version\" : 1,", "\"version\" : 2,", "it is of version 2"},
            {"\"version\" : 1,", "\"version\" : \"1\",", "its version is not a number"},
            {"\"speaker\" : \"A\",\n    \"line\"", "\"speaker\" : null,\n    \"line\"", "turns[0].speaker is missing"},
            {"\"path\" : \"/tapes/side a.wav\"", "\"path\" : null", "recordings[0].path is missing"},
            {"/tapes/side a.wav", "/tapes/\\u0000.wav", "recordings[0].path is the name of no file"},
            {"\"en-us\"", "\"../../x\"", "language is the name of no language"},
            {"\"id\" : \"w4\"", "\"id\" : \"w0\"", "word id w0 is used twice"},
            {"\"start\" : 1.2,", "\"start\" : 1.0E12,", "turns[1].words[0] is no stretch of time: 1.0E12 to 1.55"},
            {"\"end\" : 1.95", "\"end\" : 1.0E12", "word id w20 is said at 1.0E12 s, but the recordings end at 2.95"},
            {"\"end\" : 0.35", "\"end\" : 2.35", "word id w4 begins before the one before it ends"},
            {"\"origin\" : \"aligned\"", "\"origin\" : \"guessed\"", "turns[0].words[0].origin is nothing that times"},
            {"\"confidence\" : 0.9", "\"confidence\" : 9", "turns[0].words[0].confidence is not between 0 and 1"},
            {"\"duration\" : 2.95", "\"duration\" : 1.0E300", "the recordings take"},
            {"\"line\" : 1,", "\"line\" : [1],", "transcript.paragraphs[0].line is no value for it"}
        };
        for (String[] c : cases) {
            String changed = whole.replaceFirst(java.util.regex.Pattern.quote(c[0]), c[1].replace("\\", "\\\\"));
            assertThat(changed).as(c[1]).isNotEqualTo(whole);
            Files.writeString(file, changed);
            Program.Result run = Program.run("report", file);
            assertThat(run.status()).as(c[1]).isEqualTo(1);
            assertThat(run.err().strip().lines()).as(c[1]).hasSize(1);
            assertThat(run.message())
                    .as(c[1])
                    .startsWith("tapescript: Opening the project " + file + ": " + c[2])
                    .matches(".*; (take a copy of it from a backup, or sync again|use a newer Tapescript)");
        }
    }

    @Test
    void namesMayBeLong() throws IOException {
        Path file = folder.resolve("n".repeat(229) + ".tapescript");
        Files.copy(Path.of("src/test/resources/earlier/version-1/projects/first-builds.tapescript"), file);
        Program.Result run =
                Program.run("export", file, "--format", "srt", "-o", folder.resolve("m".repeat(236) + ".srt"));
        assertThat(run.status()).as(run.err()).isZero();
        try (org.tapescript.support.Editing editing = new org.tapescript.support.Editing(file)) {
            editing.apply(new org.tapescript.edit.RenameSpeaker("Q", "Somebody"));
            editing.save();
        }
        assertThat(Files.readString(file)).contains("Somebody");
    }
}
