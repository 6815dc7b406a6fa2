package io.casemate.core.money.tally;

import io.casemate.core.money.loss.Figure;
import java.util.Arrays;

/** Sums and sums of squares of each peril's part, over some years. */
public final class Moments {
    private final double[] sums;
    private final double[] squares;

    public Moments(int perils) {
        sums = new double[perils];
        squares = new double[perils];
    }

    public void add(int peril, double part) {
        sums[peril] += part;
        squares[peril] += part * part;
    }

    /** All of another, or a share of it. */
    public void add(Moments other, double share) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += share * other.sums[i];
            squares[i] += share * other.squares[i];
        }
    }

    public void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(squares, 0);
    }

    /** The mean over so many years, the years in which nothing was added being zeros. */
    public Figure mean(int peril, double years) {
        double mean = sums[peril] / years;
        return new Figure(mean, Math.sqrt(Math.max(0, squares[peril] / years - mean * mean) / years));
    }
}
