package org.tapescript.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tapescript.align.AlignmentResult.VoiceSamples;
import org.tapescript.attribution.HeardVoices;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.audio.TapeSound;
import org.tapescript.audio.dsp.HumMeter;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.language.LanguagePack;
import org.tapescript.language.LanguagePacks;
import org.tapescript.project.ProjectFile;
import org.tapescript.workflow.AttributeSpeakers;
import org.tapescript.workflow.DecodeRecordings;
import org.tapescript.workflow.TapeSync;
import org.tapescript.workflow.VoiceCache;

/**
 * A tape synced without a word on who speaks, and what its voices are like.
 *
 * @param seconds that it took to sample them
 * @param heard the same with frames and humming
 * @param overlaps where somebody talks into another's words
 */
public record SampledTape(
        SyncedTranscript synced, VoiceSamples samples, HeardVoices heard, double seconds, List<StraySpeech> overlaps) {
    /** Of a folder as {@link Tapes} has them. */
    public static SampledTape of(Path folder) throws IOException {
        Path project = Files.createTempFile("sampled", ".tapescript");
        Program.run(
                "sync",
                Tapes.tape(folder),
                folder.resolve("transcript.txt"),
                "--language",
                "auto",
                "-o",
                project,
                "--force",
                "--no-voices");
        SyncedTranscript synced = ProjectFile.read(project).transcript();
        Files.delete(project);
        Path cache = Path.of("target", "test-cache");
        DecodeRecordings decoding = new DecodeRecordings(cache);
        LanguagePack language = new LanguagePacks(List.of(Path.of("models")), cache).load(synced.language());
        TapeSync.Request request = TapeSync.Request.of(synced, List.of(Tapes.tape(folder)));
        AttributeSpeakers attribution = new AttributeSpeakers(decoding, new VoiceCache(cache.resolve("voices")));
        List<DecodedRecording> recordings =
                decoding.run(request.tapes(), request.tracks(), ProgressSink.IGNORE, new CancellationToken());
        HumMeter meter = new HumMeter(TapeSound.open(recordings));
        long start = System.nanoTime();
        VoiceSamples samples =
                attribution.sample(synced, recordings, language, ProgressSink.IGNORE, new CancellationToken());
        double seconds = (System.nanoTime() - start) / 1e9;
        List<StraySpeech> overlaps = attribution
                .run(synced, request, () -> language, ProgressSink.IGNORE, new CancellationToken())
                .untranscribed()
                .stream()
                .filter(StraySpeech::overlapsWords)
                .toList();
        HeardVoices heard = new HeardVoices(
                samples.words(),
                samples.frames(),
                span -> meter.hum(span.startSeconds(), span.endSeconds()),
                samples.stretches());
        return new SampledTape(synced, samples, heard, seconds, overlaps);
    }
}
