package io.casemate.core.plan.program;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Looks for good choices; what it finds is feasible but proves nothing. Deterministic. */
final class Search {
    private static final double LITTLE = 1e-12;
    private static final int PASSES = 30;

    private final Program program;
    private final Bound bound;
    private final Standings now;
    private boolean[] best;
    private double bestValue;

    Search(Program program, Bound bound, boolean[] start) {
        this.program = program;
        this.bound = bound;
        this.now = new Standings(program, new boolean[program.costs().length]);
        this.best = now.placed.clone();
        this.bestValue = value();
        offer(start);
    }

    boolean[] best() {
        return best.clone();
    }

    double bestValue() {
        return bestValue;
    }

    /** Takes a proposal, improves it and keeps it where it is the best so far. */
    void offer(boolean[] proposal) {
        now.become(proposal);
        improve();
    }

    /** From what the terms would choose at the present price. */
    void follow() {
        boolean[] proposal = new boolean[program.costs().length];
        for (int c = 0; c < proposal.length; c++) {
            proposal[c] = bound.users(c).length > 0 && bound.marginal(c) < 0;
        }
        now.become(proposal);
        descend(bound.price());
        bundles(bound.price());
        descend(bound.price());
        improve();
    }

    private void improve() {
        shrink();
        fill();
        for (int pass = 0; pass < 3; pass++) {
            double before = value();
            bundles(program.price());
            fill();
            exchange();
            if (before - value() <= LITTLE) {
                break;
            }
        }
        prune();
        keep();
    }

    private void keep() {
        double value = value();
        if (now.cost() <= program.budget() && value < bestValue - LITTLE) {
            bestValue = value;
            best = now.placed.clone();
        }
    }

    private double value() {
        return now.sum() + program.price() * now.cost();
    }

    /** Turns choices over one at a time while that lowers the terms plus cost at a price. */
    private void descend(double price) {
        for (int pass = 0; pass < PASSES; pass++) {
            boolean moved = false;
            for (int c = 0; c < now.placed.length; c++) {
                if (gain(c, price) > LITTLE) {
                    now.turn(c);
                    moved = true;
                }
            }
            if (!moved) {
                return;
            }
        }
    }

    private double gain(int choice, double price) {
        double cost = program.costs()[choice] * (now.placed[choice] ? -price : price);
        return -now.change(choice) - cost;
    }

    /** For each term in turn, the set of its choices that the bound likes best, where that is better than what is. */
    private void bundles(double price) {
        for (Block block : bound.blocks) {
            int want = block.best();
            double before = now.sum() + price * now.cost();
            int turned = 0;
            for (int i = 0; i < block.choices.length; i++) {
                if (((want >> i & 1) == 1) && !now.placed[block.choices[i]]) {
                    now.turn(block.choices[i]);
                    turned |= 1 << i;
                }
            }
            double after = now.sum() + price * now.cost();
            if (turned != 0 && (after >= before - LITTLE || now.cost() > program.budget())) {
                for (int i = 0; i < block.choices.length; i++) {
                    if ((turned >> i & 1) == 1) {
                        now.turn(block.choices[i]);
                    }
                }
            }
        }
    }

    /** Gives up what costs most for what it does, until the budget holds. */
    private void shrink() {
        while (now.cost() > program.budget()) {
            int worst = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < now.placed.length; c++) {
                if (now.placed[c] && program.costs()[c] > 0) {
                    double loss = now.change(c) / program.costs()[c];
                    if (loss < least) {
                        least = loss;
                        worst = c;
                    }
                }
            }
            now.turn(worst);
        }
    }

    /** Adds what does most for its cost, while it lowers the objective and fits. */
    private void fill() {
        Integer[] order = IntStream.range(0, now.placed.length)
                .filter(c -> !now.placed[c])
                .boxed()
                .toArray(Integer[]::new);
        double[] worth = new double[now.placed.length];
        for (int pass = 0; pass < PASSES; pass++) {
            for (int c : order) {
                worth[c] = now.placed[c] ? 0 : gain(c, program.price()) / Math.max(1, program.costs()[c]);
            }
            Arrays.sort(
                    order,
                    Comparator.<Integer>comparingDouble(c -> -worth[c]).thenComparing(Comparator.naturalOrder()));
            boolean moved = false;
            for (int c : order) {
                boolean fits = !now.placed[c] && now.cost() + program.costs()[c] <= program.budget();
                if (worth[c] > 0 && fits) {
                    double gain = gain(c, program.price());
                    if (gain > LITTLE && gain / Math.max(1, program.costs()[c]) >= worth[c] * 0.7) {
                        now.turn(c);
                        moved = true;
                    }
                }
            }
            if (!moved) {
                return;
            }
        }
    }

    /** Takes away one choice and puts back the best for the terms it served. */
    private void exchange() {
        for (int c = 0; c < now.placed.length; c++) {
            if (!now.placed[c]) {
                continue;
            }
            boolean[] before = now.placed.clone();
            double was = value();
            now.turn(c);
            for (int t : now.termsOf(c)) {
                refill(program.terms().get(t).choices(), c);
            }
            if (value() >= was - LITTLE) {
                now.become(before);
            }
        }
    }

    private void refill(int[] among, int without) {
        while (true) {
            int best = -1;
            double most = LITTLE;
            for (int c : among) {
                boolean fits = now.cost() + program.costs()[c] <= program.budget();
                if (c != without && !now.placed[c] && fits) {
                    double gain = gain(c, program.price()) / Math.max(1, program.costs()[c]);
                    if (gain > most) {
                        most = gain;
                        best = c;
                    }
                }
            }
            if (best < 0) {
                return;
            }
            now.turn(best);
        }
    }

    /** Drops what no longer does anything, the dearest first. */
    private void prune() {
        Integer[] order = IntStream.range(0, now.placed.length)
                .filter(c -> now.placed[c])
                .boxed()
                .toArray(Integer[]::new);
        Arrays.sort(
                order,
                Comparator.<Integer>comparingLong(c -> -program.costs()[c]).thenComparing(Comparator.naturalOrder()));
        for (int c : order) {
            if (now.change(c) <= program.price() * program.costs()[c] && now.change(c) <= LITTLE) {
                now.turn(c);
            }
        }
    }
}
