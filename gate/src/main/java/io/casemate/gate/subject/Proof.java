package io.casemate.gate.subject;

import io.casemate.core.evidence.Alert;
import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.policy.EvidenceDemand.Kind;
import io.casemate.gate.expression.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One piece of evidence as a gate sees it.
 *
 * @param kind test for an attestation that a test, scan or attack stands behind
 * @param control for attestations and tests what they are about, as recorded; else ""
 * @param holds false where it says that the control is missing
 * @param ageDays whole days since it was observed
 * @param counts whether it may still count: not withdrawn, and not taken on another version of the artifact
 */
public record Proof(Kind kind, String control, String source, boolean holds, int ageDays, boolean counts) {
    static final Type.Fields TYPE = type();

    static Proof of(Recorded<Evidence> recorded, boolean counts, Instant asOf) {
        Evidence body = recorded.body();
        int age = (int) Math.min(
                Integer.MAX_VALUE,
                Duration.between(body.provenance().observedAt(), asOf).toDays());
        String source = body.provenance().source();
        return switch (body) {
            case Attestation a ->
                new Proof(a.verified() ? Kind.TEST : Kind.ATTESTATION, a.controlId(), source, a.holds(), age, counts);
            case Finding f -> new Proof(Kind.FINDING, "", source, true, age, counts);
            case AttackResult r -> new Proof(Kind.ATTACK, "", source, true, age, counts);
            case Alert a -> new Proof(Kind.ALERT, "", source, true, age, counts);
        };
    }

    /** Whether it is of a kind; a person's word is evidence only where words are asked for. */
    public boolean is(Kind wanted) {
        return wanted == Kind.ANY ? kind != Kind.ATTESTATION : kind == wanted;
    }

    Map<String, Object> value() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("kind", kind.id());
        value.put("control", control);
        value.put("source", source);
        value.put("holds", holds);
        value.put("age", (long) ageDays);
        value.put("counts", counts);
        return value;
    }

    private static Type.Fields type() {
        Map<String, Type> fields = new LinkedHashMap<>();
        fields.put("kind", Words.of("kind of evidence", Kind.values()));
        fields.put("control", Type.TEXT);
        fields.put("source", Type.TEXT);
        fields.put("holds", Type.TRUTH);
        fields.put("age", Type.WHOLE);
        fields.put("counts", Type.TRUTH);
        return new Type.Fields("Evidence", fields);
    }
}
