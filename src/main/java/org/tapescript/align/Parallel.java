package org.tapescript.align;

import java.util.ArrayList;
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
        // Not a ThreadLocal: the pool's threads would hold on to its values.
        Map<Thread, W> own = new ConcurrentHashMap<>();
        List<Future<B>> futures = new ArrayList<>();
        for (A piece : pieces) {
            futures.add(pool.submit(() -> {
                cancel.check();
                W mine = own.computeIfAbsent(Thread.currentThread(), thread -> workspace.get());
                return function.apply(mine).apply(piece);
            }));
        }
        List<B> results = new ArrayList<>();
        try {
            for (Future<B> future : futures) {
                results.add(future.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            futures.forEach(f -> f.cancel(false));
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
        return results;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
