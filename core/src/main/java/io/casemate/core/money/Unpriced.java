package io.casemate.core.money;

import java.util.List;

/**
 * A scenario whose loss nobody stated, or not all of it: a gap, not a zero.
 *
 * @param scenario {@code threat@target}
 * @param wholly whether it adds nothing to the figures; else it adds less than it should
 * @param assets ids of the assets without a stated loss; empty where the target has no asset that the threat harms
 */
public record Unpriced(String scenario, boolean wholly, List<String> assets) {
    public Unpriced {
        assets = List.copyOf(assets);
    }
}
