package io.casemate.core.evidence;

/**
 * What a person or a test suite states about a control.
 *
 * @param holds whether the control is in place and works; false speaks against it
 * @param verified true where a test, scan or attack says so; false where it is a person's word, a claim
 * @param statement the statement in words; may be empty
 */
public record Attestation(
        Provenance provenance, String controlId, String targetId, boolean holds, boolean verified, String statement)
        implements Evidence {
    public Attestation {
        if (controlId.isBlank() || targetId.isBlank()) {
            throw new IllegalArgumentException(
                    "an attestation needs control and target, got '%s', '%s'".formatted(controlId, targetId));
        }
    }
}
