package io.casemate.core.compliance;

import io.casemate.core.model.Named;
import java.time.Instant;

/**
 * A line of the ledger that speaks for a requirement, or against it.
 *
 * @param seq number of the line, from 1
 * @param at when it was recorded
 * @param kind as the ledger names it: finding, attack, alert, attestation, watch
 * @param hash SHA-256 of the line, 64 lower-case hex digits
 * @param about the control or threat, and where: {@code signed@model-store}
 * @param by the person, scanner, attack, suite or signal that says so
 * @param observed when it was observed; of a watch, when it ended
 * @param artifact SHA-256 of the artifact it was taken on; empty where bound to none
 * @param ageDays whole days from the observation to the moment of the view, at least 0
 * @param standing what it is worth now
 */
public record Cited(
        long seq,
        Instant at,
        String kind,
        String hash,
        String about,
        String by,
        Instant observed,
        String artifact,
        long ageDays,
        Standing standing) {
    /** What a line is worth at the moment of the view. */
    public enum Standing implements Named {
        /** Young enough, and of an artifact that is still there. */
        FRESH,
        /** Older than its kind may be. */
        TOO_OLD,
        /** Taken on an artifact that the system no longer has. */
        OTHER_ARTIFACT,
        /** Fresh, and a person's word alone: a claim. */
        WORD
    }
}
