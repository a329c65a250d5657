package org.tapescript.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SpeakerDoubt;
import org.tapescript.domain.SpeakerReason;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.support.Transcripts;
import org.tapescript.support.Voices;
import org.tapescript.voice.VoiceFrames;
import org.tapescript.voice.VoiceStatistics;

class SpeakerAttributionTest {
    /** Fifteen words a line: lines 1, 5, 9 ask, lines 3, 7, 11 answer. */
    private static final List<String> LINES = List.of(
            "– When did you come to the town by the river, and who was there before you?",
            "– I came in the spring of that year with my father and found nobody at all.",
            "– What did the two of you live on in those first long and very cold months?",
            "– We lived on fish and on bread that a neighbour baked for us every single week there.",
            "– And what has become of the neighbour who was so good to the two of you?",
            "– She went away over the mountains one day and we never did hear of her again.");

    private final Voices voices = new Voices();

    private static String text(List<String> lines) {
        return String.join("\n\n", lines) + "\n";
    }

    private static String without(String dash, int line) {
        List<String> lines = new ArrayList<>(LINES);
        lines.set(line, lines.get(line).replaceFirst(dash, ""));
        return text(lines);
    }

    /** By word, which of the lines it stands in. */
    private static int[] lineOfWord(SyncedTranscript transcript) {
        return transcript.words().stream()
                .mapToInt(w -> (int) transcript
                                .transcript()
                                .text()
                                .substring(0, w.place().start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        / 2)
                .toArray();
    }

    private List<VoiceStatistics> alternating(SyncedTranscript transcript) {
        int[] lines = lineOfWord(transcript);
        return voices.words(lines.length, i -> lines[i] % 2 == 0 ? 0 : 7);
    }

    private static SyncedTranscript run(SyncedTranscript transcript, List<VoiceStatistics> samples, String... names) {
        return SpeakerAttribution.run(transcript, HeardVoices.of(samples, List.of()), List.of(names));
    }

    private static List<String> speakers(SyncedTranscript transcript) {
        return transcript.turns().stream().map(Turn::speaker).toList();
    }

    @Test
    void voicesThatAgreeWithTheTextChangeNothing() {
        SyncedTranscript transcript = Transcripts.imported(text(LINES));
        SyncedTranscript result = run(transcript, alternating(transcript));
        assertThat(speakers(result)).isEqualTo(speakers(transcript));
        assertThat(result.speakerDoubts()).isEmpty();
        assertThat(result.turns())
                .allMatch(t -> t.speakerConfidence().orElse(0) > 0.99)
                .noneMatch(Turn::speakerIsManual);
        assertThat(result.malformation()).isEmpty();
    }

    @Test
    void aForgottenDashIsFoundAndSaid() {
        SyncedTranscript transcript = Transcripts.imported(without("– ", 4));
        SyncedTranscript result = run(transcript, alternating(transcript));
        assertThat(speakers(result))
                .containsExactly("Interviewer", "Guest", "Interviewer", "Guest", "Interviewer", "Guest");
        assertThat(result.speakerDoubts()).extracting(SpeakerDoubt::line).containsExactly(9);
        assertThat(result.speakerDoubts().get(0).speaker()).isEqualTo("Interviewer");
        assertThat(result.speakerDoubts().get(0).other()).isEqualTo("Guest");
        assertThat(result.speakerDoubts().get(0).seconds())
                .contains(result.turns().get(4).span().get().startSeconds());
    }

    /** The turn between them was not printed: that the same voice goes on does not speak against the voice. */
    @Test
    void aMarkBehindSpeechThatTheTextLacksMayBeTheSamePersons() {
        SyncedTranscript imported = Transcripts.imported(text(LINES));
        int[] lines = lineOfWord(imported);
        List<VoiceStatistics> samples = voices.words(lines.length, i -> lines[i] % 2 == (lines[i] < 3 ? 0 : 1) ? 0 : 3);
        SyncedTranscript late = withGap(imported, 3);
        double end = late.turns().get(2).span().orElseThrow().endSeconds();
        StraySpeech turn = new StraySpeech(TimeSpan.ofSeconds(end + 1, end + 3), Optional.empty(), false);
        SyncedTranscript transcript = new SyncedTranscript(
                late.language(),
                late.recordings(),
                late.transcript(),
                late.turns(),
                List.of(turn),
                List.of(),
                late.match());
        SyncedTranscript result =
                SpeakerAttribution.run(transcript, HeardVoices.of(samples, List.of(voices.word(3))), List.of());
        assertThat(speakers(result).get(3)).isEqualTo(speakers(result).get(2));
        assertThat(result.speakerDoubts()).extracting(SpeakerDoubt::line).containsExactly(7);
        assertThat(result.speakerDoubts().get(0).probability()).isGreaterThan(0.99);
    }

    private static Timing later(Timing timing) {
        Timing.Timed timed = (Timing.Timed) timing;
        TimeSpan time = new TimeSpan(
                timed.time().startMicros() + 4_000_000, timed.time().endMicros() + 4_000_000);
        return new Timing.Timed(time, timed.confidence(), timed.origin());
    }

    /** Four seconds before a turn. */
    private static SyncedTranscript withGap(SyncedTranscript t, int turn) {
        List<Turn> turns = new ArrayList<>(t.turns());
        for (int i = turn; i < turns.size(); i++) {
            Turn old = turns.get(i);
            turns.set(
                    i,
                    old.withWords(old.words().stream()
                            .map(w -> w.withTiming(later(w.timing())))
                            .toList()));
        }
        return new SyncedTranscript(
                t.language(), t.recordings(), t.transcript(), turns, t.untranscribed(), List.of(), t.match());
    }

    @Test
    void aChangeWithinAParagraphSplitsTheTurn() {
        List<String> lines = new ArrayList<>(LINES);
        lines.set(2, lines.get(2) + " " + lines.remove(3).replace("– ", ""));
        SyncedTranscript transcript = Transcripts.imported(text(lines));
        int first = (int) transcript.words().stream()
                .takeWhile(w -> !w.text().equals("We"))
                .count();
        int[] line = lineOfWord(transcript);
        SyncedTranscript result = run(
                transcript,
                voices.words(line.length, i -> line[i] == 1 || line[i] == 4 || (line[i] == 2 && i >= first) ? 7 : 0));
        assertThat(speakers(result))
                .containsExactly("Interviewer", "Guest", "Interviewer", "Guest", "Interviewer", "Guest");
        assertThat(result.turns().get(3).words().get(0).text()).isEqualTo("We");
        assertThat(result.speakerDoubts())
                .anyMatch(d -> d.reasons().contains(SpeakerReason.of(SpeakerReason.Code.WITHIN_PARAGRAPH)));
    }

    @Test
    void aThirdVoiceIsFound() {
        List<String> lines = new ArrayList<>(LINES);
        lines.addAll(LINES.subList(2, 4));
        SyncedTranscript transcript = Transcripts.imported(text(lines));
        int[] line = lineOfWord(transcript);
        List<VoiceStatistics> samples =
                voices.words(line.length, i -> line[i] == 4 || line[i] == 6 ? 3 : line[i] % 2 == 0 ? 0 : 7);
        SyncedTranscript result = run(transcript, samples);
        assertThat(speakers(result).stream().distinct()).hasSize(3);
        assertThat(result.turns().get(4).speaker())
                .isEqualTo(result.turns().get(6).speaker());
        assertThat(speakers(run(transcript, samples, "Ann", "Bo", "Cy")))
                .as("names go by who is heard first")
                .containsExactly("Ann", "Bo", "Ann", "Bo", "Cy", "Bo", "Cy", "Bo");
        assertThat(speakers(run(transcript, samples, "Ann", "Bo")).stream().distinct())
                .as("number and names given win")
                .containsExactly("Ann", "Bo");
    }

    @Test
    void whatWasNamedByHandStaysAndNamesTheVoice() {
        SyncedTranscript transcript = Transcripts.imported(without("– ", 3));
        List<Turn> turns = new ArrayList<>(transcript.turns());
        Turn second = turns.get(1);
        turns.set(1, new Turn(second.id(), "Martha", second.line(), true, second.speakerConfidence(), second.words()));
        SyncedTranscript result = run(transcript.withTurns(turns), alternating(transcript));
        assertThat(speakers(result))
                .containsExactly("Interviewer", "Martha", "Interviewer", "Martha", "Interviewer", "Martha");
        assertThat(result.turns().get(1).speakerIsManual()).isTrue();
        SyncedTranscript against = run(
                transcript.withTurns(turns),
                voices.words(transcript.words().size(), i -> lineOfWord(transcript)[i] % 2 == 1 ? 0 : 7));
        assertThat(against.turns().get(1).speaker()).isEqualTo("Martha");
    }

    @Test
    void aTurnThatAnEditorSplitWithinASentenceStaysSplit() {
        SyncedTranscript transcript = Transcripts.imported(text(LINES));
        List<Turn> turns = new ArrayList<>(transcript.turns());
        Turn whole = turns.remove(1);
        turns.add(1, whole.withWords(whole.words().subList(0, 5)));
        turns.add(
                2,
                new Turn(
                        "t-new",
                        "Passer-by",
                        whole.line(),
                        true,
                        whole.speakerConfidence(),
                        whole.words().subList(5, whole.words().size())));
        SyncedTranscript result = run(transcript.withTurns(turns), alternating(transcript));
        assertThat(result.turns().get(2).speaker()).isEqualTo("Passer-by");
        assertThat(result.turns().get(2).words()).hasSize(whole.words().size() - 5);
        assertThat(result.malformation()).isEmpty();
    }

    @Test
    void withOneVoiceTheTextIsBelieved() {
        SyncedTranscript transcript = Transcripts.imported(text(LINES));
        SyncedTranscript result =
                run(transcript, voices.words(transcript.words().size(), i -> 0));
        assertThat(result).isEqualTo(transcript);
    }

    @Test
    void ofWhatNobodyHeardNothingIsAsked() {
        SyncedTranscript heard = Transcripts.imported(without("– ", 3));
        int[] line = lineOfWord(heard);
        List<Turn> turns = heard.turns().stream()
                .map(t -> t.withWords(t.words().stream()
                        .map(w -> line[heard.words().indexOf(w)] == 3
                                ? w.withTiming(org.tapescript.domain.Timing.UNALIGNED)
                                : w)
                        .toList()))
                .toList();
        SyncedTranscript result = run(
                heard.withTurns(turns), voices.words(line.length, i -> line[i] == 3 ? -1 : line[i] % 2 == 0 ? 0 : 7));
        assertThat(result.speakerDoubts()).extracting(SpeakerDoubt::line).doesNotContain(7);
    }

    @Test
    void speechThatTheTextLacksGetsASpeaker() {
        SyncedTranscript t = Transcripts.imported(text(LINES));
        List<StraySpeech> stray = List.of(
                new StraySpeech(TimeSpan.ofSeconds(90, 92), Optional.empty(), false),
                new StraySpeech(TimeSpan.ofSeconds(93, 95), Optional.empty(), false),
                new StraySpeech(TimeSpan.ofSeconds(96, 97), Optional.empty(), false));
        SyncedTranscript transcript = new SyncedTranscript(
                t.language(), t.recordings(), t.transcript(), t.turns(), stray, List.of(), t.match());
        SyncedTranscript result = SpeakerAttribution.run(
                transcript,
                HeardVoices.of(alternating(transcript), List.of(voices.word(7), voices.word(0), voices.word(-1))),
                List.of());
        assertThat(result.untranscribed())
                .extracting(s -> s.speaker().orElse("nobody known"))
                .containsExactly("Guest", "Interviewer", "nobody known");
    }

    @Test
    void whoTalksIntoAnothersWordsIsSaidAndSpoilsNothing() {
        SyncedTranscript transcript = Transcripts.imported(text(LINES));
        int[] line = lineOfWord(transcript);
        int first = IntStream.range(0, line.length)
                        .filter(i -> line[i] == 3)
                        .findFirst()
                        .orElseThrow()
                + 5;
        List<VoiceFrames> frames = new ArrayList<>();
        for (int i = 0; i < line.length; i++) {
            boolean disturbed = i >= first && i < first + 2;
            frames.add(voices.frames(disturbed || line[i] % 2 == 0 ? 0 : 7, 0.26 * i));
        }
        List<VoiceStatistics> samples =
                frames.stream().map(VoiceFrames::statistics).toList();
        HeardVoices heard =
                new HeardVoices(samples, frames, span -> span.startSeconds() > 0.26 * first - 0.2 ? 0.1 : 0, List.of());
        SyncedTranscript result = SpeakerAttribution.run(transcript, heard, List.of());
        assertThat(speakers(result)).isEqualTo(speakers(transcript));
        assertThat(result.untranscribed()).hasSize(1);
        StraySpeech overlap = result.untranscribed().get(0);
        assertThat(overlap.overlapsWords()).isTrue();
        assertThat(overlap.speaker()).contains("Interviewer");
        assertThat(overlap.startSeconds()).isCloseTo(0.26 * first, within(0.4));
        assertThat(overlap.endSeconds()).isCloseTo(0.26 * (first + 2), within(0.4));
        assertThat(SpeakerAttribution.run(result, heard, List.of()).untranscribed())
                .as("found anew, not added up")
                .isEqualTo(result.untranscribed());
    }

    @Test
    void channelsDecideWhereVoicesDoNot() {
        SyncedTranscript transcript = Transcripts.imported(without("– ", 4));
        int[] line = lineOfWord(transcript);
        List<VoiceStatistics> samples = new ArrayList<>();
        for (int i = 0; i < line.length; i++) {
            samples.add(voices.word(0).withDimension(line[i] % 2 == 0 ? 2 : -2));
        }
        SyncedTranscript result = run(transcript, samples);
        assertThat(speakers(result))
                .containsExactly("Interviewer", "Guest", "Interviewer", "Guest", "Interviewer", "Guest");
    }

    @Test
    void aTextWithoutAnyMarksIsDividedByTheVoices() {
        SyncedTranscript transcript = Transcripts.imported(text(LINES).replace("– ", ""));
        SyncedTranscript result = run(transcript, alternating(transcript));
        assertThat(result.turns()).hasSize(6);
        assertThat(speakers(result).stream().distinct()).hasSize(2);
        assertThat(result.turns()).allMatch(t -> t.speakerConfidence().orElse(0) > 0.9);
    }

    /** The lines under the names of two women, the first printed at odd ones. */
    private static String named() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < LINES.size(); i++) {
            lines.add(LINES.get(i).replace("– ", i % 2 == 0 ? "Ann: " : "Martha: "));
        }
        return text(lines);
    }

    @Test
    void aPrintedNameStaysAgainstTheVoiceAndIsDoubted() {
        SyncedTranscript transcript = Transcripts.imported(named());
        int[] line = lineOfWord(transcript);
        SyncedTranscript result =
                run(transcript, voices.words(line.length, i -> line[i] % 2 == 0 || line[i] == 3 ? 0 : 7));
        assertThat(speakers(result)).containsExactly("Ann", "Martha", "Ann", "Martha", "Ann", "Martha");
        assertThat(result.turns().get(3).speakerConfidence().orElse(1)).isLessThan(0.5);
        assertThat(result.speakerDoubts()).hasSize(1);
        SpeakerDoubt doubt = result.speakerDoubts().get(0);
        assertThat(doubt.line()).isEqualTo(7);
        assertThat(doubt.speaker()).isEqualTo("Martha");
        assertThat(doubt.other()).isEqualTo("Ann");
        assertThat(doubt.reasons()).contains(SpeakerReason.of(SpeakerReason.Code.NAMED, "Martha"));
        assertThat(doubt.reasons().get(0).code()).isEqualTo(SpeakerReason.Code.NEARER_VOICE);
        assertThat(doubt.reasons().get(0).arguments().get(0)).isEqualTo("Ann");
    }

    @Test
    void aTurnWithAPrintedNameIsNotSplit() {
        String text = named().replace("\n\nMartha: We lived", " We lived");
        SyncedTranscript transcript = Transcripts.imported(text);
        int first = (int) transcript.words().stream()
                .takeWhile(w -> !w.text().equals("We"))
                .count();
        int[] line = lineOfWord(transcript);
        SyncedTranscript result = run(
                transcript,
                voices.words(line.length, i -> line[i] == 1 || line[i] == 4 || line[i] == 2 && i >= first ? 7 : 0));
        assertThat(speakers(result)).containsExactly("Ann", "Martha", "Ann", "Ann", "Martha");
        assertThat(result.speakerDoubts()).hasSize(1);
        assertThat(result.speakerDoubts().get(0).seconds())
                .contains(transcript.words().get(first).span().get().startSeconds());
        assertThat(result.speakerDoubts().get(0).reasons())
                .contains(SpeakerReason.of(SpeakerReason.Code.WITHIN_TURN, "Ann"));
    }

    @Test
    void aSpeakerRenamedStaysRenamed() {
        SyncedTranscript transcript = Transcripts.imported(named());
        SyncedTranscript renamed = transcript.withTurns(transcript.turns().stream()
                .map(t -> t.speaker().equals("Ann")
                        ? new Turn(t.id(), "Ann Lee", t.line(), false, t.speakerConfidence(), t.words())
                        : t)
                .toList());
        assertThat(speakers(run(renamed, alternating(transcript))))
                .containsExactly("Ann Lee", "Martha", "Ann Lee", "Martha", "Ann Lee", "Martha");
    }
}
