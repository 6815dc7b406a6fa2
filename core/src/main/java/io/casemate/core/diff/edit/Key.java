package io.casemate.core.diff.edit;

import io.casemate.core.model.Named;
import java.util.Comparator;

/**
 * Something of a system that can change by itself.
 *
 * @param id of the part it belongs to; empty where there is one only
 * @param item which of several: a fact, an asset, a path; empty where there is one only
 */
public record Key(Kind kind, String id, Field field, String item) implements Comparable<Key> {
    private static final Comparator<Key> ORDER = Comparator.comparing(Key::kind)
            .thenComparing(Key::id)
            .thenComparing(Key::field)
            .thenComparing(Key::item);

    /** What a key is about. */
    public enum Kind implements Named {
        KNOWLEDGE,
        SCOPE,
        ZONE,
        ASSET,
        ADVERSARY,
        ELEMENT,
        FLOW,
        TREATMENT,
        REVIEW,
        ANSWER,
        STATEMENT,
        COST,
        ARTIFACT,
        EVIDENCE,
        WATCH,
        TIME
    }

    /** What of it. */
    public enum Field implements Named {
        EXISTS,
        NAME,
        DESCRIPTION,
        OWNER,
        INCLUDED,
        EXCLUDED,
        OBJECTIVES,
        REGULATIONS,
        KIND,
        ZONE,
        PARENT,
        TRUST,
        FROM,
        TO,
        HOLDS,
        CARRIES,
        FACT,
        ARTIFACT,
        FORMERLY,
        SENSITIVITY,
        IMPACT,
        LOSS,
        PROFILE,
        MOTIVATION,
        CAPABILITY,
        LIKELIHOOD,
        ACCESS,
        WHOLE,
        DIGEST,
        AGE
    }

    public static Key of(Kind kind, String id, Field field) {
        return new Key(kind, id, field, "");
    }

    /** Whether no risk can follow from it: words, decisions, and money, which rates nothing. */
    public boolean inert() {
        return switch (kind) {
            case SCOPE, TREATMENT, REVIEW, ANSWER, STATEMENT, COST -> true;
            case KNOWLEDGE, ZONE, ASSET, ADVERSARY, ELEMENT, FLOW, ARTIFACT, EVIDENCE, WATCH, TIME ->
                switch (field) {
                    case NAME, DESCRIPTION, IMPACT, LOSS, MOTIVATION -> true;
                    default -> false;
                };
        };
    }

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }
}
