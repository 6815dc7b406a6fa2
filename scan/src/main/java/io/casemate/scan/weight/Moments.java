package io.casemate.scan.weight;

/**
 * Count, extremes and the first four central moments of numbers, mergeable: two halves make the whole. Merging after Chan,
 * Golub and LeVeque (1979) and Pebay (2008), which keeps its digits where the mean is far from 0.
 *
 * @param count how many numbers, all finite
 * @param mean their mean
 * @param m2 sum of squared deviations from the mean
 * @param m3 sum of cubed deviations
 * @param m4 sum of deviations to the fourth power
 * @param min the smallest, +infinity where there is none
 * @param max the largest, -infinity where there is none
 */
public record Moments(long count, double mean, double m2, double m3, double m4, double min, double max) {
    public static final Moments NONE = new Moments(0, 0, 0, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** Moments of the first n values, in two passes over them; four sums at a time, so that additions need not wait. */
    static Moments of(double[] values, int n) {
        if (n == 0) {
            return NONE;
        }
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= n; i += 4) {
            s0 += values[i];
            s1 += values[i + 1];
            s2 += values[i + 2];
            s3 += values[i + 3];
        }
        for (; i < n; i++) {
            s0 += values[i];
        }
        return around(((s0 + s1) + (s2 + s3)) / n, values, n);
    }

    private static Moments around(double mean, double[] values, int n) {
        double min = values[0];
        double max = values[0];
        double a2 = 0;
        double a3 = 0;
        double a4 = 0;
        double b2 = 0;
        double b3 = 0;
        double b4 = 0;
        int i = 0;
        for (; i + 2 <= n; i += 2) {
            double a = values[i];
            double b = values[i + 1];
            if (a < min) {
                min = a;
            }
            if (a > max) {
                max = a;
            }
            if (b < min) {
                min = b;
            }
            if (b > max) {
                max = b;
            }
            double da = a - mean;
            double db = b - mean;
            double qa = da * da;
            double qb = db * db;
            a2 += qa;
            b2 += qb;
            a3 += qa * da;
            b3 += qb * db;
            a4 += qa * qa;
            b4 += qb * qb;
        }
        if (i < n) {
            double d = values[i] - mean;
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
            a2 += d * d;
            a3 += d * d * d;
            a4 += d * d * d * d;
        }
        return new Moments(n, mean, a2 + b2, a3 + b3, a4 + b4, min, max);
    }

    /** Moments of these numbers and those together. */
    public Moments merge(Moments other) {
        if (count == 0) {
            return other;
        }
        if (other.count == 0) {
            return this;
        }
        double a = count;
        double b = other.count;
        double n = a + b;
        double d = other.mean - mean;
        double d2 = d * d;
        return new Moments(
                count + other.count,
                mean + d * b / n,
                m2 + other.m2 + d2 * a * b / n,
                m3 + other.m3 + d2 * d * a * b * (a - b) / (n * n) + 3 * d * (a * other.m2 - b * m2) / n,
                m4
                        + other.m4
                        + d2 * d2 * a * b * (a * a - a * b + b * b) / (n * n * n)
                        + 6 * d2 * (a * a * other.m2 + b * b * m2) / (n * n)
                        + 4 * d * (a * other.m3 - b * m3) / n,
                Math.min(min, other.min),
                Math.max(max, other.max));
    }

    /** Standard deviation of the numbers as a whole population; NaN where there is none. */
    public double standardDeviation() {
        return count == 0 ? Double.NaN : Math.sqrt(Math.max(0, m2) / count);
    }

    /** Excess kurtosis: 0 for a normal distribution, above for heavier tails; NaN where all numbers are the same. */
    public double kurtosis() {
        return m2 <= 0 ? Double.NaN : count * m4 / (m2 * m2) - 3;
    }

    /** Euclidean length of the numbers as one vector. */
    public double norm() {
        return Math.sqrt(Math.max(0, m2 + count * mean * mean));
    }

    /** Whether there are numbers, all of them the same. */
    public boolean constant() {
        return count > 0 && min == max;
    }
}
