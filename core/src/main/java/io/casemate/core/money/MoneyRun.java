package io.casemate.core.money;

/**
 * How much to simulate.
 *
 * @param years simulated years, 1,000 to 100,000,000
 * @param seed of the random numbers
 * @param threads at least 1; more of them change the time it takes, and no bit of the result
 */
public record MoneyRun(long years, long seed, int threads) {
    public static final long YEARS_MIN = 1_000;
    public static final long YEARS_MAX = 100_000_000;
    /** Enough for a percentile of 99.5 that rests on 500 years. */
    public static final long YEARS_DEFAULT = 100_000;

    public static final long SEED_DEFAULT = 1;

    public MoneyRun {
        if (years < YEARS_MIN || years > YEARS_MAX || threads < 1) {
            throw new IllegalArgumentException(
                    "need %d to %d years and a thread, got %d and %d".formatted(YEARS_MIN, YEARS_MAX, years, threads));
        }
    }
}
