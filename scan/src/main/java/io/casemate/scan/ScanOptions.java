package io.casemate.scan;

import io.casemate.scan.cache.KeptResults;
import io.casemate.scan.call.Judge;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.spi.Limits;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * How to scan.
 *
 * @param judge judges calls; it knows the organisation's allow-list
 * @param excluded files and folders to leave out; they are named in the report
 * @param threads files read at the same time
 * @param nanos a clock that only goes forward, for deadlines
 * @param progress told of what is done; called by several threads
 * @param earlier the earlier version of a file, to compare its tensors with
 * @param kept results of earlier scans
 */
public record ScanOptions(
        Limits limits,
        Judge judge,
        List<PathMatcher> excluded,
        int threads,
        LongSupplier nanos,
        Progress progress,
        Function<Path, Optional<Path>> earlier,
        KeptResults kept) {
    /** Told of what is done. */
    public interface Progress {
        /** Nobody is told. */
        Progress NONE = (done, total) -> {};

        /** So many files of so many are done. */
        void done(int done, int total);

        /** What is known of one of them, before it is settled which files are parts of others. */
        default void read(FileReport report) {}
    }

    /** Options that compare with nothing and keep no results. */
    public ScanOptions(
            Limits limits,
            Judge judge,
            List<PathMatcher> excluded,
            int threads,
            LongSupplier nanos,
            Progress progress) {
        this(limits, judge, excluded, threads, nanos, progress, file -> Optional.empty(), KeptResults.NONE);
    }

    public ScanOptions {
        excluded = List.copyOf(excluded);
        if (threads < 1) {
            throw new IllegalArgumentException("need at least one thread, got " + threads);
        }
    }
}
