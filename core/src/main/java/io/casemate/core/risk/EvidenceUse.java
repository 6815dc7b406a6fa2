package io.casemate.core.risk;

import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.Recorded;

/**
 * One piece of evidence about a scenario and whether it counts.
 *
 * @param counts whether it moves the risk now
 * @param note why it does not, or how much of it is left: stale, another digest, withdrawn, weaker than its family's
 */
public record EvidenceUse(Recorded<Evidence> evidence, boolean counts, String note) {}
