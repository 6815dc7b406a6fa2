package io.casemate.core.threat;

import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.threat.Evaluator.Read;
import io.casemate.core.threat.Factor.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One threat on one route under one reading of the facts: whether it holds, and what each fact adds. The sum equals what the
 * search found; with other facts it answers what would be.
 *
 * @param contributions in the order of the path
 * @param rests facts that the truth of the threat's conditions rests on
 * @param open facts that nobody stated and whose answer could move the scenario
 */
public record RouteReading(Truth truth, List<Contribution> contributions, Set<Read> rests, Set<Read> open) {

    public static RouteReading of(Evaluator evaluator, Weights weights, Threat threat, Route route) {
        return new Reader(evaluator, weights, threat, route).read();
    }

    public double decibans() {
        return contributions.stream().mapToDouble(Contribution::decibans).sum();
    }

    private record Reader(Evaluator evaluator, Weights weights, Threat threat, Route route) {

        RouteReading read() {
            List<Contribution> contributions = new ArrayList<>();
            Set<Read> rests = new LinkedHashSet<>();
            Set<Read> open = new LinkedHashSet<>();
            Truth truth = condition(threat.when(), route.target(), contributions, rests);
            if (!threat.atTarget()) {
                truth = truth.and(condition(threat.path().from(), route.entry(), contributions, rests));
                for (int i = 0; i < route.via().size(); i++) {
                    Part via = route.steps().get(route.via().get(i));
                    truth = truth.and(condition(threat.path().via().get(i), via, contributions, rests));
                }
                truth = truth.and(passable(open));
            }
            steps(contributions);
            factors(contributions, open);
            rests.stream().filter(r -> r.reading().open()).forEach(open::add);
            return new RouteReading(truth, List.copyOf(contributions), rests, open);
        }

        private Truth condition(Condition condition, Part part, List<Contribution> contributions, Set<Read> rests) {
            Truth truth = evaluator.test(condition, part);
            evaluator.support(condition, part, rests::add);
            double presumed = new Decibans(evaluator, weights).presumptions(condition, part);
            if (presumed != 0) {
                contributions.add(new Contribution(
                        part, "presumed", presumed, false, "rests on facts that nobody stated, so less certain"));
            }
            return truth;
        }

        private Truth passable(Set<Read> open) {
            for (Part part : route.steps()) {
                for (String fact : threat.path().blockedBy()) {
                    Reading reading = evaluator.facts().read(part, fact);
                    if (reading.holds()) {
                        return Truth.NO;
                    }
                    if (reading.open() && !(part instanceof Flow)) {
                        open.add(new Read(part, fact, reading));
                    }
                }
            }
            return Truth.YES;
        }

        private void steps(List<Contribution> contributions) {
            int flows = (route.steps().size() - 1) / 2;
            if (flows > 0 && !threat.atTarget()) {
                String reason = flows == 1 ? "one step away" : "%d steps away".formatted(flows);
                contributions.add(new Contribution(route.target(), "path", flows * weights.step(), false, reason));
            }
        }

        private void factors(List<Contribution> contributions, Set<Read> open) {
            List<Part> path = threat.atTarget() ? List.of(route.target()) : route.steps();
            if (!threat.atTarget()) {
                factors(threat.mitigations(), Place.ENTRY, route.entry(), contributions, open);
                factors(threat.aggravations(), Place.ENTRY, route.entry(), contributions, open);
            }
            path.forEach(part -> factors(threat.mitigations(), Place.PATH, part, contributions, open));
            factors(threat.mitigations(), Place.TARGET, route.target(), contributions, open);
            factors(threat.aggravations(), Place.TARGET, route.target(), contributions, open);
        }

        private void factors(
                List<Factor> factors, Place place, Part part, List<Contribution> contributions, Set<Read> open) {
            var decibans = new Decibans(evaluator, weights);
            for (Factor factor : factors) {
                if (factor.at() == place) {
                    Reading reading = evaluator.facts().read(part, factor.fact());
                    boolean asked = reading.open() && !(part instanceof Flow);
                    if (asked) {
                        open.add(new Read(part, factor.fact(), reading));
                    }
                    double value = decibans.of(factor, part);
                    if (value != 0 || stated(reading)) {
                        boolean verified = reading.basis() == Reading.Basis.VERIFIED;
                        contributions.add(new Contribution(part, label(factor), value, verified, say(factor, reading)));
                    }
                }
            }
        }

        /** The control by its fact; the removal of an exposure by its mitigation, for the exposure's name would say the opposite. */
        private static String label(Factor factor) {
            return factor.mitigates() && !factor.value() ? factor.mitigation() : factor.fact();
        }

        private static boolean stated(Reading reading) {
            return reading.basis() == Reading.Basis.VERIFIED || reading.basis() == Reading.Basis.STATED;
        }

        private static String say(Factor factor, Reading reading) {
            boolean present = reading.value() == factor.value();
            return switch (reading.basis()) {
                case VERIFIED -> (present ? "verified: " : "shown to be missing: ") + reading.reason();
                case STATED ->
                    factor.mitigates()
                            ? (present ? "claimed" : "stated absent")
                            : (present ? "stated" : "stated absent");
                case PRESUMED -> "presumed: " + reading.reason();
                case UNKNOWN -> "unknown";
                case IRRELEVANT -> "";
            };
        }
    }
}
