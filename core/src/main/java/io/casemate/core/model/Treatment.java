package io.casemate.core.model;

import java.util.List;

/**
 * What was decided about one scenario.
 *
 * @param scenario {@code threat@target}
 * @param mitigations ids of mitigations to put in place, for {@link Action#MITIGATE}
 * @param due ISO date, empty where none is set
 * @param reason why; never empty for accept, transfer, avoid and not applicable
 */
public record Treatment(
        String scenario,
        Action action,
        List<String> mitigations,
        String owner,
        String due,
        Status status,
        String reason) {
    /** What is done with the risk. */
    public enum Action implements Named {
        MITIGATE,
        ACCEPT,
        TRANSFER,
        AVOID,
        NOT_APPLICABLE
    }

    /** How far it has come. */
    public enum Status implements Named {
        OPEN,
        IN_PROGRESS,
        DONE
    }

    /** Nothing was decided. */
    public static final Treatment NONE = new Treatment("", Action.MITIGATE, List.of(), "", "", Status.OPEN, "");

    public Treatment {
        mitigations = List.copyOf(mitigations);
    }

    public boolean decided() {
        return !scenario.isEmpty();
    }
}
