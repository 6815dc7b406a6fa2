package io.casemate.core.risk;

import io.casemate.core.model.Asset;
import io.casemate.core.model.Part;
import io.casemate.core.model.Topology;
import io.casemate.core.threat.Candidate;
import io.casemate.core.threat.Contribution;
import io.casemate.core.threat.Evaluator;
import io.casemate.core.threat.Facts;
import io.casemate.core.threat.Route;
import io.casemate.core.threat.RouteReading;
import io.casemate.core.threat.Threat;
import io.casemate.core.threat.Truth;
import io.casemate.core.threat.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** From log-odds and attempts to a rating. The formulas are those of docs/adr/0006. */
record Scoring(Topology topology, Weights weights) {

    /** One route under one reading of the facts. */
    record Scored(Route route, RouteReading reading, Rating rating) {}

    /** The worst of a candidate's routes. */
    Scored worst(Candidate candidate, Facts facts, Observed observed) {
        return candidate.routes().stream()
                .map(r -> score(candidate.threat(), r, facts, observed))
                .max(Comparator.comparingDouble(s -> s.rating().probability()))
                .orElseThrow();
    }

    /** A route whose conditions hold no more, or only if an unknown fact were so, is rated as ended. */
    Scored score(Threat threat, Route route, Facts facts, Observed observed) {
        return score(threat, route, facts, observed, truth -> truth.compareTo(Truth.PRESUMED) >= 0);
    }

    Scored score(Threat threat, Route route, Facts facts, Observed observed, Predicate<Truth> holds) {
        RouteReading reading = RouteReading.of(new Evaluator(topology, facts), weights, threat, route);
        int impact = impact(threat, route.target());
        if (!holds.test(reading.truth()) && !observed.incident().happened()) {
            return new Scored(route, reading, Rating.ended(impact));
        }
        double vulnerability = vulnerability(threat, reading.decibans(), observed);
        double frequency = frequency(route.attemptsPerYear(), observed).mean();
        return new Scored(route, reading, rating(vulnerability, frequency, impact, observed));
    }

    /** Annual probability of a path that adds so many decibans and is tried so often in a year. */
    double probability(Threat threat, double decibans, double attemptsPerYear, Observed observed) {
        return probability(
                vulnerability(threat, decibans, observed),
                frequency(attemptsPerYear, observed).mean());
    }

    private double vulnerability(Threat threat, double decibans, Observed observed) {
        double indirect = Odds.probability(Odds.decibans(threat.prior()) + decibans + observed.decibans());
        double k = weights.evidence().trialStrength();
        return observed.attack().map(a -> a.posterior(indirect, k)).orElse(indirect);
    }

    private static double probability(double vulnerability, double frequency) {
        return -Math.expm1(-frequency * vulnerability);
    }

    FrequencyTerms frequency(Route route, Observed observed) {
        return frequency(route.attemptsPerYear(), observed);
    }

    private FrequencyTerms frequency(double attemptsPerYear, Observed observed) {
        double years = weights.frequency().priorYears();
        return new FrequencyTerms(attemptsPerYear * years, years, observed.alerts(), observed.observedYears());
    }

    VulnerabilityTerms vulnerability(Observed observed) {
        double k = weights.evidence().trialStrength();
        return observed.attack()
                .map(a -> new VulnerabilityTerms(k, a.successes(), a.trials()))
                .orElse(new VulnerabilityTerms(k, 0, 0));
    }

    /** Impact 1 to 3: the sensitivity of the most sensitive asset at the target that the threat harms. */
    int impact(Threat threat, Part target) {
        return threat.harmed(topology.handles(target)).stream()
                .map(Asset::sensitivity)
                .mapToInt(s -> s.rank())
                .max()
                .orElse(threat.impact());
    }

    /** The log-odds, term by term, in the order of the design: prior, path and controls, findings, trials. */
    List<Term> terms(Threat threat, RouteReading reading, Observed observed) {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term(
                "prior",
                Odds.decibans(threat.prior()),
                false,
                String.format(
                        Locale.ROOT, "one attempt in %.1f succeeds with no control in place", 1 / threat.prior())));
        for (Contribution c : reading.contributions()) {
            terms.add(new Term(c.factor() + "@" + c.part().id(), c.decibans(), c.verified(), c.reason()));
        }
        terms.addAll(observed.findings());
        observed.attack().ifPresent(a -> {
            double sum = terms.stream().mapToDouble(Term::decibans).sum();
            double after = Odds.decibans(
                    a.posterior(Odds.probability(sum), weights.evidence().trialStrength()));
            terms.add(new Term(
                    "attack #%d %s".formatted(a.seq(), a.attack()),
                    after - sum,
                    true,
                    String.format(Locale.ROOT, "%.4g of %.4g attempts succeeded", a.successes(), a.trials())));
        });
        return terms;
    }

    private Rating rating(double vulnerability, double frequency, int impact, Observed observed) {
        double probability = probability(vulnerability, frequency);
        int likelihood = observed.incident().happened() ? 3 : weights.bands().likelihood(probability);
        return new Rating(vulnerability, frequency, probability, likelihood, impact);
    }
}
