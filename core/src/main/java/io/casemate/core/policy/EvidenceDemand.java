package io.casemate.core.policy;

import io.casemate.core.model.Named;

/**
 * Evidence that must be there, and how old it may be.
 *
 * @param each {@link Each#RISK}, {@link Each#ANSWERED} or {@link Each#ELEMENT}
 * @param when which of them need it: a condition; empty for all
 * @param control for attestations and tests the control they are about; "" for any
 * @param ageDaysMax greatest age in days
 * @param remedy how to get it, with {@code {expressions}} in braces
 */
public record EvidenceDemand(
        String id,
        String title,
        Each each,
        Written when,
        Kind kind,
        String control,
        int ageDaysMax,
        Written remedy,
        int line) {
    /** What counts as evidence. */
    public enum Kind implements Named {
        /** Whatever moves a risk. */
        ANY,
        /** A person's word on a control. */
        ATTESTATION,
        /** A test, scan or attack that shows a control. */
        TEST,
        FINDING,
        ATTACK,
        ALERT
    }
}
