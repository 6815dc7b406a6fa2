package io.casemate.scan.weight;

import java.util.Arrays;

/**
 * Takes {@link Moments} of thousands of numbers, {@value #LANES} sums side by side: loops of one statement over arrays, which
 * the compiler turns into vector instructions, where a single sum would wait for each addition.
 */
final class MomentLanes {
    private static final int LANES = 512;

    private final double[] block = new double[LANES];
    private final double[] sums = new double[LANES];
    private final double[] squares = new double[LANES];
    private final double[] cubes = new double[LANES];
    private final double[] fourths = new double[LANES];
    private final double[] lowest = new double[LANES];
    private final double[] highest = new double[LANES];

    /** Moments of the first n values. */
    Moments of(double[] values, int n) {
        int whole = n - n % LANES;
        Moments rest = Moments.of(values, whole, n);
        return whole == 0 ? rest : lanes(values, whole).merge(rest);
    }

    private Moments lanes(double[] values, int n) {
        Arrays.fill(sums, 0);
        System.arraycopy(values, 0, lowest, 0, LANES);
        System.arraycopy(values, 0, highest, 0, LANES);
        for (int from = 0; from < n; from += LANES) {
            System.arraycopy(values, from, block, 0, LANES);
            add(sums, block);
            bound(lowest, highest, block);
        }
        double mean = total(sums) / n;
        Arrays.fill(squares, 0);
        Arrays.fill(cubes, 0);
        Arrays.fill(fourths, 0);
        for (int from = 0; from < n; from += LANES) {
            System.arraycopy(values, from, block, 0, LANES);
            deviate(squares, cubes, fourths, block, mean);
        }
        double min = lowest[0];
        double max = highest[0];
        for (int i = 1; i < LANES; i++) {
            min = Math.min(min, lowest[i]);
            max = Math.max(max, highest[i]);
        }
        return new Moments(n, mean, total(squares), total(cubes), total(fourths), min, max);
    }

    private static void add(double[] sums, double[] values) {
        for (int i = 0; i < LANES; i++) {
            sums[i] += values[i];
        }
    }

    private static void bound(double[] lowest, double[] highest, double[] values) {
        for (int i = 0; i < LANES; i++) {
            lowest[i] = Math.min(lowest[i], values[i]);
            highest[i] = Math.max(highest[i], values[i]);
        }
    }

    private static void deviate(double[] squares, double[] cubes, double[] fourths, double[] values, double mean) {
        for (int i = 0; i < LANES; i++) {
            double deviation = values[i] - mean;
            double square = deviation * deviation;
            squares[i] += square;
            cubes[i] += square * deviation;
            fourths[i] += square * square;
        }
    }

    private static double total(double[] sums) {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return total;
    }
}
