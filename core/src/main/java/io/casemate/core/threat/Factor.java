package io.casemate.core.threat;

import io.casemate.core.model.Named;

/**
 * A fact that moves a threat's vulnerability without deciding whether it applies.
 *
 * @param fact id of the fact
 * @param value the value that moves it
 * @param mitigation id of the mitigation that sets the fact so, empty for an aggravating factor
 * @param at where on the path it is read
 * @param strength how much it moves; the decibans stand in {@link Weights}
 */
public record Factor(String fact, boolean value, String mitigation, Place at, Strength strength) {
    /** Where on a path a factor is read. */
    public enum Place implements Named {
        /** At the target only. */
        TARGET,
        /** At the first element only. */
        ENTRY,
        /** At every element and flow of the path, both ends included; each place where it holds counts. */
        PATH
    }

    /** How much a factor moves a vulnerability. */
    public enum Strength implements Named {
        WEAK,
        MODERATE,
        STRONG
    }

    public boolean mitigates() {
        return !mitigation.isEmpty();
    }
}
