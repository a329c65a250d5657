package org.tapescript.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.tapescript.acoustic.VoiceStatistics;
import org.tapescript.attribution.SpokenUnit.Opening;
import org.tapescript.domain.SpeakerDoubt;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

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
    /** What a printed name weighs against the voice, in natural logarithms. */
    private static final double PRINTED_NAME = 4;

    private static final double BY_HAND = 1000;
    private static final double CERTAIN = 0.9;
    private static final double MOST_CERTAIN = 0.999;

    private final SyncedTranscript transcript;
    private final List<Word> words;
    private final List<VoiceStatistics> samples;
    private final List<VoiceStatistics> stray;
    private final List<String> names;
    private final List<SpokenUnit> units;
    private final List<VoiceStatistics> unitSamples = new ArrayList<>();
    /** Speaker of each word as the text has it, or as the editor said. */
    private final String[] textSpeaker;

    /** Speaker of each word so far: the same, or what voices said before, under the name that it was given since. */
    private final String[] knownSpeaker;

    private final boolean[] byHand;

    private SpeakerAttribution(
            SyncedTranscript transcript,
            List<VoiceStatistics> samples,
            List<VoiceStatistics> stray,
            List<String> names) {
        this.transcript = transcript;
        this.words = transcript.words();
        this.samples = samples;
        this.stray = stray;
        this.names = names;
        this.units = SpokenUnit.of(transcript);
        this.textSpeaker = new String[words.size()];
        this.knownSpeaker = new String[words.size()];
        this.byHand = new boolean[words.size()];
        for (SpokenUnit unit : units) {
            unitSamples.add(sum(unit.from(), unit.to()));
            Arrays.fill(
                    textSpeaker,
                    unit.from(),
                    unit.to(),
                    unit.paragraph().speaker().orElseThrow());
        }
        int i = 0;
        for (Turn turn : transcript.turns()) {
            for (int k = 0; k < turn.words().size(); k++, i++) {
                byHand[i] = turn.speakerIsManual();
                knownSpeaker[i] = turn.speaker();
                textSpeaker[i] = turn.speakerIsManual() ? turn.speaker() : textSpeaker[i];
            }
        }
    }

    /**
     * @param samples of the voice of each word of the transcript
     * @param stray of each stretch of speech that the text lacks
     * @param names of the speakers in the order in which they first speak, as the user gave them; if empty, their number is
     *     estimated
     * @return the transcript with turns and speakers as they are most probable, and with doubts; the same where only one voice is
     *     heard
     */
    public static SyncedTranscript run(
            SyncedTranscript transcript,
            List<VoiceStatistics> samples,
            List<VoiceStatistics> stray,
            List<String> names) {
        return new SpeakerAttribution(transcript, samples, stray, names).run();
    }

    private VoiceStatistics sum(int from, int to) {
        VoiceStatistics sum = samples.get(from);
        for (int i = from + 1; i < to; i++) {
            sum = sum.plus(samples.get(i));
        }
        return sum;
    }

    private SyncedTranscript run() {
        if (units.isEmpty()) {
            return transcript;
        }
        double[][] share = firstShares();
        if (share[0].length < 2) {
            return transcript;
        }
        double[] change = units.stream().mapToDouble(u -> u.opening().change).toArray();
        SpeakerSequence.Result result = null;
        double[][] fit = null;
        String[] speaker = null;
        for (int round = 0; round < ROUNDS; round++) {
            fit = fit(share);
            speaker = nameVoices(result == null ? hard(share) : result.path(), share[0].length);
            result = SpeakerSequence.decode(withText(fit, speaker), change);
            share = result.probability();
            learn(change, result.changed());
        }
        return transcript(result, fit, nameVoices(result.path(), share[0].length), share);
    }

    /** By unit and voice, the share of the unit that is the voice's to begin with. */
    private double[][] firstShares() {
        Map<Integer, List<Integer>> paragraphs = new LinkedHashMap<>();
        for (int u = 0; u < units.size(); u++) {
            paragraphs
                    .computeIfAbsent(units.get(u).paragraph().place().start(), p -> new ArrayList<>())
                    .add(u);
        }
        List<List<Integer>> members = paragraphs.values().stream()
                .filter(p -> sample(p).frames() >= LEAST_FRAMES)
                .sorted(Comparator.comparingDouble(p -> -sample(p).frames()))
                .limit(MOST_SAMPLES)
                .sorted(Comparator.comparingInt(p -> p.get(0)))
                .toList();
        int[] group = VoiceClustering.cluster(members.stream().map(this::sample).toList(), voices());
        Map<Integer, Double> frames = new LinkedHashMap<>();
        for (int i = 0; i < group.length; i++) {
            frames.merge(group[i], (double) sample(members.get(i)).frames(), Double::sum);
        }
        List<Integer> kept = frames.entrySet().stream()
                .filter(e -> voices() > 0 || e.getValue() >= LEAST_VOICE)
                .map(Map.Entry::getKey)
                .toList();
        double[][] share = new double[units.size()][kept.size()];
        for (int i = 0; i < group.length; i++) {
            int voice = kept.indexOf(group[i]);
            for (int u : members.get(i)) {
                if (voice >= 0) {
                    share[u][voice] = 1;
                }
            }
        }
        return share;
    }

    private VoiceStatistics sample(List<Integer> members) {
        return members.stream()
                .map(unitSamples::get)
                .reduce(VoiceStatistics::plus)
                .orElseThrow();
    }

    /** How many voices there are said to be; 0 if nothing says it. */
    private int voices() {
        Set<String> known = new HashSet<>(names);
        if (names.isEmpty()) {
            for (SpokenUnit unit : units) {
                if (hasPrintedName(unit)) {
                    known.add(unit.paragraph().speaker().orElseThrow());
                }
            }
        }
        for (int i = 0; i < words.size() && !known.isEmpty(); i++) {
            if (byHand[i]) {
                known.add(textSpeaker[i]);
            }
        }
        return known.size() < 2 ? 0 : known.size();
    }

    /** Whether text or editor name the speaker. */
    private boolean saysWho(SpokenUnit unit) {
        return byHand[unit.from()] || hasPrintedName(unit);
    }

    private boolean hasPrintedName(SpokenUnit unit) {
        return unit.paragraph()
                .label()
                .map(l -> l.of(transcript.transcript().text()).chars().anyMatch(Character::isLetter))
                .orElse(false);
    }

    /** By unit and voice, how well they fit; a unit does not speak for itself. */
    private double[][] fit(double[][] share) {
        int voices = share[0].length;
        VoiceStatistics nothing = unitSamples.get(0).plus(unitSamples.get(0), -1);
        VoiceStatistics[] all = new VoiceStatistics[voices];
        Arrays.fill(all, nothing);
        for (int u = 0; u < units.size(); u++) {
            for (int v = 0; v < voices; v++) {
                if (share[u][v] > 0.01) {
                    all[v] = all[v].plus(unitSamples.get(u), (float) share[u][v]);
                }
            }
        }
        double[][][] shifts = new double[voices][][];
        for (int v = 0; v < voices; v++) {
            shifts[v] = VoiceEvidence.voice(all[v]);
        }
        double[][] fit = new double[units.size()][voices];
        for (int u = 0; u < units.size(); u++) {
            for (int v = 0; v < voices; v++) {
                double[][] others = share[u][v] > 0.01
                        ? VoiceEvidence.voice(all[v].plus(unitSamples.get(u), (float) -share[u][v]))
                        : shifts[v];
                fit[u][v] = VoiceEvidence.fit(unitSamples.get(u), others);
            }
        }
        return fit;
    }

    private static int[] hard(double[][] share) {
        return Arrays.stream(share)
                .mapToInt(s -> IntStream.range(0, s.length)
                        .filter(v -> s[v] == 1)
                        .findFirst()
                        .orElse(-1))
                .toArray();
    }

    /** What is heard, and what printed names and the editor say. */
    private double[][] withText(double[][] fit, String[] speaker) {
        double[][] result = new double[fit.length][];
        for (int u = 0; u < fit.length; u++) {
            result[u] = fit[u].clone();
            boolean hand = byHand[units.get(u).from()];
            if (saysWho(units.get(u))) {
                int voice =
                        Arrays.asList(speaker).indexOf(textSpeaker[units.get(u).from()]);
                if (voice >= 0) {
                    result[u][voice] += hand ? BY_HAND : PRINTED_NAME;
                }
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
                if (units.get(u).opening() == opening) {
                    changes += changed[u];
                    all++;
                }
            }
            double probability = Math.max(0.01, Math.min(0.98, changes / all));
            for (int u = 1; u < change.length; u++) {
                change[u] = units.get(u).opening() == opening ? probability : change[u];
            }
        }
    }

    private boolean namedByHand(String name) {
        return IntStream.range(0, words.size()).anyMatch(i -> byHand[i] && textSpeaker[i].equals(name));
    }

    /** Who asks most, as far as is known. */
    private String asker() {
        Map<String, Integer> questions = new LinkedHashMap<>();
        for (SpokenUnit unit : units) {
            questions.merge(knownSpeaker[unit.from()], unit.isQuestion(words) ? 1 : 0, Integer::sum);
        }
        return questions.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /**
     * Gives each voice the name that the text has for most of its words; what an editor said weighs most. Questions count for who
     * asks most: after a forgotten mark the text may have everybody's name wrong, but questions remain questions.
     */
    private String[] nameVoices(int[] path, int voices) {
        String asker = asker();
        Map<String, double[]> said = new LinkedHashMap<>();
        for (int u = 0; u < units.size(); u++) {
            SpokenUnit unit = units.get(u);
            for (int i = unit.from(); i < unit.to() && path[u] >= 0; i++) {
                double weight = byHand[i] ? 1000 : hasPrintedName(unit) ? 5 : 1;
                said.computeIfAbsent(knownSpeaker[i], n -> new double[voices])[path[u]] += weight;
            }
            if (unit.isQuestion(words) && !saysWho(unit) && path[u] >= 0) {
                said.computeIfAbsent(asker, n -> new double[voices])[path[u]] += unit.to() - unit.from();
            }
        }
        String[] result = new String[voices];
        while (true) {
            String best = null;
            int voice = -1;
            for (Map.Entry<String, double[]> e : said.entrySet()) {
                for (int v = 0; v < voices; v++) {
                    if (result[v] == null && e.getValue()[v] > (best == null ? 0 : said.get(best)[voice])) {
                        best = e.getKey();
                        voice = v;
                    }
                }
            }
            if (best == null) {
                break;
            }
            result[voice] = best;
            said.remove(best);
        }
        if (names.size() > 2 && units.stream().noneMatch(this::hasPrintedName)) {
            // Dashes tell two speakers apart at most: of more, only the voices know who is who.
            for (int v = 0; v < voices; v++) {
                result[v] = result[v] != null && namedByHand(result[v]) ? result[v] : null;
            }
        }
        List<String> free = new ArrayList<>(names);
        free.removeAll(Arrays.asList(result));
        int[] asHeard = IntStream.concat(Arrays.stream(path).filter(v -> v >= 0), IntStream.range(0, voices))
                .distinct()
                .toArray();
        for (int v : asHeard) {
            // Names given win over what the text calls people, not over what an editor said of a turn.
            boolean settled =
                    result[v] != null && (free.isEmpty() || names.contains(result[v]) || namedByHand(result[v]));
            if (!settled) {
                result[v] = free.isEmpty() ? "Speaker " + (v + 1) : free.remove(0);
            }
        }
        return result;
    }

    private SyncedTranscript transcript(
            SpeakerSequence.Result result, double[][] fit, String[] speaker, double[][] share) {
        List<Turn> turns = new ArrayList<>();
        List<SpeakerDoubt> doubts = new ArrayList<>();
        for (int first = 0; first < units.size(); ) {
            int last = first + 1;
            while (last < units.size() && !opensTurn(last, result.path())) {
                last++;
            }
            Turn turn = turn(first, last, result, speaker);
            turns.add(turn);
            doubt(first, last, turn, result, fit, speaker).ifPresent(doubts::add);
            first = last;
        }
        doubts.sort(Comparator.comparingDouble(SpeakerDoubt::probability));
        return new SyncedTranscript(
                transcript.language(),
                transcript.recordings(),
                transcript.transcript(),
                turns,
                strays(share, speaker),
                doubts,
                transcript.match());
    }

    private boolean opensTurn(int unit, int[] path) {
        SpokenUnit u = units.get(unit);
        return path[unit] != path[unit - 1]
                || u.opening() == Opening.MARKED
                || byHand[u.from()] != byHand[units.get(unit - 1).from()];
    }

    private Turn turn(int first, int last, SpeakerSequence.Result result, String[] speaker) {
        int voice = result.path()[first];
        List<Word> said =
                words.subList(units.get(first).from(), units.get(last - 1).to());
        SpokenUnit opening = units.get(first);
        boolean opensParagraph = opening.opening() != Opening.SENTENCE;
        int place = opensParagraph
                ? opening.paragraph().place().start()
                : said.get(0).place().start();
        boolean hand = byHand[opening.from()];
        return new Turn(
                "t" + place,
                hand ? textSpeaker[opening.from()] : speaker[voice],
                opening.paragraph().line(),
                hand,
                OptionalDouble.of(hand ? 1 : sureness(first, last, result, voice)),
                said);
    }

    private double sureness(int first, int last, SpeakerSequence.Result result, int voice) {
        double sum = 0;
        double all = 0;
        for (int u = first; u < last; u++) {
            int n = units.get(u).to() - units.get(u).from();
            sum += n * result.probability()[u][voice];
            all += n;
        }
        return Math.min(MOST_CERTAIN, sum / all);
    }

    private Optional<SpeakerDoubt> doubt(
            int first, int last, Turn turn, SpeakerSequence.Result result, double[][] fit, String[] speaker) {
        SpokenUnit opening = units.get(first);
        int voice = result.path()[first];
        double sure = turn.speakerConfidence().orElse(1);
        boolean changes = first > 0 && result.path()[first - 1] != voice;
        String text;
        // Of what is not heard the voices say nothing, and the report lists it already.
        if (turn.speakerIsManual() || turn.span().isEmpty() || first == 0 && sure >= CERTAIN) {
            return Optional.empty();
        } else if (changes && opening.opening() == Opening.PARAGRAPH) {
            text = "nothing marks a new turn here";
        } else if (changes && opening.opening() == Opening.SENTENCE) {
            text = "the speaker changes within a paragraph";
        } else if (!changes && first > 0 && opening.opening() == Opening.MARKED) {
            text = "the text marks a new turn, but the voice stays";
        } else if (sure < CERTAIN) {
            text = opening.opening() == Opening.MARKED ? "the text marks a new turn" : "the text leaves it open";
        } else {
            return Optional.empty();
        }
        int other = voice == 0 ? 1 : 0;
        double[] heard = new double[speaker.length];
        for (int u = first; u < last; u++) {
            for (int v = 0; v < heard.length; v++) {
                heard[v] += fit[u][v];
            }
        }
        for (int v = 0; v < heard.length; v++) {
            other = v != voice && heard[v] > heard[other] ? v : other;
        }
        double nearer = 1 / (1 + Math.exp(heard[other] - heard[voice]));
        String question = first > 0 && units.get(first - 1).isQuestion(words) ? "; a question stands before it" : "";
        return Optional.of(new SpeakerDoubt(
                opening.paragraph().line(),
                turn.span().map(s -> s.startSeconds()),
                turn.speaker(),
                speaker[other],
                sure,
                String.format(
                        Locale.ROOT,
                        "voice is nearer to %s: %.2f; %s%s",
                        nearer >= 0.5 ? speaker[voice] : speaker[other],
                        Math.min(MOST_CERTAIN, Math.max(nearer, 1 - nearer)),
                        text,
                        question)));
    }

    private List<StraySpeech> strays(double[][] share, String[] speaker) {
        Map<Integer, VoiceStatistics> voices = new HashMap<>();
        for (int u = 0; u < units.size(); u++) {
            for (int v = 0; v < speaker.length; v++) {
                if (share[u][v] > 0.5) {
                    voices.merge(v, unitSamples.get(u), VoiceStatistics::plus);
                }
            }
        }
        Map<Integer, double[][]> shifts = new HashMap<>();
        voices.forEach((v, sample) -> shifts.put(v, VoiceEvidence.voice(sample)));
        List<StraySpeech> result = new ArrayList<>();
        for (int i = 0; i < transcript.untranscribed().size(); i++) {
            VoiceStatistics sample = stray.get(i);
            Optional<String> who = sample.frames() == 0
                    ? Optional.empty()
                    : shifts.entrySet().stream()
                            .max(Comparator.comparingDouble(e -> VoiceEvidence.fit(sample, e.getValue())))
                            .map(e -> speaker[e.getKey()]);
            result.add(new StraySpeech(transcript.untranscribed().get(i).time(), who));
        }
        return result;
    }
}
