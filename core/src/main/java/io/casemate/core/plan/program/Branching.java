package io.casemate.core.plan.program;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Branch and bound, the smallest bound first: splits on one choice after the other and drops parts that cannot hold anything
 * better than what is known. Ends with the optimum, or at a number of parts with the least bound of those left.
 */
final class Branching {
    private record Node(@Nullable Node parent, int choice, byte made, int depth, double bound, long number) {}

    private final Program program;
    private final Bound bound;
    private final int[] order;
    private final byte[] state;
    private double best;
    private boolean[] placed;

    Branching(Program program, Bound bound, boolean[] placed, double value) {
        this.program = program;
        this.bound = bound;
        this.placed = placed;
        this.best = value;
        this.state = new byte[program.costs().length];
        this.order = order();
    }

    /** Those that move the terms most, first. */
    private int[] order() {
        var from = new Standings(program, new boolean[state.length]);
        double[] moves = new double[state.length];
        for (int c = 0; c < state.length; c++) {
            moves[c] = Math.abs(from.change(c)) + Math.abs(bound.marginal(c));
        }
        return IntStream.range(0, state.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(c -> -moves[c]).thenComparing(Comparator.naturalOrder()))
                .mapToInt(i -> i)
                .toArray();
    }

    Solution run(int nodesMax) {
        var queue = new PriorityQueue<Node>(Comparator.comparingDouble(Node::bound)
                .thenComparingInt(n -> -n.depth())
                .thenComparingLong(Node::number));
        Arrays.fill(state, Term.FREE);
        queue.add(new Node(null, -1, Term.FREE, 0, bound.value(), 0));
        int nodes = 0;
        while (!queue.isEmpty() && nodes < nodesMax) {
            Node node = queue.remove();
            if (hopeless(node.bound())) {
                return new Solution(placed, best, best, nodes);
            }
            nodes++;
            enter(node);
            if (node.depth() == order.length) {
                leaf();
            } else {
                int choice = order[node.depth()];
                for (byte made : new byte[] {Term.OUT, Term.IN}) {
                    double child = child(node, choice, made);
                    if (!hopeless(child)) {
                        queue.add(new Node(node, choice, made, node.depth() + 1, child, 2L * nodes + made));
                    }
                }
            }
        }
        Node left = queue.peek();
        return new Solution(placed, best, left == null ? best : Math.min(best, left.bound()), nodes);
    }

    private boolean hopeless(double value) {
        return value >= best - Solution.ROUNDING * 1e-2 * Math.max(1, Math.abs(best));
    }

    private void enter(Node node) {
        Arrays.fill(state, Term.FREE);
        for (Node at = node; at != null && at.choice() >= 0; at = at.parent()) {
            state[at.choice()] = at.made();
        }
    }

    private double child(Node node, int choice, byte made) {
        double sum = node.bound();
        for (int user : bound.users(choice)) {
            sum -= bound.blocks.get(user).least(state);
        }
        state[choice] = made;
        for (int user : bound.users(choice)) {
            sum += bound.blocks.get(user).least(state);
        }
        boolean alone = bound.users(choice).length == 0;
        if (alone && made == Term.IN) {
            sum += bound.price() * program.costs()[choice];
        }
        boolean over = made == Term.IN && spent() > program.budget();
        double floor = over ? Double.POSITIVE_INFINITY : Math.max(sum, floor());
        state[choice] = Term.FREE;
        return Math.max(floor, node.bound());
    }

    private long spent() {
        long sum = 0;
        for (int c = 0; c < state.length; c++) {
            sum += state[c] == Term.IN ? program.costs()[c] : 0;
        }
        return sum;
    }

    /** Everything that is not decided made, at no cost: no completion can be lower. */
    private double floor() {
        if (order.length > 64) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = program.price() * spent();
        for (Term term : program.terms()) {
            sum += term.least(state);
        }
        return sum;
    }

    private void leaf() {
        boolean[] now = new boolean[state.length];
        for (int c = 0; c < now.length; c++) {
            now[c] = state[c] == Term.IN;
        }
        double value = program.value(now);
        if (program.cost(now) <= program.budget() && value < best) {
            best = value;
            placed = now;
        }
    }
}
