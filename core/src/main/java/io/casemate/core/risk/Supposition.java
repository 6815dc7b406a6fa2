package io.casemate.core.risk;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Part;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Topology;
import io.casemate.core.threat.Candidate;
import io.casemate.core.threat.Evaluator;
import io.casemate.core.threat.Facts;
import io.casemate.core.threat.Reach;
import io.casemate.core.threat.Reading;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/**
 * The assessment of one system, asked again and again under other facts. Supposing nothing gives the current ratings of
 * {@link Assessment}; supposing a control stated gives what the assessment would be of a model that states it.
 */
public record Supposition(Assessing assessing) {
    /** Of the same arguments as {@link Assessment#of}. */
    public static Supposition of(
            Knowledge knowledge, SystemModel model, EvidenceBook evidence, Map<String, String> digests, Instant asOf) {
        return new Supposition(new Assessing(knowledge, model, evidence, digests, asOf));
    }

    /** What the readings below are given by. */
    public static String key(String fact, Part part) {
        return WhatIf.key(fact, part);
    }

    public Topology topology() {
        return assessing.topology();
    }

    /** Facts as they are now: stated, verified, presumed. */
    public Facts facts() {
        return assessing.facts();
    }

    /** Facts as they are now, but for those given by {@link #key}. */
    public Facts facts(Map<String, Reading> supposed) {
        return supposed.isEmpty() ? assessing.facts() : WhatIf.with(assessing.facts(), supposed);
    }

    /** Every scenario with its rating, hidden ones included. Costs a search per threat over the flows. */
    public List<Supposed> scenarios(Map<String, Reading> supposed) {
        return assessing.supposed(facts(supposed));
    }

    /** Annual probability of a scenario, by the decibans that its path adds to the prior and the attempts a year. */
    public DoubleBinaryOperator probability(Candidate candidate) {
        return assessing.probability(candidate);
    }

    /** Where adversaries stand, of these parts only. */
    public Reach reach(Facts facts, Collection<Part> parts) {
        return assessing.reach(new Evaluator(topology(), facts), parts);
    }

    /** Every scenario as it would be under these facts. */
    public List<Supposed> scenarios(Facts facts) {
        return assessing.supposed(facts);
    }

    /** Where every scenario stands now: what {@link Assessment} says of each, at a fraction of its cost. */
    public List<Stance> stances() {
        return assessing.stances();
    }

    /** The id a scenario has now, for one whose target may have had another. */
    public String currentScenario(String id) {
        return assessing.currentScenario(id);
    }

    /** Whether evidence keeps a scenario alive when the model does not give it any more. */
    public boolean keptByEvidence(String scenario) {
        return assessing.speaksFor(scenario);
    }
}
