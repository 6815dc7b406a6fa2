package io.casemate.core.threat;

import io.casemate.core.model.Part;
import java.util.List;

/**
 * A threat that may strike a part of a system.
 *
 * @param truth {@link Truth#YES} or {@link Truth#PRESUMED} where it is a scenario, {@link Truth#ASK} where only a question
 * @param routes the worst way for each frequency of attempts, never empty
 */
public record Candidate(Threat threat, Part target, Truth truth, List<Route> routes) {
    public Candidate {
        routes = List.copyOf(routes);
    }

    /** {@code threat@target}. */
    public String id() {
        return threat.id() + "@" + target.id();
    }
}
