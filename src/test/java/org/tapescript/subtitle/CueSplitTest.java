package org.tapescript.subtitle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Cue;
import org.tapescript.domain.Origin;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Word;

/** Compares the split that is found with all splits that there are, of short turns said at all speeds. */
class CueSplitTest {
    private static final int MAXIMUM_WORDS = 12;

    private static List<Word> turn(Random random) {
        List<Word> words = new ArrayList<>();
        int n = 2 + random.nextInt(MAXIMUM_WORDS - 1);
        double speed = 0.05 + 0.6 * random.nextDouble();
        double at = 1;
        int place = 0;
        for (int i = 0; i < n; i++) {
            String text = "abcdefghijklmnopqrstuvwxyz".substring(0, 1 + random.nextInt(14))
                    + (random.nextInt(5) == 0 ? "." : "");
            double end = at + speed * (0.3 + random.nextDouble());
            Timing timing = i > 0 && random.nextInt(10) == 0
                    ? Timing.UNALIGNED
                    : new Timing.Timed(TimeSpan.ofSeconds(at, end), 1, Origin.ALIGNED);
            words.add(new Word("w" + i, text, new CharSpan(place, place + text.length()), timing));
            place += text.length() + 1;
            at = end + (random.nextInt(4) == 0 ? 1.5 * random.nextDouble() : 0);
        }
        return words;
    }

    private static int breaches(List<List<Word>> split, CueRules rules, double limit) {
        CueTimes times = new CueTimes(rules);
        LineBreaker breaker = new LineBreaker(rules);
        int n = 0;
        for (int i = 0; i < split.size(); i++) {
            List<Word> cue = split.get(i);
            List<TimeSpan> spans = cue.stream().flatMap(w -> w.span().stream()).toList();
            if (spans.isEmpty()) {
                return Integer.MAX_VALUE;
            }
            List<String> texts = cue.stream().map(Word::text).toList();
            if (breaker.lines(texts).isEmpty()) {
                return Integer.MAX_VALUE;
            }
            List<String> lines = breaker.lines(texts).get();
            double next = i + 1 < split.size()
                    ? split.get(i + 1).stream()
                            .flatMap(w -> w.span().stream())
                            .findFirst()
                            .map(TimeSpan::startSeconds)
                            .orElse(limit)
                    : limit;
            TimeSpan time = times.span(
                    spans.get(0).startSeconds(),
                    spans.get(spans.size() - 1).endSeconds(),
                    next,
                    LineBreaker.length(String.join(" ", lines)),
                    cue.size(),
                    0);
            n += CueCheck.of(new Cue(List.of(new Cue.Part("A", cue, lines)), time), rules)
                    .size();
        }
        return n;
    }

    @Test
    void noOtherSplitBreaksFewerRules() {
        int broken = 0;
        for (String preset : CuePresets.names()) {
            CueRules rules = CuePresets.named(preset).orElseThrow();
            for (long seed = 0; seed < 150; seed++) {
                Random random = new Random(seed);
                List<Word> words = turn(random);
                double limit = words.stream()
                                .flatMap(w -> w.span().stream())
                                .reduce((a, b) -> b)
                                .orElseThrow()
                                .endSeconds()
                        + 2 * random.nextDouble();
                int best = Integer.MAX_VALUE;
                for (int cuts = 0; cuts < 1 << (words.size() - 1); cuts++) {
                    List<List<Word>> split = new ArrayList<>();
                    int from = 0;
                    for (int i = 1; i <= words.size(); i++) {
                        if (i == words.size() || (cuts >> (i - 1) & 1) == 1) {
                            split.add(words.subList(from, i));
                            from = i;
                        }
                    }
                    best = Math.min(best, breaches(split, rules, limit));
                }
                int found = breaches(new CueSplit(rules, words, limit, Map.of()).best(), rules, limit);
                assertThat(found).as("%s, seed %d: %s", preset, seed, words).isEqualTo(best);
                broken += best > 0 ? 1 : 0;
            }
        }
        // Turns that cannot keep to the rules are among them, and turns that can.
        assertThat(broken).isBetween(50, 550);
    }
}
