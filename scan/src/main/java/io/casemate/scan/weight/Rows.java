package io.casemate.scan.weight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The lengths (Euclidean norms) of a tensor's rows, along the outermost dimension: a row is what makes one neuron of a linear
 * layer, one filter of a convolution, one token of an embedding.
 *
 * @param count how many rows were measured; 0 where there are too few or they are too short
 * @param median median length
 * @param outliers rows far longer than the others, longest first, at most 10
 */
public record Rows(long count, double median, List<Outlier> outliers) {
    /**
     * One row that is far longer than the others.
     *
     * @param row its index
     * @param robustZ how many robust standard deviations (1.4826 median absolute deviations) above the median
     */
    public record Outlier(long row, double norm, double robustZ) {}

    static final Rows NONE = new Rows(0, 0, List.of());
    /** Heavy tails are usual in trained layers: only what stands out from them is told. */
    private static final double Z_MIN = 12;

    private static final double RATIO_MIN = 5;
    private static final int OUTLIERS_MAX = 10;

    public Rows {
        outliers = List.copyOf(outliers);
    }

    static Rows of(double[] norms) {
        double[] finite = finite(norms);
        int count = finite.length;
        if (count < 16) {
            return NONE;
        }
        double median = ranked(finite, count / 2);
        double spread = Math.max(1.4826 * medianDeviation(finite, median), 1e-6 * median);
        if (spread == 0) {
            return new Rows(count, median, List.of());
        }
        var outliers = new ArrayList<Outlier>();
        double least = Math.max(median * RATIO_MIN, median + Z_MIN * spread);
        double cut = Math.max(least, ranked(finite, count - OUTLIERS_MAX));
        for (int row = 0; row < norms.length; row++) {
            if (norms[row] >= cut && outliers.size() < OUTLIERS_MAX) {
                outliers.add(new Outlier(row, norms[row], (norms[row] - median) / spread));
            }
        }
        outliers.sort(Comparator.comparingDouble(Outlier::norm).reversed());
        return new Rows(count, median, outliers);
    }

    private static double[] finite(double[] norms) {
        var finite = new double[norms.length];
        int count = 0;
        for (double norm : norms) {
            if (Double.isFinite(norm)) {
                finite[count++] = norm;
            }
        }
        return Arrays.copyOf(finite, count);
    }

    private static double medianDeviation(double[] values, double median) {
        var deviations = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            deviations[i] = Math.abs(values[i] - median);
        }
        return ranked(deviations, deviations.length / 2);
    }

    /**
     * The value that would stand at an index if all were sorted, found byte by byte: floats that are not negative are in the order
     * of their bits. Eight passes, whatever the values are; sorting them would take the compiler longer than the processor.
     *
     * @param values none negative, none NaN
     */
    static double ranked(double[] values, int index) {
        int left = index;
        long known = 0;
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            var counts = new int[1 << Byte.SIZE];
            long above = shift == Long.SIZE - Byte.SIZE ? 0 : -1L << (shift + Byte.SIZE);
            for (double value : values) {
                long bits = Double.doubleToRawLongBits(value);
                if ((bits & above) == known) {
                    counts[(int) (bits >>> shift) & 0xff]++;
                }
            }
            int digit = 0;
            while (left >= counts[digit]) {
                left -= counts[digit++];
            }
            known |= (long) digit << shift;
        }
        return Double.longBitsToDouble(known);
    }
}
