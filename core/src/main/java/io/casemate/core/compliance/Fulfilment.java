package io.casemate.core.compliance;

import io.casemate.core.model.Named;

/** How far a requirement is met, the least first. */
public enum Fulfilment implements Named {
    /** Nothing says that it is. */
    GAP,
    /** Somebody says so. */
    CLAIM,
    /** Something was seen that says so, too long ago or on another file. */
    STALE,
    /** Something was seen that says so. */
    EVIDENCE,
    /** It does not apply, for a reason. */
    NOT_APPLICABLE;

    Fulfilment least(Fulfilment other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
