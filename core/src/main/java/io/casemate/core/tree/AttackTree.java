package io.casemate.core.tree;

import io.casemate.core.model.Asset;
import io.casemate.core.risk.Assessment;
import io.casemate.core.threat.Weights;
import java.util.List;

/**
 * How one asset can be harmed.
 *
 * <p>The asset falls where any scenario happens that harms it. A scenario needs somebody who acts where its path begins, or a
 * foothold: another scenario that gives an adversary rights (elevation of privilege) at an element of the path; and then it must
 * succeed. Who acts where is one leaf for all scenarios that begin there. Attempt and success multiply to the scenario's annual
 * probability, so that tree and assessment say the same. Chains are of at most two scenarios.
 *
 * @param root the asset; its parts are its scenarios, the most probable first
 * @param scenarios how many scenarios harm it
 */
public record AttackTree(Asset asset, Node.Gate root, int scenarios) {
    /**
     * One tree for each asset that some scenario harms, the most probable first.
     *
     * @param effort what the leaves cost the adversary
     */
    public static List<AttackTree> of(Assessment assessment, Weights.Effort effort) {
        return new Growing(assessment, effort).trees();
    }
}
