package org.tapescript.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TierDocument.Interval;
import org.tapescript.format.TierDocument.Tier;

class TierKindsTest {
    private static boolean isFine(String... texts) {
        List<Interval> intervals = Stream.of(texts)
                .map(t -> new Interval(TimeSpan.ofSeconds(0, 1), t))
                .toList();
        return TierKinds.isFine(new Tier("x", "", "", intervals));
    }

    @Test
    void namesOfIntervalsAreNotSaid() {
        assertThat(isFine("a1 b", "seg_1 c", "x y")).isFalse();
        assertThat(isFine("ann_berg-12", "seg.7b", "12", "AB")).isTrue();
    }

    /** A damaged file has words of many thousand letters, which can be cut into groups in countless ways. */
    @Test
    void longWordsAreNoCodes() {
        assertThat(isFine("a_1".repeat(100_000), "a".repeat(300_000) + " !", "c d"))
                .isFalse();
    }
}
