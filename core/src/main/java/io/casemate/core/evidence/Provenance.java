package io.casemate.core.evidence;

import java.time.Instant;

/**
 * Where a piece of evidence comes from.
 *
 * @param source id of the scanner, attack, signal, test suite or person
 * @param family sources that see the same thing the same way: evidence of one family counts once; the source where empty
 * @param version version of the source; may be empty
 * @param observedAt when it was observed, which is not when it was recorded
 * @param subjectSha256 SHA-256 of the artifact it was taken on, 64 lower-case hex digits; "" where bound to no artifact
 */
public record Provenance(String source, String family, String version, Instant observedAt, String subjectSha256) {
    public Provenance {
        if (source.isBlank()) {
            throw new IllegalArgumentException("evidence needs a source, got a blank one");
        }
        if (!subjectSha256.isEmpty() && !subjectSha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "need 64 lower-case hex digits as subject's SHA-256 or none, got '%s'".formatted(subjectSha256));
        }
        family = family.isBlank() ? source : family;
    }

    /** Evidence of a family of its own, bound to no artifact. */
    public static Provenance of(String source, String version, Instant observedAt) {
        return new Provenance(source, source, version, observedAt, "");
    }
}
