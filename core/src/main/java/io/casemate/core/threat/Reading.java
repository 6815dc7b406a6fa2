package io.casemate.core.threat;

/**
 * What one fact about one part is taken to be.
 *
 * @param value whether the fact holds; without meaning where the basis is {@link Basis#UNKNOWN} or {@link Basis#IRRELEVANT}
 * @param reason why it is presumed, or which evidence verified it; empty where it was simply stated
 */
public record Reading(boolean value, Basis basis, String reason) {
    /** What a value rests on. */
    public enum Basis {
        /** A test, scan or attack showed it. */
        VERIFIED,
        /** Somebody says so. */
        STATED,
        /** Nobody said; the knowledge base presumes it. */
        PRESUMED,
        /** Nobody said, and nothing may be presumed. */
        UNKNOWN,
        /** Nobody said, and the fact makes no sense for this kind of part. */
        IRRELEVANT
    }

    public Truth is(boolean wanted) {
        return switch (basis) {
            case VERIFIED, STATED -> value == wanted ? Truth.YES : Truth.NO;
            case PRESUMED -> value == wanted ? Truth.PRESUMED : Truth.NO;
            case UNKNOWN -> Truth.ASK;
            case IRRELEVANT -> Truth.NO;
        };
    }

    /** True where the fact is known, or shown, to hold. */
    public boolean holds() {
        return value && (basis == Basis.VERIFIED || basis == Basis.STATED);
    }

    /** True where an answer to a question could change the reading. */
    public boolean open() {
        return basis == Basis.PRESUMED || basis == Basis.UNKNOWN;
    }
}
