package io.casemate.core.tree;

import io.casemate.core.model.Level;
import io.casemate.core.tree.Node.Gate;
import io.casemate.core.tree.Node.Join;
import io.casemate.core.tree.Node.Leaf;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One analysis: numbers the leaves as they are met, then goes up from them. */
final class Analysing {
    private final Analysis.Limits limits;
    private final Diagram diagram;
    private final List<Leaf> leaves = new ArrayList<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Family> families = new HashMap<>();
    private final Map<String, Integer> functions = new HashMap<>();

    Analysing(Analysis.Limits limits) {
        this.limits = limits;
        this.diagram = new Diagram(limits.diagram());
    }

    Analysis run(Node root) {
        meet(root);
        double[] probabilities = leaves.stream().mapToDouble(Leaf::probability).toArray();
        Map<String, Rollup> rollups = new HashMap<>();
        for (Node node : nodes.values()) {
            families.put(node.id(), family(node, probabilities));
            functions.put(node.id(), function(node));
            rollups.put(node.id(), rollup(node, probabilities));
        }
        Family top = families.getOrDefault(root.id(), new Family(List.of(), 0));
        List<Cut> cuts = top.sets().stream()
                .map(s -> cut(s, probabilities))
                .sorted(Comparator.comparingDouble(Cut::probability)
                        .reversed()
                        .thenComparingInt(c -> c.leaves().size()))
                .toList();
        return new Analysis(rollups, cuts, top.missed());
    }

    /** Parts before the whole, each once. */
    private void meet(Node node) {
        Node known = nodes.get(node.id());
        if (known != null) {
            if (!known.equals(node)) {
                throw new IllegalArgumentException("two nodes are called '%s'".formatted(node.id()));
            }
            return;
        }
        switch (node) {
            case Leaf leaf -> {
                numbers.put(leaf.id(), leaves.size());
                leaves.add(leaf);
            }
            case Gate gate -> gate.parts().forEach(this::meet);
        }
        nodes.put(node.id(), node);
    }

    private Family family(Node node, double[] probabilities) {
        return switch (node) {
            case Leaf leaf -> Family.leaf(numbers.getOrDefault(leaf.id(), 0));
            case Gate gate -> {
                List<Family> parts = gate.parts().stream()
                        .map(p -> families.getOrDefault(p.id(), new Family(List.of(), 0)))
                        .toList();
                yield gate.join() == Join.AND
                        ? Family.and(parts, probabilities, limits.cuts())
                        : Family.or(parts, probabilities, limits.cuts());
            }
        };
    }

    private int function(Node node) {
        return switch (node) {
            case Leaf leaf -> diagram.leaf(numbers.getOrDefault(leaf.id(), 0));
            case Gate gate -> {
                boolean and = gate.join() == Join.AND;
                yield gate.parts().stream()
                        .map(p -> functions.getOrDefault(p.id(), Diagram.TOO_LARGE))
                        .reduce((a, b) -> diagram.join(and, a, b))
                        .orElseThrow();
            }
        };
    }

    private Rollup rollup(Node node, double[] probabilities) {
        Family family = families.getOrDefault(node.id(), new Family(List.of(), 0));
        List<Cut> cuts = family.sets().stream().map(s -> cut(s, probabilities)).toList();
        int function = functions.getOrDefault(node.id(), Diagram.TOO_LARGE);
        double low;
        double high;
        if (function == Diagram.TOO_LARGE) {
            // any one cut set at least; at most as if cut sets shared no leaf (Esary and Proschan 1963), and what was
            // left out
            low = cuts.stream().mapToDouble(Cut::probability).max().orElse(0);
            double none = cuts.stream().mapToDouble(c -> 1 - c.probability()).reduce(1, (a, b) -> a * b);
            high = Math.min(1, 1 - none + family.missed());
        } else {
            low = diagram.probability(function, probabilities);
            high = low;
        }
        return new Rollup(
                low,
                high,
                cuts.stream().mapToDouble(Cut::effort).min().orElse(0),
                least(cuts, Cut::skill),
                least(cuts, Cut::detectability));
    }

    private Cut cut(BitSet set, double[] probabilities) {
        List<Leaf> of = set.stream().mapToObj(leaves::get).toList();
        return new Cut(
                of,
                Family.probability(set, probabilities),
                of.stream().mapToDouble(Leaf::effort).sum(),
                of.stream().map(Leaf::skill).max(Comparator.naturalOrder()).orElse(Level.LOW),
                of.stream()
                        .map(Leaf::detectability)
                        .max(Comparator.naturalOrder())
                        .orElse(Level.LOW));
    }

    private static Level least(List<Cut> cuts, Function<Cut, Level> of) {
        return cuts.stream().map(of).min(Comparator.naturalOrder()).orElse(Level.LOW);
    }
}
