package io.casemate.report.view;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Artifact;
import io.casemate.core.model.Element;
import io.casemate.core.risk.Assessment;
import java.util.List;
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

    /** Ids of the elements that somebody of lower trust reaches, the worst first. */
    public List<String> entryPoints() {
        return AttackSurface.of(this).entries().stream()
                .map(e -> e.element().id())
                .toList();
    }

    /** Whether a scan of the very bytes of the file counts now. */
    public boolean scanned(Element element, Artifact artifact) {
        return new Looks(this).newest(element, artifact).taken();
    }
}
