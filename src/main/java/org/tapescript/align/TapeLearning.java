package org.tapescript.align;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.align.StretchLearning.Path;
import org.tapescript.align.StretchLearning.Stretch;

/**
 * Trains a model whose phones are lent by another language on this tape. The text is aligned to the tape, or to a long one's beginning,
 * with the phones as they are lent, word by word, with no way to skip any; the model is adapted to that and the text aligned again; then its
 * mixtures are trained afresh on the tape's own frames, with few Gaussians at first.
 */
final class TapeLearning {
    /** Frames around where the last round has a word in which it is looked for once more, without a path that leads there. */
    private static final int AROUND = 12_000;
    /** Frames before and behind the path of a short text in which the words may lie that it lacks. */
    private static final int BESIDE = 3_000;
    /** Frames of a long tape's beginning, of which alone the path is found by phones as they are lent. */
    private static final int BEGINNING = 48_000;
    /** Words before the end of a stretch of which it is not certain where they are, since what follows was not looked at. */
    private static final int UNSURE = 20;
    /** A path goes on for so many beginnings before it is asked whether it has lost its way. */
    private static final int STEP = 2;
    /** Share of a beginning that, full of speech without a word of the text, says that a path has lost its way. */
    private static final double LOST = 0.125;

    private final StretchLearning learning;
    private final TextPlaces places;
    private final AcousticModel lent;
    private final int words;
    private final int frames;
    private final int beginning;

    /**
     * @param tape and the model whose phones are lent
     * @param words how the words that can be said are said
     * @param pauses before which of them the text pauses
     */
    TapeLearning(
            Hearing tape, List<List<Pronunciation>> words, boolean[] pauses, TapePhones tapePhones, Parallel parallel) {
        this(tape, words, pauses, tapePhones, parallel, BEGINNING);
    }

    /** @param beginning frames; a tape of twice as many is long */
    TapeLearning(
            Hearing tape,
            List<List<Pronunciation>> words,
            boolean[] pauses,
            TapePhones tapePhones,
            Parallel parallel,
            int beginning) {
        this.learning = new StretchLearning(tape, words, pauses, tapePhones, parallel);
        this.places = new TextPlaces(tape, words, learning, tapePhones, parallel, beginning);
        this.lent = tape.model();
        this.words = words.size();
        this.frames = tape.features().frames();
        this.beginning = beginning;
    }

    /**
     * @param model what was learned
     * @param agreement how well phones that are heard without the text agree with those that the text has there: Cohen's kappa, in stretches
     *     that the model was not trained on
     * @param around where the words are as far as the last path is to be believed
     */
    record Learned(AcousticModel model, OptionalDouble agreement, Whereabouts around) {
        private boolean agrees() {
            return agreement.orElse(0) >= Agreement.MINIMUM;
        }
    }

    /**
     * What a beginning teaches.
     *
     * @param path without the words that what follows may move
     * @param agreement of its phones with those heard without the text
     * @param isCertain whether it is surely the text that is said there
     */
    private record Beginning(Path path, double agreement, boolean isCertain) {}

    /**
     * The path of a long tape goes on by what its beginning taught: phones as they are lent are dear, and tell little. A path that, once
     * the phones are adapted to it, keeps little of the text on little of the tape is given up: nothing agrees, and nothing is learned.
     */
    Learned learn() {
        boolean isLong = frames >= 2 * beginning;
        Optional<Beginning> begun = isLong ? begun() : Optional.empty();
        if (isLong && begun.isEmpty() && places.isTextInOne()) {
            // Laid over all of the tape its words would be strewn over what others say.
            return nothing();
        }
        return begun.map(b -> learned(goingOn(b), b.isCertain()))
                .filter(l -> begun.get().isCertain() || l.agrees())
                .orElseGet(this::whole);
    }

    /** What all of the tape teaches at once. */
    private Learned whole() {
        Path path = learning.laid(new Stretch(0, 0, frames));
        if (!learning.isEnough(path)) {
            return new Learned(path.hearing().model(), OptionalDouble.empty(), anywhere());
        }
        Path learned = learning.isThin(path) ? path : learning.trained(path);
        return learning.isThin(learned) ? nothing() : learned(List.of(learned), false);
    }

    private Learned nothing() {
        return new Learned(lent, OptionalDouble.of(0), anywhere());
    }

    /** @param sure whether the beginning of the path agreed: what never did may be astray from the first word on */
    private Learned learned(List<Path> paths, boolean sure) {
        int[] states = learning.states(paths);
        AcousticModel last = paths.get(paths.size() - 1).hearing().model();
        AcousticModel model = learning.trained(last, states);
        Agreement agreement = learning.agreement(last, states);
        List<WordSpan> spans = paths.stream().flatMap(p -> p.spans().stream()).toList();
        Whereabouts around = sure && agreement.holdsThroughout() ? learning.around(spans, AROUND) : anywhere();
        return new Learned(model, agreement.kappa(), places.isTextInOne() ? near(spans, around) : around);
    }

    /** Of a text that is said in one go: what the path lacks of its first and last words is not somewhere else on the tape. */
    private Whereabouts near(List<WordSpan> spans, Whereabouts around) {
        if (spans.isEmpty()) {
            return around;
        }
        int first = spans.get(0).start();
        int last = spans.get(spans.size() - 1).end();
        return around.between(Math.max(0, first - BESIDE), Math.min(frames, last + BESIDE));
    }

    private Whereabouts anywhere() {
        return Whereabouts.anywhere(words, frames);
    }

    /**
     * What the text's beginning teaches. A text that is short beside the tape may begin anywhere, and is learned from where it fits best, if it fits there
     * beyond chance. It may be too little to be certain of: then it is gone on from, and all of the path decides.
     */
    private Optional<Beginning> begun() {
        if (!places.isTextShort()) {
            return begun(new Stretch(0, 0, beginning));
        }
        return places.certain().flatMap(this::begun).map(b -> new Beginning(b.path(), b.agreement(), true));
    }

    /** What a beginning teaches, be it the tape's or that of other voices; nothing where its text was hardly found. */
    private Optional<Beginning> begun(Stretch where) {
        Path path = learning.laid(where);
        if (!learning.isEnough(path) || learning.isThin(path)) {
            return Optional.empty();
        }
        Path learned = learning.trained(path);
        double agreement = learning.agreement(learned.hearing().model(), learning.states(List.of(learned)))
                .kappa()
                .orElse(0);
        boolean isFound = agreement >= Agreement.MINIMUM && learned.spans().size() > UNSURE;
        return isFound
                ? Optional.of(new Beginning(sure(learned), agreement, agreement >= Agreement.FAIR))
                : Optional.empty();
    }

    /**
     * The paths through all of the tape by what its beginning taught. Where others speak, or in another room, a path that has lost its way
     * does not find back: what they sound like is learned anew from there on, if that agrees as well as the beginning did.
     */
    private List<Path> goingOn(Beginning begun) {
        Path known = begun.path();
        List<Path> paths = new ArrayList<>(List.of(known));
        int word = known.next();
        int from = known.stretch().to();
        // Far from where the others are said, the last words of a short text would be strewn.
        int end = places.isTextInOne() ? Math.min(frames, from + places.text() / 4) : frames;
        while (from < end && word < words) {
            Path on = learning.goingOn(known, new Stretch(word, from, Math.min(end, step(from))), places.isTextShort());
            OptionalInt lost = on.lostFrom((int) (LOST * beginning));
            Path kept = lost.isPresent() ? on.until(lost.getAsInt()) : sure(on);
            paths.add(kept);
            word = kept.next();
            from = kept.stretch().to();
            if (lost.isPresent()) {
                Optional<Path> other = begun(new Stretch(word, from, Math.min(frames, from + beginning)))
                        .filter(b -> b.isCertain() || b.agreement() >= begun.agreement())
                        .map(Beginning::path);
                other.ifPresent(paths::add);
                known = other.orElse(known);
                word = other.map(Path::next).orElse(word);
                from = other.orElse(on).stretch().to();
            }
        }
        return paths;
    }

    /** The path without the words that what follows may move. */
    private Path sure(Path path) {
        boolean isWhole = path.stretch().to() == frames
                || path.next() == words
                || path.spans().size() <= UNSURE;
        return isWhole ? path : path.first(path.spans().size() - UNSURE);
    }

    /** Where a path that goes on from here stops to look about: what would be left is not worth a step of its own. */
    private int step(int from) {
        return frames - from < (STEP + 1) * beginning ? frames : from + STEP * beginning;
    }
}
