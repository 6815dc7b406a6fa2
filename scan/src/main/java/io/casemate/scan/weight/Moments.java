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

    /** Moments of the values from {@code from} to before {@code to}, in two passes over them. */
    static Moments of(double[] values, int from, int to) {
        int n = to - from;
        if (n == 0) {
            return NONE;
        }
        double sum = 0;
        double min = values[from];
        double max = values[from];
        for (int i = from; i < to; i++) {
            sum += values[i];
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        double mean = sum / n;
        double m2 = 0;
        double m3 = 0;
        double m4 = 0;
        for (int i = from; i < to; i++) {
            double d = values[i] - mean;
            m2 += d * d;
            m3 += d * d * d;
            m4 += d * d * d * d;
        }
        return new Moments(n, mean, m2, m3, m4, min, max);
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
