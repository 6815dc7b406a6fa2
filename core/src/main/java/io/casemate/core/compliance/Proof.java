package io.casemate.core.compliance;

import io.casemate.core.model.Named;

/**
 * One thing that shows a requirement, written {@code fact:logged}, {@code ledger:attack} or {@code assessment}.
 *
 * @param of which one of its sort; empty where there is only one
 */
public record Proof(Sort sort, String of) {
    /** What sort of thing it is. */
    public enum Sort implements Named {
        /** A control that holds at every part of the system for which it makes sense. */
        FACT,
        /** Something in the ledger: {@code attack}, {@code test}, {@code watch} or {@code any}. */
        LEDGER,
        /** Something that the model writes down. */
        MODEL,
        /** A tier that the answers decide. */
        QUESTIONNAIRE,
        /** The assessment itself, as of the last review. */
        ASSESSMENT,
        /** A review that is not overdue. */
        REVIEW
    }

    @Override
    public String toString() {
        return of.isEmpty() ? sort.id() : sort.id() + ":" + of;
    }
}
