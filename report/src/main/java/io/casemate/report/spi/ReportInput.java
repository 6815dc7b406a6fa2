package io.casemate.report.spi;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.ledger.AuditReport;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Assessment;
import java.util.Map;

/**
 * What a report is made from.
 *
 * @param digests SHA-256 in lower-case hex by artifact path, of the files that lie beside the model
 * @param ledger the state of the ledger at the moment of the assessment
 * @param options what was asked for, only of those that the kind names; never empty texts
 */
public record ReportInput(
        Assessment assessment,
        Knowledge knowledge,
        EvidenceBook evidence,
        Map<String, String> digests,
        AuditReport ledger,
        Map<ReportOption, String> options) {
    public ReportInput {
        digests = Map.copyOf(digests);
        options = Map.copyOf(options);
    }

    /** What was asked for, or "". */
    public String option(ReportOption option) {
        return options.getOrDefault(option, "");
    }
}
