package io.casemate.core;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.SystemModel;
import io.casemate.core.risk.Assessment;
import java.time.Instant;
import java.util.Map;

/** The front door: from a model and its evidence to an assessment. */
public final class Assessor {
    private Assessor() {}

    /**
     * Assesses a system at one moment. A pure function: the same arguments give an equal result. Cost is about one search per
     * threat over the flows, twice, and a few readings for each scenario found.
     *
     * @param digests SHA-256 in lower-case hex by artifact path, of the files that lie beside the model; empty where none was read
     * @param asOf the moment; evidence recorded or observed later does not count
     */
    public static Assessment assess(
            Knowledge knowledge, SystemModel model, EvidenceBook evidence, Map<String, String> digests, Instant asOf) {
        return Assessment.of(knowledge, model, evidence, digests, asOf);
    }
}
