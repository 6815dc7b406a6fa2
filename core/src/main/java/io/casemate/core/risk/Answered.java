package io.casemate.core.risk;

import java.util.List;

/**
 * A scenario that would apply if its controls were taken away.
 *
 * @param controls the controls that end it, each {@code fact@part}
 * @param verified whether evidence stands behind each of them; else it is ended by words
 * @param inherent what it would be without them
 */
public record Answered(String threat, String target, List<String> controls, boolean verified, Rating inherent) {
    public Answered {
        controls = List.copyOf(controls);
    }

    /** {@code threat@target}. */
    public String id() {
        return threat + "@" + target;
    }
}
