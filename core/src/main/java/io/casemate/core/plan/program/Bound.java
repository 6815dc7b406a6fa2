package io.casemate.core.plan.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A proven lower bound by decomposition: what a choice costs is shared out among the terms that depend on it, and each term is
 * minimised on its own. However the shares are set, the sum is a bound, since the true choices are one way to minimise each term;
 * moving shares so that all terms agree on how much a choice is worth (averaging of min-marginals, Werner 2007) never lowers it.
 * A budget is priced (Lagrange): spending at a price, less the price of the budget, bounds spending within the budget.
 */
final class Bound {
    private final Program program;
    final List<Block> blocks = new ArrayList<>();

    /** Of each choice, its blocks and its place in each. */
    private final int[][] users;

    private final int[][] places;
    private double price;

    Bound(Program program) {
        this.program = program;
        byte[] state = new byte[program.costs().length];
        Arrays.fill(state, Term.FREE);
        List<List<int[]>> uses = new ArrayList<>();
        for (int i = 0; i < state.length; i++) {
            uses.add(new ArrayList<>());
        }
        for (Term term : program.terms()) {
            Block block = Block.of(term, state);
            for (int i = 0; i < block.choices.length; i++) {
                uses.get(block.choices[i]).add(new int[] {blocks.size(), i});
            }
            blocks.add(block);
        }
        users = uses.stream().map(u -> u.stream().mapToInt(x -> x[0]).toArray()).toArray(int[][]::new);
        places =
                uses.stream().map(u -> u.stream().mapToInt(x -> x[1]).toArray()).toArray(int[][]::new);
    }

    int[] users(int choice) {
        return users[choice];
    }

    double price() {
        return price;
    }

    /** Shares out costs at a price afresh, keeping what terms were found to disagree on. */
    void price(double now) {
        for (int c = 0; c < users.length; c++) {
            double sum = 0;
            for (int u = 0; u < users[c].length; u++) {
                sum += blocks.get(users[c][u]).share[places[c][u]];
            }
            double more = (now * program.costs()[c] - sum) / Math.max(1, users[c].length);
            for (int u = 0; u < users[c].length; u++) {
                blocks.get(users[c][u]).share[places[c][u]] += more;
            }
        }
        price = now;
    }

    /** Goes over all choices, back and forth, until it gains little. */
    double ascend(int sweeps) {
        double before = Double.NEGATIVE_INFINITY;
        double now = value();
        for (int sweep = 0; sweep < sweeps && now - before > 1e-4 * Math.abs(now); sweep++) {
            for (int i = 0; i < users.length; i++) {
                agree(sweep % 2 == 0 ? i : users.length - 1 - i);
            }
            before = now;
            now = value();
        }
        return now;
    }

    private void agree(int choice) {
        int n = users[choice].length;
        if (n < 2) {
            return;
        }
        double[] marginals = new double[n];
        double sum = 0;
        for (int u = 0; u < n; u++) {
            marginals[u] = blocks.get(users[choice][u]).marginal(places[choice][u]);
            sum += marginals[u];
        }
        for (int u = 0; u < n; u++) {
            blocks.get(users[choice][u]).share[places[choice][u]] += sum / n - marginals[u];
        }
    }

    /** The bound at the present shares and price; below 0 it says nothing. */
    double value() {
        double sum = offset();
        for (Block block : blocks) {
            sum += block.least();
        }
        return sum;
    }

    /** What pricing the budget takes off. */
    double offset() {
        double over = price - program.price();
        return over == 0 ? 0 : -over * program.budget();
    }

    /** How much more the whole is with a choice than without, as far as the terms agree. */
    double marginal(int choice) {
        double sum = users[choice].length == 0 ? price * program.costs()[choice] : 0;
        for (int u = 0; u < users[choice].length; u++) {
            sum += blocks.get(users[choice][u]).marginal(places[choice][u]);
        }
        return sum;
    }
}
