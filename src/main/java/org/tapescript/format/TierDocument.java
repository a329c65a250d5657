package org.tapescript.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TimedTurns.Said;

/**
 * Makes a document of annotation tiers, as Praat and ELAN have them. A tier is of words if its name says so, or if hardly an interval
 * holds a space; what is not words or phones is turns, in which words of the same speaker are found.
 */
public final class TierDocument {
    private static final double MOSTLY = 0.95;

    /** A stretch that is labelled. */
    public record Interval(TimeSpan time, String text) {}

    /**
     * @param name by which the speaker is called if the file has no other way to say
     * @param speaker empty if the file does not say
     */
    public record Tier(String name, String speaker, List<Interval> intervals) {
        String speaks() {
            return speaker.isEmpty()
                    ? name.replaceAll("(?i)[ _:/-]*\\b(words?|turns?|utterances?)$", "")
                            .strip()
                    : speaker;
        }

        boolean isWords() {
            if (name.toLowerCase(Locale.ROOT).matches(".*\\b(turns?|utterances?|sentences?|phrases?)$")) {
                return false;
            }
            long single = intervals.stream().filter(i -> !i.text.contains(" ")).count();
            return name.toLowerCase(Locale.ROOT).matches(".*\\bwords?$") || single > MOSTLY * intervals.size();
        }

        boolean isPhones() {
            return name.toLowerCase(Locale.ROOT).matches(".*\\b(phones?|phonemes?|segments?|syllables?|mau|kan)$");
        }
    }

    private TierDocument() {}

    /** Words of a speaker who has no turns, until a pause. */
    private static List<Interval> runs(List<Interval> words) {
        List<Interval> result = new ArrayList<>();
        for (Interval word : words) {
            Interval last = result.isEmpty() ? null : result.get(result.size() - 1);
            if (last != null && word.time.startSeconds() - last.time.endSeconds() <= WordRuns.PAUSE_SECONDS) {
                result.set(result.size() - 1, new Interval(last.time.union(word.time), last.text + " " + word.text));
            } else {
                result.add(word);
            }
        }
        return result;
    }

    /** @throws UnreadableTranscriptException if no tier holds anything */
    public static SourceDocument of(Path file, List<Tier> all) throws UnreadableTranscriptException {
        List<Tier> tiers = all.stream()
                .filter(t -> !t.intervals.isEmpty() && !t.isPhones())
                .toList();
        Map<String, List<Interval>> words = new LinkedHashMap<>();
        List<Map.Entry<String, Interval>> turns = new ArrayList<>();
        for (Tier tier : tiers) {
            if (tier.isWords()) {
                words.computeIfAbsent(tier.speaks(), s -> new ArrayList<>()).addAll(tier.intervals);
            } else {
                tier.intervals.forEach(i -> turns.add(Map.entry(tier.speaks(), i)));
            }
        }
        if (turns.isEmpty()) {
            List<WordRuns.SpokenWord> spoken = new ArrayList<>();
            words.forEach(
                    (speaker, list) -> list.forEach(i -> spoken.add(new WordRuns.SpokenWord(speaker, i.text, i.time))));
            return WordRuns.document(file, spoken);
        }
        words.forEach((speaker, list) -> {
            if (turns.stream().noneMatch(t -> t.getKey().equals(speaker))) {
                runs(list).forEach(i -> turns.add(Map.entry(speaker, i)));
            }
        });
        turns.sort(Comparator.comparingLong(t -> t.getValue().time.startMicros()));
        TimedTurns result = new TimedTurns(file);
        for (Map.Entry<String, Interval> turn : turns) {
            TimeSpan span = turn.getValue().time;
            List<Said> within = words.getOrDefault(turn.getKey(), List.of()).stream()
                    .filter(w -> w.time.startMicros() >= span.startMicros() && w.time.endMicros() <= span.endMicros())
                    .map(w -> new Said(w.text, Optional.of(w.time)))
                    .toList();
            result.turn(turn.getKey(), Optional.of(span), TimedTurns.words(turn.getValue().text, within));
        }
        return result.build();
    }
}
