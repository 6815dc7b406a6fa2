package io.casemate.core.evidence;

/**
 * Outcome of repeating one attack against one target.
 *
 * @param successes attempts that met the attack's goal, 0 to {@code trials}
 * @param trials attempts made, at least 1
 */
public record AttackResult(
        Provenance provenance, String threatId, String targetId, String attackId, int successes, int trials)
        implements Evidence {
    public AttackResult {
        if (threatId.isBlank() || targetId.isBlank() || attackId.isBlank()) {
            throw new IllegalArgumentException("an attack result needs threat, target and attack, got '%s', '%s', '%s'"
                    .formatted(threatId, targetId, attackId));
        }
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "need 0 <= successes <= trials and trials >= 1, got %d of %d".formatted(successes, trials));
        }
    }
}
