package io.casemate.core.plan.program;

import java.util.Arrays;

/** The steps to a solution: look for one, raise the bound, then branch where the two differ. */
final class Solver {
    private static final int SWEEPS = 60;
    private static final int PRICES = 24;

    private Solver() {}

    static Solution solve(Program program, boolean[] start, int nodesMax) {
        var bound = new Bound(program);
        bound.price(program.price());
        var search = new Search(program, bound, start);
        bound.ascend(SWEEPS);
        search.follow();
        boolean limited = program.cost(everything(program)) > program.budget();
        if (limited) {
            bestPrice(program, bound, search);
        }
        return new Branching(program, bound, search.best(), search.bestValue()).run(nodesMax);
    }

    /** The price at which unbounded spending would just meet the budget; the bound is concave in it, so the best is bracketed. */
    private static void bestPrice(Program program, Bound bound, Search search) {
        double low = program.price();
        double high = low + firstPrice(program);
        boolean bracketed = false;
        double best = low;
        double bestValue = bound.value();
        for (int i = 0; i < PRICES; i++) {
            double price = bracketed ? (low + high) / 2 : high;
            bound.price(price);
            double value = bound.ascend(SWEEPS);
            search.follow();
            if (value > bestValue) {
                bestValue = value;
                best = price;
            }
            if (wanted(program, bound) > program.budget()) {
                low = price;
                high = bracketed ? high : price * 4;
            } else {
                high = price;
                bracketed = true;
            }
        }
        bound.price(best);
        bound.ascend(SWEEPS);
    }

    private static double firstPrice(Program program) {
        double sum = 0;
        for (Term term : program.terms()) {
            sum += term.at(new boolean[program.costs().length]);
        }
        return Math.max(1e-12, sum / Math.max(1, program.budget()));
    }

    private static long wanted(Program program, Bound bound) {
        long sum = 0;
        for (int c = 0; c < program.costs().length; c++) {
            sum += bound.marginal(c) < 0 ? program.costs()[c] : 0;
        }
        return sum;
    }

    private static boolean[] everything(Program program) {
        boolean[] all = new boolean[program.costs().length];
        Arrays.fill(all, true);
        return all;
    }
}
