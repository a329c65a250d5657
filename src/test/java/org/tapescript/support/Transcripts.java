package org.tapescript.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.MatchQuality;
import org.tapescript.domain.Origin;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.Recording;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.format.plain.PlainReader;
import org.tapescript.text.structure.TranscriptAnalyzer;
import org.tapescript.workflow.TurnBuilder;

/** Synced transcripts for tests: given words a third of a second each, or random ones with all that goes wrong. */
public final class Transcripts {
    private static final String[] VOCABULARY = {
        "well",
        "the",
        "lighthouse,",
        "a",
        "(I",
        "think)",
        "“quote”",
        "R&D",
        "<tag>",
        "-->",
        "x-->y",
        "été",
        "мир",
        "שלום",
        "one-on-one",
        "it’s",
        "…so",
        "1958.",
        "why?",
        "Yes!",
        "\ud83d\ude00ok",
        "e\u0301t",
        "supercalifragilisticexpialidociousness"
    };

    private Transcripts() {}

    /** Turns alternate between the speakers; word {@code i} of all lies at {@code i} x 0.4 s and takes 0.35 s. */
    public static SyncedTranscript of(List<String> speakers, String... turns) {
        List<List<String>> words = new ArrayList<>();
        for (String turn : turns) {
            words.add(List.of(turn.split(" ")));
        }
        double[] at = {0};
        return build(speakers, words, i -> {
            double start = at[0];
            at[0] += 0.4;
            return new Timing.Timed(TimeSpan.ofSeconds(start, start + 0.35), 0.9, Origin.ALIGNED);
        });
    }

    /** A text as the importer understands it, its words timed as in {@link #of}. */
    public static SyncedTranscript imported(String text) {
        Transcript transcript = TranscriptAnalyzer.analyze(PlainReader.document("text.txt", text), List.of());
        List<Turn> turns = new ArrayList<>();
        double at = 0;
        for (Turn turn : TurnBuilder.turns(transcript)) {
            List<Word> words = new ArrayList<>();
            for (Word word : turn.words()) {
                words.add(word.withTiming(new Timing.Timed(TimeSpan.ofSeconds(at, at + 0.35), 0.9, Origin.ALIGNED)));
                at += 0.4;
            }
            turns.add(turn.withWords(words));
        }
        return synced(transcript, turns, at);
    }

    /** Random turns and times; some words have none, some speakers overlap, some words are long. */
    public static SyncedTranscript random(long seed) {
        Random random = new Random(seed);
        List<List<String>> turns = new ArrayList<>();
        for (int t = 0; t < 1 + random.nextInt(12); t++) {
            List<String> words = new ArrayList<>();
            for (int w = 0; w < 1 + random.nextInt(60); w++) {
                String word = VOCABULARY[random.nextInt(VOCABULARY.length)];
                words.add(word.equals("-->") ? "a-->" : word);
            }
            turns.add(words);
        }
        double[] at = {random.nextDouble() * 3};
        List<String> speakers = List.of("Ann & <Bo>", "Жанна\u00a0–\u00a0x");
        return build(speakers, turns, i -> {
            if (random.nextInt(12) == 0) {
                return Timing.UNALIGNED;
            }
            double start = at[0] + (random.nextInt(20) == 0 ? random.nextDouble() * 9 : 0);
            double length = random.nextInt(30) == 0 ? random.nextDouble() * 9 : 0.05 + random.nextDouble() * 0.6;
            at[0] = start + length + (random.nextInt(8) == 0 ? random.nextDouble() : 0);
            return new Timing.Timed(TimeSpan.ofSeconds(start, start + length), random.nextDouble(), Origin.ALIGNED);
        });
    }

    private static SyncedTranscript build(
            List<String> speakers, List<List<String>> turns, java.util.function.IntFunction<Timing> timing) {
        StringBuilder text = new StringBuilder();
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Turn> result = new ArrayList<>();
        int n = 0;
        double end = 1;
        for (int t = 0; t < turns.size(); t++) {
            int from = text.length();
            List<Word> words = new ArrayList<>();
            for (String word : turns.get(t)) {
                int at = text.length();
                text.append(word);
                Timing time = timing.apply(n++);
                end = Math.max(end, time.span().map(TimeSpan::endSeconds).orElse(0.0));
                words.add(new Word("w" + at, word, new CharSpan(at, text.length()), time));
                text.append(' ');
            }
            String speaker = speakers.get(t % speakers.size());
            paragraphs.add(new Paragraph(
                    t + 1,
                    new CharSpan(from, text.length() - 1),
                    ParagraphKind.TURN,
                    Optional.of(speaker),
                    List.of(),
                    Optional.empty()));
            result.add(new Turn("t" + from, speaker, t + 1, false, java.util.OptionalDouble.empty(), words));
            text.append('\n');
        }
        List<Transcript.Hint> hints = paragraphs.size() < 4
                ? List.of()
                : List.of(new Transcript.Hint(
                        paragraphs.get(0).place(), TimeSpan.ofSeconds(1, 2.5), false, paragraphs.size() % 2));
        return synced(new Transcript("text.txt", text.toString(), paragraphs, List.of(), hints), result, end);
    }

    private static SyncedTranscript synced(Transcript transcript, List<Turn> turns, double seconds) {
        return new SyncedTranscript(
                "en-us",
                List.of(new Recording(
                        "/tapes/side a.wav",
                        "00",
                        1,
                        Math.round((seconds + 1) * 1e6),
                        "mono",
                        false,
                        java.util.OptionalDouble.empty(),
                        turns.size() % 5 == 4 ? 2 : 1,
                        turns.size() % 5 == 4 ? 1.5 : 0,
                        turns.size() % 5 == 4 ? List.of(TimeSpan.ofSeconds(0.5, 0.75)) : List.of())),
                transcript,
                turns,
                List.of(),
                List.of(),
                new MatchQuality(0.5, seconds, 0.5, 20));
    }
}
