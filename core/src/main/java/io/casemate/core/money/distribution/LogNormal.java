package io.casemate.core.money.distribution;

/**
 * exp(mu + sigma Z) with Z standard normal.
 *
 * @param mu mean of the logarithm
 * @param sigma standard deviation of the logarithm, at least 0
 */
public record LogNormal(double mu, double sigma) implements Distribution {
    /** Standard normal quantile of 0.95. */
    private static final double Z95 = NormalQuantile.of(0.95);

    public LogNormal {
        if (!Double.isFinite(mu) || !(sigma >= 0) || Double.isInfinite(sigma)) {
            throw new IllegalArgumentException("need a finite mu and sigma >= 0, got %s, %s".formatted(mu, sigma));
        }
    }

    /**
     * The log-normal whose 5 % and 95 % points are given: nine values in ten lie between them.
     *
     * @param low 5 % point, above 0
     * @param high 95 % point, at least {@code low}
     */
    public static LogNormal of90(double low, double high) {
        if (!(low > 0) || !(high >= low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("need 0 < low <= high, got %s to %s".formatted(low, high));
        }
        return new LogNormal((Math.log(low) + Math.log(high)) / 2, Math.log(high / low) / (2 * Z95));
    }

    @Override
    public double mean() {
        return Math.exp(mu + sigma * sigma / 2);
    }

    @Override
    public double variance() {
        return Math.expm1(sigma * sigma) * Math.exp(2 * mu + sigma * sigma);
    }

    @Override
    public double quantile(double u) {
        return Math.exp(mu + sigma * NormalQuantile.of(u));
    }

    @Override
    public LogNormal times(double factor) {
        return new LogNormal(mu + Math.log(factor), sigma);
    }
}
