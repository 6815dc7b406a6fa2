package io.casemate.core.review;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.policy.PolicyFile;
import io.casemate.core.risk.Assessment;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a review status is made of.
 *
 * @param digests SHA-256 of the artifacts that are there, by path
 * @param modelSha256 of casemate.yaml
 * @param knowledgeSha256 of the catalogue; asked for only where a review has recorded one
 */
public record ReviewInput(
        Assessment assessment,
        EvidenceBook evidence,
        Map<String, String> digests,
        String modelSha256,
        Supplier<String> knowledgeSha256,
        PolicyFile policy) {
    public ReviewInput {
        digests = Map.copyOf(digests);
    }
}
