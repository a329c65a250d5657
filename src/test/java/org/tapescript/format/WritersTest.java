package org.tapescript.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.Recording;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.support.Transcripts;

class WritersTest {
    private static String write(String format, SyncedTranscript transcript) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Formats.writable(format).orElseThrow().write(transcript, ExportOptions.DEFAULT, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void srtCountsFromOneAndUsesCommas() throws IOException {
        assertThat(write("srt", Transcripts.of(List.of("A", "B"), "Are you there?", "I am.")))
                .isEqualTo("""
                        1
                        00:00:00,000 --> 00:00:01,120
                        Are you there?

                        2
                        00:00:01,200 --> 00:00:02,034
                        I am.

                        """);
    }

    @Test
    void vttEscapesTextAndNamesTheVoice() throws IOException {
        String vtt = write("vtt", Transcripts.of(List.of("Ann & <Bo>"), "R&D <tag> x-->y"));
        assertThat(vtt).startsWith("WEBVTT\n\n").contains("<v Ann &amp; &lt;Bo>R&amp;D &lt;tag&gt; x--&gt;y");
        assertThat(vtt.replaceAll("(?m)^[\\d:.]+ --> [\\d:.]+$", "")).doesNotContain("-->");
    }

    @Test
    void jsonLeavesOutTimesThatAreNotKnown() throws IOException {
        SyncedTranscript timed = Transcripts.of(List.of("A"), "one two");
        var turn = timed.turns().get(0);
        SyncedTranscript half = timed.withTurns(List.of(turn.withWords(List.of(
                turn.words().get(0).withTiming(Timing.UNALIGNED), turn.words().get(1)))));
        JsonNode words = new ObjectMapper().readTree(write("json", half)).at("/turns/0/words");
        assertThat(words.get(0).has("start")).isFalse();
        assertThat(words.get(0).has("end")).isFalse();
        assertThat(words.get(1).get("start").isNumber()).isTrue();
        assertThat(words.get(1).get("origin").asText()).isEqualTo("aligned");
    }

    @Test
    void ctmHasDurationsAndBareWords() throws IOException {
        assertThat(write("ctm", Transcripts.of(List.of("A"), "Well, “yes” 1958.")))
                .isEqualTo("side_a 1 0.000 0.350 Well 0.900\n"
                        + "side_a 1 0.400 0.350 yes 0.900\n"
                        + "side_a 1 0.800 0.350 nineteen-fifty-eight 0.900\n");
    }

    @Test
    void rttmCountsWithinEachRecording() throws IOException {
        SyncedTranscript t = Transcripts.of(List.of("Ann Berg", "Bo;x"), "one two", "three");
        SyncedTranscript two = new SyncedTranscript(
                t.language(),
                List.of(
                        new Recording(
                                "/tapes/side a.wav", "00", 1, 600_000, "mono", false, java.util.OptionalDouble.empty()),
                        new Recording(
                                "/tapes/b.wav", "01", 1, 900_000, "mono", false, java.util.OptionalDouble.empty())),
                t.transcript(),
                t.turns(),
                List.of(
                        new StraySpeech(TimeSpan.ofSeconds(1.2, 1.4), Optional.of("Ann Berg"), false),
                        new StraySpeech(TimeSpan.ofSeconds(1.45, 1.5), Optional.empty(), false)),
                List.of(),
                t.match());
        assertThat(write("rttm", two))
                .isEqualTo("SPEAKER side_a 1 0.000 0.600 <NA> <NA> Ann_Berg <NA> <NA>\n"
                        + "SPEAKER b 1 0.000 0.150 <NA> <NA> Ann_Berg <NA> <NA>\n"
                        + "SPEAKER b 1 0.200 0.350 <NA> <NA> Bo_x <NA> <NA>\n"
                        + "SPEAKER b 1 0.600 0.200 <NA> <NA> Ann_Berg <NA> <NA>\n"
                        + "SPEAKER b 1 0.850 0.050 <NA> <NA> <NA> <NA> <NA>\n");
    }

    @Test
    void whatPeopleReadKeepsItsParagraphs() throws IOException {
        SyncedTranscript t = Transcripts.imported(
                "– When did you come?\n\n– In the autumn.\n\nMy husband met me there.\n\n– And then?\n\n– We stayed.\n");
        assertThat(write("txt", t)).contains(": In the autumn.\n\nMy husband met me there.\n\n[");
        assertThat(write("md", t)).contains("\\] In the autumn.\n\nMy husband met me there.\n\n**");
        assertThat(write("docx", t)).startsWith("PK");
    }

    @Test
    void textGridTiersAreContiguous() throws IOException {
        Pattern interval = Pattern.compile("xmin = ([\\d.]+)\\s+xmax = ([\\d.]+)\\s+text = ");
        for (long seed = 0; seed < 50; seed++) {
            String grid = write("textgrid", Transcripts.random(seed));
            double total = Double.parseDouble(grid.replaceAll("(?s).*?xmax = ([\\d.]+).*", "$1"));
            for (String tier : grid.split("item \\[\\d+\\]:")) {
                if (!tier.contains("IntervalTier")) {
                    continue;
                }
                double at = 0;
                Matcher m = interval.matcher(tier);
                while (m.find()) {
                    assertThat(Double.parseDouble(m.group(1)))
                            .as("seed %d", seed)
                            .isEqualTo(at);
                    assertThat(Double.parseDouble(m.group(2))).isGreaterThan(at);
                    at = Double.parseDouble(m.group(2));
                }
                assertThat(at).as("seed %d", seed).isEqualTo(total);
            }
        }
    }
}
