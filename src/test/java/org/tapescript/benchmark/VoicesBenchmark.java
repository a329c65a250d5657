package org.tapescript.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tapescript.align.AlignmentResult.VoiceSamples;
import org.tapescript.attribution.HeardVoices;
import org.tapescript.attribution.SpeakerAttribution;
import org.tapescript.domain.SpeakerDoubt;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.format.plain.PlainReader;
import org.tapescript.support.SampledTape;
import org.tapescript.support.Tapes;
import org.tapescript.text.structure.TranscriptAnalyzer;
import org.tapescript.voice.VoiceStatistics;
import org.tapescript.workflow.HeardPassages;
import org.tapescript.workflow.TurnBuilder;

/**
 * Measures who is said to speak against who does, on transcripts that lost marks of turns, and writes docs/BENCHMARKS-VOICES.md.
 *
 * <p>{@code mvn test -Pbenchmark -Dtest=VoicesBenchmark -Dtapes=FOLDER}, folders as for {@link SyncBenchmark}. Each tape is synced
 * once; what follows is the attribution alone. What users do with the figures: they tell how many turns they will have to mend,
 * and whether the program knows which.
 */
@Tag("benchmark")
class VoicesBenchmark {
    private static final int DRAWS = 20;
    private static final double[] HEARD = {0.05, 0.1, 0.2, 0.4};
    /** Seconds that what was said and what was found have in common at least. */
    private static final double MINIMUM_COMMON = 0.1;

    private static final double[] BINS = {0, 0.5, 0.7, 0.85, 0.95, 0.99, 1.01};

    /** By bin of {@link #BINS}: turns, right ones, and sum of what they were said to be. */
    private final double[][] reliability = new double[BINS.length - 1][3];

    /** Results of one or several draws, added up. */
    private static final class Sum {
        int draws;
        int words;
        int wordsRight;
        int turns;
        int turnsRight;
        int removed;
        int noticed;
        int falseAlarms;
        int voices;
        double seconds;
        double hours;
    }

    private record Tape(
            String name,
            String text,
            JsonNode truth,
            SyncedTranscript synced,
            VoiceSamples samples,
            double samplingSeconds,
            List<StraySpeech> overlaps) {}

    @Test
    void whoSpeaks() throws Exception {
        StringBuilder out = new StringBuilder("# Who speaks\n\nWritten by `mvn test -Pbenchmark -Dtest=VoicesBenchmark"
                + " -Dtapes=FOLDER`. Marks of turns are taken out of the transcript at random, " + DRAWS
                + " draws each; *noticed*: of the marks taken out, those where a turn begins all the same or a doubt is reported;"
                + " *false alarms*: doubts, an hour of tape, about places where text and truth agree.\n\n"
                + "| tape | marks taken out | speakers (true, found) | words right % | turns right % | worst draw, words % | noticed %"
                + " | false alarms an hour | seconds |\n|---|---|---|---|---|---|---|---|---|\n");
        StringBuilder talking = new StringBuilder("\n## Talking into another's words\n\n"
                + "| tape | minutes | \"mhm\", \"yes\" … over another's words | found | found where nobody does |\n"
                + "|---|---|---|---|---|\n");
        for (Path folder : Tapes.folders(Path.of(System.getProperty("tapes", "audio-samples")))) {
            Tape tape = load(folder);
            talking.append(overlapRow(tape));
            for (int removed : new int[] {0, 1, 3, 6, Integer.MAX_VALUE}) {
                boolean once = removed == 0 || removed == Integer.MAX_VALUE;
                out.append(row(tape, removed, once ? 1 : DRAWS, List.of()));
                if (once) {
                    List<String> names = speakers(tape.truth());
                    out.append(row(tape, removed, 1, names));
                }
            }
            for (double heard : HEARD) {
                for (int i = 0; i < DRAWS; i++) {
                    draw(tape, Integer.MAX_VALUE, heard, new Random(i), List.of(), new Sum());
                }
            }
        }
        out.append(
                "\n## Said and true\n\nAll turns of all draws, by how sure the program was of their speaker. So that there are unsure"
                        + " ones, each tape with all marks taken out counts " + DRAWS + " times more for each of "
                        + HEARD.length
                        + " shares of its words (" + Arrays.toString(HEARD) + ") of which alone the voice is known.\n\n"
                        + "| said | turns | mean said % | right % |\n|---|---|---|---|\n");
        for (int b = 0; b + 1 < BINS.length; b++) {
            double[] r = reliability[b];
            if (r[0] == 0) {
                continue;
            }
            out.append(String.format(
                    Locale.ROOT,
                    "| %.2f to %.2f | %.0f | %.1f | %.1f |%n",
                    BINS[b],
                    Math.min(1, BINS[b + 1]),
                    r[0],
                    100 * r[2] / r[0],
                    100 * r[1] / r[0]));
        }
        out.append(talking);
        Path report = Path.of("docs/BENCHMARKS-VOICES.md");
        Files.writeString(report, out);
    }

    private static Tape load(Path folder) throws IOException {
        SampledTape sampled = SampledTape.of(folder);
        return new Tape(
                folder.getFileName().toString(),
                sampled.synced().transcript().text(),
                new ObjectMapper().readTree(folder.resolve("truth.json").toFile()),
                sampled.synced(),
                sampled.samples(),
                sampled.seconds(),
                sampled.overlaps());
    }

    /** How many of those who talk into another's words are found, and what else is taken for that. */
    private static String overlapRow(Tape tape) {
        List<double[]> said = new ArrayList<>();
        for (JsonNode stretch : tape.truth().path("untranscribed")) {
            if (stretch.get("kind").asText().equals("crosstalk")) {
                said.add(new double[] {
                    stretch.get("start").asDouble(), stretch.get("end").asDouble()
                });
            }
        }
        long found = said.stream()
                .filter(s -> tape.overlaps().stream().anyMatch(o -> isAt(o, s)))
                .count();
        long wrong = tape.overlaps().stream()
                .filter(o -> said.stream().noneMatch(s -> isAt(o, s)))
                .count();
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %d | %d | %d |%n",
                tape.name(),
                tape.synced().seconds() / 60,
                said.size(),
                found,
                wrong);
    }

    private static boolean isAt(StraySpeech overlap, double[] said) {
        return Math.min(overlap.time().endSeconds(), said[1])
                        - Math.max(overlap.time().startSeconds(), said[0])
                > MINIMUM_COMMON;
    }

    private static List<String> speakers(JsonNode truth) {
        Set<String> names = new LinkedHashSet<>();
        truth.get("paragraphs").forEach(p -> names.add(p.get("speaker").asText()));
        return List.copyOf(names);
    }

    private String row(Tape tape, int removed, int draws, List<String> names) {
        Sum all = new Sum();
        double worst = 1;
        for (int draw = 0; draw < draws; draw++) {
            Sum one = new Sum();
            draw(tape, removed, 1, new Random(1000L * removed + draw), names, one);
            worst = Math.min(worst, one.wordsRight / (double) one.words);
            add(all, one);
        }
        String marks = removed == 0 ? "none" : removed == Integer.MAX_VALUE ? "all" : removed + " x " + draws;
        return String.format(
                Locale.ROOT,
                "| %s%s | %s | %d, %.1f | %.2f | %.1f | %.2f | %s | %.1f | %.1f |%n",
                tape.name(),
                names.isEmpty() ? "" : ", number given",
                marks,
                speakers(tape.truth()).size(),
                all.voices / (double) all.draws,
                100.0 * all.wordsRight / all.words,
                100.0 * all.turnsRight / all.turns,
                100 * worst,
                all.removed == 0 ? "" : String.format(Locale.ROOT, "%.1f", 100.0 * all.noticed / all.removed),
                all.falseAlarms / all.hours,
                tape.samplingSeconds() + all.seconds / all.draws);
    }

    private static void add(Sum all, Sum one) {
        all.draws++;
        all.words += one.words;
        all.wordsRight += one.wordsRight;
        all.turns += one.turns;
        all.turnsRight += one.turnsRight;
        all.removed += one.removed;
        all.noticed += one.noticed;
        all.falseAlarms += one.falseAlarms;
        all.voices += one.voices;
        all.seconds += one.seconds;
        all.hours += one.hours;
    }

    private void draw(Tape tape, int marks, double heard, Random random, List<String> names, Sum sum) {
        Set<Integer> missing = new TreeSet<>();
        List<int[]> places = marks(tape);
        Collections.shuffle(places, random);
        StringBuilder text = new StringBuilder(tape.text());
        for (int[] place : places.subList(0, Math.min(marks, places.size()))) {
            // Blanks keep all other places as they are.
            for (int i = place[1]; i < place[2]; i++) {
                text.setCharAt(i, ' ');
            }
            missing.add(place[0]);
        }
        // What looks unspoken without its mark was heard all the same when the tape was synced.
        Transcript transcript = HeardPassages.settled(
                TranscriptAnalyzer.analyze(PlainReader.document(tape.name(), text.toString()), List.of()),
                tape.synced().words().stream().filter(w -> w.span().isPresent()).toList());
        SyncedTranscript altered = timed(tape, transcript);
        List<VoiceStatistics> samples = samples(tape, altered, heard, random);
        long start = System.nanoTime();
        SyncedTranscript result = SpeakerAttribution.run(
                altered, HeardVoices.of(samples, tape.samples().stretches()), names);
        sum.seconds = (System.nanoTime() - start) / 1e9;
        sum.draws = 1;
        sum.hours = altered.seconds() / 3600;
        score(tape, result, missing, sum);
    }

    /** Lines at which a turn begins and another speaker with it. */
    private static Set<Integer> changes(JsonNode truth) {
        Set<Integer> result = new TreeSet<>();
        String before = "";
        for (JsonNode paragraph : truth.get("paragraphs")) {
            String speaker = paragraph.get("speaker").asText();
            if (paragraph.get("opensTurn").asBoolean() && !speaker.equals(before)) {
                result.add(paragraph.get("line").asInt());
            }
            before = speaker;
        }
        return result;
    }

    /** Line, start and end of each mark at which the speaker changes, but for the first. */
    private static List<int[]> marks(Tape tape) {
        Set<Integer> changes = changes(tape.truth());
        List<int[]> result = new ArrayList<>();
        tape.synced().transcript().paragraphs().stream()
                .filter(p -> p.label().isPresent() && changes.contains(p.line()))
                .skip(1)
                .forEach(p -> result.add(new int[] {
                    p.line(), p.label().get().start(), p.label().get().end()
                }));
        return result;
    }

    private static SyncedTranscript timed(Tape tape, Transcript transcript) {
        Map<Integer, Timing> times = new HashMap<>();
        tape.synced().words().forEach(w -> times.put(w.place().start(), w.timing()));
        List<Turn> turns = new ArrayList<>();
        for (Turn turn : TurnBuilder.turns(transcript)) {
            turns.add(turn.withWords(turn.words().stream()
                    .map(w -> w.withTiming(times.getOrDefault(w.place().start(), Timing.UNALIGNED)))
                    .toList()));
        }
        SyncedTranscript s = tape.synced();
        return new SyncedTranscript(
                s.language(), s.recordings(), transcript, turns, s.untranscribed(), List.of(), s.match());
    }

    private static List<VoiceStatistics> samples(Tape tape, SyncedTranscript altered, double heard, Random random) {
        Map<Integer, VoiceStatistics> known = new HashMap<>();
        List<Word> words = tape.synced().words();
        for (int i = 0; i < words.size(); i++) {
            known.put(words.get(i).place().start(), tape.samples().words().get(i));
        }
        VoiceStatistics one = tape.samples().words().get(0);
        VoiceStatistics none = one.plus(one, -1);
        return altered.words().stream()
                .map(w -> random.nextDouble() < heard
                        ? known.getOrDefault(w.place().start(), none)
                        : none)
                .toList();
    }

    private void score(Tape tape, SyncedTranscript result, Set<Integer> missing, Sum sum) {
        Map<Integer, Turn> turnOf = new HashMap<>();
        result.turns().forEach(t -> t.words().forEach(w -> turnOf.put(w.place().start(), t)));
        List<String> labels =
                result.turns().stream().map(Turn::speaker).distinct().toList();
        sum.voices = labels.size();
        Map<String, String> truthOf = names(tape, labels, turnOf);
        Set<Integer> doubted = new TreeSet<>();
        result.speakerDoubts().stream().map(SpeakerDoubt::line).forEach(doubted::add);
        Set<Integer> opened = new TreeSet<>();
        result.turns().forEach(t -> opened.add(t.line()));
        Map<Turn, int[]> agreement = new HashMap<>();
        for (JsonNode paragraph : tape.truth().get("paragraphs")) {
            String speaker = paragraph.get("speaker").asText();
            Turn first = null;
            for (JsonNode token : paragraph.get("tokens")) {
                Turn turn = turnOf.get(token.get("charStart").asInt());
                if (turn == null || !token.has("start")) {
                    continue;
                }
                first = first == null ? turn : first;
                boolean right = speaker.equals(truthOf.get(turn.speaker()));
                agreement.computeIfAbsent(turn, t -> new int[2])[right ? 1 : 0]++;
            }
            for (JsonNode token : paragraph.get("tokens")) {
                if (token.get("kind").asText().equals("word") && token.has("start")) {
                    Turn turn = turnOf.get(token.get("charStart").asInt());
                    sum.words++;
                    sum.wordsRight += turn != null && speaker.equals(truthOf.get(turn.speaker())) ? 1 : 0;
                }
            }
            if (paragraph.get("opensTurn").asBoolean()) {
                int line = paragraph.get("line").asInt();
                sum.turns++;
                sum.turnsRight +=
                        first != null && opened.contains(line) && speaker.equals(truthOf.get(first.speaker())) ? 1 : 0;
            }
        }
        sum.removed = missing.size();
        sum.noticed = (int) missing.stream()
                .filter(l -> doubted.contains(l) || opened.contains(l))
                .count();
        Set<Integer> marked = new TreeSet<>();
        tape.synced().transcript().paragraphs().stream()
                .filter(p -> p.label().isPresent())
                .forEach(p -> marked.add(p.line()));
        Set<Integer> changes = changes(tape.truth());
        for (SpeakerDoubt doubt : result.speakerDoubts()) {
            boolean textWrong =
                    missing.contains(doubt.line()) || changes.contains(doubt.line()) != marked.contains(doubt.line());
            boolean speakerWrong = agreement.entrySet().stream()
                    .anyMatch(e -> e.getKey().line() == doubt.line() && e.getValue()[0] > 0);
            sum.falseAlarms += textWrong || speakerWrong ? 0 : 1;
        }
        agreement.forEach((turn, count) -> {
            if (turn.speakerConfidence().isEmpty()) {
                return;
            }
            double said = turn.speakerConfidence().getAsDouble();
            int bin = IntStream.range(0, BINS.length - 1)
                    .filter(b -> said >= BINS[b] && said < BINS[b + 1])
                    .findFirst()
                    .orElseThrow();
            reliability[bin][0]++;
            reliability[bin][1] += count[1] >= count[0] ? 1 : 0;
            reliability[bin][2] += said;
        });
    }

    /** Which true speaker each label most likely means, one to one. */
    private static Map<String, String> names(Tape tape, List<String> labels, Map<Integer, Turn> turnOf) {
        Map<String, Map<String, Integer>> both = new TreeMap<>();
        for (JsonNode paragraph : tape.truth().get("paragraphs")) {
            for (JsonNode token : paragraph.get("tokens")) {
                Turn turn = turnOf.get(token.get("charStart").asInt());
                if (turn != null) {
                    both.computeIfAbsent(turn.speaker(), l -> new TreeMap<>())
                            .merge(paragraph.get("speaker").asText(), 1, Integer::sum);
                }
            }
        }
        List<String> free = new ArrayList<>(labels);
        Set<String> named = new TreeSet<>();
        Map<String, String> result = new HashMap<>();
        while (true) {
            String label = null;
            String name = null;
            int most = 0;
            for (String l : free) {
                for (Map.Entry<String, Integer> e :
                        both.getOrDefault(l, Map.of()).entrySet()) {
                    if (!named.contains(e.getKey()) && e.getValue() > most) {
                        most = e.getValue();
                        label = l;
                        name = e.getKey();
                    }
                }
            }
            if (label == null) {
                return result;
            }
            result.put(label, name);
            free.remove(label);
            named.add(name);
        }
    }
}
