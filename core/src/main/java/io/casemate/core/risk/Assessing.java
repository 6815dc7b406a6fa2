package io.casemate.core.risk;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.fact.FactBook;
import io.casemate.core.model.Adversary;
import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Topology;
import io.casemate.core.model.Treatment;
import io.casemate.core.threat.Candidate;
import io.casemate.core.threat.Evaluator;
import io.casemate.core.threat.Evaluator.Read;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Facts;
import io.casemate.core.threat.Identification;
import io.casemate.core.threat.Reach;
import io.casemate.core.threat.Reading;
import io.casemate.core.threat.Reading.Basis;
import io.casemate.core.threat.Route;
import io.casemate.core.threat.Threat;
import io.casemate.core.threat.Truth;
import io.casemate.core.threat.Weights;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run of the stream: model and evidence in, assessment out. Holds what the steps share; every step is a pure function. */
final class Assessing {
    private final Knowledge knowledge;
    private final Weights weights;
    private final Topology topology;
    private final Instant asOf;
    private final Evidences evidences;
    private final AttestedFacts attested;
    private final Facts facts;
    private final List<LocalDate> reviewed;
    private final Scoring scoring;
    private final Questions questions;
    private final Map<String, Treatment> treatments = new HashMap<>();
    private final Map<String, Effects> effects = new HashMap<>();
    private final Map<String, Scoring.Scored> scored = new HashMap<>();

    Assessing(Knowledge knowledge, SystemModel model, EvidenceBook book, Map<String, String> digests, Instant asOf) {
        this.knowledge = knowledge;
        this.weights = knowledge.weights();
        this.topology = Topology.of(model);
        this.asOf = asOf;
        this.evidences = Evidences.at(asOf, book, topology, digests, weights.evidence());
        this.attested =
                AttestedFacts.of(evidences.attestations(), topology, knowledge.facts(), knowledge.mitigations());
        this.facts = attested.over(new FactBook(knowledge.facts()));
        this.reviewed = Plans.reviewed(model, book, asOf);
        this.scoring = new Scoring(topology, weights);
        this.questions = new Questions(knowledge.facts());
        model.treatments().forEach(t -> treatments.put(currentScenario(t.scenario()), t));
    }

    Assessment run() {
        var evaluator = new Evaluator(topology, facts);
        Reach reach = reach(evaluator, topology.parts());
        Identification now =
                Identification.of(evaluator, reach, weights, knowledge.threats().values());
        Facts bareFacts = WhatIf.withoutControls(facts, controls());
        var bareEvaluator = new Evaluator(topology, bareFacts);
        List<Candidate> bare = Identification.scenarios(
                bareEvaluator, reach, weights, knowledge.threats().values());
        Map<String, Candidate> inherent = new LinkedHashMap<>();
        bare.forEach(c -> inherent.put(c.id(), c));

        List<Candidate> candidates = new ArrayList<>(now.scenarios());
        candidates.addAll(unforeseen(now.scenarios(), reach));
        List<Risk> risks = new ArrayList<>();
        List<Draft> drafts = candidates.parallelStream()
                .map(c -> draft(c, inherent.getOrDefault(c.id(), c), bareFacts))
                .toList();
        for (Draft draft : drafts) {
            String id = draft.risk().id();
            risks.add(draft.risk());
            questions.join(draft.questions());
            effects.put(id, draft.effects());
            scored.put(id, draft.scored());
            inherent.remove(id);
        }
        risks.sort(Ranking.ORDER);
        now.asked().forEach(this::askWhether);
        now.asked().forEach(c -> inherent.remove(c.id()));
        List<Answered> answered =
                inherent.values().stream().map(c -> answered(c, bareFacts)).toList();
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        return new Assessment(
                topology,
                asOf,
                risks,
                answered,
                questions.ranked(),
                Gaps.of(topology, evidences, attested, knowledge, risks),
                Coverages.of(evaluator, knowledge.threats().values(), risks, now.asked(), answered),
                Plans.actions(risks, effects, scored, today),
                Plans.review(reviewed, asOf, risks, evidences.changed()));
    }

    /** The scenarios as they would be under these facts, each with its rating, in the order in which they are found. */
    List<Supposed> supposed(Facts supposed) {
        var evaluator = new Evaluator(topology, supposed);
        Reach reach = reach(evaluator, topology.parts());
        List<Candidate> found = Identification.scenarios(
                evaluator, reach, weights, knowledge.threats().values());
        List<Supposed> all = new ArrayList<>();
        found.forEach(c -> all.add(supposed(c, supposed, false)));
        unforeseen(found, reach).forEach(c -> all.add(supposed(c, supposed, true)));
        return List.copyOf(all);
    }

    private Supposed supposed(Candidate candidate, Facts supposed, boolean unforeseen) {
        Observed observed = observed(candidate.id());
        Scoring.Scored current = current(candidate, supposed, observed);
        return new Supposed(
                candidate,
                unforeseen,
                current.route(),
                current.rating(),
                hidden(current.rating(), observed).isEmpty(),
                observed.incident().happened());
    }

    /** Where all scenarios stand, and no more than that: nothing is asked, planned or told. */
    List<Stance> stances() {
        var evaluator = new Evaluator(topology, facts);
        Reach reach = reach(evaluator, topology.parts());
        Collection<Threat> threats = knowledge.threats().values();
        Identification now = Identification.of(evaluator, reach, weights, threats);
        Facts bareFacts = WhatIf.withoutControls(facts, controls());
        List<Candidate> bare = Identification.scenarios(new Evaluator(topology, bareFacts), reach, weights, threats);
        List<Stance> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Candidate> candidates = new ArrayList<>(now.scenarios());
        candidates.addAll(unforeseen(now.scenarios(), reach));
        for (Candidate c : candidates) {
            Observed observed = observed(c.id());
            Rating rating = current(c, facts, observed).rating();
            all.add(new Stance.Open(c.id(), rating, observed.incident().happened()));
            seen.add(c.id());
        }
        now.asked().forEach(c -> seen.add(c.id()));
        bare.stream()
                .filter(c -> !seen.contains(c.id()))
                .map(c -> answered(c, bareFacts))
                .forEach(a -> all.add(new Stance.Ended(a.id(), a.verified())));
        return List.copyOf(all);
    }

    /** The worst of the routes; of a scenario that only evidence gives, as if its conditions held. */
    private Scoring.Scored current(Candidate candidate, Facts supposed, Observed observed) {
        Scoring.Scored worst = scoring.worst(candidate, supposed, observed);
        return worst.rating().hasEnded()
                ? scoring.score(candidate.threat(), worst.route(), supposed, observed, truth -> true)
                : worst;
    }

    /** Annual probability of one scenario, by the decibans its path adds and the attempts a year. */
    DoubleBinaryOperator probability(Candidate candidate) {
        Observed observed = observed(candidate.id());
        return (decibans, attempts) -> scoring.probability(candidate.threat(), decibans, attempts, observed);
    }

    boolean speaksFor(String scenario) {
        return observed(scenario).speaksFor();
    }

    Reach reach(Evaluator evaluator, Collection<Part> parts) {
        return Reach.of(evaluator, adversaries(), knowledge.standings(), weights.frequency(), parts);
    }

    Topology topology() {
        return topology;
    }

    Facts facts() {
        return facts;
    }

    private List<Adversary> adversaries() {
        List<Adversary> stated = topology.model().adversaries();
        return stated.isEmpty() ? Reach.presumed(knowledge.standings().values()) : stated;
    }

    private Set<String> controls() {
        return knowledge.facts().values().stream()
                .filter(Fact::good)
                .map(Fact::id)
                .collect(Collectors.toSet());
    }

    /** One risk with what its computation leaves for others to use. */
    private record Draft(Risk risk, Questions questions, Effects effects, Scoring.Scored scored) {}

    private Draft draft(Candidate candidate, Candidate before, Facts bareFacts) {
        Threat threat = candidate.threat();
        Observed observed = observed(candidate.id());
        Scoring.Scored current = current(candidate, facts, observed);
        var effect = new Effects(scoring, candidate, facts, observed, knowledge.mitigations());
        var asked = new Questions(knowledge.facts());
        Range range = asked.ask(candidate.id(), current, effect);
        Rating inherent = scoring.worst(before, bareFacts, Observed.NOTHING).rating();
        Treatment treatment = treatments.getOrDefault(candidate.id(), Treatment.NONE);
        List<Part> path = path(threat, current.route());
        var risk = new Risk(
                threat,
                candidate.target(),
                path.stream().map(Part::id).toList(),
                Story.of(threat, path),
                current.route().adversaries(),
                presumed(current),
                threat.prior(),
                scoring.terms(threat, current.reading(), observed),
                scoring.vulnerability(observed),
                scoring.frequency(current.route(), observed),
                inherent.probability() < current.rating().probability() ? current.rating() : inherent,
                current.rating(),
                target(treatment, current, effect),
                range,
                observed.incident(),
                treatment,
                effect.all(current),
                observed.uses(),
                hidden(current.rating(), observed));
        return new Draft(risk, asked, effect, current);
    }

    /** The route, led up to where its first element is one because people outside write what is in it. */
    private List<Part> path(Threat threat, Route route) {
        Set<Read> from = new LinkedHashSet<>();
        new Evaluator(topology, facts).support(threat.path().from(), route.entry(), from::add);
        boolean inflow = from.stream().anyMatch(r -> r.reading().value() && letsOutsidersIn(r.fact()));
        List<Part> path = new ArrayList<>(inflow ? Lead.to(route.entry(), topology) : List.of());
        path.addAll(route.steps());
        return path;
    }

    private boolean letsOutsidersIn(String id) {
        Fact fact = knowledge.facts().get(id);
        return fact != null && !fact.good() && List.of("exposure", "data").contains(fact.group());
    }

    private static String hidden(Rating rating, Observed observed) {
        boolean hide = rating.band() == Band.LOW
                && !observed.counts()
                && !observed.incident().happened();
        return hide ? "low band and no evidence" : "";
    }

    private static Rating target(Treatment treatment, Scoring.Scored current, Effects effect) {
        Rating now = current.rating();
        if (!treatment.decided()) {
            return now;
        }
        return switch (treatment.action()) {
            case MITIGATE -> effect.with(treatment.mitigations(), current);
            case ACCEPT -> now;
            case TRANSFER ->
                new Rating(
                        now.vulnerability(),
                        now.frequency(),
                        now.probability(),
                        now.likelihood(),
                        Math.max(1, now.impact() - 1));
            case AVOID, NOT_APPLICABLE -> Rating.ended(now.impact());
        };
    }

    private static List<Presumed> presumed(Scoring.Scored current) {
        return current.reading().rests().stream()
                .filter(r -> r.reading().basis() == Basis.PRESUMED)
                .map(r -> new Presumed(
                        r.part().id(),
                        r.fact(),
                        r.reading().value(),
                        r.reading().reason()))
                .toList();
    }

    private Observed observed(String scenario) {
        return Observed.of(
                evidences.byScenario().getOrDefault(scenario, List.of()),
                evidences.spans().getOrDefault(scenario, List.of()),
                asOf,
                weights);
    }

    /** What would be if every fact that is only asked about were answered against us. */
    private void askWhether(Candidate candidate) {
        Observed observed = observed(candidate.id());
        for (Route route : candidate.routes()) {
            Scoring.Scored now = scoring.score(candidate.threat(), route, facts, observed, truth -> true);
            Map<String, Reading> against = new HashMap<>();
            Set<Read> deciding = new LinkedHashSet<>();
            for (Read read : now.reading().rests()) {
                if (read.reading().basis() == Basis.UNKNOWN) {
                    deciding.add(read);
                    against.put(WhatIf.key(read.fact(), read.part()), WhatIf.said(!good(read.fact())));
                }
            }
            Rating ifSo = scoring.score(candidate.threat(), route, WhatIf.with(facts, against), observed)
                    .rating();
            questions.askWhether(candidate.id(), deciding, ifSo);
        }
    }

    private boolean good(String fact) {
        Fact known = knowledge.facts().get(fact);
        return known == null || known.good();
    }

    private Answered answered(Candidate candidate, Facts bareFacts) {
        Scoring.Scored bare = scoring.worst(candidate, bareFacts, Observed.NOTHING);
        Set<Read> ending = new LinkedHashSet<>();
        for (Read read : bare.reading().rests()) {
            Reading now = facts.read(read.part(), read.fact());
            if (good(read.fact()) && now.value() && now.basis() != Basis.UNKNOWN) {
                ending.add(new Read(read.part(), read.fact(), now));
            }
        }
        for (Part part : bare.route().steps()) {
            for (String fact : candidate.threat().path().blockedBy()) {
                Reading now = facts.read(part, fact);
                if (now.holds()) {
                    ending.add(new Read(part, fact, now));
                }
            }
        }
        return new Answered(
                candidate.threat().id(),
                candidate.target().id(),
                ending.stream().map(r -> WhatIf.key(r.fact(), r.part())).toList(),
                !ending.isEmpty() && ending.stream().allMatch(r -> r.reading().basis() == Basis.VERIFIED),
                bare.rating());
    }

    /** Scenarios that evidence names although the model does not give them: what was seen is never lost. */
    private List<Candidate> unforeseen(List<Candidate> now, Reach reach) {
        Set<String> known = now.stream().map(Candidate::id).collect(Collectors.toSet());
        List<Candidate> candidates = new ArrayList<>();
        for (String scenario : evidences.byScenario().keySet()) {
            int at = scenario.indexOf('@');
            Threat threat = knowledge.threats().get(scenario.substring(0, at));
            Part part = part(scenario.substring(at + 1));
            if (threat != null
                    && part != null
                    && !known.contains(scenario)
                    && observed(scenario).speaksFor()) {
                double attempts = reach.attemptsPerYear(threat, part, Truth.ASK);
                double least = weights.frequency().attemptsPerYear().values().stream()
                        .min(Comparator.naturalOrder())
                        .orElse(0.0);
                Route route = new Route(
                        List.of(part), List.of(), Math.max(attempts, least), reach.names(threat, part, Truth.ASK), 0);
                candidates.add(new Candidate(threat, part, Truth.PRESUMED, List.of(route)));
            }
        }
        return candidates;
    }

    private @Nullable Part part(String id) {
        Element element = topology.elements().get(id);
        if (element != null) {
            return element;
        }
        Flow flow = topology.flows().get(id);
        return flow;
    }

    String currentScenario(String id) {
        int at = id.indexOf('@');
        return at < 0 ? id : id.substring(0, at + 1) + topology.currentId(id.substring(at + 1));
    }
}
