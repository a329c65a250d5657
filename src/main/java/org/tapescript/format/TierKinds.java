package org.tapescript.format;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tapescript.format.TierDocument.Interval;
import org.tapescript.format.TierDocument.Tier;

/** Tells which of the tiers that are about the same speech is what was said, and which its words. */
final class TierKinds {
    /** Letters of a code at most; of what is much longer, a pattern would try every way to cut it. */
    private static final int LONGEST_CODE = 60;

    private static final double MOSTLY = 0.95;
    /** Tiers whose times agree so far say the same in another way: speakers take turns. */
    private static final double SAME = 0.8;

    private static final int ENOUGH = 3;

    private final List<Tier> group;

    TierKinds(List<Tier> group) {
        this.group = group;
    }

    /** Whether two tiers are about the same speech. */
    static boolean belong(Tier a, Tier b) {
        if (!a.speaker().isBlank() && !b.speaker().isBlank() && !a.speaker().equals(b.speaker())) {
            return false;
        }
        return a.root().equals(b.root())
                || !a.speaker().isBlank() && a.speaker().equals(b.speaker())
                || !a.speaks().isEmpty() && a.speaks().equals(b.speaks())
                || agree(a, b);
    }

    private static boolean agree(Tier a, Tier b) {
        if (Math.min(a.intervals().size(), b.intervals().size()) < ENOUGH) {
            return false;
        }
        Set<Long> starts = new HashSet<>();
        a.intervals().forEach(i -> starts.add(i.time().startMicros()));
        long same = b.intervals().stream()
                .filter(i -> starts.contains(i.time().startMicros()))
                .count();
        return same >= SAME * Math.max(a.intervals().size(), b.intervals().size());
    }

    private static boolean single(Tier tier) {
        long single =
                tier.intervals().stream().filter(i -> !i.text().contains(" ")).count();
        return single > MOSTLY * tier.intervals().size()
                || TierNames.isWords(tier.name())
                        && single * 2 > tier.intervals().size();
    }

    /** Whether a tier's intervals are words. */
    static boolean isWords(Tier tier) {
        return !TierNames.isTurns(tier.name()) && single(tier) && !isCodes(tier) && !TierNames.isSounds(tier.name());
    }

    /** Whether a tier's intervals are numbers and abbreviations, by which others are called. */
    private static boolean isCodes(Tier tier) {
        long codes = tier.intervals().stream()
                .map(Interval::text)
                .filter(t -> t.length() <= LONGEST_CODE
                        && t.matches("[\\p{L}\\p{N}]*(?:[_.-]?[\\p{L}\\p{N}]+)*[_.-]?\\d+\\w?|[\\p{Lu}\\p{N}_.-]{1,6}"))
                .count();
        return codes > MOSTLY * tier.intervals().size() && tier.intervals().size() > 1;
    }

    /** Whether a tier holds nothing that somebody would take for what was said. */
    static boolean isFine(Tier tier) {
        return TierNames.isSounds(tier.name()) || isCodes(tier) || single(tier);
    }

    private static long letters(Tier tier) {
        return tier.intervals().stream().mapToLong(i -> i.text().length()).sum();
    }

    /** The tier of what was said; nothing if there are words only. */
    Optional<Tier> said() {
        Tier best = null;
        double most = 0;
        for (Tier tier : group) {
            boolean turns = TierNames.isTurns(tier.name());
            if (TierNames.isSounds(tier.name()) || isCodes(tier) || !turns && single(tier)) {
                continue;
            }
            // The first of several tiers that say as much, unless its name tells that it is only about speech.
            double score = letters(tier)
                    * (turns ? 4 : 1)
                    * (TierNames.isAside(tier.name()) ? 0.01 : 1)
                    * (best == null ? 1 : 0.5);
            if (score > most) {
                best = tier;
                most = score;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The tier of its words, or of words alone. */
    Optional<Tier> words() {
        return group.stream()
                .filter(t -> isWords(t) && !TierNames.isAside(t.name()))
                .findFirst()
                .or(() -> group.stream().filter(TierKinds::isWords).findFirst());
    }

    /** Whether some tier beside the chosen one says as much in other words. */
    boolean isTranslated() {
        Optional<Tier> said = said();
        return said.isPresent()
                && group.stream().anyMatch(t -> t != said.get() && !isFine(t) && letters(t) * 3 > letters(said.get()));
    }
}
