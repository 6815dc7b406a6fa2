package io.casemate.core.threat;

import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Elements and flows by number, so that many searches over one system share their look-ups. Never changed after it is built. */
final class Graph {
    final List<Element> elements;
    final List<Flow> flows;

    /** Numbers of the flows that leave each element. */
    final int[][] out;

    /** Number of the element each flow leads to, and leaves. */
    final int[] to;

    final int[] from;
    final boolean[] crosses;
    private final Map<String, Integer> index = new HashMap<>();

    Graph(Topology topology) {
        elements = topology.model().elements();
        flows = topology.model().flows();
        for (int i = 0; i < elements.size(); i++) {
            index.put(elements.get(i).id(), i);
        }
        to = new int[flows.size()];
        from = new int[flows.size()];
        crosses = new boolean[flows.size()];
        List<List<Integer>> leaving = new ArrayList<>();
        elements.forEach(e -> leaving.add(new ArrayList<>()));
        for (int f = 0; f < flows.size(); f++) {
            to[f] = number(flows.get(f).to());
            from[f] = number(flows.get(f).from());
            crosses[f] = !topology.crossed(flows.get(f)).isEmpty();
            leaving.get(from[f]).add(f);
        }
        out = leaving.stream()
                .map(l -> l.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    int number(String element) {
        Integer number = index.get(element);
        if (number == null) {
            throw new IllegalArgumentException("element '%s' is not of this system".formatted(element));
        }
        return number;
    }
}
