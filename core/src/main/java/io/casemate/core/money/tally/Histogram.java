package io.casemate.core.money.tally;

import java.util.Arrays;

/**
 * Amounts by size: 128 bins for each power of two, each with its number and its sum, made when first needed. What is smaller
 * than 1/16 falls into the first bin, what is larger than 2^59 into the last. Two histograms add up to one, in any grouping of
 * the years; numbers exactly, sums in the order of adding.
 */
final class Histogram {
    private static final int PAGES = 64;
    private static final int BITS = 7;
    private static final int BINS = 1 << BITS;
    private static final int FIRST_EXPONENT = 1023 - 4;

    private final long[][] counts = new long[PAGES][];
    private final double[][] sums = new double[PAGES][];
    private long years;
    private double squares;

    /** One year's amount, at least 0. */
    void add(double amount) {
        years++;
        if (amount > 0) {
            int bin = bin(amount);
            int page = bin >>> BITS;
            if (counts[page] == null) {
                counts[page] = new long[BINS];
                sums[page] = new double[BINS];
            }
            counts[page][bin & (BINS - 1)]++;
            sums[page][bin & (BINS - 1)] += amount;
            squares += amount * amount;
        }
    }

    void add(double[] amounts, int count) {
        for (int i = 0; i < count; i++) {
            add(amounts[i]);
        }
    }

    void add(Histogram other) {
        years += other.years;
        squares += other.squares;
        for (int page = 0; page < PAGES; page++) {
            if (other.counts[page] != null) {
                if (counts[page] == null) {
                    counts[page] = new long[BINS];
                    sums[page] = new double[BINS];
                }
                for (int i = 0; i < BINS; i++) {
                    counts[page][i] += other.counts[page][i];
                    sums[page][i] += other.sums[page][i];
                }
            }
        }
    }

    void clear() {
        years = 0;
        squares = 0;
        for (int page = 0; page < PAGES; page++) {
            if (counts[page] != null) {
                Arrays.fill(counts[page], 0);
                Arrays.fill(sums[page], 0);
            }
        }
    }

    /** The bin of an amount above 0, from 0 to {@link #bins()} - 1, rising with the amount. */
    static int bin(double amount) {
        int bin = (int) (Double.doubleToRawLongBits(amount) >>> (52 - BITS)) - (FIRST_EXPONENT << BITS);
        return Math.clamp(bin, 0, PAGES * BINS - 1);
    }

    /** The smallest amount of a bin; 0 for the first. */
    static double lower(int bin) {
        return bin == 0 ? 0 : Double.longBitsToDouble((long) (bin + (FIRST_EXPONENT << BITS)) << (52 - BITS));
    }

    static int bins() {
        return PAGES * BINS;
    }

    long years() {
        return years;
    }

    double squares() {
        return squares;
    }

    long count(int bin) {
        return counts[bin >>> BITS] == null ? 0 : counts[bin >>> BITS][bin & (BINS - 1)];
    }

    double sum(int bin) {
        return sums[bin >>> BITS] == null ? 0 : sums[bin >>> BITS][bin & (BINS - 1)];
    }
}
