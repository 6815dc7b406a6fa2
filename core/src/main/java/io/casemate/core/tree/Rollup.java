package io.casemate.core.tree;

import io.casemate.core.model.Level;

/**
 * What a node comes to. Each figure is that of the way which suits the adversary best in that respect.
 *
 * @param probabilityLow that it happens within a year, at least
 * @param probabilityHigh at most; equal where it is exact
 * @param effort least sum of days over its minimal cut sets, each leaf counted once
 * @param skill least, over the cut sets, of the greatest skill within
 * @param detectability least, over the cut sets, of the greatest within
 */
public record Rollup(double probabilityLow, double probabilityHigh, double effort, Level skill, Level detectability) {
    public boolean exact() {
        return probabilityLow == probabilityHigh;
    }
}
