package io.casemate.report.view;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Assessment;
import java.util.Map;

/**
 * What a view is made from.
 *
 * @param digests SHA-256 in lower-case hex by artifact path, of the files that lie beside the model
 */
public record ViewInput(
        Assessment assessment, Knowledge knowledge, EvidenceBook evidence, Map<String, String> digests) {
    public ViewInput {
        digests = Map.copyOf(digests);
    }
}
