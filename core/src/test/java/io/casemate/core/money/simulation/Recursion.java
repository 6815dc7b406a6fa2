package io.casemate.core.money.simulation;

import io.casemate.core.money.distribution.Beta;
import io.casemate.core.money.distribution.Constant;
import io.casemate.core.money.distribution.Distribution;
import io.casemate.core.money.scenario.Dials;
import io.casemate.core.money.scenario.Peril;
import io.casemate.core.money.scenario.Stake;

/**
 * A year's loss as probabilities on a grid, by Panjer's recursion (Panjer, Recursive Evaluation of a Family of Compound
 * Distributions, ASTIN Bulletin 12, 1981): of Poisson counts where both dials are known, else of negative binomial counts, once for
 * each of many equally likely V.
 *
 * @param mass of 0, of one step, of two steps and so on
 */
record Recursion(double step, double[] mass) {
    private static final int CELLS = 4_096;
    private static final int DRAWS = 200_000;
    private static final int BELIEFS = 100;

    static Recursion of(Peril peril, double step) {
        double[] loss = {1};
        for (Stake stake : peril.stakes()) {
            double[] secondary = grid(stake.secondary(), step);
            for (int i = 0; i < CELLS; i++) {
                secondary[i] *= stake.probability();
            }
            secondary[0] += 1 - stake.probability();
            loss = convolved(loss, convolved(grid(stake.primary(), step), secondary));
        }
        return new Recursion(
                step,
                switch (peril.dials()) {
                    case Dials.Stated s -> poisson(s.meanEvents(), loss);
                    case Dials.Posterior p -> mixed(p, loss);
                });
    }

    /** The sum of two independent ones. */
    Recursion plus(Recursion other) {
        return new Recursion(step, convolved(mass, other.mass));
    }

    double mean() {
        double mean = 0;
        for (int i = 0; i < CELLS; i++) {
            mean += i * step * mass[i];
        }
        return mean;
    }

    /** Probability of more than an amount; what is in a cell lies evenly half a step to either side. */
    double beyond(double amount) {
        double beyond = 0;
        for (int i = 0; i < CELLS; i++) {
            beyond += mass[i] * Math.clamp(i + 0.5 - amount / step, 0, 1);
        }
        return beyond;
    }

    double quantile(double at) {
        double before = 0;
        int i = 0;
        while (before + mass[i] < at) {
            before += mass[i++];
        }
        return i == 0 ? 0 : step * (i - 0.5 + (at - before) / mass[i]);
    }

    /** Mean of the worst share 1 - {@code at}. */
    double meanBeyond(double at) {
        double left = 1 - at;
        double sum = 0;
        for (int i = CELLS - 1; i > 0 && left > 0; i--) {
            double taken = Math.min(left, mass[i]);
            sum += taken * i * step;
            left -= taken;
        }
        return sum / (1 - at);
    }

    private static double[] poisson(double rate, double[] loss) {
        double[] year = new double[CELLS];
        year[0] = Math.exp(rate * (loss[0] - 1));
        recur(year, loss, 0, rate);
        return year;
    }

    /** F is Gamma and V is v: so counts are negative binomial with as many expected failures as the Gamma has shape. */
    private static double[] mixed(Dials.Posterior p, double[] loss) {
        var belief = new Beta(p.trials() * p.vulnerability(), p.trials() * (1 - p.vulnerability()));
        double[] mixed = new double[CELLS];
        for (int k = 0; k < BELIEFS; k++) {
            double scale = belief.quantile((k + 0.5) / BELIEFS) / p.years();
            double a = scale / (1 + scale);
            double[] year = new double[CELLS];
            year[0] = Math.pow(1 + scale * (1 - loss[0]), -p.shape());
            recur(year, loss, a, (p.shape() - 1) * a);
            for (int i = 0; i < CELLS; i++) {
                mixed[i] += year[i] / BELIEFS;
            }
        }
        return mixed;
    }

    /** Counts with p(n) = (a + b / n) p(n - 1): g(s) = sum of (a + b j / s) f(j) g(s - j), over 1 - a f(0). */
    private static void recur(double[] year, double[] loss, double a, double b) {
        for (int s = 1; s < CELLS; s++) {
            double sum = 0;
            for (int j = 1; j <= s; j++) {
                sum += (a + b * j / s) * loss[j] * year[s - j];
            }
            year[s] = sum / (1 - a * loss[0]);
        }
    }

    /** Each amount is shared out between the cells around it, so that the mean stays. */
    private static double[] grid(Distribution distribution, double step) {
        double[] grid = new double[CELLS];
        if (distribution.equals(Constant.ZERO)) {
            grid[0] = 1;
            return grid;
        }
        for (int i = 0; i < DRAWS; i++) {
            double at = distribution.quantile((i + 0.5) / DRAWS) / step;
            int cell = Math.min((int) at, CELLS - 2);
            double share = Math.min(1, at - cell);
            grid[cell] += (1 - share) / DRAWS;
            grid[cell + 1] += share / DRAWS;
        }
        return grid;
    }

    private static double[] convolved(double[] one, double[] other) {
        double[] sum = new double[CELLS];
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; one[i] != 0 && j + i < CELLS && j < other.length; j++) {
                sum[i + j] += one[i] * other[j];
            }
        }
        return sum;
    }
}
