package io.casemate.core.risk;

/**
 * What one mitigation does, or would do, to one scenario.
 *
 * @param mitigation its id
 * @param state whether it is in place along the path
 * @param after the rating with it claimed wherever it acts; the current rating where it is in place already
 */
public record MitigationEffect(String mitigation, State state, Rating after) {
    /** Whether a mitigation is in place. */
    public enum State {
        ABSENT,
        UNKNOWN,
        CLAIMED,
        VERIFIED
    }
}
