package org.tapescript.workflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tapescript.align.AlignmentRequest;
import org.tapescript.align.AlignmentResult.Stretch;
import org.tapescript.align.AlignmentResult.VoiceSamples;
import org.tapescript.align.VoiceSampler;
import org.tapescript.attribution.HeardVoices;
import org.tapescript.attribution.SpeakerAttribution;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.audio.TapeSound;
import org.tapescript.audio.dsp.HumMeter;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.language.LanguagePack;
import org.tapescript.voice.VoiceStatistics;

/** Compares the voices of a synced transcript and decides who speaks. */
public final class AttributeSpeakers {
    private final DecodeRecordings decoding;
    private final VoiceCache voices;

    public AttributeSpeakers(DecodeRecordings decoding, VoiceCache voices) {
        this.decoding = decoding;
        this.voices = voices;
    }

    /** Loads a language, which takes seconds: only where the voices have not been listened to before. */
    @FunctionalInterface
    public interface LanguageLoader {
        LanguagePack load() throws IOException;
    }

    /**
     * @param synced a transcript whose words have times
     * @throws IOException if a recording cannot be read
     */
    public SyncedTranscript run(
            SyncedTranscript synced,
            TapeSync.Request request,
            LanguageLoader language,
            ProgressSink progress,
            CancellationToken cancel)
            throws IOException {
        List<DecodedRecording> recordings = decoding.run(request.tapes(), request.tracks(), progress, cancel);
        Optional<VoiceSamples> kept = voices.get(synced);
        VoiceSamples samples =
                kept.isPresent() ? kept.get() : sample(synced, recordings, language.load(), progress, cancel);
        if (kept.isEmpty()) {
            voices.put(synced, samples);
        }
        return decide(synced, samples, recordings, request.speakers());
    }

    /**
     * Joins voices, channels and text.
     *
     * @param samples of the words and of the untranscribed stretches
     * @param names of the speakers, see {@link SpeakerAttribution#run}
     */
    static SyncedTranscript decide(
            SyncedTranscript synced, VoiceSamples samples, List<DecodedRecording> recordings, List<String> names)
            throws IOException {
        List<Optional<TimeSpan>> spans = synced.words().stream().map(Word::span).toList();
        ChannelEvidence channels = new ChannelEvidence(recordings, spans);
        List<VoiceStatistics> words = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            words.add(channels.add(samples.words().get(i), spans.get(i)));
        }
        List<VoiceStatistics> stray = new ArrayList<>();
        List<TimeSpan> stretches = VoiceCache.withoutText(synced);
        for (int i = 0; i < stretches.size(); i++) {
            stray.add(channels.add(samples.stretches().get(i), Optional.of(stretches.get(i))));
        }
        return SpeakerAttribution.run(
                synced, new HeardVoices(words, samples.frames(), humming(recordings), stray), names);
    }

    private static HeardVoices.Humming humming(List<DecodedRecording> recordings) throws IOException {
        HumMeter meter = new HumMeter(TapeSound.open(recordings));
        return span -> meter.hum(span.startSeconds(), span.endSeconds());
    }

    /**
     * Takes samples of the voices: of each word and of each stretch of speech that the text lacks.
     *
     * @throws IOException if a recording cannot be read
     */
    public VoiceSamples sample(
            SyncedTranscript synced,
            List<DecodedRecording> recordings,
            LanguagePack language,
            ProgressSink progress,
            CancellationToken cancel)
            throws IOException {
        progress.progress("Comparing voices", 0, synced.seconds());
        return new VoiceSampler()
                .sample(
                        new AlignmentRequest(
                                language.speech(),
                                decoding.atRate(
                                        recordings, language.speech().frontEnd().sampleRate()),
                                new Pronunciations(language).of(synced.turns()),
                                List.of(),
                                List.of(),
                                List.of()),
                        synced.words().stream()
                                .map(w -> w.span().map(s -> new Stretch(s.startSeconds(), s.endSeconds())))
                                .toList(),
                        VoiceCache.withoutText(synced).stream()
                                .map(s -> new Stretch(s.startSeconds(), s.endSeconds()))
                                .toList(),
                        cancel);
    }

    /** Names the speaker of the turn or paragraph at a line by hand; nothing if nobody speaks there. */
    public static Optional<SyncedTranscript> fix(SyncedTranscript transcript, int line, String name) {
        List<Turn> turns = new ArrayList<>();
        boolean found = false;
        int first = transcript.transcript().paragraphs().stream()
                .filter(p -> p.line() == line && p.kind().isSpoken())
                .mapToInt(p -> p.place().start())
                .findFirst()
                .orElse(-1);
        for (Turn turn : transcript.turns()) {
            boolean here = first >= 0
                    && turn.words().stream().anyMatch(w -> w.place().start() >= first)
                    && turn.words().get(0).place().start() <= firstWord(transcript, first);
            if (here && !found) {
                found = true;
                turns.add(new Turn(turn.id(), name, turn.line(), true, turn.speakerConfidence(), turn.words()));
            } else {
                turns.add(turn);
            }
        }
        return found ? Optional.of(transcript.withTurns(turns)) : Optional.empty();
    }

    /**
     * Has so many words of a speaker's longest turns and one more count as named by hand: a voice takes its name from what most of such
     * words say.
     */
    public static SyncedTranscript confirm(SyncedTranscript transcript, String speaker, int words) {
        Set<String> confirmed = new HashSet<>();
        int count = 0;
        List<Turn> longest = transcript.turns().stream()
                .filter(t -> t.speaker().equals(speaker))
                .sorted(Comparator.comparingInt(t -> -t.words().size()))
                .toList();
        for (Turn turn : longest) {
            if (count <= words) {
                confirmed.add(turn.id());
                count += turn.words().size();
            }
        }
        return transcript.withTurns(transcript.turns().stream()
                .map(t -> confirmed.contains(t.id())
                        ? new Turn(t.id(), speaker, t.line(), true, t.speakerConfidence(), t.words())
                        : t)
                .toList());
    }

    private static int firstWord(SyncedTranscript transcript, int place) {
        return transcript.words().stream()
                .map(Word::place)
                .mapToInt(p -> p.start())
                .filter(start -> start >= place)
                .findFirst()
                .orElse(-1);
    }
}
