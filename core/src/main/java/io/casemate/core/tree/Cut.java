package io.casemate.core.tree;

import io.casemate.core.model.Level;
import java.util.List;

/**
 * A minimal cut set: leaves that together reach the goal, of which none can be missing.
 *
 * @param leaves in the order of the tree
 * @param probability that all happen within a year
 * @param effort what all cost the adversary, in days
 * @param skill what the hardest needs
 * @param detectability of the one that is most likely to be seen
 */
public record Cut(List<Node.Leaf> leaves, double probability, double effort, Level skill, Level detectability) {
    public Cut {
        leaves = List.copyOf(leaves);
    }
}
