package org.tapescript.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tapescript.attribution.SpokenUnit.Opening;
import org.tapescript.domain.SpeakerDoubt;
import org.tapescript.domain.SpeakerReason;
import org.tapescript.domain.SpeakerReason.Code;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/** Makes turns of consecutive units with the same voice, and lists what is doubtful about them. */
final class AttributedTurns {
    private static final double CERTAIN = 0.9;
    private static final double MAXIMUM_CERTAIN = 0.999;

    private final SpokenText text;
    private final SpeakerSequence.Result labelling;
    private final SpeakerSequence.Result doubted;
    private final double[] agreement;
    private final double[][] fit;
    private final String[] speaker;
    private final List<Turn> turns = new ArrayList<>();
    private final List<SpeakerDoubt> doubts = new ArrayList<>();

    /**
     * @param labelling who speaks each unit of the text
     * @param doubted the same if printed names could be wrong
     * @param agreement by unit, how likely its voice is that one whatever the number of voices
     * @param fit by unit and voice, log likelihood of what is heard
     * @param speaker name of each voice
     */
    AttributedTurns(
            SpokenText text,
            SpeakerSequence.Result labelling,
            SpeakerSequence.Result doubted,
            double[] agreement,
            double[][] fit,
            String[] speaker) {
        this.text = text;
        this.labelling = labelling;
        this.doubted = doubted;
        this.agreement = agreement;
        this.fit = fit;
        this.speaker = speaker;
        int units = text.units().size();
        for (int first = 0; first < units; ) {
            int last = first + 1;
            while (last < units && !opensTurn(last)) {
                last++;
            }
            Turn turn = turn(first, last);
            turns.add(turn);
            List<SpeakerDoubt> parts = doubtedParts(first, last, turn);
            doubts.addAll(parts);
            if (parts.isEmpty()) {
                doubt(first, last, turn).ifPresent(doubts::add);
            }
            first = last;
        }
        doubts.sort(Comparator.comparingDouble(SpeakerDoubt::probability));
    }

    List<Turn> turns() {
        return turns;
    }

    /** The least certain first. */
    List<SpeakerDoubt> doubts() {
        return doubts;
    }

    private SpokenUnit unit(int index) {
        return text.units().get(index);
    }

    private boolean changes(int unit) {
        return labelling.path()[unit] != labelling.path()[unit - 1];
    }

    private boolean opensTurn(int unit) {
        return changes(unit)
                || unit(unit).opening() == Opening.MARKED
                || text.isByHand(unit(unit)) != text.isByHand(unit(unit - 1));
    }

    private Turn turn(int first, int last) {
        SpokenUnit opening = unit(first);
        int voice = labelling.path()[first];
        List<Word> said = text.words().subList(opening.from(), unit(last - 1).to());
        boolean withinParagraph = opening.opening() == Opening.SENTENCE || opening.opening() == Opening.PIECE;
        int place = withinParagraph
                ? said.get(0).place().start()
                : opening.paragraph().place().start();
        boolean hand = text.isByHand(opening);
        return new Turn(
                "t" + place,
                hand ? text.textSpeaker(opening) : speaker[voice],
                opening.paragraph().line(),
                hand,
                OptionalDouble.of(hand ? 1 : sureness(first, last)),
                said);
    }

    private double sureness(int first, int last) {
        double sum = 0;
        double all = 0;
        for (int u = first; u < last; u++) {
            sum += unit(u).words()
                    * agreement[u]
                    * doubted.probability()[u][labelling.path()[first]];
            all += unit(u).words();
        }
        return Math.min(MAXIMUM_CERTAIN, sum / all);
    }

    private Optional<SpeakerDoubt> doubt(int first, int last, Turn turn) {
        double sure = turn.speakerConfidence().orElse(1);
        // Of what is not heard the voices say nothing, and the report lists it already.
        if (turn.speakerIsManual() || turn.span().isEmpty() || first == 0 && sure >= CERTAIN) {
            return Optional.empty();
        }
        return textSays(first, sure).map(says -> doubt(first, last, turn, sure, says));
    }

    /** Sentences of a turn with a printed name that another voice says: only an editor may part them from it. */
    private List<SpeakerDoubt> doubtedParts(int first, int last, Turn turn) {
        List<SpeakerDoubt> result = new ArrayList<>();
        int voice = labelling.path()[first];
        for (int u = first; u < last; ) {
            int end = u + 1;
            while (end < last && doubted.path()[end] == doubted.path()[u]) {
                end++;
            }
            boolean part = end - u < last - first && doubted.path()[u] != voice;
            if (part && text.hasPrintedName(unit(first)) && !turn.speakerIsManual()) {
                double sure = sureness(u, end);
                List<Word> said =
                        text.words().subList(unit(u).from(), unit(end - 1).to());
                Turn passage = new Turn(turn.id(), turn.speaker(), turn.line(), false, OptionalDouble.of(sure), said);
                if (passage.span().isPresent()) {
                    result.add(doubt(u, end, passage, sure, SpeakerReason.of(Code.WITHIN_TURN, turn.speaker())));
                }
            }
            u = end;
        }
        return result;
    }

    private SpeakerDoubt doubt(int first, int last, Turn turn, double sure, SpeakerReason says) {
        int voice = labelling.path()[first];
        double[] heard = heard(first, last);
        int other = voice == 0 ? 1 : 0;
        for (int v = 0; v < heard.length; v++) {
            other = v != voice && heard[v] > heard[other] ? v : other;
        }
        double nearer = 1 / (1 + Math.exp(heard[other] - heard[voice]));
        List<SpeakerReason> reasons = new ArrayList<>();
        reasons.add(SpeakerReason.of(
                Code.NEARER_VOICE,
                nearer >= 0.5 ? speaker[voice] : speaker[other],
                String.format(Locale.ROOT, "%.2f", Math.min(MAXIMUM_CERTAIN, Math.max(nearer, 1 - nearer)))));
        reasons.add(says);
        if (first > 0 && text.isQuestion(unit(first - 1))) {
            reasons.add(SpeakerReason.of(Code.QUESTION_BEFORE));
        }
        return new SpeakerDoubt(
                unit(first).paragraph().line(),
                turn.span().map(s -> s.startSeconds()),
                turn.speaker(),
                speaker[other],
                sure,
                reasons);
    }

    /** How the text stands to the beginning of a turn, where that is worth asking about. */
    private Optional<SpeakerReason> textSays(int first, double sure) {
        Opening opening = unit(first).opening();
        boolean changes = first > 0 && changes(first);
        if (text.hasPrintedName(unit(first))) {
            return sure < CERTAIN
                    ? Optional.of(SpeakerReason.of(Code.NAMED, text.textSpeaker(unit(first))))
                    : Optional.empty();
        } else if (changes && opening == Opening.PARAGRAPH) {
            return Optional.of(SpeakerReason.of(Code.UNMARKED));
        } else if (changes && opening == Opening.SENTENCE) {
            return Optional.of(SpeakerReason.of(Code.WITHIN_PARAGRAPH));
        } else if (!changes && first > 0 && opening == Opening.MARKED) {
            return Optional.of(SpeakerReason.of(Code.VOICE_STAYS));
        } else if (sure < CERTAIN) {
            return Optional.of(SpeakerReason.of(opening == Opening.MARKED ? Code.MARKED : Code.OPEN));
        }
        return Optional.empty();
    }

    /** By voice, how well it fits the units. */
    private double[] heard(int first, int last) {
        double[] heard = new double[speaker.length];
        for (int u = first; u < last; u++) {
            for (int v = 0; v < heard.length; v++) {
                heard[v] += fit[u][v];
            }
        }
        return heard;
    }
}
