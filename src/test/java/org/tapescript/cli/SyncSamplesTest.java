package org.tapescript.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.support.EncodedFiles;
import org.tapescript.support.Program;
import org.tapescript.support.Score;
import org.tapescript.support.SyncedSample;

/** The whole program on the samples that ship with it, measured against their true word times. */
@Tag("accuracy")
class SyncSamplesTest {
    private static final Path SAMPLES = Path.of("audio-samples");

    @TempDir
    private Path folder;

    private Score score(String sample, String tape, String transcript) throws IOException {
        Path project = folder.resolve(sample + ".tapescript");
        Program.Result sync = Program.run(
                "sync",
                SAMPLES.resolve(sample).resolve(tape),
                SAMPLES.resolve(sample).resolve(transcript),
                "-o",
                project);
        assertThat(sync.status()).as(sync.err()).isZero();
        assertThat(sync.out()).startsWith("Words: ");
        return score(sample, project);
    }

    private static Score score(String sample, Path project) throws IOException {
        Program.Result export = Program.run("export", project, "--format", "json");
        assertThat(export.status()).as(export.err()).isZero();
        return Score.of(SAMPLES.resolve(sample).resolve("truth.json"), export.out());
    }

    @Test
    void cleanSampleIsTimedWordByWord() throws IOException {
        Score score = score("lighthouse", "tape.flac", "transcript.txt");
        assertThat(score.timed()).isEqualTo(score.spoken());
        assertThat(score.within(0.05)).isGreaterThan(0.95);
        assertThat(score.within(0.1)).isEqualTo(1);
    }

    @Test
    void tapedSampleIsTimedAndUnspokenTextIsNot() throws IOException {
        Score score = score("radioworks", "tape.ogg", "transcript.txt");
        assertThat(score.timed()).isEqualTo(score.spoken());
        assertThat(score.ghosts()).isZero();
        assertThat(score.within(0.1)).isGreaterThan(0.96);
        assertThat(score.within(1)).isEqualTo(1);
    }

    private String filtered(String name, String filter) throws IOException {
        return EncodedFiles.make(
                        folder.resolve(name + ".wav"),
                        List.of("-i", SAMPLES.resolve("lighthouse/tape.flac").toString(), "-af", filter))
                .toAbsolutePath()
                .toString();
    }

    @Test
    void clippedSoundBesideZeroIsTimedWordByWord() throws IOException {
        Score score = score("lighthouse", filtered("clipped", "volume=20dB,dcshift=0.2"), "transcript.txt");
        assertThat(score.timed()).isEqualTo(score.spoken());
        assertThat(score.within(0.1)).isGreaterThan(0.93);
        assertThat(score.within(0.5)).isGreaterThan(0.98);
    }

    @Test
    void aRoomThatResoundsForASecondMovesWordsLittle() throws IOException {
        String echoes =
                "aecho=0.6:0.6:29|41|61|89|127|181|257|367|523|743|997:0.6|0.55|0.5|0.45|0.4|0.35|0.3|0.25|0.2|0.12|0.06";
        Score score = score("lighthouse", filtered("room", echoes), "transcript.txt");
        assertThat(score.timed()).isGreaterThan(score.spoken() * 98 / 100);
        assertThat(score.within(0.2)).isGreaterThan(0.9);
        assertThat(score.within(1)).isGreaterThan(0.98);
    }

    @Test
    void wordAndWebPageGiveTheSameWords() throws IOException {
        Path docx = folder.resolve("docx.tapescript");
        Path page = folder.resolve("html.tapescript");
        Path tape = SAMPLES.resolve("radioworks/tape.ogg");
        assertThat(Program.run("sync", tape, SAMPLES.resolve("radioworks/transcript.docx"), "-o", docx)
                        .status())
                .isZero();
        assertThat(Program.run("sync", tape, SAMPLES.resolve("radioworks/transcript.html"), "-o", page)
                        .status())
                .isZero();
        assertThat(Program.run("export", docx, "--format", "ctm").out())
                .isNotEmpty()
                .isEqualTo(Program.run("export", page, "--format", "ctm").out());
    }

    @Test
    void roughSubtitlesAreTakenAsTranscript() throws IOException {
        Path direct = SyncedSample.of(SAMPLES.resolve("lighthouse"));
        String srt = Program.run("export", direct, "--format", "srt").out();
        StringBuilder rough = new StringBuilder();
        for (String line : srt.split("\n")) {
            // All cues half a minute late, to whole seconds.
            rough.append(
                            line.contains("-->")
                                    ? later(line.substring(0, 8)) + ",000 --> " + later(line.substring(17, 25)) + ",900"
                                    : line)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("rough.srt"), rough);
        Path project = folder.resolve("rough.tapescript");
        Program.Result sync = Program.run("sync", SAMPLES.resolve("lighthouse/tape.flac"), file, "-o", project);
        assertThat(sync.status()).as(sync.err()).isZero();
        List<String[]> right =
                words(Program.run("export", direct, "--format", "ctm").out());
        List<String[]> found =
                words(Program.run("export", project, "--format", "ctm").out());
        assertThat(found)
                .extracting(w -> w[4])
                .isEqualTo(right.stream().map(w -> w[4]).toList());
        assertThat(found).hasSizeGreaterThan(score("lighthouse", direct).spoken() - 5);
        long near = java.util.stream.IntStream.range(0, right.size())
                .filter(i -> Math.abs(Double.parseDouble(found.get(i)[2]) - Double.parseDouble(right.get(i)[2])) < 0.1)
                .count();
        assertThat(near).as("words where they are without subtitles").isGreaterThan(right.size() * 97L / 100);
    }

    /** Of each line of a CTM: recording, channel, start, length, word. */
    private static List<String[]> words(String ctm) {
        return ctm.lines().map(line -> line.split(" ")).toList();
    }

    private static String later(String clock) {
        return java.time.LocalTime.parse(clock)
                .plusSeconds(30)
                .format(java.time.format.DateTimeFormatter.ISO_LOCAL_TIME);
    }

    @Test
    void untranscribedSpeechIsReported() throws IOException {
        Program.Result report = Program.run("report", SyncedSample.of(SAMPLES.resolve("radioworks")), "--json");
        JsonNode json = new ObjectMapper().readTree(report.out());
        assertThat(json.get("notFound").asInt()).isZero();
        assertThat(json.at("/untranscribed/0/end").asDouble()).isBetween(5.0, 9.0);
        assertThat(json.at("/unspoken")).hasSize(5);
        assertThat(json.at("/doubts/0/line").asInt()).isEqualTo(21);
    }

    @Test
    void twoSidesMakeOneTimeline() throws IOException {
        Path tape = SAMPLES.resolve("lighthouse/tape.flac");
        Path text = folder.resolve("both.txt");
        String once = Files.readString(SAMPLES.resolve("lighthouse/transcript.txt"));
        String second = Files.readString(SAMPLES.resolve("radioworks/transcript.txt"));
        Files.writeString(text, once + second.substring(second.indexOf("– Mr. Harlan")));
        Path project = folder.resolve("two.tapescript");
        assertThat(Program.run("sync", tape, SAMPLES.resolve("radioworks/tape.ogg"), text, "-o", project)
                        .status())
                .isZero();
        JsonNode json = new ObjectMapper()
                .readTree(Program.run("export", project, "--format", "json").out());
        double first = json.at("/recordings/0/duration").asDouble();
        int foreman = once.length();
        for (JsonNode turn : json.get("turns")) {
            for (JsonNode word : turn.get("words")) {
                if (word.has("start")) {
                    assertThat(word.get("start").asDouble() >= first)
                            .isEqualTo(word.get("charStart").asInt() >= foreman);
                }
            }
        }
    }

    @Test
    void manualTimesSurviveARevisedTranscript() throws IOException {
        Path project =
                Files.copy(SyncedSample.of(SAMPLES.resolve("lighthouse")), folder.resolve("lighthouse.tapescript"));
        ObjectMapper mapper = new ObjectMapper();
        var tree = (com.fasterxml.jackson.databind.node.ObjectNode) mapper.readTree(project.toFile());
        var word = (com.fasterxml.jackson.databind.node.ObjectNode) tree.at("/turns/1/words/3");
        double start = word.get("start").asDouble() + 0.01;
        word.put("start", start).put("origin", "manual");
        ((com.fasterxml.jackson.databind.node.ObjectNode) tree.at("/turns/1"))
                .put("speaker", "Martha")
                .put("speakerManual", true);
        mapper.writeValue(project.toFile(), tree);
        Path revised = folder.resolve("revised.txt");
        Files.writeString(
                revised,
                Files.readString(SAMPLES.resolve("lighthouse/transcript.txt")).replace("Mrs. Quill, when", "When"));
        Program.Result again = Program.run("sync", project, "--transcript", revised);
        assertThat(again.status()).as(again.err()).isZero();
        JsonNode json = mapper.readTree(
                Program.run("export", project, "--format", "json").out());
        assertThat(json.at("/turns/1/speaker").asText()).isEqualTo("Martha");
        assertThat(json.at("/turns/1/words/3/origin").asText()).isEqualTo("manual");
        assertThat(json.at("/turns/1/words/3/start").asDouble()).isCloseTo(start, within(1e-6));
        assertThat(json.at("/turns/0/words/0/text").asText()).isEqualTo("When");
    }
}
