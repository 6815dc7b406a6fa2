package io.casemate.core.diff;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.SystemModel;
import io.casemate.core.risk.Gap;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One of the two systems compared: all that an assessment needs.
 *
 * @param digests SHA-256 in lower-case hex by artifact path, of the files that lie beside the model
 * @param unseen what could not be looked at when it was read
 * @param asOf the moment at which it is looked at
 */
public record Side(
        Knowledge knowledge,
        SystemModel model,
        EvidenceBook evidence,
        Map<String, String> digests,
        List<Gap> unseen,
        Instant asOf) {
    public Side {
        digests = Map.copyOf(digests);
        unseen = List.copyOf(unseen);
    }

    /** One that was read whole. */
    public Side(
            Knowledge knowledge, SystemModel model, EvidenceBook evidence, Map<String, String> digests, Instant asOf) {
        this(knowledge, model, evidence, digests, List.of(), asOf);
    }
}
