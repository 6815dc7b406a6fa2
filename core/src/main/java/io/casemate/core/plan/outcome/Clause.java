package io.casemate.core.plan.outcome;

import io.casemate.core.plan.program.Term;

/**
 * A number that depends on a few choices: what a condition of a path adds in decibans (minus infinity where it fails), or how
 * often adversaries try.
 *
 * @param choices numbers of the choices, ascending, at most {@link #MOST}
 * @param values by the set of those in place, bit i for {@code choices[i]}; length 2 to their count
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read by the million
record Clause(int[] choices, double[] values) {
    static final int MOST = 16;

    double at(boolean[] placed) {
        int set = 0;
        for (int i = 0; i < choices.length; i++) {
            if (placed[choices[i]]) {
                set |= 1 << i;
            }
        }
        return values[set];
    }

    /** The least over all completions of a state. */
    double least(byte[] state) {
        int in = 0;
        int free = 0;
        for (int i = 0; i < choices.length; i++) {
            byte now = state[choices[i]];
            in |= now == Term.IN ? 1 << i : 0;
            free |= now == Term.FREE ? 1 << i : 0;
        }
        double least = values[in];
        for (int some = free; some != 0; some = some - 1 & free) {
            least = Math.min(least, values[in | some]);
        }
        return least;
    }

    boolean constant() {
        return choices.length == 0;
    }
}
