package org.tapescript.workflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.align.AlignmentResult.Stretch;
import org.tapescript.align.AlignmentResult.VoiceSamples;
import org.tapescript.align.HeardTape;
import org.tapescript.align.TapeListener;
import org.tapescript.attribution.SpokenUnit;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.audio.Fingerprint;
import org.tapescript.domain.MatchQuality;
import org.tapescript.domain.Origin;
import org.tapescript.domain.Recording;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncBasis;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.language.LanguagePack;
import org.tapescript.placement.Pin;
import org.tapescript.placement.PlacedSentence;
import org.tapescript.placement.Placement;
import org.tapescript.placement.TextLength;
import org.tapescript.placement.TurnPlacement;
import org.tapescript.voice.VoiceStatistics;

/**
 * From recordings and a transcript in another language to one whose sentences are placed: who speaks, for how long, and where
 * the pauses are, is enough for that.
 */
final class PlaceTranscript {
    /**
     * Sentences of the tape's own interview lie right with a mean probability of 0.67 or more, very loosely translated ones of about
     * 0.6, those of another mostly of 0.5 or less; of few sentences chance brings more (25 of another interview came to 0.65), so that
     * they need this much more, over the root of their number.
     */
    private static final double MINIMUM_CONFIDENCE = 0.52;

    private static final double MINIMUM_CONFIDENCE_OF_FEW = 0.75;

    /** Whoever speaks says 10 to 20 in any language, and translations are longer by a fifth at most. */
    private static final double MAXIMUM_LETTERS_A_SECOND = 30;

    private final DecodeRecordings recordings;
    private final VoiceCache voices;
    private final HeardTapeCache heardTapes;

    /** @param heardTapes keeps what was heard, so that placing again takes a second or two */
    PlaceTranscript(DecodeRecordings recordings, VoiceCache voices, HeardTapeCache heardTapes) {
        this.recordings = recordings;
        this.voices = voices;
        this.heardTapes = heardTapes;
    }

    /**
     * @throws TextDoesNotMatchException if nothing can be placed, or the tape is silent
     * @throws IOException if a recording cannot be read
     */
    SyncedTranscript run(TapeSync.Request request, PreparedTape tape, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        return run(request, tape, Optional.empty(), progress, cancel);
    }

    /**
     * Places a project again: what an editor said by hand of times and speakers stays, and places the others.
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
        return run(request, tape, Optional.of(earlier), progress, cancel);
    }

    private static boolean isSame(Recording known, DecodedRecording recording) {
        return Fingerprint.agree(known.fingerprint(), recording.fingerprint())
                && known.track() == recording.track()
                && known.micros() == Math.round(recording.seconds() * 1e6);
    }

    private SyncedTranscript run(
            TapeSync.Request request,
            PreparedTape tape,
            Optional<SyncedTranscript> earlier,
            ProgressSink progress,
            CancellationToken cancel)
            throws IOException {
        List<DecodedRecording> decoded = tape.decoded();
        LanguagePack listening = tape.language();
        List<SampleSource> sides =
                recordings.atRate(decoded, listening.speech().frontEnd().sampleRate());
        List<Recording> described = new ArrayList<>();
        for (DecodedRecording recording : decoded) {
            Optional<Recording> known = earlier.flatMap(e ->
                    e.recordings().stream().filter(r -> isSame(r, recording)).findFirst());
            described.add(known.isPresent() ? known.get() : SyncTape.recording(recording));
        }
        SyncTape.checkSound(request.tapes(), sides);
        Keywords keywords = Keywords.of(request.transcript(), listening);
        HeardTape heard = heardTapes.get(
                described,
                listening,
                sides,
                keywords,
                () -> new TapeListener().listen(listening.speech(), sides, keywords.ways(), progress, cancel));
        SyncedTranscript unplaced = unplaced(request.basis(), described, request.transcript(), heard);
        SyncedTranscript known =
                earlier.map(e -> KeepManual.apply(e, unplaced, true)).orElse(unplaced);
        progress.progress("Placing turns", 0, known.seconds());
        Placement placement = place(heard, known, earlier, request.speakers(), keywords, cancel);
        List<PlacedSentence> sentences = placement.sentences();
        if (sentences.isEmpty()) {
            throw new TextDoesNotMatchException(request.tapes().get(0), Mismatch.NOBODY);
        }
        if (earlier.isEmpty()) {
            checkMatch(request, known, placement);
        }
        SyncedTranscript placed = placed(known, sentences, heard);
        VoiceSamples samples = samples(placed, heard);
        voices.put(placed, samples);
        return AttributeSpeakers.decide(placed, samples, decoded, request.speakers());
    }

    private static void checkMatch(TapeSync.Request request, SyncedTranscript known, Placement placement)
            throws TextDoesNotMatchException {
        if (!match(placement)) {
            throw new TextDoesNotMatchException(
                    request.tapes().get(0),
                    Mismatch.UNLIKELY,
                    request.transcript().name(),
                    placement.confidence());
        }
        double rate = lettersASecond(known, placement.sentences());
        if (rate > MAXIMUM_LETTERS_A_SECOND) {
            throw new TextDoesNotMatchException(
                    request.tapes().get(0),
                    Mismatch.TOO_LONG,
                    request.transcript().name(),
                    rate);
        }
    }

    private static double lettersASecond(SyncedTranscript known, List<PlacedSentence> sentences) {
        double letters = sentences.stream()
                .mapToDouble(s -> TextLength.letters(known.words().subList(s.from(), s.to())))
                .sum();
        return letters
                / sentences.stream().mapToDouble(s -> s.end() - s.start()).sum();
    }

    /** Whether sentences lie where they do for better reasons than chance. */
    static boolean match(Placement placement) {
        return placement.confidence()
                >= MINIMUM_CONFIDENCE
                        + MINIMUM_CONFIDENCE_OF_FEW
                                / Math.sqrt(Math.max(1, placement.sentences().size()));
    }

    /** The sentences of a transcript that can be placed, by all that is known of it. */
    static Placement place(
            HeardTape heard,
            SyncedTranscript known,
            Optional<SyncedTranscript> earlier,
            List<String> speakers,
            Keywords keywords,
            CancellationToken cancel) {
        return TurnPlacement.place(
                heard,
                known,
                speakers(speakers, known, earlier.isPresent()),
                keywords.in(known),
                pins(known),
                times(earlier, known),
                cancel);
    }

    static SyncedTranscript unplaced(
            SyncBasis basis, List<Recording> recordings, Transcript transcript, HeardTape heard) {
        return new SyncedTranscript(
                basis,
                recordings,
                transcript,
                TurnBuilder.turns(transcript),
                List.of(),
                List.of(),
                new MatchQuality(0, heard.speechSeconds(), 0, heard.signalToNoise()));
    }

    /** How many there are: as many as were named, by the user, in print or by an earlier placement; 0 if nobody was. */
    private static int speakers(List<String> names, SyncedTranscript known, boolean placedBefore) {
        String text = known.transcript().text();
        boolean named = placedBefore || SpokenUnit.of(known).stream().anyMatch(u -> u.hasPrintedName(text));
        int inText = (int) known.turns().stream().map(Turn::speaker).distinct().count();
        return !names.isEmpty() ? names.size() : named ? inText : 0;
    }

    /** When each word was thought to be said. */
    private static List<Optional<TimeSpan>> times(Optional<SyncedTranscript> earlier, SyncedTranscript known) {
        Map<Word, TimeSpan> times = new HashMap<>();
        earlier.ifPresent(e ->
                e.words().forEach(w -> w.span().ifPresent(s -> times.put(w.withTiming(Timing.UNALIGNED), s))));
        return known.words().stream()
                .map(w -> Optional.ofNullable(times.get(w.withTiming(Timing.UNALIGNED))))
                .toList();
    }

    /** Times set by hand, of words that are said one after the other. */
    private static List<Pin> pins(SyncedTranscript known) {
        List<Pin> pins = new ArrayList<>();
        List<Word> words = known.words();
        double last = -1;
        for (int i = 0; i < words.size(); i++) {
            Optional<TimeSpan> span = words.get(i).span();
            if (span.isPresent() && span.get().startSeconds() > last) {
                last = span.get().startSeconds();
                pins.add(new Pin(i, last));
            }
        }
        return pins;
    }

    static SyncedTranscript placed(SyncedTranscript known, List<PlacedSentence> sentences, HeardTape heard) {
        List<Word> words = known.words();
        Map<String, Timing> times = new HashMap<>();
        for (PlacedSentence sentence : sentences) {
            List<Word> own = words.subList(sentence.from(), sentence.to());
            double all =
                    own.stream().mapToDouble(w -> TextLength.letters(w.text())).sum();
            double done = 0;
            for (Word word : own) {
                double from = sentence.start() + done / all * (sentence.end() - sentence.start());
                done += TextLength.letters(word.text());
                double to = sentence.start() + done / all * (sentence.end() - sentence.start());
                times.put(
                        word.id(),
                        new Timing.Timed(TimeSpan.ofSeconds(from, to), sentence.confidence(), Origin.PLACED));
            }
        }
        List<Turn> turns = known.turns().stream()
                .map(t -> t.withWords(t.words().stream()
                        .map(w -> w.isManual() || !times.containsKey(w.id()) ? w : w.withTiming(times.get(w.id())))
                        .toList()))
                .toList();
        List<StraySpeech> stray =
                heard
                        .outside(sentences.stream()
                                .map(s -> new Stretch(s.start(), s.end()))
                                .toList())
                        .stream()
                        .map(s -> new StraySpeech(TimeSpan.ofSeconds(s.start(), s.end()), Optional.empty(), false))
                        .toList();
        return known.withTurns(KeepManual.yieldToManual(turns), stray, List.of());
    }

    private static VoiceSamples samples(SyncedTranscript placed, HeardTape heard) {
        List<VoiceStatistics> words = placed.words().stream()
                .map(w -> w.span().map(s -> sample(heard, s)).orElseGet(() -> heard.voice(0, 0)))
                .toList();
        List<VoiceStatistics> stretches = VoiceCache.withoutText(placed).stream()
                .map(s -> sample(heard, s))
                .toList();
        return new VoiceSamples(words, List.of(), stretches);
    }

    private static VoiceStatistics sample(HeardTape heard, TimeSpan span) {
        return heard.voice(heard.frame(span.startSeconds()), heard.frame(span.endSeconds()));
    }
}
