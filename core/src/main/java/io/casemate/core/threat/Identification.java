package io.casemate.core.threat;

import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.threat.Factor.Place;
import io.casemate.core.threat.PathSearch.Start;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Derives scenarios: every threat against every part of a system.
 *
 * @param scenarios candidates that hold, by threat in the order given, then by part in the order of the model
 * @param asked candidates that would hold if an unknown fact were so, in the same order
 */
public record Identification(List<Candidate> scenarios, List<Candidate> asked) {
    public Identification {
        scenarios = List.copyOf(scenarios);
        asked = List.copyOf(asked);
    }

    /** Threats are searched side by side, for none knows of another; the result does not depend on it. */
    public static Identification of(Evaluator evaluator, Reach reach, Weights weights, Collection<Threat> threats) {
        var graph = new Graph(evaluator.topology());
        List<Identification> each = threats.parallelStream()
                .map(threat -> of(graph, evaluator, reach, weights, threat))
                .toList();
        return new Identification(
                each.stream().flatMap(i -> i.scenarios().stream()).toList(),
                each.stream().flatMap(i -> i.asked().stream()).toList());
    }

    private static Identification of(Graph graph, Evaluator evaluator, Reach reach, Weights weights, Threat threat) {
        List<Candidate> holding = candidates(graph, evaluator, reach, weights, threat, Truth.PRESUMED, Set.of());
        Set<String> done = new HashSet<>();
        holding.forEach(c -> done.add(c.target().id()));
        return new Identification(holding, candidates(graph, evaluator, reach, weights, threat, Truth.ASK, done));
    }

    /** The candidates of one threat whose truth is at least so much, without the parts in {@code done}. */
    static List<Candidate> candidates(
            Graph graph,
            Evaluator evaluator,
            Reach reach,
            Weights weights,
            Threat threat,
            Truth atLeast,
            Set<String> done) {
        List<Part> targets = new ArrayList<>();
        List<? extends Part> all = threat.onFlows()
                ? evaluator.topology().model().flows()
                : evaluator.topology().model().elements();
        for (Part part : all) {
            if (!done.contains(part.id()) && evaluator.test(threat.when(), part).compareTo(atLeast) >= 0) {
                targets.add(part);
            }
        }
        if (targets.isEmpty()) {
            return List.of();
        }
        var search = new RouteSearch(graph, evaluator, reach, weights, threat, atLeast);
        return threat.atTarget() ? search.atTargets(targets) : search.toTargets(targets);
    }

    private record Way(Route route, Truth truth) {}

    /** Routes of one threat at one level of truth. */
    private record RouteSearch(
            Graph graph, Evaluator evaluator, Reach reach, Weights weights, Threat threat, Truth atLeast) {

        List<Candidate> atTargets(List<Part> targets) {
            List<Candidate> found = new ArrayList<>();
            for (Part target : targets) {
                double attempts = reach.attemptsPerYear(threat, target, atLeast);
                if (attempts > 0) {
                    List<Part> steps = target instanceof Flow f
                            ? List.of(evaluator.topology().element(f.from()), f)
                            : List.of(target);
                    found.add(candidate(target, List.of(route(steps, List.of(), target, attempts))));
                }
            }
            return found;
        }

        List<Candidate> toTargets(List<Part> targets) {
            SortedMap<Double, List<Start>> starts = starts();
            if (starts.isEmpty()) {
                return List.of();
            }
            List<List<Way>> routes = new ArrayList<>();
            targets.forEach(t -> routes.add(new ArrayList<>()));
            var search = new PathSearch(graph, evaluator, weights, threat, atLeast);
            boolean direct = threat.path().via().isEmpty() && !threat.path().crossing();
            for (var group : starts.entrySet()) {
                search.run(group.getValue());
                Set<String> first = new HashSet<>();
                group.getValue().forEach(s -> first.add(s.element().id()));
                for (int i = 0; i < targets.size(); i++) {
                    Element target = (Element) targets.get(i);
                    double attempts = group.getKey();
                    List<Way> at = routes.get(i);
                    if (direct && first.contains(target.id())) {
                        at.add(route(List.of(target), List.of(), target, attempts));
                    }
                    search.found(target)
                            .ifPresent(f ->
                                    at.add(route(f.steps(), f.via(), f.steps().getFirst(), attempts)));
                }
            }
            List<Candidate> found = new ArrayList<>();
            for (int i = 0; i < targets.size(); i++) {
                if (!routes.get(i).isEmpty()) {
                    found.add(candidate(targets.get(i), routes.get(i)));
                }
            }
            return found;
        }

        /** First elements by the frequency of attempts from there. */
        private SortedMap<Double, List<Start>> starts() {
            var decibans = new Decibans(evaluator, weights);
            SortedMap<Double, List<Start>> starts = new TreeMap<>();
            for (Element element : evaluator.topology().model().elements()) {
                double attempts = reach.attemptsPerYear(threat, element, atLeast);
                if (attempts > 0
                        && passable(element)
                        && evaluator.test(threat.path().from(), element).compareTo(atLeast) >= 0) {
                    double sum = decibans.sum(threat.mitigations(), Place.ENTRY, element)
                            + decibans.sum(threat.mitigations(), Place.PATH, element)
                            + decibans.sum(threat.aggravations(), Place.ENTRY, element)
                            + decibans.presumptions(threat.path().from(), element);
                    starts.computeIfAbsent(attempts, a -> new ArrayList<>()).add(new Start(element, sum));
                }
            }
            return starts;
        }

        private boolean passable(Part part) {
            return threat.path().blockedBy().stream()
                    .noneMatch(fact -> evaluator.facts().read(part, fact).holds());
        }

        private Way route(List<Part> steps, List<Integer> via, Part entry, double attempts) {
            var bare = new Route(steps, via, attempts, reach.names(threat, entry, atLeast), 0);
            RouteReading reading = RouteReading.of(evaluator, weights, threat, bare);
            return new Way(bare.with(reading.decibans()), reading.truth());
        }

        private Candidate candidate(Part target, List<Way> ways) {
            Truth truth = ways.stream().map(Way::truth).reduce(Truth.NO, Truth::or);
            return new Candidate(
                    threat, target, truth, ways.stream().map(Way::route).toList());
        }
    }
}
