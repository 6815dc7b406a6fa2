package io.casemate.core.money.draw;

import java.util.random.RandomGenerator;

/** Exact draws of counts too large to go through one by one. */
public final class Variates {
    private static final double FEW = 30;

    private Variates() {}

    /** Gamma of rate 1 (Marsaglia and Tsang 2000; below shape 1 by their boost). */
    public static double gamma(RandomGenerator random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                if (Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                    return d * v;
                }
            }
        }
    }

    /** Beta(a, b); 0 where a is 0, 1 where b is 0. */
    public static double beta(RandomGenerator random, double a, double b) {
        if (a == 0 || b == 0) {
            return a == 0 ? 0 : 1;
        }
        double x = gamma(random, a);
        double y = gamma(random, b);
        return x + y == 0 ? (random.nextDouble() < a / (a + b) ? 1 : 0) : x / (x + y);
    }

    /** Successes of n attempts: halves n by the median of uniform numbers, which is Beta (Relles 1972), then gaps between successes. */
    public static int binomial(RandomGenerator random, int n, double p) {
        int successes = 0;
        int left = n;
        double share = p;
        while (left * Math.min(share, 1 - share) > FEW) {
            int middle = left / 2 + 1;
            double x = beta(random, middle, left + 1 - middle);
            if (x <= share) {
                successes += middle;
                left -= middle;
                share = (share - x) / (1 - x);
            } else {
                left = middle - 1;
                share /= x;
            }
        }
        return share > 0.5 ? successes + left - rare(random, left, 1 - share) : successes + rare(random, left, share);
    }

    /** Poisson count: reduces a large rate by a Gamma waiting time (Ahrens and Dieter 1974), then inverts. */
    public static int poisson(RandomGenerator random, double rate) {
        int count = 0;
        double left = rate;
        while (left > FEW) {
            int m = (int) (left * 7 / 8);
            double x = gamma(random, m);
            if (x > left) {
                return count + binomial(random, m - 1, left / x);
            }
            count += m;
            left -= x;
        }
        return count + fewEvents(random.nextDouble(), left);
    }

    /** The Poisson count that is not exceeded with probability {@code u}, for rates up to some tens. */
    public static int fewEvents(double u, double rate) {
        double p = Math.exp(-rate);
        double sum = p;
        int k = 0;
        while (u > sum && k < 1_000) {
            k++;
            p *= rate / k;
            sum += p;
        }
        return k;
    }

    private static int rare(RandomGenerator random, int n, double p) {
        if (p <= 0) {
            return 0;
        }
        double scale = 1 / Math.log1p(-p);
        int successes = 0;
        double at = 0;
        while (true) {
            at += 1 + Math.floor(Math.log(1 - random.nextDouble()) * scale);
            if (at > n) {
                return successes;
            }
            successes++;
        }
    }
}
