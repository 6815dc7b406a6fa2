package io.casemate.core.evidence;

/**
 * What a scanner saw in an artifact.
 *
 * @param ruleId the scanner's rule that matched
 * @param message what was found, in words
 * @param location where in the artifact; may be empty
 * @param decibans weight of evidence, 10 x log10 of the likelihood ratio (I. J. Good); negative lowers the risk
 * @param incident true where the finding is no likelihood: the thing has happened
 */
public record Finding(
        Provenance provenance,
        String threatId,
        String targetId,
        String ruleId,
        String message,
        String location,
        double decibans,
        boolean incident)
        implements Evidence {
    public Finding {
        if (threatId.isBlank() || targetId.isBlank() || ruleId.isBlank()) {
            throw new IllegalArgumentException("a finding needs threat, target and rule, got '%s', '%s', '%s'"
                    .formatted(threatId, targetId, ruleId));
        }
        if (!Double.isFinite(decibans)) {
            throw new IllegalArgumentException("need a finite weight in decibans, got " + decibans);
        }
    }
}
