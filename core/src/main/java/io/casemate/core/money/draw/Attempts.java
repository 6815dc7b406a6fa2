package io.casemate.core.money.draw;

import java.util.Arrays;

/**
 * Attempts of one year when their rate is Gamma: negative binomial, P(k) = C(shape + k - 1, k) q^shape (1 - q)^k with
 * q = years / (1 + years). By inversion, so that more attempts come of the same number where the shape is larger.
 */
public final class Attempts {
    /** From here on the negative binomial is as good as normal: shape is at least this too, as priors are worth years. */
    private static final double MEAN_MAX = 100_000;

    private final double mean;
    private final double deviation;
    private final double[] cumulated;

    /**
     * @param shape of the Gamma distribution, at least 0; 0 for no attempts
     * @param years its rate, above 0
     */
    public Attempts(double shape, double years) {
        mean = shape / years;
        deviation = Math.sqrt(mean + mean / years);
        cumulated = mean > MEAN_MAX ? new double[0] : cumulated(shape, years);
    }

    private double[] cumulated(double shape, double years) {
        if (shape == 0) {
            return new double[] {1};
        }
        double[] sums = new double[64];
        double log = -shape * Math.log1p(1 / years);
        double sum = 0;
        int k = 0;
        while (true) {
            if (k == sums.length) {
                sums = Arrays.copyOf(sums, 2 * k);
            }
            double p = Math.exp(log);
            sum += p;
            sums[k] = sum;
            if (k > mean && p < 1e-18) {
                return Arrays.copyOf(sums, k + 1);
            }
            log += Math.log((shape + k) / (k + 1)) - Math.log1p(years);
            k++;
        }
    }

    /** Mean attempts a year. */
    public double mean() {
        return mean;
    }

    /** The number of attempts that is not exceeded with probability {@code u}. */
    public int quantile(double u) {
        if (cumulated.length == 0) {
            return Math.clamp(Math.round(mean + deviation * Draws.normal(u)), 0, Integer.MAX_VALUE);
        }
        if (u <= cumulated[0]) {
            return 0;
        }
        int last = cumulated.length - 1;
        int near = Math.min(8, last);
        if (u <= cumulated[near]) {
            int k = 1;
            while (u > cumulated[k]) {
                k++;
            }
            return k;
        }
        int found = Arrays.binarySearch(cumulated, u);
        return Math.min(last, found >= 0 ? found : -found - 1);
    }
}
