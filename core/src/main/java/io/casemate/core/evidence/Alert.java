package io.casemate.core.evidence;

/**
 * A signal over its threshold at run time.
 *
 * @param value what the signal measured
 * @param threshold what it was measured against, in the same unit
 */
public record Alert(
        Provenance provenance, String threatId, String targetId, String signalId, double value, double threshold)
        implements Evidence {
    public Alert {
        if (threatId.isBlank() || targetId.isBlank() || signalId.isBlank()) {
            throw new IllegalArgumentException("an alert needs threat, target and signal, got '%s', '%s', '%s'"
                    .formatted(threatId, targetId, signalId));
        }
        if (!Double.isFinite(value) || !Double.isFinite(threshold)) {
            throw new IllegalArgumentException(
                    "need a finite value and threshold, got %s and %s".formatted(value, threshold));
        }
    }
}
