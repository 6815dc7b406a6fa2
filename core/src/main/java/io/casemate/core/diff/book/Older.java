package io.casemate.core.diff.book;

import io.casemate.core.evidence.Alert;
import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Provenance;
import io.casemate.core.evidence.WatchSpan;
import java.time.Duration;

/** Evidence with its times moved: as old at the later moment as it was at the earlier one. */
record Older(Duration by) {

    Evidence evidence(Evidence evidence) {
        Provenance provenance = provenance(evidence.provenance());
        return switch (evidence) {
            case Finding f ->
                new Finding(
                        provenance,
                        f.threatId(),
                        f.targetId(),
                        f.ruleId(),
                        f.message(),
                        f.location(),
                        f.decibans(),
                        f.incident());
            case AttackResult r ->
                new AttackResult(provenance, r.threatId(), r.targetId(), r.attackId(), r.successes(), r.trials());
            case Alert a -> new Alert(provenance, a.threatId(), a.targetId(), a.signalId(), a.value(), a.threshold());
            case Attestation a ->
                new Attestation(provenance, a.controlId(), a.targetId(), a.holds(), a.verified(), a.statement());
        };
    }

    WatchSpan span(WatchSpan s) {
        return new WatchSpan(s.source(), s.threatId(), s.targetId(), s.from().plus(by), s.to().plus(by));
    }

    private Provenance provenance(Provenance p) {
        return new Provenance(
                p.source(), p.family(), p.version(), p.observedAt().plus(by), p.subjectSha256());
    }
}
