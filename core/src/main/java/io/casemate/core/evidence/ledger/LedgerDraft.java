package io.casemate.core.evidence.ledger;

import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.Reviewed;
import io.casemate.core.evidence.WatchSpan;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;

/**
 * Something to be recorded: a line before it has its place in the chain.
 *
 * @param kind lower-case letters, digits and hyphens
 * @param mergedFrom hash of the line it is taken from; "" where it is new
 */
public record LedgerDraft(String kind, JsonObject body, String mergedFrom) {
    public LedgerDraft {
        if (!kind.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("need a kind of lower-case letters, got '%s'".formatted(kind));
        }
    }

    public static LedgerDraft of(Evidence evidence) {
        return EvidenceBodies.draft(evidence);
    }

    public static LedgerDraft of(WatchSpan span) {
        return EvidenceBodies.draft(span);
    }

    /** Somebody looked at the threat model. */
    public static LedgerDraft of(Reviewed review) {
        return new LedgerDraft("review", ReviewBodies.body(review), "");
    }

    /**
     * Takes an entry back: it stays in the ledger and counts nothing from now on.
     *
     * @param reason why, for those who read the trail
     * @param by who takes it back
     */
    public static LedgerDraft withdraw(LedgerEntry entry, String reason, String by) {
        // the origin finds the entry again after a merge, where its number is another
        JsonObject body = Json.object()
                .put("seq", entry.seq())
                .put("origin", entry.origin())
                .put("reason", reason)
                .put("by", by);
        return new LedgerDraft("withdraw", body, "");
    }

    static LedgerDraft merged(LedgerEntry entry) {
        return new LedgerDraft(entry.kind(), entry.body(), entry.origin());
    }
}
