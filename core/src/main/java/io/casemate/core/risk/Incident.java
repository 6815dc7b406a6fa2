package io.casemate.core.risk;

import java.time.Instant;

/**
 * Evidence that a scenario has happened.
 *
 * @param evidence ledger sequence number and rule, for people; empty where nothing has happened
 * @param since when it was first observed
 */
public record Incident(String evidence, Instant since) {
    public static final Incident NONE = new Incident("", Instant.EPOCH);

    public boolean happened() {
        return !evidence.isEmpty();
    }
}
