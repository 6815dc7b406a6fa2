package io.casemate.core.money.distribution;

import java.util.function.DoubleUnaryOperator;

/**
 * Quantiles of a bounded distribution by linear interpolation, finer towards both ends, where they are steep: each half is cut at
 * 1/4, 1/8, 1/16 and so on of the probability, and each piece into cells of equal width.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read by the million
record QuantileTable(double[][] low, double[][] high) implements DoubleUnaryOperator {
    private static final int PIECES = 24;
    private static final int CELLS = 64;

    static QuantileTable of(Distribution distribution) {
        return new QuantileTable(half(distribution::quantile), half(u -> distribution.quantile(1 - u)));
    }

    /** Piece k goes from 2^-(k+2) to 2^-(k+1); the last one goes from 0. */
    private static double[][] half(DoubleUnaryOperator quantile) {
        double[][] pieces = new double[PIECES][CELLS + 1];
        for (int k = 0; k < PIECES; k++) {
            double from = k == PIECES - 1 ? 0 : Math.scalb(1.0, -k - 2);
            double to = Math.scalb(1.0, -k - 1);
            for (int i = 0; i <= CELLS; i++) {
                pieces[k][i] = quantile.applyAsDouble(Math.max(1e-15, from + (to - from) * i / CELLS));
            }
        }
        return pieces;
    }

    @Override
    public double applyAsDouble(double u) {
        return u < 0.5 ? between(low, u) : between(high, 1 - u);
    }

    /** @param u above 0, at most 1/2 */
    private static double between(double[][] half, double u) {
        int k = Math.clamp(-Math.getExponent(u) - 2, 0, PIECES - 1);
        double from = k == PIECES - 1 ? 0 : Math.scalb(1.0, -k - 2);
        double at = (u - from) * CELLS / (Math.scalb(1.0, -k - 1) - from);
        int i = Math.min((int) at, CELLS - 1);
        return half[k][i] + (half[k][i + 1] - half[k][i]) * (at - i);
    }
}
