package org.tapescript.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tapescript.acoustic.VoiceStatistics;
import org.tapescript.attribution.SpokenUnit.Opening;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;

/**
 * Says who speaks: groups the voices, then finds the most probable speaker of each sentence under voices and text together, and
 * makes the turns anew of that. What an editor said by hand stays, and helps to tell the others.
 */
public final class SpeakerAttribution {
    /** Paragraphs with fewer frames than this say too little of a voice to be grouped. */
    private static final int LEAST_FRAMES = 60;
    /** So many paragraphs, the longest, are grouped; the others are compared with those groups. */
    private static final int MOST_SAMPLES = 400;
    /** A voice heard for fewer frames is no further speaker unless the number is given. */
    private static final int LEAST_VOICE = 250;

    private static final int ROUNDS = 4;
    /** Changes at paragraphs without a mark are counted on top of this many that went as expected. */
    private static final double PRIOR_COUNT = 5;
    /** What a printed name weighs against the voice where it is asked how sure it is, in natural logarithms. */
    private static final double PRINTED_NAME = 4;

    /** What the editor says weighs more than any voice, and so do printed names where it is asked who speaks. */
    private static final double BY_HAND = 1000;

    private final SyncedTranscript transcript;
    private final SpokenText text;
    private final HeardVoices heard;
    private final List<String> names;
    private final Overlaps overlaps;
    private final List<VoiceStatistics> unitSamples = new ArrayList<>();

    private SpeakerAttribution(SyncedTranscript transcript, HeardVoices heard, List<String> names) {
        this.transcript = transcript;
        this.text = new SpokenText(transcript);
        this.heard = heard;
        this.names = names;
        this.overlaps = new Overlaps(text.units(), heard);
        for (SpokenUnit unit : text.units()) {
            unitSamples.add(sum(unit.from(), unit.to()));
        }
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
        double[] change =
                text.units().stream().mapToDouble(u -> u.opening().change).toArray();
        VoiceNames naming = new VoiceNames(text, names);
        SpeakerSequence.Result result = null;
        double[][] fit = null;
        for (int round = 0; round < ROUNDS; round++) {
            if (round == ROUNDS - 1) {
                leaveOut(overlaps.find(new VoiceModels(unitSamples, share), result.path()));
            }
            fit = new VoiceModels(unitSamples, share).fit();
            String[] speaker = naming.of(result == null ? hard(share) : result.path(), share[0].length);
            result = SpeakerSequence.decode(withText(fit, speaker, BY_HAND), change);
            share = result.probability();
            learn(change, result.changed());
        }
        VoiceModels voices = new VoiceModels(unitSamples, share);
        String[] speaker = naming.of(result.path(), voices.voices());
        double[][] doubted = withText(fit, speaker, PRINTED_NAME);
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
     * their order, and have what stands under them.
     */
    private double[][] firstShares() {
        Map<Integer, List<Integer>> paragraphs = new LinkedHashMap<>();
        for (int u = 0; u < text.units().size(); u++) {
            paragraphs
                    .computeIfAbsent(text.units().get(u).paragraph().place().start(), p -> new ArrayList<>())
                    .add(u);
        }
        List<List<Integer>> members = paragraphs.values().stream()
                .filter(p -> text.printed(text.units().get(p.get(0))) < 0)
                .filter(p -> sample(p).frames() >= LEAST_FRAMES)
                .sorted(Comparator.comparingDouble(p -> -sample(p).frames()))
                .limit(MOST_SAMPLES)
                .sorted(Comparator.comparingInt(p -> p.get(0)))
                .toList();
        int voices = text.voices(names);
        List<VoiceStatistics> found = printedVoices();
        int printed = found.size();
        int[] group = VoiceClustering.cluster(members.stream().map(this::sample).toList(), voices);
        int[] voiceOf = new int[1 + Arrays.stream(group).max().orElse(-1)];
        for (int g = 0; g < voiceOf.length; g++) {
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < group.length; i++) {
                all.addAll(group[i] == g ? members.get(i) : List.of());
            }
            VoiceStatistics sample = sample(all);
            int nearest = VoiceClustering.nearest(sample, found.subList(0, printed), printed == voices);
            boolean heard = voices > 0 || sample.frames() >= LEAST_VOICE;
            voiceOf[g] = nearest >= 0 ? nearest : !heard || found.size() == voices && voices > 0 ? -1 : found.size();
            if (voiceOf[g] == found.size()) {
                found.add(sample);
            }
        }
        double[][] share = new double[text.units().size()][found.size()];
        for (int i = 0; i < group.length; i++) {
            for (int u : members.get(i)) {
                if (voiceOf[group[i]] >= 0) {
                    share[u][voiceOf[group[i]]] = 1;
                }
            }
        }
        for (int u = 0; u < share.length; u++) {
            int name = text.printed(text.units().get(u));
            if (name >= 0) {
                share[u][name] = 1;
            }
        }
        return share;
    }

    /** What is heard under each printed name. */
    private List<VoiceStatistics> printedVoices() {
        List<VoiceStatistics> result = new ArrayList<>();
        for (int name = 0; name < text.printedNames().size(); name++) {
            int n = name;
            result.add(sample(IntStream.range(0, text.units().size())
                    .filter(u -> text.printed(text.units().get(u)) == n)
                    .boxed()
                    .toList()));
        }
        return result;
    }

    private VoiceStatistics sample(List<Integer> members) {
        return members.stream()
                .map(unitSamples::get)
                .reduce(VoiceStatistics::plus)
                .orElseThrow();
    }

    private static int[] hard(double[][] share) {
        return Arrays.stream(share)
                .mapToInt(s -> IntStream.range(0, s.length)
                        .filter(v -> s[v] == 1)
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
                result[u][voice] += name >= 0 ? printed : BY_HAND;
            }
        }
        return result;
    }

    /** Learns how often speakers change where nothing is marked: a transcript may have no marks at all. */
    private void learn(double[] change, double[] changed) {
        for (Opening opening : List.of(Opening.GUESSED, Opening.PARAGRAPH)) {
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
        AttributedTurns turns = new AttributedTurns(text, result, doubted, fit, speaker);
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
            Optional<String> who = sample.frames() == 0
                    ? Optional.empty()
                    : IntStream.range(0, voices.voices())
                            .filter(voices::isHeard)
                            .boxed()
                            .max(Comparator.comparingDouble(v -> VoiceEvidence.fit(sample, voices.voice(v))))
                            .map(v -> speaker[v]);
            result.add(new StraySpeech(speech.time(), who, false));
        }
        return result;
    }
}
