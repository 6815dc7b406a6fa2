package io.casemate.report.tree;

import io.casemate.core.risk.Band;
import java.util.List;

/**
 * What a picture shows of a tree: the branches that matter, the rest counted.
 *
 * @param nodes the goal first, parts after what they are parts of
 * @param links from a node to its part, by their places in {@code nodes}
 * @param folded scenarios that stand only in a count
 */
record Sketch(List<Item> nodes, List<Link> links, int folded) {
    Sketch {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /** What a node is, for its shape. */
    enum Form {
        GOAL,
        ALL,
        ANY,
        ATTEMPT,
        SUCCESS,
        REST
    }

    /**
     * One node.
     *
     * @param note its figures, short
     * @param mark the band that colours it; low for no colour
     */
    record Item(Form form, String title, String note, Band mark) {}

    record Link(int from, int to) {}
}
