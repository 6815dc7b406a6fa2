package io.casemate.scan.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Does work on many items side by side and never waits for one that hangs: after its time a result is made up for it, and
 * another worker goes on with the rest. The one that hangs is left behind; being a daemon it does not outlive the program.
 * Work that fails costs its item alone.
 *
 * @param <T> items
 * @param <R> results
 */
public final class Crew<T, R> {
    private static final long LOOK_EVERY_MILLIS = 50;
    /** Until the first worker has run in the code, others would only run the same slow one. */
    private static final Duration ALONE = Duration.ofMillis(200);

    private final List<T> items;
    private final Function<T, R> work;
    private final Function<T, R> givenUp;
    private final BiFunction<T, Throwable, R> failed;
    private final Duration patience;
    private final LongSupplier nanos;
    private final AtomicReferenceArray<R> results;
    private final AtomicReferenceArray<Long> started;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    /** So many items at the beginning have results. */
    private int finished;

    private final Runnable progress;

    /**
     * A crew for these items.
     *
     * @param givenUp makes the result of an item that took longer than {@code patience}
     * @param failed makes the result of an item whose work ended with an exception or an error
     * @param progress called after each item, by any thread
     */
    public Crew(
            List<T> items,
            Function<T, R> work,
            Function<T, R> givenUp,
            BiFunction<T, Throwable, R> failed,
            Duration patience,
            LongSupplier nanos,
            Runnable progress) {
        this.items = items;
        this.work = work;
        this.givenUp = givenUp;
        this.failed = failed;
        this.patience = patience;
        this.nanos = nanos;
        this.results = new AtomicReferenceArray<>(items.size());
        this.started = new AtomicReferenceArray<>(items.size());
        this.progress = progress;
    }

    /** Works with up to that many workers; the results come in the order of the items. */
    public List<R> work(int workers) {
        if (!items.isEmpty()) {
            hire();
            awaitAll(Math.min(workers, items.size()));
        }
        return IntStream.range(0, items.size()).mapToObj(results::get).toList();
    }

    private synchronized void awaitAll(int workers) {
        long begin = nanos.getAsLong();
        int hired = 1;
        try {
            while (done.get() < items.size()) {
                wait(LOOK_EVERY_MILLIS);
                for (; hired < workers && nanos.getAsLong() - begin >= ALONE.toNanos(); hired++) {
                    hire();
                }
                giveUpWhatHangs();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for results", e);
        }
    }

    private void hire() {
        Thread.ofPlatform().daemon().name("scan").start(this::labour);
    }

    private void labour() {
        for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
            started.set(i, nanos.getAsLong());
            if (!finish(i, result(items.get(i)))) {
                return; // given up: somebody else has taken over
            }
        }
    }

    private R result(T item) {
        try {
            return work.apply(item);
        } catch (RuntimeException | Error failure) {
            return failed.apply(item, failure);
        }
    }

    private boolean finish(int i, R result) {
        if (!results.compareAndSet(i, null, result)) {
            return false;
        }
        progress.run();
        if (done.incrementAndGet() == items.size()) {
            synchronized (this) {
                notifyAll();
            }
        }
        return true;
    }

    private void giveUpWhatHangs() {
        while (finished < items.size() && results.get(finished) != null) {
            finished++;
        }
        for (int i = finished; i < Math.min(next.get(), items.size()); i++) {
            Long since = started.get(i);
            if (since != null
                    && results.get(i) == null
                    && nanos.getAsLong() - since > patience.toNanos()
                    && finish(i, givenUp.apply(items.get(i)))) {
                hire();
            }
        }
    }
}
