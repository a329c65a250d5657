package org.tapescript.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tapescript.domain.Reading;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TimedTurns.Said;

/**
 * Makes a document of annotation tiers, as Praat, ELAN and EXMARaLDA have them. Tiers of one speaker, of one root, or of the same times
 * are about the same speech: of each such group one is what was said, one perhaps its words; the others are notes, codes, translations.
 */
public final class TierDocument {
    private static final double NAMING = 0.8;
    private static final Pattern SILENT =
            Pattern.compile("sp|sil|SIL|spn|SPN|<(?:eps|sil|unk|p:|s|/s)>|\\{(?:SL|OOV|LG|NS|BR|CG)\\}|[#_.]");

    /** A stretch that is labelled. */
    public record Interval(TimeSpan time, String text) {}

    /**
     * @param speaker empty if the file does not say
     * @param root name of the tier that this one is part of; its own if it is part of none
     */
    public record Tier(String name, String speaker, String root, List<Interval> intervals) {
        public Tier {
            intervals = intervals.stream()
                    .sorted(Comparator.comparingLong(i -> i.time.startMicros()))
                    .toList();
        }

        /** Its intervals without those that aligners put where nobody speaks. */
        List<Interval> spoken() {
            return intervals.stream()
                    .filter(i -> !SILENT.matcher(i.text).matches())
                    .toList();
        }

        /** Whether it says who speaks, not what: its intervals hold names of tiers. */
        private boolean says(Set<String> names) {
            long named = intervals.stream()
                    .filter(i -> Arrays.stream(i.text.split("\\h*[+,;/]\\h*"))
                            .allMatch(n -> names.contains(n.strip().toLowerCase(Locale.ROOT))))
                    .count();
            return named > NAMING * intervals.size();
        }

        String speaks() {
            return speaker.isBlank() ? TierNames.speaker(name) : speaker;
        }
    }

    private final TranscriptFile file;
    private final List<Tier> tiers;

    private TierDocument(TranscriptFile file, List<Tier> tiers) {
        this.file = file;
        this.tiers = tiers.stream().filter(t -> !t.intervals.isEmpty()).toList();
    }

    /** @throws UnreadableTranscriptException if no tier holds anything */
    public static SourceDocument of(TranscriptFile file, List<Tier> tiers) throws UnreadableTranscriptException {
        return new TierDocument(file, OverlapBrackets.without(tiers)).document();
    }

    private SourceDocument document() throws UnreadableTranscriptException {
        Map<Tier, Optional<Tier>> chosen = new LinkedHashMap<>();
        Set<String> found = new LinkedHashSet<>();
        boolean same = false;
        for (List<Tier> group : groups()) {
            TierKinds kinds = new TierKinds(group);
            Optional<Tier> said = kinds.said();
            said.or(kinds::words).ifPresent(t -> found.add(t.name));
            if (said.isPresent() || kinds.words().isPresent()) {
                chosen.put(said.orElseGet(() -> kinds.words().orElseThrow()), said.flatMap(s -> kinds.words()));
            }
            same |= kinds.isTranslated();
        }
        if (chosen.isEmpty()) {
            throw file.unreadable(TranscriptFault.NO_TIMED_TEXT);
        }
        // Notes that belong to no speaker are left out only if a speaker's tier exists as well.
        boolean others = chosen.keySet().stream().anyMatch(t -> !TierNames.isAside(t.name));
        if (others) {
            chosen.keySet().removeIf(t -> TierNames.isAside(t.name));
            found.removeIf(TierNames::isAside);
        }
        List<String> told = tiers.stream()
                .filter(t -> found.contains(t.name) || !TierKinds.isFine(t))
                .map(Tier::name)
                .distinct()
                .toList();
        Parts parts = Parts.of(file, Reading.Part.TIER, file.options().tiers(), told, List.copyOf(found), same);
        Map<Tier, Optional<Tier>> taken = new LinkedHashMap<>();
        for (Tier tier : tiers) {
            if (parts.chosen().contains(tier.name)) {
                taken.put(tier, chosen.getOrDefault(tier, Optional.empty()));
            }
        }
        return turns(taken, parts.reading());
    }

    /** Tiers of one speaker or root, and those whose times are the same. */
    private List<List<Tier>> groups() {
        Set<String> names = new HashSet<>();
        tiers.forEach(t -> names.add(t.name.toLowerCase(Locale.ROOT)));
        List<List<Tier>> groups = new ArrayList<>();
        for (Tier tier : tiers) {
            if (tier.says(names)) {
                continue;
            }
            Optional<List<Tier>> group = groups.stream()
                    .filter(g -> g.stream().anyMatch(t -> TierKinds.belong(t, tier)))
                    .findFirst();
            group.ifPresentOrElse(g -> g.add(tier), () -> groups.add(new ArrayList<>(List.of(tier))));
        }
        return groups;
    }

    private SourceDocument turns(Map<Tier, Optional<Tier>> chosen, Reading reading)
            throws UnreadableTranscriptException {
        record Turn(String speaker, Interval interval, Optional<Tier> words) {}
        List<Turn> turns = new ArrayList<>();
        List<WordRuns.SpokenWord> single = new ArrayList<>();
        chosen.forEach((tier, words) -> {
            if (TierKinds.isWords(tier)) {
                tier.spoken().forEach(i -> single.add(new WordRuns.SpokenWord(tier.speaks(), i.text, i.time)));
            } else {
                tier.intervals.forEach(i -> turns.add(new Turn(tier.speaks(), i, words)));
            }
        });
        single.sort(Comparator.comparingLong(w -> w.time().startMicros()));
        if (turns.isEmpty()) {
            return WordRuns.document(file.path(), single).withReading(reading);
        }
        WordRuns.runs(single)
                .forEach(run -> turns.add(new Turn(
                        run.get(0).speaker(),
                        new Interval(
                                run.get(0).time().union(run.get(run.size() - 1).time()),
                                String.join(
                                        " ",
                                        run.stream()
                                                .map(WordRuns.SpokenWord::text)
                                                .toList())),
                        chosen.keySet().stream()
                                .filter(t -> TierKinds.isWords(t)
                                        && t.speaks().equals(run.get(0).speaker()))
                                .findFirst())));
        turns.sort(Comparator.comparingLong(t -> t.interval.time.startMicros()));
        TimedTurns result = new TimedTurns(file.path());
        for (Turn turn : turns) {
            TimeSpan span = turn.interval.time;
            List<Said> within = turn.words
                    .map(w -> within(w, span).stream()
                            .filter(i -> !i.text.contains(" "))
                            .map(i -> new Said(i.text, Optional.of(i.time)))
                            .toList())
                    .orElse(List.of());
            result.turn(turn.speaker, Optional.of(span), TimedTurns.words(turn.interval.text, within));
        }
        return result.build().withReading(reading);
    }

    /** Intervals of a tier within a span, found by halving. */
    private static List<Interval> within(Tier tier, TimeSpan span) {
        int low = 0;
        int high = tier.intervals.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (tier.intervals.get(middle).time.startMicros() < span.startMicros()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<Interval> result = new ArrayList<>();
        for (int i = low;
                i < tier.intervals.size() && tier.intervals.get(i).time.startMicros() < span.endMicros();
                i++) {
            if (tier.intervals.get(i).time.endMicros() <= span.endMicros()) {
                result.add(tier.intervals.get(i));
            }
        }
        return result;
    }
}
