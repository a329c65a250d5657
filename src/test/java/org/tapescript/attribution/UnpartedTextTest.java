package org.tapescript.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;
import org.tapescript.domain.Origin;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.support.Transcripts;
import org.tapescript.support.Voices;
import org.tapescript.workflow.ImportTranscript;
import org.tapescript.workflow.TurnBuilder;

/** Texts that name nobody and mark no turns, as subtitles do: who speaks is told by the voices. */
class UnpartedTextTest {
    private static final List<String> LINES = List.of(
            "When did you come to the town by the river, and who was there before you?",
            "I came in the spring of that year with my father. We found nobody there at all.",
            "What did the two of you live on in those first long and very cold months?",
            "We lived on fish and on bread. A neighbour baked it for us every single week there.",
            "And what has become of the neighbour who was so good to the two of you?",
            "She went away over the mountains one day. We never did hear of her again, I fear.");

    @TempDir
    private Path folder;

    private final Voices voices = new Voices();

    /** Lines as subtitles, each half a second behind the one before. */
    private Transcript subtitles(boolean stops) throws Exception {
        return subtitles(stops, -1);
    }

    /** @param marked line before which a change of speaker is marked, or a negative number */
    private Transcript subtitles(boolean stops, int marked) throws Exception {
        StringBuilder srt = new StringBuilder();
        for (int i = 0; i < LINES.size(); i++) {
            String line = (i == marked ? ">> " : "") + (stops ? LINES.get(i) : bare(LINES.get(i)));
            srt.append(String.format(
                    Locale.ROOT, "%d%n00:00:%02d,000 --> 00:00:%02d,500%n%s%n%n", i + 1, 5 * i, 5 * i + 4, line));
        }
        Path file = folder.resolve("x.srt");
        Files.writeString(file, srt, StandardCharsets.UTF_8);
        return ImportTranscript.run(file, List.of());
    }

    private static String bare(String line) {
        return line.replaceAll("[.?,]", "").toLowerCase(Locale.ROOT);
    }

    /** Its words in even shares of each line's 4.5 seconds. */
    private static SyncedTranscript synced(Transcript transcript) {
        List<Turn> turns = new ArrayList<>();
        int at = 0;
        for (Turn turn : TurnBuilder.turns(transcript)) {
            List<Word> words = new ArrayList<>();
            for (Word word : turn.words()) {
                int line = lineOf(at);
                int first = first(line);
                int count = LINES.get(line).split(" ").length;
                double from = 5 * line + 4.5 * (at - first) / count;
                words.add(word.withTiming(
                        new Timing.Timed(TimeSpan.ofSeconds(from, from + 4.5 / count), 0.9, Origin.ALIGNED)));
                at++;
            }
            turns.add(turn.withWords(words));
        }
        SyncedTranscript any = Transcripts.of(List.of("A"), "one ".repeat(100).strip());
        return new SyncedTranscript(
                any.language(), any.recordings(), transcript, turns, List.of(), List.of(), any.match());
    }

    private static int first(int line) {
        return LINES.subList(0, line).stream()
                .mapToInt(l -> l.split(" ").length)
                .sum();
    }

    private static int lineOf(int word) {
        int line = 0;
        while (line + 1 < LINES.size() && first(line + 1) <= word) {
            line++;
        }
        return line;
    }

    private SyncedTranscript attributed(boolean stops, String... names) throws Exception {
        return attributed(synced(subtitles(stops)), names);
    }

    private SyncedTranscript attributed(SyncedTranscript transcript, String... names) {
        int words = transcript.words().size();
        return SpeakerAttribution.run(
                transcript,
                HeardVoices.of(voices.words(words, i -> lineOf(i) % 2 == 0 ? 0 : 7), List.of()),
                List.of(names));
    }

    @Test
    void voicesPartSubtitlesThatNameNobody() throws Exception {
        SyncedTranscript result = attributed(true);
        assertThat(result.turns())
                .extracting(Turn::speaker)
                .containsExactly("Interviewer", "Guest", "Interviewer", "Guest", "Interviewer", "Guest");
        assertThat(result.turns()).extracting(t -> t.words().get(0).text()).startsWith("When", "I", "What");
        assertThat(result.malformation()).isEmpty();
    }

    @Test
    void pausesAreBordersWhereNothingEndsASentence() throws Exception {
        SyncedTranscript result = attributed(false, "Ann", "Bo");
        assertThat(result.turns()).extracting(Turn::speaker).containsExactly("Ann", "Bo", "Ann", "Bo", "Ann", "Bo");
    }

    @Test
    void aSingleMarkDoesNotSilenceTheVoices() throws Exception {
        SyncedTranscript result = attributed(synced(subtitles(true, 1)), "Ann", "Bo");
        assertThat(result.turns()).extracting(Turn::speaker).containsExactly("Ann", "Bo", "Ann", "Bo", "Ann", "Bo");
    }

    @Test
    void theImportSaysThatNobodyIsNamed() throws Exception {
        assertThat(subtitles(false).doubts()).extracting(Doubt::code).contains(DoubtCode.UNPARTED);
        assertThat(subtitles(true).doubts()).extracting(Doubt::code).contains(DoubtCode.UNPARTED);
        assertThat(subtitles(true, 1).doubts()).extracting(Doubt::code).contains(DoubtCode.FEW_MARKS);
    }
}
