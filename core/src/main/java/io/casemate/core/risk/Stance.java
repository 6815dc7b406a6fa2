package io.casemate.core.risk;

/** Where one scenario stands: a risk, or ended by controls. */
public sealed interface Stance {
    /** {@code threat@target}. */
    String id();

    /**
     * A risk.
     *
     * @param rating the current one
     * @param incident whether it has happened
     */
    record Open(String id, Rating rating, boolean incident) implements Stance {}

    /**
     * Ended by controls.
     *
     * @param verified whether evidence stands behind each of them
     */
    record Ended(String id, boolean verified) implements Stance {}
}
