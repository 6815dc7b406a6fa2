package io.casemate.core.evidence.ledger;

import io.casemate.core.evidence.Alert;
import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Provenance;
import io.casemate.core.evidence.WatchSpan;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonFields;
import io.casemate.core.json.JsonObject;
import io.casemate.core.problem.Problem;
import java.time.Instant;

/** The bodies of the lines that hold evidence: each record as it is written and read back. */
final class EvidenceBodies {
    private EvidenceBodies() {}

    static LedgerDraft draft(Evidence evidence) {
        return switch (evidence) {
            case Finding f -> draft("finding", body(f));
            case AttackResult r -> draft("attack", body(r));
            case Alert a -> draft("alert", body(a));
            case Attestation a -> draft("attestation", body(a));
        };
    }

    static LedgerDraft draft(WatchSpan span) {
        JsonObject body = Json.object()
                .put("source", span.source())
                .put("threat", span.threatId())
                .put("target", span.targetId())
                .put("from", span.from().toString())
                .put("to", span.to().toString());
        return draft("watch", body);
    }

    private static LedgerDraft draft(String kind, JsonObject body) {
        return new LedgerDraft(kind, body, "");
    }

    private static JsonObject body(Finding finding) {
        return threat(finding, finding.threatId())
                .put("rule", finding.ruleId())
                .put("message", finding.message())
                .put("location", finding.location())
                .put("decibans", finding.decibans())
                .put("incident", finding.incident());
    }

    private static JsonObject body(AttackResult result) {
        return threat(result, result.threatId())
                .put("attack", result.attackId())
                .put("successes", result.successes())
                .put("trials", result.trials());
    }

    private static JsonObject body(Alert alert) {
        return threat(alert, alert.threatId())
                .put("signal", alert.signalId())
                .put("value", alert.value())
                .put("threshold", alert.threshold());
    }

    private static JsonObject body(Attestation attestation) {
        return provenance(attestation)
                .put("control", attestation.controlId())
                .put("target", attestation.targetId())
                .put("holds", attestation.holds())
                .put("verified", attestation.verified())
                .put("statement", attestation.statement());
    }

    private static JsonObject threat(Evidence evidence, String threatId) {
        return provenance(evidence).put("threat", threatId).put("target", evidence.targetId());
    }

    private static JsonObject provenance(Evidence evidence) {
        Provenance provenance = evidence.provenance();
        JsonObject body = Json.object()
                .put("source", provenance.source())
                .put("family", provenance.family())
                .put("version", provenance.version())
                .put("observedAt", provenance.observedAt().toString())
                .put("subjectSha256", provenance.subjectSha256());
        return Json.object().put("provenance", body);
    }

    static Finding finding(JsonFields body) {
        body.allowOnly("provenance", "threat", "target", "rule", "message", "location", "decibans", "incident");
        return new Finding(
                provenance(body),
                body.text("threat"),
                body.text("target"),
                body.text("rule"),
                body.text("message"),
                body.text("location"),
                body.number("decibans"),
                body.bool("incident"));
    }

    static AttackResult attack(JsonFields body) {
        body.allowOnly("provenance", "threat", "target", "attack", "successes", "trials");
        return new AttackResult(
                provenance(body),
                body.text("threat"),
                body.text("target"),
                body.text("attack"),
                (int) body.whole("successes", 0, Integer.MAX_VALUE),
                (int) body.whole("trials", 1, Integer.MAX_VALUE));
    }

    static Alert alert(JsonFields body) {
        body.allowOnly("provenance", "threat", "target", "signal", "value", "threshold");
        return new Alert(
                provenance(body),
                body.text("threat"),
                body.text("target"),
                body.text("signal"),
                body.number("value"),
                body.number("threshold"));
    }

    static Attestation attestation(JsonFields body) {
        body.allowOnly("provenance", "control", "target", "holds", "verified", "statement");
        return new Attestation(
                provenance(body),
                body.text("control"),
                body.text("target"),
                body.bool("holds"),
                body.bool("verified"),
                body.text("statement"));
    }

    static WatchSpan watch(JsonFields body) {
        body.allowOnly("source", "threat", "target", "from", "to");
        return new WatchSpan(
                body.text("source"),
                body.text("threat"),
                body.text("target"),
                body.instant("from"),
                body.instant("to"));
    }

    /** What is no provenance becomes a problem here, so that the fields behind it are still read. */
    private static Provenance provenance(JsonFields body) {
        JsonFields fields = body.object("provenance");
        fields.allowOnly("source", "family", "version", "observedAt", "subjectSha256");
        String source = fields.text("source");
        String family = fields.text("family");
        String version = fields.text("version");
        Instant observedAt = fields.instant("observedAt");
        String subject = fields.text("subjectSha256");
        try {
            return new Provenance(source, family, version, observedAt, subject);
        } catch (IllegalArgumentException e) {
            fields.problems().accept(new Problem(fields.where(), String.valueOf(e.getMessage()), BookReader.REMEDY));
            return Provenance.of("unknown", version, observedAt);
        }
    }
}
