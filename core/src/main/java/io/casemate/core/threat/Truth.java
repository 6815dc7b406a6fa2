package io.casemate.core.threat;

/**
 * How far a condition is true. Conjunction is the least, disjunction the greatest of the parts.
 */
public enum Truth {
    /** It does not hold. */
    NO,
    /** It would hold if an unknown fact were so; nothing may be presumed, the question is asked. */
    ASK,
    /** It holds if what is presumed of an unknown fact is right. */
    PRESUMED,
    /** It holds by what was stated or verified. */
    YES;

    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
