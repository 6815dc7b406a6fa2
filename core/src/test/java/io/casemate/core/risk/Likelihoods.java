package io.casemate.core.risk;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.fact.FactBook;
import io.casemate.core.model.Adversary;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Topology;
import io.casemate.core.threat.Candidate;
import io.casemate.core.threat.Evaluator;
import io.casemate.core.threat.Identification;
import io.casemate.core.threat.Reach;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scenarios of a model with their annual probabilities and nothing else: what an assessment without evidence computes, at a
 * small part of its cost.
 */
final class Likelihoods {
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    /** One scenario and the worst way to it. */
    record Scenario(Candidate candidate, Scoring.Scored scored) {
        double probability() {
            return scored.rating().probability();
        }
    }

    private Likelihoods() {}

    /** By id, in the order of the catalogue. */
    static Map<String, Scenario> of(SystemModel model) {
        Topology topology = Topology.of(model);
        var facts = new FactBook(KNOWLEDGE.facts());
        var evaluator = new Evaluator(topology, facts);
        List<Adversary> stated = model.adversaries();
        Reach reach = Reach.of(
                evaluator,
                stated.isEmpty() ? Reach.presumed(KNOWLEDGE.standings().values()) : stated,
                KNOWLEDGE.standings(),
                KNOWLEDGE.weights().frequency());
        var scoring = new Scoring(topology, KNOWLEDGE.weights());
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        Identification.of(
                        evaluator,
                        reach,
                        KNOWLEDGE.weights(),
                        KNOWLEDGE.threats().values())
                .scenarios()
                .forEach(c -> scenarios.put(c.id(), new Scenario(c, scoring.worst(c, facts, Observed.NOTHING))));
        return scenarios;
    }
}
