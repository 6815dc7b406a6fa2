package io.casemate.core.plan.program;

/**
 * The best choices found and what is proven of them.
 *
 * @param placed which choices are made
 * @param value the objective there
 * @param bound no choices have a smaller objective
 * @param nodes how many parts of the search were looked at
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read by the million
public record Solution(boolean[] placed, double value, double bound, int nodes) {
    /**
     * Solves a program: exactly where it is small, otherwise with a bound. The same program gives the same solution.
     *
     * @param start choices to begin with, of any cost
     * @param nodesMax how many parts of the search are looked at before what is left becomes the gap
     */
    public static Solution of(Program program, boolean[] start, int nodesMax) {
        return Solver.solve(program, start, nodesMax);
    }

    /** Below this share of the value, a difference is rounding. */
    static final double ROUNDING = 1e-9;

    public boolean optimal() {
        return value - bound <= ROUNDING * Math.max(1, Math.abs(value));
    }

    /** (value - bound) / value, 0 to 1; 0 where nothing is better. */
    public double gap() {
        return optimal() ? 0 : Math.min(1, (value - bound) / value);
    }
}
