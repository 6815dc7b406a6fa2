package io.casemate.report.board;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Band;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * What a board's report is made from.
 *
 * @param digests SHA-256 in lower-case hex by artifact path
 * @param appetite the highest band that is accepted
 */
public record BoardInput(
        Assessment assessment, Knowledge knowledge, EvidenceBook evidence, Map<String, String> digests, Band appetite) {
    public BoardInput {
        digests = Map.copyOf(digests);
    }

    /**
     * The same system, model as today, with what was known at the end of the day of the last review; empty where there was none,
     * or none before today.
     */
    Optional<Assessment> atLastReview() {
        String last = assessment.review().last();
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Instant then = LocalDate.parse(last)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minusSeconds(1);
        if (!then.isBefore(assessment.asOf())) {
            return Optional.empty();
        }
        return Optional.of(Assessment.of(knowledge, assessment.topology().model(), evidence, digests, then));
    }
}
