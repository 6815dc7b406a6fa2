package io.casemate.core.plan.program;

import java.util.Arrays;

/**
 * A term written out for the bound: the least it can be, by the set of its choices in place, with its share of what the choices
 * cost. Of a term with more choices than {@link #MOST} some are left free for good: a smaller number, still a bound.
 */
final class Block {
    /** Tables grow as 2 to this. */
    static final int MOST = 12;

    final int[] choices;
    final double[] least;

    /** What each choice in place adds here. */
    final double[] share;

    private final double[] scratch;

    private Block(int[] choices, double[] least) {
        this.choices = choices;
        this.least = least;
        this.share = new double[choices.length];
        this.scratch = new double[least.length];
    }

    static Block of(Term term, byte[] state) {
        int[] choices = term.choices();
        if (choices.length > MOST) {
            choices = strongest(term, state);
        }
        double[] least = new double[1 << choices.length];
        for (int set = 0; set < least.length; set++) {
            for (int i = 0; i < choices.length; i++) {
                state[choices[i]] = (set >> i & 1) == 1 ? Term.IN : Term.OUT;
            }
            least[set] = term.least(state);
        }
        for (int choice : choices) {
            state[choice] = Term.FREE;
        }
        return new Block(choices, least);
    }

    /** The choices without which, all others free, the term cannot be small; the others change little and stay free. */
    private static int[] strongest(Term term, byte[] state) {
        Integer[] order = Arrays.stream(term.choices()).boxed().toArray(Integer[]::new);
        double[] without = new double[state.length];
        for (int choice : term.choices()) {
            for (int other : term.choices()) {
                state[other] = Term.OUT;
            }
            state[choice] = Term.IN;
            without[choice] = term.least(state);
        }
        for (int choice : term.choices()) {
            state[choice] = Term.FREE;
        }
        Arrays.sort(order, (a, b) -> without[a] != without[b] ? Double.compare(without[a], without[b]) : a - b);
        return Arrays.stream(order).limit(MOST).mapToInt(i -> i).sorted().toArray();
    }

    /** The least over all sets that fit the state. */
    double least(byte[] state) {
        int in = 0;
        int free = 0;
        for (int i = 0; i < choices.length; i++) {
            byte now = state[choices[i]];
            in |= now == Term.IN ? 1 << i : 0;
            free |= now == Term.FREE ? 1 << i : 0;
        }
        fill();
        double best = Double.POSITIVE_INFINITY;
        for (int some = free; ; some = some - 1 & free) {
            best = Math.min(best, scratch[in | some]);
            if (some == 0) {
                return best;
            }
        }
    }

    /** How much more the least is with a choice in place than without. */
    double marginal(int at) {
        fill();
        double with = Double.POSITIVE_INFINITY;
        double without = Double.POSITIVE_INFINITY;
        for (int set = 0; set < scratch.length; set++) {
            if ((set >> at & 1) == 1) {
                with = Math.min(with, scratch[set]);
            } else {
                without = Math.min(without, scratch[set]);
            }
        }
        return with - without;
    }

    double least() {
        fill();
        double best = Double.POSITIVE_INFINITY;
        for (double value : scratch) {
            best = Math.min(best, value);
        }
        return best;
    }

    /** The set at which it is least; of several the smallest number. */
    int best() {
        fill();
        int best = 0;
        for (int set = 1; set < scratch.length; set++) {
            best = scratch[set] < scratch[best] ? set : best;
        }
        return best;
    }

    private void fill() {
        scratch[0] = 0;
        for (int set = 1; set < scratch.length; set++) {
            int low = Integer.numberOfTrailingZeros(set);
            scratch[set] = scratch[set & set - 1] + share[low];
        }
        for (int set = 0; set < scratch.length; set++) {
            scratch[set] += least[set];
        }
    }
}
