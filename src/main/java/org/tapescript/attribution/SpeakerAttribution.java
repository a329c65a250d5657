package org.tapescript.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tapescript.attribution.SpokenUnit.Opening;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.voice.FoundVoices;
import org.tapescript.voice.VoiceFinder;
import org.tapescript.voice.VoiceMixture;
import org.tapescript.voice.VoiceSample;
import org.tapescript.voice.VoiceStatistics;

/**
 * Decides who speaks: groups the voices, finds the most probable speaker of each sentence given both voices and text, and
 * rebuilds the turns accordingly. What an editor set by hand stays, and helps with the rest.
 */
public final class SpeakerAttribution {
    /** Paragraphs with fewer frames say too little about a voice to be clustered. */
    private static final int MINIMUM_FRAMES = 60;
    /** At most so many paragraphs, the longest, are clustered; the others are compared with the clusters. */
    private static final int MAXIMUM_SAMPLES = 400;
    /** A voice with fewer frames is not counted as a further speaker, unless the number of speakers is given. */
    private static final int MINIMUM_VOICE = 250;

    private static final int ROUNDS = 4;
    /** Probability of a change where the text says nothing of who spoke before. */
    private static final double ANYBODY = 0.5;
    /** Prior count, in paragraphs without a mark, for the estimated probability of a change there. */
    private static final double PRIOR_COUNT = 5;
    /** Weight of a printed name against the voice when confidence is computed, in natural logarithms. */
    private static final double PRINTED_NAME = 4;

    /** An editor's word outweighs any voice, and so do printed names when the speaker is chosen. */
    private static final double BY_HAND = 1000;

    private final SyncedTranscript transcript;
    private final SpokenText text;
    private final HeardVoices heard;
    private final List<String> names;
    private final Overlaps overlaps;
    private final List<VoiceStatistics> unitSamples = new ArrayList<>();
    private final double within;
    /** See {@link TurnGaps}. */
    private final boolean[] gaps;
    /** By unit, see {@link FoundVoices#agreement}. */
    private final double[] agreement;

    private SpeakerAttribution(SyncedTranscript transcript, HeardVoices heard, List<String> names) {
        this.transcript = transcript;
        this.text = new SpokenText(transcript);
        this.heard = heard;
        this.names = names;
        this.gaps = TurnGaps.before(text.units(), transcript);
        this.overlaps = new Overlaps(text.units(), heard);
        for (SpokenUnit unit : text.units()) {
            unitSamples.add(sum(unit.from(), unit.to()));
        }
        this.within = within();
        this.agreement = new double[unitSamples.size()];
        Arrays.fill(agreement, 1);
    }

    private double within() {
        List<List<Integer>> turns = List.copyOf(paragraphs());
        return VoiceMixture.within(
                unitSamples.stream().map(VoiceSample::of).toList(),
                IntStream.range(1, unitSamples.size())
                        .filter(u -> isWithin(text.units().get(u).opening()))
                        .mapToObj(u -> new int[] {u - 1, u})
                        .toList(),
                turns.stream().map(this::sample).map(VoiceSample::of).toList(),
                IntStream.range(2, turns.size())
                        .filter(i -> isAnswer(turns.get(i).get(0))
                                && isAnswer(turns.get(i - 1).get(0)))
                        .mapToObj(i -> new int[] {i - 2, i})
                        .toList());
    }

    private static boolean isWithin(Opening opening) {
        return opening == Opening.SENTENCE || opening == Opening.PIECE;
    }

    /** Whether the text says that another speaks than before. */
    private boolean isAnswer(int unit) {
        return text.units().get(unit).opening() == Opening.MARKED && !gaps[unit];
    }

    private double change(int unit) {
        Opening opening = text.units().get(unit).opening();
        return opening == Opening.MARKED && gaps[unit] ? ANYBODY : opening.change;
    }

    /** The units of each paragraph; where the text has no turns, each by itself. */
    private Collection<List<Integer>> paragraphs() {
        Map<Integer, List<Integer>> paragraphs = new LinkedHashMap<>();
        int at = 0;
        for (int u = 0; u < text.units().size(); u++) {
            SpokenUnit unit = text.units().get(u);
            at = unit.opening() == Opening.SENTENCE ? at : u;
            paragraphs.computeIfAbsent(at, p -> new ArrayList<>()).add(u);
        }
        return paragraphs.values();
    }

    /**
     * @param names of the speakers in the order in which they first speak, as the user gave them; if empty, their number is
     *     estimated
     * @return the transcript with turns and speakers as they are most probable, and with doubts; the same where only one voice is
     *     heard
     */
    public static SyncedTranscript run(SyncedTranscript transcript, HeardVoices heard, List<String> names) {
        return new SpeakerAttribution(transcript, heard, names).run();
    }

    private VoiceStatistics sum(int from, int to) {
        VoiceStatistics sum = heard.words().get(from);
        for (int i = from + 1; i < to; i++) {
            sum = sum.plus(heard.words().get(i));
        }
        return sum;
    }

    private SyncedTranscript run() {
        if (text.units().isEmpty()) {
            return transcript;
        }
        double[][] share = firstShares();
        if (share[0].length < 2) {
            return transcript;
        }
        double[] change = IntStream.range(0, text.units().size())
                .mapToDouble(this::change)
                .toArray();
        VoiceNames naming = new VoiceNames(text, names);
        SpeakerSequence.Result result = null;
        double[][] fit = null;
        for (int round = 0; round < ROUNDS; round++) {
            if (round == ROUNDS - 1) {
                leaveOut(overlaps.find(new VoiceModels(unitSamples, share, within), result.path()));
            }
            fit = new VoiceModels(unitSamples, share, within).fit();
            String[] speaker = naming.of(result == null ? mostly(share) : result.path(), share[0].length);
            result = SpeakerSequence.decode(withText(fit, speaker, BY_HAND), change);
            share = result.probability();
            learn(change, result.changed());
        }
        VoiceModels voices = new VoiceModels(unitSamples, share, within);
        String[] speaker = naming.of(result.path(), voices.voices());
        double[][] doubted = withText(fit, speaker, PRINTED_NAME);
        for (int u = 1; u < change.length; u++) {
            // A name says no more of a change than it says of who speaks.
            change[u] = text.isMarkedByName(u) ? ANYBODY : change[u];
        }
        return transcript(result, SpeakerSequence.decode(doubted, change), fit, speaker, voices);
    }

    /** Words into which another talks say nothing of who says their sentence. */
    private void leaveOut(List<Overlaps.Overlap> found) {
        for (Overlaps.Overlap o : found) {
            unitSamples.set(o.unit(), unitSamples.get(o.unit()).plus(o.sample(), -1));
        }
    }

    /**
     * By unit and voice, the share of the unit that is the voice's to begin with. The first voices are those of the printed names, in
     * their order.
     */
    private double[][] firstShares() {
        List<List<Integer>> members = paragraphs().stream()
                .filter(p -> sample(p).frames() >= MINIMUM_FRAMES)
                .sorted(Comparator.comparingDouble(p -> -sample(p).frames()))
                .limit(MAXIMUM_SAMPLES)
                .sorted(Comparator.comparingInt(p -> p.get(0)))
                .toList();
        int voices = text.voices(names);
        FoundVoices voicesFound = finder(members).find(voices);
        double[][] found = voicesFound.share();
        int printed = text.printedNames().size();
        int[] kept = IntStream.range(0, found.length == 0 ? 0 : found[0].length)
                .filter(v -> voices > 0 || v < printed || frames(members, found, v) >= MINIMUM_VOICE)
                .toArray();
        double[][] share = new double[text.units().size()][kept.length];
        for (int i = 0; i < found.length; i++) {
            for (int u : members.get(i)) {
                agreement[u] = voicesFound.agreement()[i];
                for (int v = 0; v < kept.length; v++) {
                    share[u][v] = found[i][kept[v]];
                }
            }
        }
        return share;
    }

    private VoiceFinder finder(List<List<Integer>> members) {
        List<SpokenUnit> first =
                members.stream().map(p -> text.units().get(p.get(0))).toList();
        List<String> speakers = new ArrayList<>(text.printedNames());
        first.stream()
                .map(text::knownSpeaker)
                .filter(s -> !speakers.contains(s))
                .forEach(speakers::add);
        int[] printed = first.stream().mapToInt(text::printed).toArray();
        boolean[] changes = new boolean[members.size()];
        for (int i = 1; i < changes.length; i++) {
            List<Integer> before = members.get(i - 1);
            int here = members.get(i).get(0);
            changes[i] = isAnswer(here) && before.get(before.size() - 1) + 1 == here;
        }
        int[] asPrinted = IntStream.range(0, printed.length)
                .map(i -> printed[i] >= 0 ? printed[i] : speakers.indexOf(text.knownSpeaker(first.get(i))))
                .toArray();
        return new VoiceFinder(
                members.stream().map(this::sample).map(VoiceSample::of).toList(),
                printed,
                changes,
                List.of(asPrinted),
                within);
    }

    private double frames(List<List<Integer>> members, double[][] share, int voice) {
        return IntStream.range(0, share.length)
                .mapToDouble(i -> share[i][voice] * sample(members.get(i)).frames())
                .sum();
    }

    private VoiceStatistics sample(List<Integer> members) {
        return members.stream()
                .map(unitSamples::get)
                .reduce(VoiceStatistics::plus)
                .orElseThrow();
    }

    /** By unit, the voice that has most of it; -1 where none has. */
    private static int[] mostly(double[][] share) {
        return Arrays.stream(share)
                .mapToInt(s -> IntStream.range(0, s.length)
                        .filter(v -> s[v] > 0.5)
                        .findFirst()
                        .orElse(-1))
                .toArray();
    }

    /**
     * What is heard, and what printed names and the editor say.
     *
     * @param printed what a printed name weighs
     */
    private double[][] withText(double[][] fit, String[] speaker, double printed) {
        double[][] result = new double[fit.length][];
        for (int u = 0; u < fit.length; u++) {
            result[u] = fit[u].clone();
            SpokenUnit unit = text.units().get(u);
            int name = text.printed(unit);
            int voice = name >= 0 || !text.isByHand(unit)
                    ? name
                    : Arrays.asList(speaker).indexOf(text.textSpeaker(unit));
            if (voice >= 0) {
                // Once a turn: that its other sentences are the same person's is what changes of speaker know.
                result[u][voice] += name < 0 ? BY_HAND : printed < BY_HAND && !opens(unit) ? 0 : printed;
            }
        }
        return result;
    }

    private static boolean opens(SpokenUnit unit) {
        return unit.opening() == Opening.MARKED || unit.opening() == Opening.GUESSED;
    }

    /** Learns how often speakers change where nothing is marked: a transcript may have no marks at all. */
    private void learn(double[] change, double[] changed) {
        for (Opening opening : List.of(Opening.GUESSED, Opening.PARAGRAPH, Opening.PIECE)) {
            double changes = PRIOR_COUNT * opening.change;
            double all = PRIOR_COUNT;
            for (int u = 1; u < change.length; u++) {
                if (text.units().get(u).opening() == opening) {
                    changes += changed[u];
                    all++;
                }
            }
            double probability = Math.max(0.01, Math.min(0.98, changes / all));
            for (int u = 1; u < change.length; u++) {
                change[u] = text.units().get(u).opening() == opening ? probability : change[u];
            }
        }
    }

    private SyncedTranscript transcript(
            SpeakerSequence.Result result,
            SpeakerSequence.Result doubted,
            double[][] fit,
            String[] speaker,
            VoiceModels voices) {
        AttributedTurns turns = new AttributedTurns(text, result, doubted, agreement, fit, speaker);
        List<StraySpeech> untranscribed = strays(voices, speaker);
        for (Overlaps.Overlap o : overlaps.find(voices, result.path())) {
            untranscribed.add(new StraySpeech(o.time(), Optional.of(speaker[o.voice()]), true));
        }
        untranscribed.sort(Comparator.comparingDouble(StraySpeech::startSeconds));
        return transcript.withTurns(turns.turns(), untranscribed, turns.doubts());
    }

    private List<StraySpeech> strays(VoiceModels voices, String[] speaker) {
        List<StraySpeech> result = new ArrayList<>();
        for (StraySpeech speech : transcript.untranscribed()) {
            if (speech.overlapsWords()) {
                continue;
            }
            VoiceStatistics sample = heard.stray().get(result.size());
            double[] fit = voices.fit(sample);
            Optional<String> who = sample.frames() == 0
                    ? Optional.empty()
                    : IntStream.range(0, voices.voices())
                            .filter(voices::isHeard)
                            .boxed()
                            .max(Comparator.comparingDouble(v -> fit[v]))
                            .map(v -> speaker[v]);
            result.add(new StraySpeech(speech.time(), who, false));
        }
        return result;
    }
}
