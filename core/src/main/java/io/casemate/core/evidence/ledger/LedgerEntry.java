package io.casemate.core.evidence.ledger;

import io.casemate.core.json.JsonObject;
import java.time.Instant;

/**
 * One line of a ledger.
 *
 * @param seq number in the chain, from 1, without gaps
 * @param prev hash of the line before; 64 zeros in the first
 * @param at when it was appended
 * @param kind what the body is: finding, attack, alert, attestation, watch, withdraw, review, or a kind of a later version
 * @param body what was recorded
 * @param mergedFrom hash that the line had in the ledger where it was first recorded; "" where that is this one
 * @param hash SHA-256 over the canonical line without this field, 64 lower-case hex digits
 */
public record LedgerEntry(
        long seq, String prev, Instant at, String kind, JsonObject body, String mergedFrom, String hash) {
    /** The hash of the line where it was first recorded: the same in every ledger it was merged into. */
    public String origin() {
        return mergedFrom.isEmpty() ? hash : mergedFrom;
    }
}
