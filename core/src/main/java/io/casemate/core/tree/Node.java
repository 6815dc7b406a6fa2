package io.casemate.core.tree;

import io.casemate.core.model.Level;
import io.casemate.core.model.Named;
import java.util.List;

/** Part of an attack tree. What several branches need is one node that stands in all of them: the tree is a graph without cycles. */
public sealed interface Node {
    /** Unique within a tree. */
    String id();

    /** What happens, in words. */
    String title();

    /**
     * One thing that adversaries must do, independent of every other leaf.
     *
     * @param probability that it happens within a year, 0 to 1
     * @param effort what it costs the adversary, in days, at least 0
     * @param skill what it needs
     * @param detectability how likely it is to be seen
     */
    record Leaf(String id, String title, Kind kind, double probability, double effort, Level skill, Level detectability)
            implements Node {
        public Leaf {
            if (!(probability >= 0 && probability <= 1) || !(effort >= 0)) {
                throw new IllegalArgumentException(
                        "%s: need a probability and effort >= 0, got %s and %s".formatted(id, probability, effort));
            }
        }
    }

    /** What a leaf is. */
    enum Kind implements Named {
        /** Somebody acts at a place this year. */
        ATTEMPT,
        /** An attempt succeeds. */
        SUCCESS
    }

    /** All of its parts, or any one of them. */
    record Gate(String id, String title, Join join, List<Node> parts) implements Node {
        public Gate {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("%s: a gate joins at least one part".formatted(id));
            }
        }
    }

    /** How parts come together. */
    enum Join implements Named {
        AND,
        OR
    }
}
