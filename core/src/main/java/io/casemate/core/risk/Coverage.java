package io.casemate.core.risk;

import io.casemate.core.model.Named;
import java.util.List;

/** Which threats were tried and what came of each. */
public record Coverage(int elements, int flows, List<ThreatCoverage> threats) {
    /** What came of one threat. */
    public enum Outcome implements Named {
        /** At least one scenario. */
        FIRED,
        /** No scenario, but an answer to a question could bring one. */
        ASKED,
        /** No scenario; stated controls end it. */
        ANSWERED,
        /** Nothing in the system that it could strike. */
        SILENT
    }

    /**
     * One threat's outcome.
     *
     * @param scenarios how many scenarios, questions or answered scenarios there are
     * @param because why it did not fire; empty where it did
     */
    public record ThreatCoverage(String threat, Outcome outcome, int scenarios, String because) {}

    public Coverage {
        threats = List.copyOf(threats);
    }
}
