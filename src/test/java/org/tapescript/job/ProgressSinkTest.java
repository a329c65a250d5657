package org.tapescript.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressSinkTest {
    @Test
    void oneCallAtATimeAndNeverLess() {
        AtomicInteger inside = new AtomicInteger();
        List<Double> said = new ArrayList<>();
        List<Integer> together = new ArrayList<>();
        ProgressSink steady = ProgressSink.steady((phase, done, total) -> {
            together.add(inside.incrementAndGet());
            Thread.yield();
            said.add(done);
            inside.decrementAndGet();
        });
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, 2000).parallel().forEach(i -> {
            double now = done.incrementAndGet();
            Thread.yield();
            steady.progress("Listening", now, 2000);
        });
        assertThat(together).allMatch(n -> n == 1);
        assertThat(said).isSorted().endsWith(2000.0);
    }

    @Test
    void anotherPhaseBeginsAnew() {
        List<String> said = new ArrayList<>();
        ProgressSink steady = ProgressSink.steady((phase, done, total) -> said.add(phase + done));
        steady.progress("a", 5, 10);
        steady.progress("a", 4, 10);
        steady.progress("b", 1, 10);
        steady.progress("b", 1, 20);
        steady.progress("b", 0, 20);
        assertThat(said).containsExactly("a5.0", "b1.0", "b1.0", "b0.0");
    }
}
