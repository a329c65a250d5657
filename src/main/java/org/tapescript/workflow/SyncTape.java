package org.tapescript.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.align.Aligner;
import org.tapescript.align.AlignmentRequest;
import org.tapescript.align.AlignmentResult;
import org.tapescript.align.AlignmentResult.Placed;
import org.tapescript.align.AlignmentResult.VoiceSamples;
import org.tapescript.attribution.SpokenUnit;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.audio.TapeSound;
import org.tapescript.audio.dsp.MainsHum;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;
import org.tapescript.domain.MatchQuality;
import org.tapescript.domain.Origin;
import org.tapescript.domain.Recording;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.language.LanguagePack;
import org.tapescript.language.WrittenLanguages;
import org.tapescript.text.FoundRuns;
import org.tapescript.text.PauseMarks;
import org.tapescript.voice.VoiceFrames;

/** From recordings and an understood transcript to one whose words are found. */
final class SyncTape {
    /** Below this share of words found, and of words anchored, the text is not that of the tape. */
    private static final double MINIMUM_FOUND = 0.1;

    private static final double MINIMUM_ANCHORED = 0.02;
    /** Of fewer words with times nothing can be told. */
    private static final int FEWEST_CHECKED = 12;
    /** A tape whose samples' root mean square stays below this (of 32768) is silent. */
    private static final double SILENT = 3;

    private final DecodeRecordings recordings;
    private final VoiceCache voices;
    private final Aligner aligner;

    SyncTape(DecodeRecordings recordings, VoiceCache voices, Aligner aligner) {
        this.recordings = recordings;
        this.voices = voices;
        this.aligner = aligner;
    }

    /**
     * Aligns the words of a transcript; one whose file says when each word is spoken is believed, if the
     * tape speaks and pauses where it says so, or its words are heard there; it is heard for voices where it does not say who speaks.
     *
     * @throws TextDoesNotMatchException if next to nothing of the text is heard on the tape, or the tape is silent
     * @throws IOException if a recording cannot be read
     */
    SyncedTranscript run(TapeSync.Request request, PreparedTape tape, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        if (request.transcript().hints().stream().anyMatch(Transcript.Hint::exact)) {
            return byFile(request, tape, progress, cancel);
        }
        return run(request, tape, words -> List.of(), synced -> synced, progress, cancel);
    }

    /** A transcript whose file says when each word is spoken. */
    private SyncedTranscript byFile(
            TapeSync.Request request, PreparedTape tape, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        List<DecodedRecording> decoded = tape.decoded();
        SyncedTranscript taken = ImportedTimes.take(request.transcript(), request.basis(), decoded);
        TimesCheck.Fit fit = taken.words().size() < FEWEST_CHECKED
                ? TimesCheck.Fit.CERTAIN
                : TimesCheck.fit(taken.words(), TapeSound.open(decoded), cancel);
        if (fit != TimesCheck.Fit.CERTAIN) {
            Transcript without = doubted(request.transcript(), List.of(), DoubtCode.TIMES_OF_ANOTHER);
            try {
                SyncedTranscript found =
                        run(request.withTranscript(without), tape, w -> List.of(), s -> s, progress, cancel);
                if (!TimesCheck.areHeard(taken.words(), found.words())) {
                    return found;
                }
            } catch (TextDoesNotMatchException e) {
                // Words that cannot be heard, in noise or in another language than was said, may have the right times
                // for all that.
                if (fit == TimesCheck.Fit.NONE) {
                    throw e;
                }
                Transcript unsure =
                        doubted(request.transcript(), request.transcript().hints(), DoubtCode.TIMES_UNSURE);
                taken = ImportedTimes.take(unsure, request.basis(), decoded);
            }
        }
        return request.voices() && SpokenUnit.isUnparted(taken)
                ? new AttributeSpeakers(recordings, voices).run(taken, request, tape::language, progress, cancel)
                : taken;
    }

    /** The same transcript with a doubt about its times, and with so many of them. */
    private static Transcript doubted(Transcript transcript, List<Transcript.Hint> hints, DoubtCode code) {
        List<Doubt> doubts = new ArrayList<>(transcript.doubts());
        doubts.add(0, new Doubt(transcript.lineAt(0), code, 0.95));
        return new Transcript(
                transcript.name(), transcript.text(), transcript.paragraphs(), doubts, hints, transcript.remarks());
    }

    /**
     * Aligns a project again, or with a revised transcript; what an editor did by hand stays wherever the text is unchanged, and
     * words whose times were set by hand guide the search for the others.
     *
     * @throws IOException as {@link #run(TapeSync.Request, PreparedTape, ProgressSink, CancellationToken)}
     */
    SyncedTranscript again(
            SyncedTranscript earlier,
            TapeSync.Request request,
            PreparedTape tape,
            ProgressSink progress,
            CancellationToken cancel)
            throws IOException {
        return run(
                request,
                tape,
                words -> KeepManual.pins(earlier, words),
                synced -> KeepManual.apply(earlier, synced, request.voices()),
                progress,
                cancel);
    }

    private SyncedTranscript run(
            TapeSync.Request request,
            PreparedTape tape,
            Function<List<Word>, List<AlignmentRequest.Pin>> pins,
            UnaryOperator<SyncedTranscript> byHand,
            ProgressSink progress,
            CancellationToken cancel)
            throws IOException {
        List<DecodedRecording> decoded = tape.decoded();
        LanguagePack language = tape.language();
        List<SampleSource> sides =
                recordings.atRate(decoded, language.speech().frontEnd().sampleRate());
        checkSound(request.tapes(), sides);
        List<Turn> assumed = TurnBuilder.turns(HeardPassages.assumed(request.transcript()));
        List<Word> printed = words(assumed);
        TrialPlacement trial =
                new TrialPlacement(request.transcript(), language, sides, request.speakers(), progress, cancel);
        AlignmentResult result = aligner.align(
                new AlignmentRequest(
                        language.speech(),
                        sides,
                        tape.pronunciations().of(assumed),
                        HeardPassages.passages(request.transcript(), printed),
                        expected(
                                request.transcript(),
                                printed,
                                starts(sides, language.speech().frontEnd().sampleRate())),
                        pins.apply(printed),
                        PauseMarks.before(request.transcript().text(), assumed),
                        ear -> trial.times(printed, ear)),
                progress,
                cancel);
        Map<Integer, Placed> placed = placed(printed, result);
        List<Word> found = printed.stream()
                .filter(w -> placed.containsKey(w.place().start()))
                .toList();
        Transcript transcript = HeardPassages.settled(request.transcript(), found);
        List<Turn> turns = timed(TurnBuilder.turns(transcript), placed);
        checkMatch(request, decoded, result, words(turns), trial);
        SyncedTranscript synced = byHand.apply(new SyncedTranscript(
                request.basis(),
                described(decoded),
                transcript,
                Interpolation.fill(turns),
                result.untranscribed().stream()
                        .map(s -> new StraySpeech(TimeSpan.ofSeconds(s.start(), s.end()), Optional.empty(), false))
                        .toList(),
                List.of(),
                new MatchQuality(
                        result.match().anchoredShare(),
                        result.match().speechSeconds(),
                        result.match().margin(),
                        result.match().signalToNoise(),
                        language.lent(result.match().agreement()),
                        WrittenLanguages.otherThan(
                                request.basis().language(), request.transcript().text()))));
        VoiceSamples samples =
                VoiceSamples.of(voices(printed, synced, result), result.voices().stretches());
        voices.put(synced, samples);
        return request.voices() ? AttributeSpeakers.decide(synced, samples, decoded, request.speakers()) : synced;
    }

    /** Samples of the words that are spoken, of those of all words that might be. */
    private static List<VoiceFrames> voices(List<Word> all, SyncedTranscript synced, AlignmentResult result) {
        Map<Integer, VoiceFrames> samples = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            samples.put(all.get(i).place().start(), result.voices().frames().get(i));
        }
        return synced.words().stream().map(w -> samples.get(w.place().start())).toList();
    }

    /** Roughly when each word is said, where the transcript's file says so; nothing at all where it says nothing. */
    static List<OptionalDouble> expected(Transcript transcript, List<Word> words, double[] starts) {
        if (transcript.hints().isEmpty()) {
            return List.of();
        }
        List<OptionalDouble> result = new ArrayList<>();
        int at = 0;
        for (Word word : words) {
            int place = word.place().start();
            while (at + 1 < transcript.hints().size()
                    && transcript.hints().get(at).place().end() <= place) {
                at++;
            }
            Transcript.Hint hint = transcript.hints().get(at);
            double share = (place - hint.place().start())
                    / (double) Math.max(1, hint.place().end() - hint.place().start());
            result.add(
                    share < 0 || share > 1 || hint.recording() >= starts.length
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(starts[hint.recording()]
                                    + hint.time().startSeconds()
                                    + share * hint.time().seconds()));
        }
        return result;
    }

    /** When each recording begins on the timeline on which they follow each other, in seconds. */
    private static double[] starts(List<SampleSource> sides, int rate) {
        double[] starts = new double[sides.size()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + sides.get(i - 1).length() / (double) rate;
        }
        return starts;
    }

    static void checkSound(List<Path> tapes, List<SampleSource> sides) throws TextDoesNotMatchException {
        float[] block = new float[1600];
        for (int i = 0; i < sides.size(); i++) {
            boolean silent = true;
            for (long at = 0; silent && at < sides.get(i).length(); at += block.length) {
                sides.get(i).read(at, block, block.length);
                double sum = 0;
                for (float v : block) {
                    sum += v * v;
                }
                silent = Math.sqrt(sum / block.length) < SILENT;
            }
            if (silent) {
                throw new TextDoesNotMatchException(tapes.get(i), Mismatch.SILENT);
            }
        }
    }

    private static void checkMatch(
            TapeSync.Request request,
            List<DecodedRecording> decoded,
            AlignmentResult result,
            List<Word> text,
            TrialPlacement trial)
            throws TextDoesNotMatchException {
        int words = text.size();
        long found = result.words().stream().filter(Optional::isPresent).count();
        double covered = result.words().stream()
                .flatMap(Optional::stream)
                .mapToDouble(p -> p.end() - p.start())
                .sum();
        // A text that covers more than the tape, or less, is normal: one of the two shares must be low and so must the
        // other.
        boolean littleText = found < MINIMUM_FOUND * words || result.match().anchoredShare() < MINIMUM_ANCHORED;
        boolean fewWords = found < MINIMUM_FOUND * words && result.match().anchoredShare() == 0;
        boolean littleSpeech = covered < 0.3 * result.match().speechSeconds();
        OptionalDouble agreement = result.match().agreement();
        FoundRuns.Verdict verdict = agreement.isPresent()
                ? FoundRuns.ofLearned(
                        text,
                        agreement.getAsDouble(),
                        covered / Math.max(1, result.match().speechSeconds()))
                : FoundRuns.of(text);
        boolean little = littleText && (littleSpeech || fewWords);
        if (words == 0
                || found == 0
                || result.match().isForeign()
                || verdict == FoundRuns.Verdict.OTHER
                || verdict == FoundRuns.Verdict.DOUBTFUL && little) {
            String name = request.transcript().name();
            Path tape = request.tapes().get(0);
            Optional<DecodedRecording> cut =
                    decoded.stream().filter(DecodedRecording::breaksOff).findFirst();
            if (cut.isPresent()) {
                DecodedRecording whole = cut.get();
                throw new TextDoesNotMatchException(
                        whole.source(),
                        Mismatch.BROKEN_OFF,
                        name,
                        found,
                        words,
                        whole.seconds(),
                        whole.claimedSeconds());
            }
            if (trial.mayBeTranslation()) {
                throw new TextDoesNotMatchException(tape, Mismatch.TRANSLATION, name, found, words);
            }
            throw result.match().isForeign()
                    ? new TextDoesNotMatchException(tape, Mismatch.CHANCE, name)
                    : new TextDoesNotMatchException(tape, Mismatch.FEW_WORDS, name, found, words);
        }
    }

    private static List<Word> words(List<Turn> turns) {
        return turns.stream().flatMap(t -> t.words().stream()).toList();
    }

    /** By the place at which each word found begins, when it is spoken. */
    private static Map<Integer, Placed> placed(List<Word> words, AlignmentResult result) {
        Map<Integer, Placed> placed = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            int place = words.get(i).place().start();
            result.words().get(i).ifPresent(p -> placed.put(place, p));
        }
        return placed;
    }

    private static List<Turn> timed(List<Turn> turns, Map<Integer, Placed> placed) {
        return turns.stream()
                .map(turn -> turn.withWords(turn.words().stream()
                        .map(word -> timed(word, placed.get(word.place().start())))
                        .toList()))
                .toList();
    }

    private static Word timed(Word word, Placed placed) {
        return placed == null
                ? word
                : word.withTiming(new Timing.Timed(
                        TimeSpan.ofSeconds(placed.start(), placed.end()), placed.confidence(), Origin.ALIGNED));
    }

    static List<Recording> described(List<DecodedRecording> decoded) throws IOException {
        List<Recording> result = new ArrayList<>();
        for (DecodedRecording recording : decoded) {
            result.add(recording(recording));
        }
        return result;
    }

    static Recording recording(DecodedRecording d) throws IOException {
        return new Recording(
                d.source().toAbsolutePath().normalize().toString(),
                d.fingerprint(),
                d.channels(),
                Math.round(d.seconds() * 1e6),
                d.mixture().name().toLowerCase(java.util.Locale.ROOT),
                d.breaksOff(),
                MainsHum.speed(d.sound()),
                d.track(),
                d.hiddenSeconds(),
                d.gaps().stream()
                        .map(g -> TimeSpan.ofSeconds(g.start(), g.start() + g.seconds()))
                        .toList());
    }
}
