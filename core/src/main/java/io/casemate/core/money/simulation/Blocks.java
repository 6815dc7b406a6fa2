package io.casemate.core.money.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Years in blocks of fixed size, which threads take in turn and hand in strictly in their order: so sums do not depend on the
 * threads, and each thread needs room for one block only.
 */
final class Blocks {
    private static final int BLOCK_YEARS = 16 * Page.YEARS;

    private final List<Model> models;
    private final long years;
    private final int threads;
    private final long blocks;
    private long taken;
    private long added;
    private boolean broken;

    Blocks(List<Model> models, long years, int threads) {
        this.models = models;
        this.years = years;
        this.blocks = (years + BLOCK_YEARS - 1) / BLOCK_YEARS;
        this.threads = (int) Math.min(threads, blocks);
    }

    void run(Sums total) {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> work(total)));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a block of years could not be simulated", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while simulating", e);
        }
    }

    private void work(Sums total) {
        List<Page> pages = models.stream().map(Model::page).toList();
        var sums = new Sums(models);
        boolean done = false;
        try {
            for (long block = take(); block < blocks; block = take()) {
                sums.clear();
                fill(block, pages, sums);
                hand(block, sums, total);
            }
            done = true;
        } finally {
            if (!done) {
                breakOff();
            }
        }
    }

    private void fill(long block, List<Page> pages, Sums sums) {
        long end = Math.min(years, (block + 1) * BLOCK_YEARS);
        for (long first = block * BLOCK_YEARS; first < end; first += Page.YEARS) {
            int count = (int) Math.min(Page.YEARS, end - first);
            for (int s = 0; s < pages.size(); s++) {
                models.get(s).simulate(first, count, pages.get(s));
            }
            sums.add(pages, count);
        }
    }

    private synchronized long take() {
        return taken++;
    }

    private synchronized void hand(long block, Sums sums, Sums total) {
        while (added != block && !broken) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while simulating", e);
            }
        }
        total.add(sums);
        added++;
        notifyAll();
    }

    private synchronized void breakOff() {
        broken = true;
        notifyAll();
    }
}
