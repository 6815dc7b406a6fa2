package io.casemate.report.example;

import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.Provenance;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Part;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Topology;
import io.casemate.core.model.Treatment;
import io.casemate.core.risk.Action;
import io.casemate.core.risk.Answered;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Coverage;
import io.casemate.core.risk.Coverage.Outcome;
import io.casemate.core.risk.EvidenceUse;
import io.casemate.core.risk.FrequencyTerms;
import io.casemate.core.risk.Gap;
import io.casemate.core.risk.Incident;
import io.casemate.core.risk.MitigationEffect;
import io.casemate.core.risk.MitigationEffect.State;
import io.casemate.core.risk.Presumed;
import io.casemate.core.risk.Question;
import io.casemate.core.risk.Range;
import io.casemate.core.risk.Rating;
import io.casemate.core.risk.ReviewPlan;
import io.casemate.core.risk.Risk;
import io.casemate.core.risk.Term;
import io.casemate.core.risk.VulnerabilityTerms;
import io.casemate.core.threat.Threat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Assessments made by hand: every field is filled at least once. */
public final class Assessments {
    public static final Knowledge KNOWLEDGE = SmallKnowledge.of(Knowledge.builtIn());
    public static final Instant AS_OF = Instant.parse("2026-11-21T09:00:00Z");

    private Assessments() {}

    /** Three shown scenarios, one of them an incident, and a hidden one. */
    public static Assessment fraud() {
        return of(FraudSystem.model());
    }

    /** The same about a model of the same ids. */
    public static Assessment of(SystemModel model) {
        Topology topology = Topology.of(model);
        return new Assessment(
                topology,
                AS_OF,
                List.of(
                        risk(topology, "label-flipping", "label-store", happened(), ""),
                        risk(topology, "model-extraction", "ensemble", Incident.NONE, ""),
                        risk(topology, "flow-eavesdropping", "f-score", Incident.NONE, ""),
                        risk(topology, "data-poisoning", "ensemble", Incident.NONE, "low band and no evidence")),
                List.of(new Answered("model-tampering", "registry", List.of("signed@registry"), false, HIGH)),
                List.of(new Question(
                        "decision-api",
                        "rate-limited",
                        "Decision API: Are calls limited per caller?",
                        0.61234567,
                        List.of("model-extraction@ensemble"))),
                List.of(new Gap("ledger", "is absent", "record evidence")),
                new Coverage(
                        12,
                        15,
                        List.of(
                                new Coverage.ThreatCoverage("model-extraction", Outcome.FIRED, 1, ""),
                                new Coverage.ThreatCoverage("jailbreaking", Outcome.SILENT, 0, "no part is an LLM"))),
                List.of(new Action(
                        1, "model-extraction@ensemble", "rate-limit-queries", "Ada", "2026-10-01", "open", true, LOW)),
                new ReviewPlan("2026-06-01", LocalDate.parse("2026-09-01"), List.of("overdue since 2026-09-01")));
    }

    /** So many scenarios, all of them shown. */
    public static Assessment many(SystemModel model, int scenarios) {
        Topology topology = Topology.of(model);
        List<String> threats = List.copyOf(KNOWLEDGE.threats().keySet());
        List<Risk> risks = new ArrayList<>();
        for (int i = 0; i < scenarios; i++) {
            String target = model.elements().get(i % model.elements().size()).id();
            String threat = threats.get(i / model.elements().size() % threats.size());
            risks.add(risk(topology, threat, target, Incident.NONE, ""));
        }
        return new Assessment(
                topology,
                AS_OF,
                risks,
                List.of(),
                List.of(),
                List.of(),
                new Coverage(model.elements().size(), model.flows().size(), List.of()),
                List.of(),
                new ReviewPlan("", LocalDate.parse("2027-02-19"), List.of()));
    }

    private static final Rating HIGH = new Rating(0.24, 2.1, 1 - Math.exp(-0.24 * 2.1), 3, 3);
    private static final Rating LOW = new Rating(0.01, 2.1, 1 - Math.exp(-0.01 * 2.1), 1, 3);

    private static Incident happened() {
        return new Incident("#7 labels-diverge", Instant.parse("2026-11-01T00:00:00Z"));
    }

    private static Risk risk(Topology topology, String id, String target, Incident incident, String hidden) {
        Threat threat = SmallKnowledge.threat(id);
        return new Risk(
                threat,
                part(topology, target),
                path(topology, target),
                "Somebody at %s goes for %s.".formatted("Merchant system", target),
                List.of("fraud-ring", "competitor"),
                List.of(new Presumed("decision-api", "rate-limited", false, "nobody stated it")),
                0.15,
                List.of(
                        new Term("prior", -7.533277, false, "15 of 100 attempts succeed with no control"),
                        new Term("rate-limited@decision-api", -0.5, false, "presumed absent"),
                        new Term("query-extraction", 3.0281, true, "58 of 100 attempts succeeded")),
                new VulnerabilityTerms(4, 0, 0),
                new FrequencyTerms(2.1, 1, 0, 0),
                HIGH,
                hidden.isEmpty() ? HIGH : LOW,
                LOW,
                new Range(0.021, 0.7),
                incident,
                new Treatment(
                        threat.id() + "@" + target,
                        Treatment.Action.MITIGATE,
                        List.of("rate-limit-queries"),
                        "Ada",
                        "2026-10-01",
                        Treatment.Status.OPEN,
                        ""),
                List.of(
                        new MitigationEffect("rate-limit-queries", State.ABSENT, LOW),
                        new MitigationEffect("round-outputs", State.UNKNOWN, HIGH)),
                List.of(evidence(threat.id(), target)),
                hidden);
    }

    private static Part part(Topology topology, String id) {
        return topology.parts().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> path(Topology topology, String target) {
        return topology.into(target).stream()
                .findFirst()
                .map(f -> List.of(f.from(), f.id(), target))
                .orElse(List.of(target));
    }

    private static EvidenceUse evidence(String threat, String target) {
        Evidence attack = new AttackResult(
                Provenance.of("query-extraction", "1", AS_OF), threat, target, "query-extraction", 58, 100);
        return new EvidenceUse(new Recorded<>(12, "0".repeat(64), AS_OF, attack), true, "");
    }
}
