package org.tapescript.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.align.AlignmentRequest;
import org.tapescript.align.HeardTape;
import org.tapescript.align.TapeListener;
import org.tapescript.domain.SyncBasis;
import org.tapescript.domain.SyncMethod;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Word;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.ProgressSink;
import org.tapescript.language.LanguagePack;
import org.tapescript.language.LanguagePacks;
import org.tapescript.placement.PlacedSentence;
import org.tapescript.placement.Placement;

/**
 * Tentatively places a text whose words are not recognised: if its turns find their places, either its words can be searched
 * for around them, or the tape is in another language. Computed once, on first use.
 */
final class TrialPlacement {
    /** What it takes to tell a user that a text may be a translation: so many sentences, so sure on average. */
    private static final int FEWEST_TELLING = 40;

    private static final double TELLING_CONFIDENCE = 0.65;
    /** Sentences less sure than this guide nobody. */
    private static final double GUIDING_CONFIDENCE = 0.5;

    private final Transcript transcript;
    private final LanguagePack listening;
    private final List<SampleSource> sides;
    private final List<String> speakers;
    private final ProgressSink progress;
    private final CancellationToken cancel;
    private HeardTape heard;
    private SyncedTranscript unplaced;
    private Placement placement;

    /**
     * @param sides the sound at the rate of the listening model model
     * @param speakers as many as there are; if empty, as many as the text names, or as are heard
     */
    TrialPlacement(
            Transcript transcript,
            LanguagePack listening,
            List<SampleSource> sides,
            List<String> speakers,
            ProgressSink progress,
            CancellationToken cancel) {
        this.transcript = transcript;
        this.listening = listening;
        this.sides = sides;
        this.speakers = speakers;
        this.progress = progress;
        this.cancel = cancel;
    }

    private Placement placement() {
        return placement(ways -> new TapeListener().listen(listening.speech(), sides, ways, progress, cancel));
    }

    private Placement placement(AlignmentRequest.Ear ear) {
        if (placement == null) {
            Keywords keywords = Keywords.of(transcript, listening);
            heard = ear.listen(keywords.ways());
            unplaced = PlaceTranscript.unplaced(
                    new SyncBasis(LanguagePacks.NONE, SyncMethod.BY_VOICES), List.of(), transcript, heard);
            placement = PlaceTranscript.place(heard, unplaced, Optional.empty(), speakers, keywords, cancel);
        }
        return placement;
    }

    /** Whether the text may be a translation of what is said. */
    boolean mayBeTranslation() {
        return placement().sentences().size() >= FEWEST_TELLING && placement().confidence() >= TELLING_CONFIDENCE;
    }

    /**
     * Roughly when each of some words of the transcript is said, for {@link AlignmentRequest.Guide}; nothing at all if the turns do not
     * find their places.
     *
     * @param ear listens to the same tape
     */
    List<OptionalDouble> times(List<Word> words, AlignmentRequest.Ear ear) {
        if (!PlaceTranscript.match(placement(ear))) {
            return List.of();
        }
        List<PlacedSentence> sure = placement().sentences().stream()
                .filter(s -> s.confidence() >= GUIDING_CONFIDENCE)
                .toList();
        Map<Integer, Double> starts = new HashMap<>();
        for (Word word : PlaceTranscript.placed(unplaced, sure, heard).words()) {
            word.span().ifPresent(s -> starts.put(word.place().start(), s.startSeconds()));
        }
        return words.stream()
                .map(w -> starts.get(w.place().start()))
                .map(start -> start == null ? OptionalDouble.empty() : OptionalDouble.of(start))
                .toList();
    }
}
