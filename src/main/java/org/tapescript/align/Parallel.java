package org.tapescript.align;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.tapescript.job.CancellationToken;

/**
 * Runs pieces of work on several threads; results come back in the order of the pieces. Which thread takes which
 * piece is a matter of chance, so what a piece returns, or adds to a workspace, must not depend on the pieces that its thread
 * took before.
 */
public final class Parallel implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ExecutorService pool;
    private final CancellationToken cancel;

    /** A thread for each core. */
    public Parallel(CancellationToken cancel) {
        this(cancel, Runtime.getRuntime().availableProcessors());
    }

    Parallel(CancellationToken cancel, int threads) {
        this.cancel = cancel;
        this.pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "align-" + NUMBER.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Applies a function to each piece; each thread makes a workspace for itself, which goes when this returns. */
    public <W, A, B> List<B> map(List<A> pieces, Supplier<W> workspace, Function<W, Function<A, B>> function) {
        return map(pieces, piece -> 0, workspace, function);
    }

    /**
     * The same of pieces that differ in length.
     *
     * @param length of a piece, in any unit: the longest are begun first, so that none is begun when the other threads have nothing to do any more
     */
    public <W, A, B> List<B> map(
            List<A> pieces, ToIntFunction<A> length, Supplier<W> workspace, Function<W, Function<A, B>> function) {
        // Not a ThreadLocal: the pool's threads would hold on to its values.
        Map<Thread, W> own = new ConcurrentHashMap<>();
        List<Integer> order = IntStream.range(0, pieces.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> -length.applyAsInt(pieces.get(i))))
                .toList();
        Map<Integer, Future<B>> futures = new LinkedHashMap<>();
        for (int i : order) {
            futures.put(i, pool.submit(() -> {
                cancel.check();
                W mine = own.computeIfAbsent(Thread.currentThread(), thread -> workspace.get());
                return function.apply(mine).apply(pieces.get(i));
            }));
        }
        List<B> results = new ArrayList<>();
        try {
            for (int i = 0; i < pieces.size(); i++) {
                results.add(result(futures.get(i)));
            }
        } finally {
            // After a failure nobody wants the others; of those that are done nothing can be taken back.
            futures.values().forEach(f -> f.cancel(false));
        }
        return results;
    }

    /**
     * Begins one piece of work that does not wait for others, and leaves the caller to go on.
     *
     * @return gives its result, once there is one
     */
    public <B> Supplier<B> begin(Supplier<B> work) {
        Future<B> future = pool.submit(() -> {
            cancel.check();
            return work.get();
        });
        return () -> result(future);
    }

    private static <B> B result(Future<B> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
