package org.tapescript.format;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.format.TierDocument.Interval;
import org.tapescript.format.TierDocument.Tier;

/**
 * Square brackets that mark where people talk at once, as Jefferson's and GAT's conventions have it: {@code ye[s]}, {@code [I do]}. What
 * stands in them is said, while others write notes so.
 */
final class OverlapBrackets {
    /** Overlaps begin and end within words; notes do not. */
    private static final Pattern WITHIN_WORD = Pattern.compile("\\p{L}[\\[\\]]\\p{L}");

    /** Whoever adds letters to a word now and then, "walk[ed]", marks no overlaps. */
    private static final int MIN_COUNT = 3;

    private OverlapBrackets() {}

    /** The tiers without the brackets, if that is what they mark. */
    static List<Tier> without(List<Tier> tiers) {
        int found = 0;
        for (Tier tier : tiers) {
            for (Interval interval : tier.intervals()) {
                Matcher m = WITHIN_WORD.matcher(interval.text());
                while (m.find()) {
                    found++;
                }
            }
        }
        return found < MIN_COUNT
                ? tiers
                : tiers.stream().map(OverlapBrackets::bare).toList();
    }

    private static Tier bare(Tier tier) {
        List<Interval> intervals = tier.intervals().stream()
                .map(i -> new Interval(i.time(), Texts.oneLine(i.text().replaceAll("[\\[\\]]", ""))))
                .toList();
        return new Tier(tier.name(), tier.speaker(), tier.root(), intervals);
    }
}
