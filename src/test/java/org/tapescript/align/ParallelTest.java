package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tapescript.job.CancellationToken;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ParallelTest {
    private static final List<Integer> PIECES = IntStream.range(0, 200).boxed().toList();

    private final CancellationToken cancel = new CancellationToken();

    @Test
    void resultsComeInTheOrderOfThePieces() {
        try (Parallel parallel = new Parallel(cancel)) {
            List<Integer> doubled = parallel.map(PIECES, Object::new, w -> piece -> {
                // The first take longest.
                for (int i = 0; i < (200 - piece) * 1000; i++) {
                    Thread.onSpinWait();
                }
                return 2 * piece;
            });
            assertThat(doubled).isEqualTo(PIECES.stream().map(p -> 2 * p).toList());
        }
    }

    @Test
    void theLongestAreBegunFirst() {
        List<Integer> begun = new ArrayList<>();
        try (Parallel parallel = new Parallel(cancel, 1)) {
            assertThat(parallel.map(List.of(3, 9, 1, 9, 5), piece -> piece, Object::new, w -> piece -> {
                        begun.add(piece);
                        return 2 * piece;
                    }))
                    .containsExactly(6, 18, 2, 18, 10);
        }
        assertThat(begun).containsExactly(9, 9, 5, 3, 1);
    }

    @Test
    void whatWasBegunIsWaitedForWhenItIsAskedFor() {
        CountDownLatch asked = new CountDownLatch(1);
        try (Parallel parallel = new Parallel(cancel, 2)) {
            Supplier<Integer> begun = parallel.begin(() -> {
                try {
                    asked.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return 7;
            });
            assertThat(parallel.map(PIECES, Object::new, w -> piece -> piece)).isEqualTo(PIECES);
            asked.countDown();
            assertThat(begun.get()).isEqualTo(7);
            Supplier<Integer> failing = parallel.begin(() -> {
                throw new IllegalArgumentException("odd");
            });
            assertThatThrownBy(failing::get).isInstanceOf(IllegalArgumentException.class);
            cancel.cancel();
            assertThatThrownBy(parallel.begin(() -> 1)::get).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void aWorkspaceIsOneThreadsOwn() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (Parallel parallel = new Parallel(cancel)) {
            List<List<Thread>> users = parallel.map(PIECES, () -> new ArrayList<Thread>(), own -> piece -> {
                own.add(Thread.currentThread());
                threads.add(Thread.currentThread());
                return own;
            });
            assertThat(users).allMatch(own -> Set.copyOf(own).size() == 1);
            assertThat(Set.copyOf(users)).hasSameSizeAs(threads);
        }
    }

    @Test
    void afterOneHasFailedNoFurtherPieceIsBegun() {
        AtomicInteger begun = new AtomicInteger();
        try (Parallel parallel = new Parallel(cancel, 2)) {
            assertThatThrownBy(() -> parallel.map(PIECES, Object::new, w -> piece -> {
                        if (begun.incrementAndGet() == 1) {
                            throw new IllegalArgumentException("the first");
                        }
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
                        return piece;
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            parallel.map(List.of(1), Object::new, w -> piece -> piece);
        }
        assertThat(begun).hasValueLessThan(PIECES.size());
    }

    @Test
    void whatAPieceThrowsComesOutAsItIs() {
        for (Throwable trouble : new Throwable[] {
            new IllegalArgumentException("odd"), new OutOfMemoryError("none left"), new StackOverflowError()
        }) {
            try (Parallel parallel = new Parallel(cancel)) {
                assertThatThrownBy(() -> parallel.map(PIECES, Object::new, w -> piece -> {
                            if (piece == 7) {
                                throw ParallelTest.<RuntimeException>unchecked(trouble);
                            }
                            return piece;
                        }))
                        .isSameAs(trouble);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable e) throws T {
        throw (T) e;
    }

    @Test
    void nothingIsBegunOnceItIsCancelled() {
        Set<Integer> begun = ConcurrentHashMap.newKeySet();
        try (Parallel parallel = new Parallel(cancel)) {
            assertThatThrownBy(() -> parallel.map(PIECES, Object::new, w -> piece -> {
                        begun.add(piece);
                        cancel.cancel();
                        return piece;
                    }))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(begun).hasSizeLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
    }
}
