package io.casemate.core.plan.outcome;

import io.casemate.core.plan.program.Term;
import io.casemate.core.threat.Candidate;
import io.casemate.core.threat.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;

/**
 * One route of one scenario as a function of the choices in place: a sum of decibans, what conditions add or end, and how often it
 * is tried. Equals what an assessment computes along this route.
 *
 * @param base decibans with no choice in place, conditions excluded
 * @param choices numbers of the choices that add decibans, ascending
 * @param decibans what each adds, at most 0; minus infinity for one that blocks the path
 * @param clauses what conditions add
 * @param attempts attempts a year
 * @param probability of a sum of decibans and attempts a year
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read by the million
record Way(
        Candidate candidate,
        Route route,
        double base,
        int[] choices,
        double[] decibans,
        List<Clause> clauses,
        Clause attempts,
        DoubleBinaryOperator probability) {
    /** Of a way that is not there any more. */
    static final double ENDED = -1;

    /** Annual probability along this way, {@link #ENDED} where the choices end it. */
    double at(boolean[] placed) {
        double sum = base;
        for (int i = 0; i < choices.length; i++) {
            if (placed[choices[i]]) {
                sum += decibans[i];
            }
        }
        for (Clause clause : clauses) {
            sum += clause.at(placed);
        }
        double tried = attempts.at(placed);
        if (sum == Double.NEGATIVE_INFINITY || !(tried > 0)) {
            return ENDED;
        }
        return probability.applyAsDouble(sum, tried);
    }

    /** No more than {@link #at} of any completion of a state. */
    double least(byte[] state) {
        double sum = base;
        for (int i = 0; i < choices.length; i++) {
            byte now = state[choices[i]];
            if (now == Term.IN || (now == Term.FREE && decibans[i] < 0)) {
                sum += decibans[i];
            }
        }
        for (Clause clause : clauses) {
            sum += clause.least(state);
        }
        double tried = attempts.least(state);
        if (sum == Double.NEGATIVE_INFINITY || !(tried > 0)) {
            return ENDED;
        }
        return probability.applyAsDouble(sum, tried);
    }

    void mention(Set<Integer> to) {
        Arrays.stream(choices).forEach(to::add);
        clauses.forEach(c -> Arrays.stream(c.choices()).forEach(to::add));
        Arrays.stream(attempts.choices()).forEach(to::add);
    }
}
