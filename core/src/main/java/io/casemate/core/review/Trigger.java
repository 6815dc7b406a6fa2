package io.casemate.core.review;

import io.casemate.core.model.Named;

/**
 * Something that calls for a review now.
 *
 * @param subject id of what it is about: a scenario, a part, a file; empty for the system
 * @param what what has happened, in words
 */
public record Trigger(Kind kind, String subject, String what) {
    /** Why people should look. */
    public enum Kind implements Named {
        NEVER_REVIEWED,
        OVERDUE,
        INCIDENT,
        MODEL_CHANGED,
        ARTIFACT_CHANGED,
        KNOWLEDGE_CHANGED,
        TREATMENT_OVERDUE,
        WAIVER_EXPIRED
    }

    /** Whether time alone brings it about: rules of their own watch the dates. */
    public boolean ofTime() {
        return switch (kind) {
            case NEVER_REVIEWED, OVERDUE, TREATMENT_OVERDUE, WAIVER_EXPIRED -> true;
            case INCIDENT, MODEL_CHANGED, ARTIFACT_CHANGED, KNOWLEDGE_CHANGED -> false;
        };
    }
}
