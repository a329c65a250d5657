package org.tapescript.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.align.AlignmentResult.VoiceSamples;
import org.tapescript.domain.Origin;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.support.Transcripts;
import org.tapescript.support.Voices;
import org.tapescript.voice.VoiceFrames;
import org.tapescript.voice.VoiceStatistics;

class VoiceCacheTest {
    @TempDir
    private Path folder;

    private final SyncedTranscript synced = Transcripts.of(List.of("A", "B"), "one two three", "four five");
    private final Voices voices = new Voices();
    private final VoiceSamples samples = VoiceSamples.of(
            IntStream.range(0, 5).mapToObj(i -> voices.frames(i < 3 ? 0 : 7, i)).toList(), List.of());

    private static List<float[]> numbers(VoiceSamples samples) {
        List<float[]> result = new ArrayList<>();
        for (int i = 0; i < samples.words().size(); i++) {
            VoiceFrames frames = samples.frames().get(i);
            VoiceStatistics s = samples.words().get(i);
            float[] values = new float[s.phones() * (s.dimensions() + 1) + frames.frames()];
            for (int p = 0; p < s.phones(); p++) {
                values[p] = s.frames(p);
                for (int d = 0; d < s.dimensions(); d++) {
                    values[s.phones() + p * s.dimensions() + d] = s.sum(p, d);
                }
            }
            for (int t = 0; t < frames.frames(); t++) {
                values[s.phones() * (s.dimensions() + 1) + t] = (float) frames.seconds(t);
            }
            result.add(values);
        }
        return result;
    }

    @Test
    void whatIsKeptIsThereWhoeverSpeaks() throws IOException {
        VoiceCache cache = new VoiceCache(folder.resolve("voices"));
        assertThat(cache.get(synced)).isEmpty();
        cache.put(synced, samples);
        Turn turn = synced.turns().get(0);
        SyncedTranscript named = synced.withTurns(List.of(
                new Turn(turn.id(), "Martha", turn.line(), true, turn.speakerConfidence(), turn.words()),
                synced.turns().get(1)));
        List<float[]> kept = numbers(cache.get(named).orElseThrow());
        List<float[]> expected = numbers(samples);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(kept.get(i)).as("word %d", i).containsExactly(expected.get(i));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenCostsNobodyHisWork() throws IOException {
        VoiceCache cache = new VoiceCache(Files.createFile(folder.resolve("a file")));
        cache.put(synced, samples);
        assertThat(cache.get(synced)).isEmpty();
    }

    @Test
    void aWordMovedByHandIsListenedToAgain() throws IOException {
        VoiceCache cache = new VoiceCache(folder);
        cache.put(synced, samples);
        Turn turn = synced.turns().get(0);
        List<Word> words = new ArrayList<>(turn.words());
        words.set(0, words.get(0).withTiming(new Timing.Timed(TimeSpan.ofSeconds(0.01, 0.2), 1, Origin.MANUAL)));
        assertThat(cache.get(synced.withTurns(
                        List.of(turn.withWords(words), synced.turns().get(1)))))
                .isEmpty();
    }

    @Test
    void aDamagedFileIsAsIfItWereNotThere() throws IOException {
        VoiceCache cache = new VoiceCache(folder);
        cache.put(synced, samples);
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            assertThat(cache.get(synced)).isEmpty();
            // Counts in it that ask for more memory than there is.
            Arrays.fill(bytes, Integer.BYTES, bytes.length, (byte) 0x7f);
            Files.write(file, bytes);
            assertThat(cache.get(synced)).isEmpty();
        }
    }
}
