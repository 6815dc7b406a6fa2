package io.casemate.gate.subject;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.KnowledgeEdition;
import io.casemate.core.model.ModelLines;
import io.casemate.core.model.Topology;
import io.casemate.core.policy.PolicyFile;
import io.casemate.core.review.ReviewInput;
import io.casemate.core.review.ReviewStatus;
import io.casemate.core.risk.Assessment;
import java.util.Map;

/**
 * A system at one moment, with all that a gate looks at.
 *
 * @param name the system as a command line names it; remedies repeat it
 * @param assessment what was found, with everything that could not be looked at
 * @param digests SHA-256 in lower-case hex by artifact path
 * @param modelSha256 of casemate.yaml
 * @param lines where things stand in the model file
 */
public record Situation(
        String name,
        Knowledge knowledge,
        Assessment assessment,
        EvidenceBook evidence,
        Map<String, String> digests,
        String modelSha256,
        ModelLines lines) {
    public Situation {
        digests = Map.copyOf(digests);
    }

    public Topology topology() {
        return assessment.topology();
    }

    /** How it stands with the reviews under a policy. */
    ReviewStatus review(PolicyFile policy) {
        return ReviewStatus.of(new ReviewInput(
                assessment,
                evidence,
                digests,
                modelSha256,
                () -> KnowledgeEdition.of(knowledge).sha256(),
                policy));
    }
}
