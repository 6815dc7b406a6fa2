package io.casemate.core.threat;

import io.casemate.core.model.Element;
import io.casemate.core.model.Part;
import io.casemate.core.threat.Factor.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Finds, from one set of first elements, the worst path of one threat to every element: the path whose contributions sum to the
 * most decibans. Steps, presumptions and controls add at most 0 each, so this is Dijkstra's search over states (element, number of
 * {@code via} conditions met, whether a boundary was crossed); O((N + M) V log) for N elements, M flows, V via conditions.
 */
final class PathSearch {
    private static final int NONE = -1;

    /** A first element and what its entry factors and presumptions add. */
    record Start(Element element, double decibans) {}

    /** A path and the indexes of its via elements. */
    record Found(List<Part> steps, List<Integer> via) {}

    private record Item(double decibans, int state) {}

    private final Graph graph;
    private final Evaluator evaluator;
    private final Decibans decibans;
    private final double step;
    private final Threat threat;
    private final Truth atLeast;
    private final int stages;

    /** Best sum, state before and flow taken by state; minus infinity where not reached. */
    private final double[] best;

    private final int[] parent;
    private final int[] by;

    /** What arriving at an element adds, minus infinity where it is blocked; NaN where not yet asked. Likewise by flow. */
    private final double[] arrival;

    private final double[] passage;

    PathSearch(Graph graph, Evaluator evaluator, Weights weights, Threat threat, Truth atLeast) {
        this.graph = graph;
        this.evaluator = evaluator;
        this.decibans = new Decibans(evaluator, weights);
        this.step = weights.step();
        this.threat = threat;
        this.atLeast = atLeast;
        this.stages = threat.path().via().size() + 1;
        int states = graph.elements.size() * stages * 2;
        this.best = new double[states];
        this.parent = new int[states];
        this.by = new int[states];
        this.arrival = new double[graph.elements.size()];
        this.passage = new double[graph.flows.size()];
        Arrays.fill(arrival, Double.NaN);
        Arrays.fill(passage, Double.NaN);
    }

    /** Runs the search; afterwards {@link #found} answers for every target. */
    void run(Collection<Start> starts) {
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        var queue = new PriorityQueue<Item>((a, b) -> a.decibans() != b.decibans()
                ? Double.compare(b.decibans(), a.decibans())
                : Integer.compare(a.state(), b.state()));
        for (Start start : starts) {
            leave(graph.number(start.element().id()), start.decibans(), 0, false, NONE, queue);
        }
        while (!queue.isEmpty()) {
            Item item = queue.remove();
            if (item.decibans() == best[item.state()]) {
                expand(item, queue);
            }
        }
    }

    /** Elements and flows of the best path to an element; empty where no path leads there. */
    Optional<Found> found(Element target) {
        int goal = state(graph.number(target.id()), stages - 1, true);
        if (best[goal] == Double.NEGATIVE_INFINITY) {
            return Optional.empty();
        }
        List<Part> steps = new ArrayList<>();
        List<Integer> via = new ArrayList<>();
        int state = goal;
        while (true) {
            steps.add(graph.elements.get(element(state)));
            steps.add(graph.flows.get(by[state]));
            int before = parent[state];
            if (before == NONE) {
                steps.add(graph.elements.get(graph.from[by[state]]));
                break;
            }
            if (stage(state) > stage(before)) {
                via.add(steps.size());
            }
            state = before;
        }
        int last = steps.size() - 1;
        return Optional.of(new Found(
                steps.reversed(), via.reversed().stream().map(i -> last - i).toList()));
    }

    private void expand(Item item, PriorityQueue<Item> queue) {
        int at = element(item.state());
        if (threat.path().avoid().contains(graph.elements.get(at).kind())) {
            return;
        }
        int stage = stage(item.state());
        boolean crossed = crossed(item.state());
        leave(at, item.decibans(), stage, crossed, item.state(), queue);
        if (stage < stages - 1) {
            Condition via = threat.path().via().get(stage);
            Element element = graph.elements.get(at);
            if (evaluator.test(via, element).compareTo(atLeast) >= 0) {
                double sum = item.decibans() + decibans.presumptions(via, element);
                leave(at, sum, stage + 1, crossed, item.state(), queue);
            }
        }
    }

    private void leave(int at, double sum, int stage, boolean crossed, int from, PriorityQueue<Item> queue) {
        for (int flow : graph.out[at]) {
            int to = graph.to[flow];
            double next = sum + step + passage(flow) + arrival(to);
            boolean now = crossed || !threat.path().crossing() || graph.crosses[flow];
            int state = state(to, stage, now);
            if (next > best[state]) {
                best[state] = next;
                parent[state] = from;
                by[state] = flow;
                queue.add(new Item(next, state));
            }
        }
    }

    private double arrival(int element) {
        if (Double.isNaN(arrival[element])) {
            arrival[element] = cost(graph.elements.get(element));
        }
        return arrival[element];
    }

    private double passage(int flow) {
        if (Double.isNaN(passage[flow])) {
            passage[flow] = cost(graph.flows.get(flow));
        }
        return passage[flow];
    }

    private double cost(Part part) {
        for (String fact : threat.path().blockedBy()) {
            if (evaluator.facts().read(part, fact).holds()) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        return decibans.sum(threat.mitigations(), Place.PATH, part);
    }

    private int state(int element, int stage, boolean crossed) {
        return (element * stages + stage) * 2 + (crossed ? 1 : 0);
    }

    private int element(int state) {
        return state / 2 / stages;
    }

    private int stage(int state) {
        return state / 2 % stages;
    }

    private static boolean crossed(int state) {
        return state % 2 == 1;
    }
}
