package io.casemate.core.threat;

import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.model.Topology;
import io.casemate.core.threat.Factor.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private record Item(double decibans, int state) {}

    private final Topology topology;
    private final Evaluator evaluator;
    private final Decibans decibans;
    private final Weights weights;
    private final Threat threat;
    private final Truth atLeast;
    private final List<Element> elements;
    private final Map<String, Integer> index = new HashMap<>();
    private final int stages;

    /** Best sum by state, minus infinity where not reached; the search's only mutable state besides its parents. */
    private final double[] best;

    private final int[] parent;
    private final Flow[] by;

    PathSearch(Evaluator evaluator, Weights weights, Threat threat, Truth atLeast) {
        this.topology = evaluator.topology();
        this.evaluator = evaluator;
        this.weights = weights;
        this.decibans = new Decibans(evaluator, weights);
        this.threat = threat;
        this.atLeast = atLeast;
        this.elements = topology.model().elements();
        for (int i = 0; i < elements.size(); i++) {
            index.put(elements.get(i).id(), i);
        }
        this.stages = threat.path().via().size() + 1;
        int states = elements.size() * stages * 2;
        this.best = new double[states];
        this.parent = new int[states];
        this.by = new Flow[states];
    }

    /** Runs the search; afterwards {@link #sum} and {@link #found} answer for every target. */
    void run(Collection<Start> starts) {
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        Arrays.fill(parent, NONE);
        var queue = new PriorityQueue<Item>((a, b) -> a.decibans() != b.decibans()
                ? Double.compare(b.decibans(), a.decibans())
                : Integer.compare(a.state(), b.state()));
        for (Start start : starts) {
            leave(start.element(), start.decibans(), 0, false, NONE, queue);
        }
        while (!queue.isEmpty()) {
            Item item = queue.remove();
            if (item.decibans() == best[item.state()]) {
                expand(item, queue);
            }
        }
    }

    /** Sum of steps, presumptions and path factors up to and with the element; minus infinity where no path leads there. */
    double sum(Element target) {
        return best[goal(target)];
    }

    /** Elements and flows of the best path to an element that {@link #sum} says is reached. */
    Optional<Found> found(Element target) {
        int goal = goal(target);
        if (best[goal] == Double.NEGATIVE_INFINITY) {
            return Optional.empty();
        }
        List<Part> steps = new ArrayList<>();
        List<Integer> via = new ArrayList<>();
        int state = goal;
        while (true) {
            steps.add(elements.get(element(state)));
            Flow flow = by[state];
            steps.add(flow);
            int before = parent[state];
            if (before == NONE) {
                steps.add(topology.element(flow.from()));
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

    /** A path and the indexes of its via elements. */
    record Found(List<Part> steps, List<Integer> via) {}

    private void expand(Item item, PriorityQueue<Item> queue) {
        Element at = elements.get(element(item.state()));
        int stage = stage(item.state());
        boolean crossed = crossed(item.state());
        leave(at, item.decibans(), stage, crossed, item.state(), queue);
        if (stage < stages - 1) {
            Condition via = threat.path().via().get(stage);
            if (evaluator.test(via, at).compareTo(atLeast) >= 0) {
                double sum = item.decibans() + decibans.presumptions(via, at);
                leave(at, sum, stage + 1, crossed, item.state(), queue);
            }
        }
    }

    private void leave(Element at, double sum, int stage, boolean crossed, int from, PriorityQueue<Item> queue) {
        for (Flow flow : topology.from(at.id())) {
            Element to = topology.element(flow.to());
            if (blocked(flow) || blocked(to)) {
                continue;
            }
            double next = sum
                    + weights.step()
                    + decibans.sum(threat.mitigations(), Place.PATH, flow)
                    + decibans.sum(threat.mitigations(), Place.PATH, to);
            boolean now = crossed
                    || !threat.path().crossing()
                    || !topology.crossed(flow).isEmpty();
            int state = state(to, stage, now);
            if (next > best[state]) {
                best[state] = next;
                parent[state] = from;
                by[state] = flow;
                queue.add(new Item(next, state));
            }
        }
    }

    private boolean blocked(Part part) {
        for (String fact : threat.path().blockedBy()) {
            if (evaluator.facts().read(part, fact).holds()) {
                return true;
            }
        }
        return false;
    }

    private int goal(Element target) {
        return state(target, stages - 1, true);
    }

    private int state(Element element, int stage, boolean crossed) {
        Integer i = index.get(element.id());
        if (i == null) {
            throw new IllegalArgumentException("element '%s' is not of this system".formatted(element.id()));
        }
        return (i * stages + stage) * 2 + (crossed ? 1 : 0);
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
