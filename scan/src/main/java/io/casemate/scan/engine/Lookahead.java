package io.casemate.scan.engine;

import io.casemate.scan.indicator.Sweep;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.MutedInspection;
import io.casemate.scan.spi.Stopped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The search and the digest of a whole file, made by a thread of its own while a scanner reads the file. What is found is kept
 * back until it is asked for: it only counts where the scanner claimed no part of the file as a content of its own or as numbers,
 * for then it is what a search afterwards would find. Whatever stops it, a failure too, is left to that search to meet again.
 */
final class Lookahead {
    /** More than a search ever tells of one content. */
    private static final int TOLD_MAX = 2_000;

    private static final int BLOCK_BYTES = 128 << 10;

    private final Content file;
    private final FileDigest digest;
    private final long fromBytes;
    private @Nullable Thread thread;
    private @Nullable Search search;
    private volatile boolean cancelled;
    private volatile boolean complete;

    /**
     * Not begun.
     *
     * @param file where it is large, mapped so that every thread may read it
     * @param digest goes along once this has begun, and belongs to it until {@link #end} or {@link #tell}
     * @param fromBytes in a smaller file it does not begin
     */
    Lookahead(Content file, FileDigest digest, long fromBytes) {
        this.file = file;
        this.digest = digest;
        this.fromBytes = fromBytes;
    }

    /**
     * Begins, once and only in a large file.
     *
     * @param bounds says how long the reading may take
     */
    void begin(Inspection bounds) {
        if (thread == null && file.size() >= fromBytes) {
            var begun = new Search(bounds);
            search = begun;
            thread = Thread.ofPlatform().daemon().name("scan-ahead").start(() -> run(begun));
        }
    }

    private void run(Search begun) {
        try {
            Sweep.run(file, List.of(), List.of(), begun);
            complete = true;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | InternalError left) {
            complete = false; // the search afterwards meets it again, and says so
        }
    }

    /** Ends it, done or not. The digest is at the disposal of the caller again, as far as it came. */
    void end() {
        cancelled = true;
        join();
    }

    /**
     * Waits for it and tells what was found.
     *
     * @return whether all was searched; nothing was told otherwise
     */
    boolean tell(Inspection inspection) {
        join();
        if (complete && !cancelled && search != null) {
            search.told.forEach(tale -> tale.accept(inspection));
            return true;
        }
        return false;
    }

    private void join() {
        boolean interrupted = false;
        while (thread != null && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // it must not read on when the file is closed
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps what is told. Asked at each block whether to go on, it first takes the digest of the block. */
    private final class Search implements MutedInspection {
        private final Inspection whole;
        private final List<Consumer<Inspection>> told = new ArrayList<>();
        private long reached;

        Search(Inspection whole) {
            this.whole = whole;
        }

        @Override
        public Inspection whole() {
            return whole;
        }

        @Override
        public void step() {
            if (cancelled) {
                throw new Stopped("nobody waits for it");
            }
            whole.step();
            reached = Math.min(file.size(), reached + BLOCK_BYTES);
            digest.upTo(reached);
        }

        @Override
        public void found(String rule, long offset, String message) {
            keep(inspection -> inspection.found(rule, offset, message));
        }

        @Override
        public void gap(long offset, String what) {
            keep(inspection -> inspection.gap(offset, what));
        }

        @Override
        public void fact(String name, String value) {
            keep(inspection -> inspection.fact(name, value));
        }

        @Override
        public void spend(long bytes) {
            throw new Stopped("the budget belongs to the thread that reads");
        }

        private void keep(Consumer<Inspection> tale) {
            if (told.size() == TOLD_MAX) {
                throw new Stopped("more was told than is kept");
            }
            told.add(tale);
        }
    }
}
