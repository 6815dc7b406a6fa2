package io.casemate.cli.scan;

import io.casemate.core.problem.Problem;
import io.casemate.scan.spi.Limits;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that bound what a file may cost. */
final class ScanLimits {
    private static final long MEGABYTE = 1_000_000;
    private static final int DAY_SECONDS = 86_400;
    private static final long UNPACKED_MEGABYTES_MAX = 1_000_000_000;
    private static final int DEPTH_MAX = 64;
    private static final int THREADS_MAX = 1024;

    @Option(
            names = "--deadline",
            paramLabel = "SECONDS",
            description = "How long one file may take. Default: ${DEFAULT-VALUE}.")
    private int deadlineSeconds = 120;

    @Option(
            names = "--max-unpacked",
            paramLabel = "MB",
            description = "How much may be unpacked from one file. Default: ${DEFAULT-VALUE}.")
    private long unpackedMegabytes = 16_000;

    @Option(
            names = "--max-depth",
            paramLabel = "N",
            description = "How many archives deep to look. Default: ${DEFAULT-VALUE}.")
    private int depth = 8;

    @Option(names = "--threads", paramLabel = "N", description = "Files read at the same time. Default: one a core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    void check(List<Problem> problems) {
        within("--deadline", deadlineSeconds, DAY_SECONDS, problems);
        within("--max-unpacked", unpackedMegabytes, UNPACKED_MEGABYTES_MAX, problems);
        within("--max-depth", depth, DEPTH_MAX, problems);
        within("--threads", threads, THREADS_MAX, problems);
    }

    Limits limits(boolean explain) {
        return new Limits(
                Duration.ofSeconds(deadlineSeconds),
                unpackedMegabytes * MEGABYTE,
                depth,
                Limits.DEFAULT.membersMax(),
                explain);
    }

    int threads() {
        return threads;
    }

    private static void within(String option, long value, long max, List<Problem> problems) {
        if (value < 1 || value > max) {
            problems.add(new Problem(
                    option,
                    "'%d' is %s".formatted(value, value < 1 ? "below 1" : "too much"),
                    "write a number from 1 to " + max));
        }
    }
}
