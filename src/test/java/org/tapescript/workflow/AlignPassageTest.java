package org.tapescript.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.FrontEnd;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.acoustic.SpeechModel;
import org.tapescript.align.Aligner;
import org.tapescript.align.AlignmentRequest;
import org.tapescript.align.AlignmentResult;
import org.tapescript.align.AlignmentResult.VoiceSamples;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.audio.TapeSound;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.CorrectText;
import org.tapescript.edit.InsertTurn;
import org.tapescript.edit.SetWordTimes;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.language.LanguagePack;
import org.tapescript.language.LanguagePacks;
import org.tapescript.project.ProjectFile;
import org.tapescript.support.Program;
import org.tapescript.support.SyncedSample;

/** On the sample interview: words are taken away or typed wrongly, then typed in, and must be found where the whole sync found them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlignPassageTest {
    private SyncedTranscript synced;
    private AlignPassage passage;
    private DecodeRecordings decoding;
    private Path tape;

    @BeforeAll
    void sync() throws Exception {
        Path sample = Path.of("audio-samples", "lighthouse");
        tape = org.tapescript.support.Tapes.tape(sample);
        synced = ProjectFile.read(SyncedSample.of(sample)).transcript();
        TapeSync syncing = new TapeSync(Program.PLACES);
        decoding = syncing.recordings();
        passage = syncing.passages(synced, decoded());
    }

    private List<DecodedRecording> decoded() throws Exception {
        return decoding.run(List.of(tape), TrackChoice.DEFAULT, ProgressSink.IGNORE, new CancellationToken());
    }

    /** A turn of some length, and where it stands. */
    private Turn turn(int skip) {
        return synced.turns().stream()
                .filter(t -> t.words().size() > 30)
                .skip(skip)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Word> byId(SyncedTranscript t) {
        Map<String, Word> result = new HashMap<>();
        t.words().forEach(w -> result.put(w.id(), w));
        return result;
    }

    @Test
    void wordsTypedInAreFoundWhereTheyAreSaid() {
        List<Double> errors = new ArrayList<>();
        for (int skip = 0; skip < 3; skip++) {
            Turn turn = turn(skip);
            List<Word> missing = turn.words().subList(10, 14);
            int start = missing.get(0).place().start();
            String typed = synced.transcript()
                    .text()
                    .substring(start, missing.get(3).place().end());
            SyncedTranscript without = new CorrectText(start - 1, start + typed.length(), "").apply(synced);
            SyncedTranscript with = new CorrectText(start - 1, start - 1, " " + typed).apply(without);
            SetWordTimes times = passage.run(with, turn.id(), 10, 14, Optional.empty());
            SyncedTranscript after = times.apply(with);
            Turn edited = after.turns().stream()
                    .filter(t -> t.id().equals(turn.id()))
                    .findFirst()
                    .orElseThrow();
            for (int i = 0; i < 4; i++) {
                TimeSpan true_ = missing.get(i).span().orElseThrow();
                Optional<TimeSpan> found = edited.words().get(10 + i).span();
                assertThat(found)
                        .as("turn %d word %s", skip, missing.get(i).text())
                        .isPresent();
                errors.add(Math.abs(found.get().startSeconds() - true_.startSeconds()));
            }
            Map<String, Word> now = byId(after);
            for (Word word : with.words()) {
                if (!times.times().containsKey(word.id())) {
                    assertThat(now.get(word.id())).isEqualTo(word);
                }
            }
            assertThat(times.times()).hasSize(4);
            assertThat(after.malformation()).isEmpty();
        }
        assertThat(errors).allSatisfy(e -> assertThat(e).isCloseTo(0, within(0.15)));
    }

    /** The transcript without some words of a turn, the gap that they leave, and words typed into it by somebody. */
    private SetWordTimes typed(Turn turn, int from, int to, String speaker, String text, List<SyncedTranscript> after) {
        List<Word> words = turn.words();
        int start = words.get(from).place().start();
        SyncedTranscript without =
                new CorrectText(start - 1, words.get(to - 1).place().end(), "").apply(synced);
        TimeSpan gap = new TimeSpan(
                words.get(from - 1).span().orElseThrow().endMicros(),
                words.get(to).span().orElseThrow().startMicros());
        SyncedTranscript with = new InsertTurn(
                        gap.startMicros(),
                        gap.endMicros(),
                        speaker,
                        text,
                        Optional.of(words.get(from - 1).id()))
                .apply(without);
        after.add(with);
        List<String> known = without.words().stream().map(Word::id).toList();
        Turn holder = with.turns().stream()
                .filter(t -> t.words().stream().anyMatch(w -> !known.contains(w.id())))
                .findFirst()
                .orElseThrow();
        int first = 0;
        while (known.contains(holder.words().get(first).id())) {
            first++;
        }
        return passage.run(with, holder.id(), first, first + text.split(" ").length, Optional.of(gap));
    }

    @Test
    void whatIsTypedIntoAGapIsFoundThereAndNowhereElse() {
        for (int skip = 0; skip < 3; skip++) {
            Turn turn = turn(skip);
            for (int at : new int[] {8, 15}) {
                List<Word> missing = turn.words().subList(at, at + 3);
                String said = missing.stream().map(Word::text).collect(Collectors.joining(" "));
                for (String speaker : List.of("Somebody", turn.speaker())) {
                    List<SyncedTranscript> with = new ArrayList<>();
                    List<SetWordTimes.Found> found = inOrder(typed(turn, at, at + 3, speaker, said, with));
                    assertThat(found).as(said).hasSize(3);
                    for (int i = 0; i < 3; i++) {
                        TimeSpan there = missing.get(i).span().orElseThrow();
                        assertThat(found.get(i).startMicros() / 1e6).isCloseTo(there.startSeconds(), within(0.15));
                    }
                    assertThat(with.get(0).malformation()).isEmpty();
                    assertThat(typed(turn, at, at + 3, speaker, "absolutely extraordinary circumstances", with)
                                    .times())
                            .as("in place of " + said)
                            .isEmpty();
                }
            }
        }
    }

    private static List<SetWordTimes.Found> inOrder(SetWordTimes times) {
        return times.times().values().stream()
                .sorted(Comparator.comparingLong(SetWordTimes.Found::startMicros))
                .toList();
    }

    /** An aligner that notes what it is asked, and finds every word half a second after the beginning of the sound. */
    private static final class Noting implements Aligner {
        private SampleSource sound;

        @Override
        public AlignmentResult align(AlignmentRequest request, ProgressSink progress, CancellationToken cancel) {
            sound = request.sides().get(0);
            List<Optional<AlignmentResult.Placed>> words = new ArrayList<>();
            request.words().forEach(w -> words.add(Optional.of(new AlignmentResult.Placed(0.5, 0.6, 1))));
            return new AlignmentResult(words, List.of(), VoiceSamples.of(List.of(), List.of()), null);
        }
    }

    @Test
    void aModelOfAnotherRateHearsThePassageAtItsOwn() throws Exception {
        LanguagePack english = new LanguagePacks(Program.PLACES.models(), Program.PLACES.cache()).load("en-us");
        FrontEnd telephone = new FrontEnd() {
            @Override
            public int sampleRate() {
                return 8000;
            }

            @Override
            public Features cepstra(SampleSource samples, CancellationToken cancel) {
                throw new AssertionError("nobody listens");
            }
        };
        SpeechModel model = new SpeechModel(
                english.speech().acoustic(), telephone, english.speech().transform());
        LanguagePack narrow = new LanguagePack("en-us", model, english.dictionaries(), english.sounds());
        List<SampleSource> sides = decoding.atRate(decoded(), 8000);
        Noting aligner = new Noting();
        Turn turn = turn(2);
        SetWordTimes times = new AlignPassage(aligner, narrow, new TapeSound(sides))
                .run(synced, turn.id(), 10, 11, Optional.empty());
        double start = times.times().get(turn.words().get(10).id()).startMicros() / 1e6 - 0.5;
        assertThat(start)
                .isBetween(
                        turn.span().orElseThrow().startSeconds() - 6,
                        turn.span().get().endSeconds());
        assertThat(aligner.sound.rate()).isEqualTo(8000);
        float[] heard = new float[8000];
        aligner.sound.read(0, heard, heard.length);
        float[] there = new float[8000];
        sides.get(0).read(Math.round(start * 8000), there, there.length);
        assertThat(heard).isEqualTo(there).isNotEqualTo(new float[8000]);
    }

    @Test
    void soundOfAnotherRateThanTheModelsIsRefused() throws Exception {
        SampleSource half = decoding.atRate(decoded(), 8000).get(0);
        SpeechModel english = new LanguagePacks(Program.PLACES.models(), Program.PLACES.cache())
                .load("en-us")
                .speech();
        assertThatThrownBy(() -> new AlignmentRequest(
                        english, List.of(half), List.of(), List.of(), List.<OptionalDouble>of(), List.of()))
                .hasMessageContaining("16000")
                .hasMessageContaining("8000");
    }

    @Test
    void aWordThatIsNotSaidIsNotGivenATimeByForce() {
        Turn turn = turn(1);
        int at = turn.words().get(12).place().end();
        SyncedTranscript with = new CorrectText(at, at, " absolutely extraordinary circumstances").apply(synced);
        SyncedTranscript after =
                passage.run(with, turn.id(), 13, 16, Optional.empty()).apply(with);
        assertThat(after.words().stream().filter(w -> w.id().startsWith("we")))
                .hasSize(3)
                .allMatch(w -> w.span().isEmpty() || w.confidence() < 0.5);
        assertThat(after.words().stream().filter(w -> !w.id().startsWith("we")).toList())
                .as("words that were there")
                .isEqualTo(with.words().stream()
                        .filter(w -> !w.id().startsWith("we"))
                        .toList());
    }
}
