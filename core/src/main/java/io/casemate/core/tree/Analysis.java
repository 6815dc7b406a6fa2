package io.casemate.core.tree;

import java.util.List;
import java.util.Map;

/**
 * What follows from a tree.
 *
 * @param rollups by id of the node, of every node
 * @param cuts minimal cut sets of the root, the most probable first; where some are missing, one that holds a missing one may be
 *     among them
 * @param missed probability, at most, that the root is reached by none of these; 0 where all are there
 */
public record Analysis(Map<String, Rollup> rollups, List<Cut> cuts, double missed) {
    /** Up to so many cut sets of a node, and nodes of the decision diagram, all is exact. */
    public record Limits(int cuts, int diagram) {
        public static final Limits USUAL = new Limits(5_000, 200_000);
    }

    public Analysis {
        rollups = Map.copyOf(rollups);
        cuts = List.copyOf(cuts);
    }

    /** Whether every minimal cut set is there. */
    public boolean complete() {
        return missed == 0;
    }

    public Rollup of(Node node) {
        Rollup rollup = rollups.get(node.id());
        if (rollup == null) {
            throw new IllegalArgumentException("no node '%s' in this tree".formatted(node.id()));
        }
        return rollup;
    }

    /**
     * Analyses a tree. Probabilities come from a decision diagram, all else from the minimal cut sets.
     *
     * @throws IllegalArgumentException where two nodes that differ have the same id
     */
    public static Analysis of(Node root, Limits limits) {
        return new Analysing(limits).run(root);
    }
}
